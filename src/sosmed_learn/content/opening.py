"""A path that an author names -> all that can be opened there, read whole, for tools that look as learners do.

A path is a folder of modules, a module, or one of its lessons. Facts may stand beside the modules, as for ``check``.
"""

import os
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content.facts import core_facts, read_register
from sosmed_learn.content.folders import COURSES, LESSONS, MODULE, is_project
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, Term
from sosmed_learn.core.study import Trouble


class Opened(Struct, frozen=True):
    """Modules in their order, with their lessons in theirs and their glossaries; and what cannot be opened."""

    modules: tuple[Module, ...]
    lessons: dict[str, tuple[Lesson, ...]]
    terms: dict[str, tuple[Term, ...]]
    facts: dict[str, Fact]
    troubles: tuple[Trouble, ...]

    def lesson(self, module: str, name: str) -> Lesson | None:
        """The lesson of that id, or None."""
        return next((lesson for lesson in self.lessons.get(module, ()) if lesson.id == name), None)


def open_courses(path: Path, seeds: Path) -> Opened:
    """What stands at ``path``, with the facts there and those of ``seeds``. Raises nothing: see ``troubles``."""
    folder, only = _folder_of(path)
    library = CourseLibrary(Places(courses=folder, seeds=seeds))
    lessons: dict[str, tuple[Lesson, ...]] = {}
    for module in library.modules:
        names = [name for name in module.files if only in {"", name}]
        found = [_lesson(library, module.id, name) for name in names]
        lessons[module.id] = tuple(lesson for lesson in found if lesson is not None)
    registers = [seeds, folder, folder.parent, folder.parent.parent]
    facts = core_facts([document for place in dict.fromkeys(registers) for document in read_register(place)])
    troubles = [trouble for trouble in library.troubles() if only in {"", trouble.lesson} or trouble.lesson is None]
    terms = {module.id: library.glossary(module.id) for module in library.modules}
    return Opened(library.modules, lessons, terms, facts, tuple(troubles))


def _folder_of(path: Path) -> tuple[Path, str]:
    """The folder to read, and if a single lesson is meant, its id."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - resolve would follow links
    if is_project(here):
        return here / COURSES, ""
    if here.parent.name == LESSONS and here.suffix == ".yaml":
        return here.parent.parent, here.stem
    return (here.parent if here.name == MODULE else here), ""


def _lesson(library: CourseLibrary, module: str, name: str) -> Lesson | None:
    try:
        return library.lesson(module, name)
    except LessonUnreadable:  # it is among the troubles
        return None
