"""What a preview is handed by the top: courses that can be read again, their problems, and their author's editor.

Plain values and promises only. Where files are, what is wrong with them and which editor there is, others know.
"""

from collections.abc import Callable
from threading import Event
from typing import Protocol

from msgspec import Struct

from sosmed_learn.core.study import Editing, Library
from sosmed_learn.core.text import Text


class Aim(Struct, frozen=True):
    """A place in courses: Home, a module's page, its glossary, or a step of a lesson, counted from 0, and its node."""

    module: str = ""
    lesson: str = ""
    step: int = 0
    glossary: bool = False
    node: str = ""


class Spot(Struct, frozen=True):
    """A line of a file: ``path`` for an editor, ``shown`` for people."""

    path: str
    line: int
    shown: str


class Finding(Struct, frozen=True):
    """A problem of a file in words; ``caret`` stands under ``excerpt``, which is the source line or a part of it."""

    code: str
    warning: bool
    spot: Spot
    what: Text
    hint: Text
    why: Text = Text()
    excerpt: str = ""
    caret: str = ""


class Preview(Protocol):
    """Courses being written. Every call but ``spot`` and ``aim`` may touch the disk; none raises anything."""

    @property
    def watches(self) -> bool:
        """Whether changes are noticed by themselves."""

    def read(self) -> Library:
        """The courses as they are on disk now; what could not be opened tells ``findings``."""

    def aim(self) -> Aim:
        """What the author has named, in the courses as they were read last."""

    def spot(self, aim: Aim) -> Spot | None:
        """Where a place stands in the files as they were read last; None for what is no file."""

    def findings(self) -> tuple[Finding, ...]:
        """All problems, errors and warnings, by file and line."""

    def editing(self, spot: Spot) -> Editing:
        """The author's editor at a line."""

    def watch(self, changed: Callable[[], None], stop: Event) -> None:
        """Call ``changed`` whenever a file has changed, until ``stop`` is set. Blocks: call it in a thread."""
