"""What judging came to, as a value, and as bytes on the way from one process to another. Judges nothing."""

from collections.abc import Collection, Sequence

import msgspec
from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.problems import Problem, Sheet


class Judged(Struct):
    """The sheets of a module, or of several files, in their order, and what was counted."""

    sheets: list[Sheet]
    lessons: int = 0
    questions: int = 0

    def count(self, document: Document[shape.LessonFile], *, bank: bool = False) -> None:
        """A lesson, or a bank of questions."""
        self.lessons += not bank
        self.questions += sum(step.question is not None for step in document.value.steps) if document.value else 0


class _SentSheet(Struct, array_like=True):
    path: str
    problems: list[Problem]


class _SentModule(Struct, array_like=True):
    sheets: list[_SentSheet]
    lessons: int
    questions: int


class _Sent(Struct, array_like=True):
    modules: list[_SentModule]
    clean: list[bytes]


def as_bytes(modules: Sequence[Judged], clean: Collection[bytes]) -> bytes:
    """The modules, and the fingerprints of what was found clean. Raises ``UnicodeEncodeError`` for half a character."""
    sent = [
        _SentModule([_SentSheet(sheet.path, sheet.problems) for sheet in each.sheets], each.lessons, each.questions)
        for each in modules
    ]
    return msgspec.msgpack.encode(_Sent(sent, list(clean)))


def from_bytes(sent: bytes) -> tuple[list[Judged], list[bytes]]:
    """The same back again; nothing at all of what does not come whole."""
    try:
        told = msgspec.msgpack.decode(sent, type=_Sent)
    except msgspec.DecodeError:
        return [], []
    modules = [Judged([_sheet(one) for one in each.sheets], each.lessons, each.questions) for each in told.modules]
    return modules, told.clean


def _sheet(sent: _SentSheet) -> Sheet:
    sheet = Sheet(sent.path)
    sheet.problems = sent.problems
    return sheet
