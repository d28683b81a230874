"""The documents that a learner has begun, in the order of the courses. Reads lessons through the library it is handed.

The library may touch the disk, so a front end calls this off its event loop.
"""

from collections.abc import Iterator

from msgspec import Struct

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Library
from sosmed_learn.core.task import Worksheet
from sosmed_learn.core.taskwork import Assignment
from sosmed_learn.core.text import Text


class Paper(Struct, frozen=True):
    """A task that was begun, and where it stands in the courses."""

    assigned: Assignment
    module_title: Text
    lesson_title: Text

    @property
    def sheet(self) -> Worksheet:
        """The worksheet with what was typed."""
        return Worksheet(self.assigned.task, self.assigned.work.entries)


def papers(library: Library, progress: Progress) -> tuple[Paper, ...]:
    """Every task in which something was typed. Lessons that cannot be opened are passed over."""
    return tuple(paper for module in library.modules for paper in _of(module, library, progress))


def _of(module: Module, library: Library, progress: Progress) -> Iterator[Paper]:
    names = (module.id, *module.aliases)
    if not any(work.tasks for (name, _), work in progress.lessons.items() if name in names):
        return  # nothing was written there, so its lessons need not be read
    for name in module.lessons:
        try:
            lesson = library.lesson(module.id, name)
        except LessonUnreadable:
            continue
        yield from _in_lesson(module, lesson, progress)


def _in_lesson(module: Module, lesson: Lesson, progress: Progress) -> Iterator[Paper]:
    done = progress.lesson((module.id, *module.aliases), (lesson.id, *lesson.aliases))
    for task in lesson.tasks:
        paper = Paper(Assignment(module.id, lesson.id, task, done.work(task)), module.title, lesson.title)
        if paper.sheet.begun:
            yield paper
