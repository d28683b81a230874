"""Can the blind-spot map ask what it has to? Over one module and its lesson files; reads none of them.

The files of ``diagnosis: bank`` hold questions alone, which only the diagnosis asks: two or more about each concept, so
that a place on the map is no guess, and none that a learner meets elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.content.citations import kind_of_step
from sosmed_learn.content.documents import Document
from sosmed_learn.content.examrules import LessonDocument, questions_of
from sosmed_learn.core.mapping.probe import ENOUGH


def check_diagnosis(file: Document[shape.ModuleFile], documents: Mapping[str, LessonDocument]) -> None:
    """Every concept is asked about often enough, and a bank has nothing that nobody would see."""
    module = file.value
    if module is None or module.diagnosis is None or file.is_broken(("diagnosis",)):
        return
    banks = [documents[name] for name in module.diagnosis.bank if name in documents]
    elsewhere = dict(_met(module, documents))
    for document in banks:
        _check_bank(document, elsewhere)
    if len(banks) < len(set(module.diagnosis.bank)) or not all(document.usable for document in banks):
        return  # what is not read may hold what is missing
    probes = Counter(question.concept for document in banks for _, question in questions_of(document))
    for at, concept in enumerate(module.concepts):
        if probes[concept.id] < ENOUGH:
            file.report("W586", ("concepts", at, "id"), id=concept.id, count=str(probes[concept.id]), low=str(ENOUGH))


def _met(module: shape.ModuleFile, documents: Mapping[str, LessonDocument]) -> Iterator[tuple[str, str]]:
    """The ids of the questions that lessons and exams ask, each with its file."""
    for name in module.examined:
        for _, question in questions_of(documents[name]) if name in documents else ():
            yield question.id, name


def _check_bank(document: LessonDocument, elsewhere: Mapping[str, str]) -> None:
    for at, step in enumerate(document.value.steps if document.value else ()):
        if step.question is None and not document.is_broken(("steps", at)):
            document.report_key("W587", ("steps", at, kind_of_step(step) or "text"))
    for path, question in questions_of(document):
        for key in _unseen(question):
            document.report_key("W588", (*path, key), key=key)
        if question.id in elsewhere:
            document.report("W589", (*path, "id"), id=question.id, other=elsewhere[question.id])


def _unseen(question: shape.Question) -> Iterator[str]:
    """The keys that only say how a lesson asks it."""
    if question.pretest:
        yield "pretest"
    if question.hints:
        yield "hints"
    if question.tries != "until-right":
        yield "tries"
