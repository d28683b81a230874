"""Gathers from the library what a screen needs. Every function may read files: call them off the event loop."""

from collections.abc import Container
from importlib import import_module

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, Module, QuestionStep, ScenarioStep, Step, TaskStep, TextStep
from sosmed_learn.core.offers import module_of
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Library
from sosmed_learn.core.taskwork import Assignment
from sosmed_learn.core.text import Text


class LessonMaterial(Struct, frozen=True):
    """A lesson with the facts that it cites and what was done in it."""

    module: Module
    lesson: Lesson
    facts: dict[str, Fact]
    done: LessonProgress


class LessonEntry(Struct, frozen=True):
    """A lesson of a module, or only its id and what title it seems to have where its file has an error."""

    id: str
    lesson: Lesson | None
    title: Text | None = None


def lesson_material(library: Library, progress: Progress, module: str, lesson: str) -> LessonMaterial:
    """Everything that the lesson screen needs. Raises ``LessonUnreadable``."""
    found = module_of(library, module)
    if found is None:
        raise LessonUnreadable(module, lesson, "")
    opened = library.lesson(module, lesson)
    names = {name for step in opened.steps for name in step.facts}
    facts = {name: fact for name in names if (fact := library.fact(name)) is not None}
    opened = replace(opened, steps=tuple(_citing(step, facts) for step in opened.steps))
    done = progress.lesson((found.id, *found.aliases), (opened.id, *opened.aliases))
    return LessonMaterial(found, opened, facts, done)


def _citing(step: Step, known: Container[str]) -> Step:
    """The step without facts that the register does not have: their notes would shift the numbers of the others."""
    facts = tuple(name for name in step.facts if name in known)
    match step:
        case TextStep():
            return replace(step, facts=facts)
        case QuestionStep(question=question):
            return replace(step, question=replace(question, facts=facts))
        case ScenarioStep(scenario=scenario):
            return replace(step, scenario=replace(scenario, facts=facts))
        case TaskStep(task=task):
            return replace(step, task=replace(task, facts=facts))


def task_material(library: Library, progress: Progress, module: str, lesson: str, task: str) -> Assignment | None:
    """Everything that a worksheet needs, or None where the task is gone. Raises ``LessonUnreadable``."""
    material = lesson_material(library, progress, module, lesson)
    found = material.lesson.task(task)
    return Assignment(material.module.id, material.lesson.id, found, material.done.work(found)) if found else None


def lesson_entries(library: Library, module: Module) -> list[LessonEntry]:
    """The module's lessons in order."""
    rows: list[LessonEntry] = []
    for name in module.lessons:
        try:
            rows.append(LessonEntry(name, library.lesson(module.id, name)))
        except LessonUnreadable as error:
            rows.append(LessonEntry(name, None, error.title))
    return rows


def import_screens() -> None:
    """Read the code of the screens that come after the first one, so that opening them need not wait for it."""
    for name in ("lesson", "module", "result", "review", "worksheet", "exam", "diagnosis", "map"):
        import_module(f"sosmed_learn.tui.screens.{name}")
