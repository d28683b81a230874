"""Checks over options to pick from: no two are the same, and beliefs belong to wrong ones. Counts no right ones."""

from collections.abc import Sequence

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import choice_id
from sosmed_learn.content.documents import Document
from sosmed_learn.content.names import Known, check_known
from sosmed_learn.content.walk import Path

LessonDocument = Document[shape.LessonFile]


def check_options(document: LessonDocument, path: Path, choices: Sequence[shape.ChoiceShape], known: Known) -> None:
    """The choices at ``path``, a list."""
    taken: dict[str, int] = {}
    for at, choice in enumerate(choices):
        inner = (*path, at)
        check_known(document, "E305", (*inner, "misconception"), choice.misconception, known.misconceptions)
        if choice.correct and choice.misconception:
            document.report("E404", (*inner, "misconception"))
        first = taken.setdefault(choice_id(choice), at)
        if first != at and not document.is_broken((*inner, "text")):
            line = document.span((*path, first)).line
            document.report("E403", (*inner, "id" if choice.id else "text"), other=f"{document.sheet.path}:{line}")
