"""Can a module's exam be held as its author wants it? Over one module and its lesson files; reads none of them.

A bank is a lesson file of questions alone, which only the exam asks: it is told what in it nobody would ever see.
"""

from collections.abc import Iterator, Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.content.citations import kind_of_step
from sosmed_learn.content.documents import Document
from sosmed_learn.content.walk import Path

LessonDocument = Document[shape.LessonFile]


def check_exam(file: Document[shape.ModuleFile], documents: Mapping[str, LessonDocument]) -> None:
    """There are questions enough, each concept that is taught is asked about, and a bank has nothing else."""
    module = file.value
    if module is None or module.exam is None or not module.examined or file.is_broken(("exam",)):
        return  # a module that has no lesson yet is only just begun
    for name in module.exam.bank:
        if name in documents:
            _check_bank(documents[name])
    read = [documents[name] for name in module.examined if name in documents]
    if len(read) < len(set(module.examined)) or not all(document.usable for document in read):
        return  # what is not read may hold what is missing
    asked = [question for document in read for _, question in questions_of(document) if not question.pretest]
    if len(asked) < module.exam.questions:
        file.report("W581", ("exam", "questions"), value=str(module.exam.questions), count=str(len(asked)))
    taught = {name for document in read if document.value for name in document.value.concepts}
    known = {question.concept for question in asked}
    for at, concept in enumerate(module.concepts):
        if concept.id in taught and concept.id not in known:
            file.report("W582", ("concepts", at, "id"), id=concept.id)


def _check_bank(document: LessonDocument) -> None:
    for at, step in enumerate(document.value.steps if document.value else ()):
        if step.question is None and not document.is_broken(("steps", at)):
            document.report_key("W583", ("steps", at, kind_of_step(step) or "text"))
    for path, question in questions_of(document):
        if question.pretest:
            document.report("W584", (*path, "pretest"), id=question.id)
        if question.tries != "until-right":
            document.report("W585", (*path, "tries"))


def questions_of(document: LessonDocument) -> Iterator[tuple[Path, shape.Question]]:
    """The questions of a lesson file with their paths."""
    for at, step in enumerate(document.value.steps if document.value else ()):
        if step.question is not None:
            yield ("steps", at, "question"), step.question
