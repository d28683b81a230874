"""What can go wrong outside of ``core`` and that a front end must be able to say in a sentence.

    SosmedError
    ├── LessonUnreadable    a course file has an error; the others are fine
    └── StoreError
        ├── SaveFailed      an event is not on disk yet
        └── StoreUnusable   the store cannot be opened at all (made by a newer app, no permission ...)

Errors carry codes and values, never sentences: the front ends say them in the reader's language.
"""

from typing import Literal

from sosmed_learn.core.text import Text

StoreTrouble = Literal["full", "denied", "read-only", "locked", "newer", "other"]


class SosmedError(Exception):
    """The base of all errors of ours."""


class LessonUnreadable(SosmedError):
    """The lesson has a problem in its file. ``where`` is ``path:line:column``, ``title`` what could be read of it."""

    def __init__(self, module: str, lesson: str, where: str, title: Text | None = None) -> None:
        super().__init__(f"{module}/{lesson}: {where}")
        self.module = module
        self.lesson = lesson
        self.where = where
        self.title = title


class StoreError(SosmedError):
    """The event store could not do it. ``trouble`` says why in a word, ``path`` names the file or folder."""

    def __init__(self, trouble: StoreTrouble, path: str, detail: str = "") -> None:
        super().__init__(f"{trouble}: {path} {detail}".rstrip())
        self.trouble = trouble
        self.path = path
        self.detail = detail


class SaveFailed(StoreError):
    """An event could not be written; it is still in memory and nothing on disk was harmed."""


class StoreUnusable(StoreError):
    """The store cannot be read; it was left exactly as it is."""
