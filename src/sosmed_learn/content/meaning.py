"""Checks over the values of one lesson: ids, keys, choices. Reads no file.

What needs other modules is in ``relations``; whether a typed answer is accepted is in ``answers``. Questions whose
answers have parts are looked at in ``partsrules`` and ``blankrules``.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.answers import check_answers, check_key
from sosmed_learn.content.choicerules import check_options
from sosmed_learn.content.citations import check_citations
from sosmed_learn.content.documents import Document
from sosmed_learn.content.drawnrules import check_drawn
from sosmed_learn.content.fencerules import check_fences
from sosmed_learn.content.names import Known, Place, check_known, check_unique
from sosmed_learn.content.partsrules import check_parts
from sosmed_learn.content.scenariorules import check_scenario
from sosmed_learn.content.taskrules import check_task
from sosmed_learn.content.texts import check_texts
from sosmed_learn.content.togetherrules import check_chosen_together
from sosmed_learn.content.walk import Path

_UNITS = {"%", "Rp"}  # units that both languages write alike


def check_lesson(document: Document[shape.LessonFile], known: Known, name: str) -> None:
    """Everything that can be said about a lesson. ``name`` is its file's name without the ending."""
    lesson = document.value
    if lesson is None:
        return
    check_texts(document, known.languages)
    check_fences(document)
    if lesson.id != name:
        document.report("E302", ("id",), id=lesson.id, other=name)
    for at, concept in enumerate(lesson.concepts):
        check_known(document, "E304", ("concepts", at), concept, known.concepts)
    taken: dict[str, Place] = {}
    check_unique(document, _ids(lesson), taken)
    check_unique(document, _aliases(lesson), taken, "E312")
    check_citations(document, lesson, known)
    beside: set[str] = set()
    for at, step in enumerate(lesson.steps):
        if step.scenario is not None:
            check_scenario(document, ("steps", at, "scenario"), step.scenario, known)
        if step.task is not None:
            check_task(document, ("steps", at, "task"), step.task, known)
        if step.question is not None:
            _check_question(document, ("steps", at, "question"), step.question, known)
            concept = step.question.concept
            exists = known.concepts is None or concept in known.concepts
            certain = lesson.concepts and concept and exists and not document.is_broken(("concepts",))
            if certain and concept not in (*lesson.concepts, *beside):
                beside.add(concept)  # said once for all its questions
                document.report("W505", ("steps", at, "question", "concept"), id=concept)


def check_lesson_aliases(documents: Sequence[Document[shape.LessonFile]]) -> None:
    """No lesson of a module had the id that another has or had: the progress of one would count for the other."""
    lessons = [(document, document.value) for document in documents if document.value is not None]
    taken: dict[str, Place] = {lesson.id: (document, ("id",)) for document, lesson in lessons}
    for document, lesson in lessons:
        check_unique(document, ((("aliases", at), name) for at, name in enumerate(lesson.aliases)), taken, "E312")


def _ids(lesson: shape.LessonFile) -> Iterator[tuple[Path, str]]:
    """Steps, questions, scenarios and tasks share their ids: progress and notes are kept under any of them."""
    for at, step in enumerate(lesson.steps):
        if step.id:
            yield ("steps", at, "id"), step.id
        if step.question is not None:
            yield ("steps", at, "question", "id"), step.question.id
        if step.scenario is not None:
            yield ("steps", at, "scenario", "id"), step.scenario.id
        if step.task is not None:
            yield ("steps", at, "task", "id"), step.task.id


def _aliases(lesson: shape.LessonFile) -> Iterator[tuple[Path, str]]:
    for at, step in enumerate(lesson.steps):
        if step.question is not None:
            for alias, name in enumerate(step.question.aliases):
                yield ("steps", at, "question", "aliases", alias), name
        if step.scenario is not None:
            for alias, name in enumerate(step.scenario.aliases):
                yield ("steps", at, "scenario", "aliases", alias), name
        if step.task is not None:
            for alias, name in enumerate(step.task.aliases):
                yield ("steps", at, "task", "aliases", alias), name


def _check_question(document: Document[shape.LessonFile], path: Path, question: shape.Question, known: Known) -> None:
    check_known(document, "E304", (*path, "concept"), question.concept, known.concepts)
    match question:
        case shape.SingleShape() | shape.MultipleShape():
            _check_choices(document, path, question, known)
            if isinstance(question, shape.MultipleShape):
                check_chosen_together(document, path, question, known)
        case shape.TrueFalseShape():
            check_known(document, "E305", (*path, "misconception"), question.misconception, known.misconceptions)
        case shape.TextQuestionShape():
            _check_slips(document, path, [slip.misconception for slip in question.slips], known)
            check_answers(document, path, question)
        case shape.NumberQuestionShape():
            _check_slips(document, path, [slip.misconception for slip in question.slips], known)
            check_answers(document, path, question)
            check_drawn(document, path, question)
            if isinstance(question.unit, str) and len(known.languages or ()) > 1 and question.unit not in _UNITS:
                document.report("W502", (*path, "unit"))
        case shape.OrderShape() | shape.MatchShape() | shape.SortShape() | shape.FillShape():
            check_parts(document, path, question, known)


def _check_slips(document: Document[Struct], path: Path, misconceptions: list[str | None], known: Known) -> None:
    for at, name in enumerate(misconceptions):
        check_known(document, "E305", (*path, "slips", at, "misconception"), name, known.misconceptions)


def _check_choices(
    document: Document[shape.LessonFile], path: Path, question: shape.SingleShape | shape.MultipleShape, known: Known
) -> None:
    right = sum(choice.correct for choice in question.choices)
    if isinstance(question, shape.SingleShape):
        if right != 1:
            document.report_key("E401", (*path, "choices"), kind="single", count=str(right))
    elif not right:
        document.report_key("E402", (*path, "choices"))
    check_options(document, (*path, "choices"), question.choices, known)
    check_key(document, path, question)
