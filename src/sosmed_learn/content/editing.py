"""The courses that an author is working on, with where each step stands in its file. Keeps nothing on disk.

It opens what ``library`` opens, and the lesson at hand also before module.yaml lists it.
"""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.content.documents import Document
from sosmed_learn.content.facts import core_facts, read_register
from sosmed_learn.content.folders import (
    COURSES,
    GLOSSARY,
    LESSONS,
    MODULE,
    entries,
    facts_folders,
    files_in,
    is_folder,
    is_project,
)
from sosmed_learn.content.format import LessonFile
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.content.nodes import Mapping, Scalar, Sequence
from sosmed_learn.core.fact import Fact

Kind = Literal["courses", "module", "glossary", "lesson"]


class Target(Struct, frozen=True):
    """What an author names: a file or folder of courses. ``folder`` is the module, or the folder of modules."""

    kind: Kind
    folder: Path
    lesson: str = ""

    @property
    def file(self) -> Path:
        """The file that is meant; of several modules, their folder."""
        return {
            "courses": self.folder,
            "module": self.folder / MODULE,
            "glossary": self.folder / GLOSSARY,
            "lesson": self.folder / LESSONS / f"{self.lesson}.yaml",
        }[self.kind]

    @property
    def registers(self) -> tuple[Path, ...]:
        """Folders in which facts may stand, apart from the bundled register."""
        return self.folder, self.folder.parent, self.folder.parent.parent


def target_of(path: Path) -> Target | None:
    """What ``path`` is in a course; None for what is no part of one. A file that is not there is what its name says."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - resolve would follow links
    return _folder(here) if is_folder(here) else _file(here)


def _file(here: Path) -> Target | None:
    if here.parent.name == LESSONS and here.suffix == ".yaml":
        return Target("lesson", here.parent.parent, here.stem)
    kinds: dict[str, Kind] = {MODULE: "module", GLOSSARY: "glossary"}
    return Target(kinds[here.name], here.parent) if here.name in kinds else None


def _folder(here: Path) -> Target | None:
    if is_project(here):
        return Target("courses", here / COURSES)
    for module in (here, here.parent) if here.name == LESSONS else (here,):
        if os.path.lexists(module / MODULE):
            return Target("module", module)
    return Target("courses", here) if any(is_folder(entry) for entry in entries(here)) else None


class StepLines(Struct, frozen=True):
    """The lines on which the steps of a lesson's file begin; none for steps that cannot be told apart."""

    path: Path
    begin: tuple[int, ...] = ()
    nodes: dict[tuple[int, str], int] = {}
    """The lines of the nodes of scenarios, by step and id."""
    comments: frozenset[int] = frozenset()
    """Lines that are a comment: they speak of what stands below."""

    def step_at(self, line: int) -> int:
        """The position of the step in which ``line`` stands, or of the nearest one."""
        while line in self.comments:
            line += 1
        return max(0, bisect_right(self.begin, line) - 1)

    def line_of(self, step: int, node: str = "") -> int:
        """The line on which the step at that position begins, or the node in it."""
        if (step, node) in self.nodes:
            return self.nodes[step, node]
        return self.begin[step] if step < len(self.begin) else 1


class EditedLibrary(CourseLibrary):
    """Implements ``core.study.Library`` for what stands at ``target``. ``seeds`` has the bundled register.

    The facts of the library ``before`` are taken over where their files have not changed.
    """

    def __init__(self, target: Target, seeds: Path, before: "EditedLibrary | None" = None) -> None:
        super().__init__(Places(courses=target.folder, seeds=seeds))
        self._registers = list(dict.fromkeys([seeds, *target.registers]))
        self._facts_files = _states(self._registers)
        if before is not None and before._facts_files == self._facts_files:  # noqa: SLF001 - one of our own kind
            self._facts = before._facts  # noqa: SLF001 - the same
        self._lines: dict[tuple[str, str], StepLines] = {}
        if target.lesson:
            self._list(target.lesson)

    def _list(self, lesson: str) -> None:
        """Let the module have the lesson, as it will when its author has added it to the list."""
        for module in self._modules:
            folder, value = self._by_id[module.id]
            if lesson not in value.lessons and os.path.lexists(folder.lesson_path(lesson)):
                self._by_id[module.id] = folder, replace(value, lessons=(*value.lessons, lesson))
                self._modules = (replace(module, lessons=(*module.lessons, lesson)),)

    def facts(self) -> dict[str, Fact]:
        """All facts by id: those of the bundled register first, theirs are the ids."""
        if self._facts is None:
            self._facts = core_facts([document for place in self._registers for document in read_register(place)])
        return self._facts

    def folder_of(self, module: str) -> Path | None:
        """The folder of the module with that id."""
        return self._by_id[module][0].path if module in self._by_id else None

    def lines(self, module: str, lesson: str) -> StepLines | None:
        """Where the steps of a lesson stand that was read. Touches no disk."""
        return self._lines.get((module, lesson))

    def _read(self, module: str, lesson: str) -> Document[LessonFile]:
        document = super()._read(module, lesson)
        self._lines[module, lesson] = _lines_of(document, self._by_id[module][0].lesson_path(lesson))
        return document


def _states(registers: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every file of the registers."""
    paths = (path for place in registers for folder in facts_folders(place) for path in files_in(folder, ".yaml"))
    return tuple((str(path), *_state(path)) for path in paths)


def _state(path: Path) -> tuple[int, int]:
    try:
        state = path.stat()
    except OSError:  # gone, or a link to nowhere
        return 0, 0
    return state.st_mtime_ns, state.st_size


def _lines_of(document: Document[LessonFile], path: Path) -> StepLines:
    node = document.node
    steps = node.entries["steps"][1] if isinstance(node, Mapping) and "steps" in node.entries else None
    if not isinstance(steps, Sequence):
        return StepLines(path)
    comments = (number for number, text in enumerate(document.sheet.lines, 1) if text.lstrip().startswith("#"))
    nodes = dict(_nodes_of(steps))
    return StepLines(path, tuple(item.line for item in steps.items), nodes, frozenset(comments))


def _nodes_of(steps: Sequence) -> Iterator[tuple[tuple[int, str], int]]:
    """Step and id of each node of a scenario, with its line."""
    for at, step in enumerate(steps.items):
        scenario = step.entries["scenario"][1] if isinstance(step, Mapping) and "scenario" in step.entries else None
        listed = scenario.entries["nodes"][1] if isinstance(scenario, Mapping) and "nodes" in scenario.entries else None
        for node in listed.items if isinstance(listed, Sequence) else ():
            name = node.entries["id"][1] if isinstance(node, Mapping) and "id" in node.entries else None
            if isinstance(name, Scalar):
                yield (at, name.text), node.line
