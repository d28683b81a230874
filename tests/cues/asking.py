"""Course files -> the questions with one right option, as they are read in each language, with their places."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.folders import ModuleFolder, look_into, read_modules
from sosmed_learn.content.lint.items import Item
from sosmed_learn.content.lint.judge import questions
from sosmed_learn.core.text import LANGUAGES, Language

Kind = Literal["lesson", "exam", "map"]
KINDS: tuple[Kind, ...] = ("lesson", "exam", "map")

LessonDocument = Document[shape.LessonFile]


class File(NamedTuple):
    """One lesson file and what it is there for."""

    module: str
    kind: Kind
    document: LessonDocument


class Asked(NamedTuple):
    """One question in one language. ``where`` is its file and line."""

    module: str
    kind: Kind
    where: str
    name: str
    item: Item

    @property
    def key(self) -> int:
        """Where the right option stands, from 0."""
        return next(at for at, option in enumerate(self.item.options) if option.correct)


def modules(courses: Path) -> Iterator[tuple[ModuleFolder, shape.ModuleFile]]:
    """The modules that can be read."""
    for folder in read_modules([look_into(courses)]):
        if folder.value is not None:
            yield folder, folder.value


def files(courses: Path) -> Iterator[File]:
    """All lesson files in the order in which they are learnt, each once."""
    for folder, module in modules(courses):
        exam = module.exam.bank if module.exam else ()
        mapped = module.diagnosis.bank if module.diagnosis else ()
        for name in module.files:
            kind: Kind = "exam" if name in exam else "map" if name in mapped else "lesson"
            yield File(module.id, kind, folder.read_lesson(name))


def singles(courses: Path) -> dict[Language, list[Asked]]:
    """The questions with one right option among at least two."""
    found: dict[Language, list[Asked]] = {language: [] for language in LANGUAGES}
    for file in files(courses):
        for path, question in questions(file.document):
            if isinstance(question, shape.SingleShape) and sum(choice.correct for choice in question.choices) == 1:
                where = f"{file.document.sheet.path}:{file.document.span(path).line}"
                for language, listed in found.items():
                    listed.append(Asked(file.module, file.kind, where, question.id, Item(question, language)))
    return found


def before(asked: Sequence[Asked]) -> list[tuple[int, ...]]:
    """Of each question the places of the keys that its lesson has told by then; exams and maps tell none and mix."""
    told: dict[tuple[str, str], tuple[int, ...]] = {}
    found: list[tuple[int, ...]] = []
    for each in asked:
        lesson = (each.module, each.where.partition(":")[0])
        keys = told.get(lesson, ()) if each.kind == "lesson" else ()
        found.append(keys)
        told[lesson] = (*keys, each.key)
    return found
