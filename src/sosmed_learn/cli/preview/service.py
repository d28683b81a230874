"""Course files that are being written, as the TUI's ``Preview``: read again, checked, watched, and opened to edit."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event

from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.cli.preview.editor import EditorCall, editor_call
from sosmed_learn.cli.preview.watching import signature, watch_files
from sosmed_learn.content.check import check
from sosmed_learn.content.editing import EditedLibrary, Target
from sosmed_learn.content.folders import GLOSSARY, MODULE, facts_folders
from sosmed_learn.content.locations import Places
from sosmed_learn.content.problems import Problem, name_of
from sosmed_learn.content.remembered import Remembered
from sosmed_learn.content.render import excerpt
from sosmed_learn.content.saying import hint, message, reason
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.study import Library
from sosmed_learn.core.text import Language, Text
from sosmed_learn.tui.preview.service import Aim, Finding, Spot

EXCERPT_CELLS = 52
"""What is shown of a source line: as much as a narrow window has room for."""
PATIENCE = (0.05, 0.1, 0.2)
"""Seconds to wait for an empty file to be filled: who has just emptied it is about to write."""
FRESH_NS = 1_000_000_000
"""An empty file that is older than this is meant to be empty."""
NOT_KNOWN = "?"
"""The id of a module that cannot be opened: no module can be called so."""


class CoursePreview:
    """Implements ``tui.preview.service.Preview`` for what stands at ``target``, at ``line`` of its file."""

    def __init__(self, target: Target, line: int, bundled: Places, *, watches: bool) -> None:
        self._target = target
        self._line = line
        self._bundled = bundled
        self._watches = watches
        registers = [place for folder in target.registers for place in facts_folders(folder)]
        self._folders = [target.folder, *dict.fromkeys(registers)]
        self._first = signature(self._folders)
        self._library = EditedLibrary(target, bundled.seeds)
        self._clean = Remembered()

    @property
    def watches(self) -> bool:
        return self._watches

    def read(self) -> Library:
        self._await_writing()
        library = EditedLibrary(self._target, self._bundled.seeds, before=self._library)
        for module in library.modules if self._target.lesson else ():
            with contextlib.suppress(LessonUnreadable):  # its lines are known all the same
                library.lesson(module.id, self._target.lesson)
        self._library = library
        return library

    def _await_writing(self) -> None:
        """Wait a moment for a file that was emptied just now: its author's editor is about to fill it."""
        for pause in PATIENCE:
            fresh = time.time_ns() - FRESH_NS
            if not any(size == 0 and changed > fresh for _, changed, size, _ in signature([self._target.folder])):
                return
            time.sleep(pause)

    def aim(self) -> Aim:
        target, modules = self._target, self._library.modules
        if target.kind == "courses":
            return Aim()
        name = modules[0].id if modules else NOT_KNOWN
        lines = self._library.lines(name, target.lesson)
        step = lines.step_at(self._line) if lines else 0
        return Aim(name, target.lesson, step, glossary=target.kind == "glossary")

    def spot(self, aim: Aim) -> Spot | None:
        target, module = self._target, aim.module
        if not module and target.kind != "courses":
            module = next((known.id for known in self._library.modules), "")
        folder = self._library.folder_of(module)
        if folder is None:
            return None if target.kind == "courses" else self._spot(target.file, self._line)
        lines = self._library.lines(module, aim.lesson) if aim.lesson else None
        if lines:
            return self._spot(lines.path, lines.line_of(aim.step, aim.node))
        name = GLOSSARY if aim.glossary else MODULE
        path = folder / name
        return self._spot(path, self._line if path == target.file else 1)

    def _spot(self, path: Path, line: int, column: int = 0) -> Spot:
        """The place as it is seen from the folder that the preview is of."""
        inside = path.is_relative_to(self._target.folder)
        shown = path.relative_to(self._target.folder).as_posix() if inside else name_of(path)
        return Spot(str(path), line, f"{shown}:{line}" + (f":{column}" if column else ""))

    def findings(self) -> tuple[Finding, ...]:
        today = SystemClock().today()
        report = check([self._target.folder], bundled=self._bundled, today=today, remembered=self._clean)
        return tuple(map(self._finding, report.problems))

    def _finding(self, problem: Problem) -> Finding:
        source, caret = excerpt(problem, EXCERPT_CELLS)
        return Finding(
            code=problem.code,
            warning=problem.severity == "warning",
            spot=self._spot(Path(os.path.abspath(problem.path)), problem.line, problem.column),  # noqa: PTH100 - links stay
            what=_both(message, problem),
            hint=_both(hint, problem),
            why=_both(reason, problem),
            excerpt=source,
            caret=caret,
        )

    def editing(self, spot: Spot) -> EditorCall:
        return editor_call(spot.path, spot.line)

    def watch(self, changed: Callable[[], None], stop: Event) -> None:
        watch_files(self._folders, self._first, changed, stop)


def _both(say: Callable[[Problem, Language], str], problem: Problem) -> Text:
    return Text(id=say(problem, "id"), en=say(problem, "en"))
