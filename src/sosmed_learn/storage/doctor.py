"""What is wrong or waiting among the files of the store, found by reading all of them. Changes nothing; ``repairing``
does. It says what it found in codes and values: the sentences are the command line's.
"""

import contextlib
import os
import stat
import time
from collections.abc import Callable, Container, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct

from sosmed_learn.core.progress import fold
from sosmed_learn.core.tally import day_of
from sosmed_learn.storage import backups, disk
from sosmed_learn.storage.findings import Finding, Health, Places, code_of
from sosmed_learn.storage.formats import LOCK, Contents, DamagedError, NewerError, look
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.merging import Known
from sosmed_learn.storage.migrations import rows_of_single_file
from sosmed_learn.storage.rows import Row, salvage, to_event, to_events, to_line
from sosmed_learn.storage.segments import read_segment
from sosmed_learn.storage.snapshot import read_snapshot
from sosmed_learn.storage.waiting import waiting

_OTHERS = 0o077  # what a mode lets the group and everybody do
_LOCK_SECONDS = 2.0
_BACKUP_DAYS = 7
_STOPPED_SECONDS = 60.0


def examine(places: Places, today: date) -> Health:
    """Look at every file. Raises ``OSError`` when the folder itself cannot be looked into."""
    with _locked(places) as refusal:
        # The two that others change at every save; sealed files are never changed, so nobody has to wait for them.
        contents = look(places.folder)
        journals = [_read(path, read_journal) for path in contents.journals]
        leftovers = list(_leftovers(places, settled=refusal is None))
    found = [*_sealed(places, contents), *journals, *_older(places)]
    findings = [finding for one in found for finding in one.findings]
    files = [(one.path, one.rows) for one in found]
    rows = [row for _, inside in files for row in inside]
    known = Known(rows)
    findings += [
        *([refusal] if refusal else []),
        *leftovers,
        *_modes(places),
        *waiting(places, contents, known),
        *_doubles(files),
        *_unknown(places, rows),
        *_snapshot(places, contents, dict(files)),
        *_backups(places, rows, today),
    ]
    unique = Known()
    once = tuple(row for row in rows if unique.learn(row))
    newest = max((day for backup in _listed(places) if (day := backups.day_of(backup.name))), default=None)
    return Health(tuple(findings), once, len(files), sum(_size(path) for path, _ in files), newest)


_Files = Sequence[tuple[Path, Sequence[Row]]]


class _Read(Struct, frozen=True):
    """What can be read in a file, and what is wrong with it."""

    path: Path
    rows: list[Row] = []
    findings: tuple[Finding, ...] = ()


@contextlib.contextmanager
def _locked(places: Places) -> Iterator[Finding | None]:
    """Hold the lock if there is one (it is not made for the sake of a look); else give why it cannot be had."""
    path = places.folder / LOCK
    if not path.exists():
        yield None
        return
    from filelock import FileLock  # noqa: PLC0415

    lock = FileLock(path, timeout=_LOCK_SECONDS, mode=disk.OWNER_ONLY)
    refusal = None
    try:
        lock.acquire()
    except OSError as error:  # held for too long, or not ours to open
        refusal = Finding("lock", path, detail=code_of(error))
    except RuntimeError:  # a file system without locks
        refusal = Finding("lock", path, detail="ENOSYS")
    try:
        yield refusal
    finally:
        lock.release()


def _sealed(places: Places, contents: Contents) -> Iterator[_Read]:
    for name in contents.segments:
        yield _read(places.folder / name, read_segment)


def _older(places: Places) -> Iterator[_Read]:
    """The file of format 1, while it has not been taken in."""
    if os.path.lexists(places.legacy):
        found = _read(places.legacy, rows_of_single_file)
        waits = Finding("older", places.legacy, len(found.rows), _size(places.legacy))
        yield found if found.findings else _Read(found.path, found.rows, (waits,))


def _read(path: Path, read: Callable[[Path], list[Row]]) -> _Read:
    size = _size(path)
    try:
        try:
            return _Read(path, read(path))
        except DamagedError:
            rows = salvage(path.read_bytes())
            return _Read(path, rows, (Finding("damaged", path, len(rows), size),))
    except NewerError:
        return _Read(path, findings=(Finding("newer", path, size=size),))
    except OSError as error:
        return _Read(path, findings=(Finding("refused", path, size=size, detail=code_of(error)),))


def _modes(places: Places) -> Iterator[Finding]:
    """Files and folders that others than the owner may open. Windows has no such modes."""
    for folder in (places.folder, places.backups):
        open_ones = [path for path in (folder, *sorted(folder.rglob("*"))) if others_may(path)]
        if open_ones:
            yield Finding("mode", folder, len(open_ones), detail=open_ones[0].name)
    if others_may(places.legacy):
        yield Finding("mode", places.legacy, 1, detail=places.legacy.name)


def others_may(path: Path) -> bool:
    """Whether the system lets others than the owner do anything with ``path``."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return os.name != "nt" and not stat.S_ISLNK(mode) and bool(mode & _OTHERS)


def _leftovers(places: Places, *, settled: bool) -> Iterator[Finding]:
    """What stopped writes have left. Under the lock (``settled``) nobody writes in the folder; elsewhere age tells."""
    for folder in (places.folder, places.backups, places.snapshot.parent):
        for path in sorted(folder.glob(".*.new")) if folder.is_dir() else ():
            if (settled and folder == places.folder) or _age(path) > _STOPPED_SECONDS:
                yield Finding("leftover", path, size=_size(path))


def _age(path: Path) -> float:
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return 0.0


def _doubles(files: _Files) -> Iterator[Finding]:
    """Events that are kept twice, by the file of the second one, and rows of one id that differ."""
    seen = Known()
    for path, rows in files:
        again = [row for row in rows if not seen.learn(row)]
        if again:
            yield Finding("twice", path, len(again), sum(len(to_line(row)) for row in again))
    first: dict[str, Row] = {}
    for path, rows in files:
        others = {row["id"] for row in rows if differ(first.setdefault(row["id"], row), row)}
        if others:
            yield Finding("differ", path, len(others), detail=", ".join(sorted(others)[:3]))


def differ(row: Row, other: Row) -> bool:
    """Whether two rows of one id say different things to this app."""
    return row is not other and to_event(row) != to_event(other)


def _unknown(places: Places, rows: Sequence[Row]) -> Iterator[Finding]:
    strange = [row for row in rows if to_event(row) is None]
    if strange:
        verbs = sorted({row["verb"] for row in strange})
        yield Finding(
            "unknown", places.folder, len(strange), sum(len(to_line(row)) for row in strange), ", ".join(verbs)
        )


def _snapshot(places: Places, contents: Contents, rows: dict[Path, Sequence[Row]]) -> Iterator[Finding]:
    """Whether the progress that is kept for the next start is what follows from the events."""
    kept = read_snapshot(places.snapshot, contents.segments)
    events = to_events(row for name in kept.files for row in rows[places.folder / name])
    if kept.files and kept.progress != fold(events):
        yield Finding("snapshot", places.snapshot, len(kept.files), _size(places.snapshot))


def _backups(places: Places, rows: Sequence[Row], today: date) -> Iterator[Finding]:
    """Damaged files in backups, each content looked at once, and whether there is a backup that is new enough."""
    seen: set[tuple[int, int]] = set()
    listed = _listed(places)
    for backup in listed:
        contents = look(backup.path)
        for path in (*(backup.path / name for name in contents.segments), *contents.journals):
            about = path.stat()
            if (about.st_dev, about.st_ino) not in seen:
                seen.add((about.st_dev, about.st_ino))
                for finding in _read(path, read_segment if path.suffix == ".json" else read_journal).findings:
                    yield Finding("backup", path, finding.count, finding.size, finding.kind)
    days = [day for backup in listed if (day := backups.day_of(backup.name))]
    newest = max(days, default=date.min)
    late = [day for event in to_events(rows) if (day := day_of(event)) and newest < day < today - timedelta(days=1)]
    yield from _missing(listed, {row["id"] for row in rows})
    if late and newest < today - timedelta(days=_BACKUP_DAYS):
        yield Finding("old-backup", places.backups, len(late), detail=newest.isoformat() if days else "")


def _missing(listed: Sequence[backups.Backup], here: Container[str]) -> Iterator[Finding]:
    """What the newest backup has and the progress does not: lost, or taken out by a restore."""
    if not listed:
        return
    newest = listed[-1].path
    contents = look(newest)
    read = [_read(newest / name, read_segment) for name in contents.segments]
    read += [_read(path, read_journal) for path in contents.journals]
    gone = {row["id"] for found in read for row in found.rows if row["id"] not in here}
    if gone:
        yield Finding("missing", newest, len(gone))


def _listed(places: Places) -> list[backups.Backup]:
    try:
        return backups.listed(places.backups)
    except OSError:
        return []


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
