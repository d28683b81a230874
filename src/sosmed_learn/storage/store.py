"""The event store: events in, progress and events out. How it works stands in the docstring of this package.

No screen, no course, no clock: whoever saves hands over finished events, and days come in as arguments.
"""

import contextlib
import errno
import os
import threading
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Damage, News
from sosmed_learn.storage import backups, disk
from sosmed_learn.storage.elsewhere import write_elsewhere
from sosmed_learn.storage.following import follow
from sosmed_learn.storage.formats import LOCK, Contents, DamagedError, NewerError, journal_path, look
from sosmed_learn.storage.journal import Journal
from sosmed_learn.storage.mending import file_time, mend, sweep
from sosmed_learn.storage.migrations import MIGRATIONS, rows_of_single_file
from sosmed_learn.storage.reading import Reader
from sosmed_learn.storage.rows import CHECK, Row, checksum, identity, salvage, to_events, to_row
from sosmed_learn.storage.segments import SEAL_BYTES, seal, write_segments
from sosmed_learn.storage.snapshot import NOTHING, Snapshot, read_snapshot, write_snapshot
from sosmed_learn.storage.troubles import trouble_of

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_SECONDS = 10.0
"""How long to wait for another window; a save takes milliseconds, so this long means that something is wrong."""

LOCK_POLL = 0.005
"""How long to wait before looking again whether the lock is free: about as long as a save."""


class TinyEventStore:
    """Implements ``core.study.EventStore`` over a folder. Safe to call from several threads and processes.

    ``snapshot`` is where derived progress may be kept; ``backups`` the folder for copies; ``legacy`` the file of
    format 1, which is taken in when it is met.
    """

    def __init__(
        self, folder: Path, *, snapshot: Path | None = None, backups: Path | None = None, legacy: Path | None = None
    ) -> None:
        self._folder = folder
        self._snapshot = snapshot
        self._backups = backups
        self._legacy = legacy
        self._journal = Journal(journal_path(folder))
        self._reader = Reader(folder, self.lock)
        self._held: FileLock | None = None
        self._making_lock = threading.Lock()
        self._seen: set[str] = set()
        self._recent: set[str] = set()
        self._segments: frozenset[str] = frozenset()

    @property
    def place(self) -> Path:
        """The folder that holds the events."""
        return self._folder

    def damage(self) -> Damage | None:
        """What was found damaged by this store, if anything was."""
        return self._reader.damage

    def copies(self) -> Sequence[Path]:
        """Copies that a file-sync program has put beside our files, to be merged. Raises nothing."""
        try:
            return look(self._folder).copies
        except OSError:
            return ()

    # Reading

    def load(self) -> list[Event]:
        """All events, each once, in the order of their ids, which is that of time. Raises ``StoreUnusable``."""
        return sorted(to_events(self.rows()), key=lambda event: event.id)

    def rows(self) -> list[Row]:
        """All rows, also those that this app does not understand. Raises ``StoreUnusable``."""
        older = self._older_rows()
        found = self._reader.read(lambda contents: contents.segments)
        return [*older, *found.sealed, *found.recent]

    def progress(self) -> Progress:
        """``fold(self.load())``, without reading the past where the snapshot holds. Raises ``StoreUnusable``."""
        older = self._older_rows()

        def take(contents: Contents, recent: list[Row]) -> Progress:
            self._remember(contents, recent, ())
            base = read_snapshot(self._snapshot, contents.segments) if self._snapshot else NOTHING
            return self._following(contents, base, [*older, *recent])

        return self._reader.look_and(take)

    def _following(self, contents: Contents, base: Snapshot, waiting: Sequence[Row]) -> Progress:
        """What follows from all sealed files and the rows ``waiting``, with as little reading as can be."""
        for known in (base, NOTHING):  # an event from another time or machine makes a snapshot useless
            parts = (self._reader.sealed(name) for name in contents.segments if name not in known.files)
            progress = follow(parts, known.progress, begun=bool(known.files), waiting=waiting)
            if progress is not None:
                return progress
        rows = [row for name in contents.segments for row in self._reader.sealed(name)]
        return fold(to_events([*rows, *waiting]))

    def news(self) -> News:
        """What other windows have saved since this store last looked. Raises nothing: the next look may succeed."""
        try:
            found = self._reader.read(lambda contents: contents.segments.keys() - self._segments)
        except StoreUnusable:
            return News()
        known, segments, recent = self._seen.copy(), self._segments, self._recent
        self._remember(found.contents, found.recent, found.sealed)
        here = {row["id"] for row in (*found.recent, *found.sealed)}
        anew = not segments <= found.contents.segments.keys() or not recent <= here
        return News(tuple(e for e in to_events([*found.sealed, *found.recent]) if e.id not in known), anew)

    def _older_rows(self) -> list[Row]:
        """Take in a file of an older format; its rows where that cannot be done. Raises ``StoreUnusable``."""
        if self._legacy is None or not os.path.lexists(self._legacy):
            return []
        try:
            try:
                with self.lock():
                    self._migrate()
                    return []
            except OSError:  # a folder that can only be read: it is taken in when it can be written to
                return self._legacy_rows()
        except NewerError as error:
            raise StoreUnusable("newer", str(self._legacy)) from error
        except OSError as error:
            raise StoreUnusable(trouble_of(error), str(self._legacy), error.strerror or str(error)) from error

    def _legacy_rows(self) -> list[Row]:
        path = self._legacy
        if path is None:
            return []
        try:
            return rows_of_single_file(path)
        except DamagedError:
            self._reader.damage = Damage(name=path.name, kept=False)
            return salvage(path.read_bytes())

    def _migrate(self) -> None:
        """Under the lock. Raises ``OSError`` and ``NewerError``."""
        path = self._legacy
        if path is not None and os.path.lexists(path):
            disk.make_folder(self._folder)
            aside = MIGRATIONS[1](path, self._folder, file_time())
            if aside is not None:
                self._reader.damage = Damage(name=aside.name, kept=True)

    # Writing

    def lock(self) -> AbstractContextManager[Any]:
        """The lock that every writer holds, taken; leaving it lets go. Raises ``OSError`` where it cannot be had.

        A thread that holds it may take it again: adding reads, and reading may mend.
        """
        from filelock import FileLock  # noqa: PLC0415 - the first screen of a new learner does not need it

        disk.make_folder(self._folder)
        with self._making_lock:
            # The lock is the system's own, so the lock of a killed process is gone with it.
            self._held = self._held or FileLock(self._folder / LOCK, mode=disk.OWNER_ONLY)
        try:
            return self._held.acquire(timeout=LOCK_SECONDS, poll_interval=LOCK_POLL)  # its Timeout is an OSError
        except NotImplementedError as error:  # a file system without locks
            raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(self._folder)) from error

    def append(self, event: Event) -> None:
        """Return when ``event`` is on disk. Raises ``SaveFailed`` and then has changed nothing."""
        try:
            with self.lock():
                self._migrate()
                self._append(to_row(event))
        except NewerError as error:
            raise SaveFailed("newer", str(self._folder)) from error
        except OSError as error:
            raise SaveFailed(trouble_of(error), str(self._folder), error.strerror or str(error)) from error
        self._seen.add(event.id)
        self._recent.add(event.id)

    def _append(self, row: Row) -> None:
        """Under the lock. Raises ``OSError`` and ``NewerError``."""
        if self._journal.is_lost() and look(self._folder).segments.keys() <= self._segments:
            # Not sealed by another window, which would have left a new sealed file: somebody has removed it.
            self._reader.damage = Damage(name=self._folder.name, kept=False, gone=True)
        try:
            size = self._journal.append(row)
        except DamagedError:
            self._mend_journal()
            size = self._journal.append(row)
        if size >= SEAL_BYTES:
            # The event is safe already; a journal that cannot be sealed now only grows until it can be.
            with contextlib.suppress(OSError, NewerError):
                self._seal()
                self._segments |= look(self._folder).segments.keys()

    def _seal(self) -> None:
        try:
            seal(self._journal.path)
            self._journal.forget()
        except DamagedError:  # since it was last read
            self._mend_journal()

    def _mend_journal(self) -> None:
        self._journal.forget()
        self._reader.damage = Damage(name=mend(self._journal.path).name, kept=True)

    def add(self, rows: Sequence[Row]) -> int:
        """Add those of ``rows`` that are not there yet; how many. Raises ``StoreUnusable`` and ``SaveFailed``."""
        try:
            with self.lock():
                here = set(map(identity, self.rows()))
                new = {(row["id"], check): row | {CHECK: check} for row in rows for check in [checksum(row)]}
                wanted = sorted(new.keys() - here)
                write_segments(self._folder, [new[key] for key in wanted])
        except OSError as error:
            raise SaveFailed(trouble_of(error), str(self._folder), error.strerror or str(error)) from error
        return len(wanted)

    def write_elsewhere(self, events: Sequence[Event]) -> Path:
        """Write ``events`` to some other place; where. Raises ``SaveFailed`` when there is no room there either."""
        return write_elsewhere(events)

    # While nobody waits

    def tend(self, today: date) -> None:
        """Keep the snapshot fresh and make the backup of ``today``. Raises nothing: it is tried again another time."""
        with contextlib.suppress(OSError, StoreUnusable):
            if any(self._folder.glob(".*.new")):
                with self.lock():
                    sweep(self._folder)
            if self._snapshot is not None:
                self._renew_snapshot(self._snapshot)
            if self._backups is not None:
                backups.make_for_the_day(self._folder, self._backups, today)

    def _renew_snapshot(self, path: Path) -> None:
        def take(contents: Contents, _recent: list[Row]) -> None:
            files = contents.segments
            old = read_snapshot(path, files)
            if old.files.keys() == files.keys():
                return
            progress = self._following(contents, old, ())
            if look(self._folder).segments.items() >= files.items():  # else something was mended meanwhile
                write_snapshot(path, files, progress)

        self._reader.look_and(take)

    def _remember(self, contents: Contents, recent: Iterable[Row], sealed: Iterable[Row]) -> None:
        self._recent = {row["id"] for row in recent}
        self._seen |= self._recent
        self._seen.update(row["id"] for row in sealed)
        self._segments = frozenset(contents.segments)
