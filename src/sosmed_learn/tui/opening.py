"""Gathers from the library what a screen needs. Every function may read files: call them off the event loop."""

from msgspec import Struct

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, TextStep
from sosmed_learn.core.offers import module_of
from sosmed_learn.core.progress import LessonProgress, Progress
from sosmed_learn.core.study import Library


class LessonMaterial(Struct, frozen=True):
    """A lesson with the facts that it cites and what was done in it."""

    module: Module
    lesson: Lesson
    facts: dict[str, Fact]
    done: LessonProgress


class LessonEntry(Struct, frozen=True):
    """A lesson of a module, or only its id where its file has an error."""

    id: str
    lesson: Lesson | None


def lesson_material(library: Library, progress: Progress, module: str, lesson: str) -> LessonMaterial:
    """Everything that the lesson screen needs. Raises ``LessonUnreadable``."""
    found = module_of(library, module)
    if found is None:
        raise LessonUnreadable(module, lesson, "")
    opened = library.lesson(module, lesson)
    names = {name for step in opened.steps if isinstance(step, TextStep) for name in step.facts}
    names |= {name for question in opened.questions for name in question.facts}
    facts = {name: fact for name in names if (fact := library.fact(name)) is not None}
    done = progress.lesson((found.id, *found.aliases), (opened.id, *opened.aliases))
    return LessonMaterial(found, opened, facts, done)


def lesson_entries(library: Library, module: Module) -> list[LessonEntry]:
    """The module's lessons in order."""
    rows: list[LessonEntry] = []
    for name in module.lessons:
        try:
            rows.append(LessonEntry(name, library.lesson(module.id, name)))
        except LessonUnreadable:
            rows.append(LessonEntry(name, None))
    return rows
