"""The event store: events in, events out, safe against a kill at any moment, a second window and a damaged file.

The file has two tables that a person can read: ``meta`` with the format version, and ``events`` with one row an event.
A file from a newer app is left alone. A file that cannot be read is moved aside under a dated name and never
overwritten; the learner is told. No fold, no derived value: that is ``core.progress``.
"""

import errno
import os
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from sosmed_learn.core.errors import SaveFailed, StoreTrouble, StoreUnusable
from sosmed_learn.core.events import EVENT_FORMAT, Event
from sosmed_learn.storage.tables import read_tables

LOCK_SECONDS = 10.0
"""How long to wait for another window; a save takes milliseconds, so this long means that something is wrong."""


DAMAGED = (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)
"""How it shows that a file is not JSON, not UTF-8, or JSON of another shape: damaged in one way or another."""


class TinyEventStore:
    """Implements ``core.study.EventStore`` over one TinyDB file. Safe to call from several threads and processes."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._aside: Path | None = None

    @property
    def place(self) -> Path:
        """The file that holds the events."""
        return self._path

    def set_aside(self) -> Path | None:
        """Where a damaged file was moved by this store, if one was."""
        return self._aside

    def load(self) -> list[Event]:
        """All events, in the order in which they were saved.

        Raises ``StoreUnusable`` when the file was made by a newer app, cannot be opened, or is damaged and cannot be
        moved aside.
        """
        try:
            rows = self._rows()
        except DAMAGED:
            rows = self._set_aside_and_read()
        except OSError as error:
            raise StoreUnusable(_trouble(error), str(self._path), _reason(error)) from error
        return [event for event in map(_event, rows) if event is not None]

    def append(self, event: Event) -> None:
        """Return when ``event`` is on disk. Raises ``SaveFailed`` and then has changed nothing."""
        from tinydb import TinyDB  # noqa: PLC0415 - the first screen does not need it

        from sosmed_learn.storage.wholefile import WholeFileStorage  # noqa: PLC0415

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._lock():
                self._rows_or_set_aside()
                with TinyDB(self._path, storage=WholeFileStorage) as database:
                    if not len(database.table("meta")):
                        database.table("meta").insert({"format": EVENT_FORMAT})
                    database.table("events").insert(msgspec.to_builtins(event, str_keys=True))
        except OSError as error:
            raise SaveFailed(_trouble(error), str(self._path), _reason(error)) from error
        except (ValueError, RuntimeError) as error:
            # Text that no UTF-8 can hold, or a file system without locks.
            raise SaveFailed("other", str(self._path), str(error)) from error
        except StoreUnusable as error:
            raise SaveFailed(error.trouble, error.path, error.detail) from error

    def _lock(self) -> AbstractContextManager[Any]:
        from filelock import FileLock  # noqa: PLC0415 - the first screen of a new learner does not need it

        # The lock is the system's own, so the lock of a killed process is gone with it. Its Timeout is an OSError.
        return FileLock(self._path.with_name(self._path.name + ".lock"), timeout=LOCK_SECONDS, mode=0o600)

    def _rows(self) -> list[dict[str, Any]]:
        tables = read_tables(self._path)
        return [] if tables is None else _rows(tables, self._path)

    def _set_aside_and_read(self) -> list[dict[str, Any]]:
        """Move a damaged file aside, unless another window has done so meanwhile. Raises ``StoreUnusable``."""
        try:
            with self._lock():
                return self._rows_or_set_aside()
        except OSError as error:
            raise StoreUnusable(_trouble(error), str(self._path), _reason(error)) from error

    def _rows_or_set_aside(self) -> list[dict[str, Any]]:
        """The rows of the events table; an unreadable file is moved aside first, and there are then none."""
        try:
            return self._rows()
        except DAMAGED:
            self._aside = _move_aside(self._path)
            return []


def _rows(tables: dict[str, dict[str, Any]], path: Path) -> list[dict[str, Any]]:
    newest = max((int(row["format"]) for row in tables["meta"].values()), default=0)
    if newest > EVENT_FORMAT:
        raise StoreUnusable("newer", str(path))
    return [tables["events"][number] for number in sorted(tables.get("events", {}), key=int)]


def _event(row: dict[str, Any]) -> Event | None:
    """The event in a row, or None for a row that this app does not understand: it stays in the file as it is."""
    try:
        return msgspec.convert(row, Event)  # type: ignore[no-any-return]
    except msgspec.ValidationError:
        return None


def _move_aside(path: Path) -> Path:
    """Rename a damaged file to a dated name that is free. Raises ``OSError``."""
    now = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    number = 0
    while True:
        suffix = f"-{number}" if number else ""
        aside = path.with_name(f"{path.stem}.damaged-{now}{suffix}{path.suffix}")
        if not os.path.lexists(aside):  # and it stays free: whoever moves a file here holds our lock
            os.rename(path, aside)  # noqa: PTH104 - Windows refuses where the name is taken all the same
            return aside
        number += 1


def _trouble(error: OSError) -> StoreTrouble:
    if type(error).__name__ == "Timeout":
        return "locked"
    by_number: dict[int | None, StoreTrouble] = {
        errno.ENOSPC: "full",
        getattr(errno, "EDQUOT", errno.ENOSPC): "full",  # not known to Windows
        errno.EACCES: "denied",
        errno.EPERM: "denied",
        errno.EROFS: "read-only",
    }
    return by_number.get(error.errno, "other")


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
