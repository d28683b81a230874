"""Copies of the store's files: one a day, kept for seven days and four weeks, and one before anything that could lose.

A backup is a folder with the same files. A sealed file that an earlier backup has already is not copied again but gets
a second name, so a day costs what was added since; the store's own files are never shared with a backup. What a
learner has asked for (``manual``) stays until the learner removes it. Beside the backups stand files that were moved
out of the way (``aside``): they are no backups, and nothing removes them either.
"""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import free_name, look

DAYS = 7
WEEKS = 4
MOST_BEFORE = 10
"""How many of those made before a migration, a restore or a merge are kept."""
_BEFORE = "before-"
_MANUAL = "manual-"
_ASIDE = ("copies-", "damaged-")
_WHEN = re.compile(r"\d{4}-\d{2}-\d{2}(?:-\d{6}(?:-\d+)?)?$")


class Backup(Struct, frozen=True):
    """A backup by its name: a date, or what it was made before and when."""

    name: str
    path: Path


def listed(backups: Path) -> list[Backup]:
    """All backups, the newest last. Raises ``OSError`` where the folder may not be looked into."""
    try:
        paths = [path for path in backups.iterdir() if path.is_dir() and not path.name.startswith((".", *_ASIDE))]
    except FileNotFoundError:
        return []
    return [Backup(path.name, path) for path in sorted(paths, key=lambda path: _when(path.name))]


def make(folder: Path, backups: Path, name: str) -> Path | None:
    """Copy the files of ``folder`` to the backup ``name``; None when there is nothing to copy. Raises ``OSError``.

    It appears under its name, or that name with a number where it is taken, only when it is complete. It needs no
    lock: journals are copied before it is seen which files are sealed, so what is sealed meanwhile is in both.
    """
    if not _anything_in(folder):
        return None
    disk.make_folder(backups)
    growing = Path(tempfile.mkdtemp(prefix=f".{name}.", suffix=".new", dir=backups))  # a name that nobody else has
    try:
        _fill(growing, folder, [backup.path for backup in reversed(listed(backups))])
        target = backups / name
        if target.exists() and _day_of(name) is not None:  # another window has made the day's meanwhile
            shutil.rmtree(growing)
            return target
        target = free_name(backups / name)
        growing.rename(target)
    except OSError:
        shutil.rmtree(growing, ignore_errors=True)
        raise
    disk.sync_folder(backups)
    return target


def _anything_in(folder: Path) -> bool:
    contents = look(folder)
    return bool(contents.segments or contents.journals)


def _fill(growing: Path, folder: Path, earlier: Sequence[Path]) -> None:
    for path in look(folder).journals:
        try:
            content = path.read_bytes()
        except FileNotFoundError:  # sealed meanwhile, and so found below
            continue
        # Of a line that is being written just now nobody has been told that it is saved.
        disk.write_whole(growing / path.name, content[: content.rfind(b"\n") + 1] or content)
    for segment, (size, _) in look(folder).segments.items():
        source = next((path / segment for path in earlier if _same(path / segment, size)), None)
        if source is not None:
            disk.keep_as(source, growing / segment)
        else:
            disk.copy(folder / segment, growing / segment)
    disk.sync_folder(growing)


def _same(path: Path, size: int) -> bool:
    """Whether an earlier backup has that sealed file: its name tells what is in it, its size that it is whole."""
    try:
        return path.stat().st_size == size
    except OSError:
        return False


def make_for_the_day(folder: Path, backups: Path, today: date) -> None:
    """Make the backup of ``today`` unless there is one, and let go of those that are too old. Raises ``OSError``."""
    if not (backups / today.isoformat()).exists() and make(folder, backups, today.isoformat()):
        for name in too_old(backup.name for backup in listed(backups)):
            shutil.rmtree(backups / name)


def too_old(names: Iterable[str]) -> list[str]:
    """Which backups may go: all but the newest seven days, the newest day of each of four weeks, and ten others.

    They are counted, not measured against today: a clock that was wrong for one start takes none of them away.
    """
    names = list(names)
    days = sorted(day for name in names if (day := _day_of(name)) is not None)
    newest_of_week = {day.isocalendar()[:2]: day for day in days}
    kept = {*days[-DAYS:], *sorted(newest_of_week.values())[-WEEKS:]}
    others = sorted((name for name in names if name.startswith(_BEFORE)), key=_when)
    return [day.isoformat() for day in days if day not in kept] + others[:-MOST_BEFORE]


def before(what: str, now: str) -> str:
    """The name of a backup made before ``what``."""
    return f"{_BEFORE}{what}-{now}"


def manual(now: str) -> str:
    """The name of a backup that somebody has asked for."""
    return f"{_MANUAL}{now}"


def day_of(name: str) -> date | None:
    """The day on which the backup of that name was made, as far as the name tells."""
    found = _WHEN.search(name)
    return _day_of(found[0][: len("2026-11-26")]) if found else None


def move_aside(paths: Iterable[Path], backups: Path, what: str, now: str) -> Path | None:
    """Move ``paths`` into a folder of their own among the backups; that folder. Raises ``OSError``.

    A file that is gone already was moved by somebody else.
    """
    if what not in (kind.rstrip("-") for kind in _ASIDE):
        raise ValueError(what)
    there = [path for path in paths if os.path.lexists(path)]
    if not there:
        return None
    disk.make_folder(backups)
    target = free_name(backups / f"{what}-{now}")
    disk.make_folder(target)
    for path in there:
        disk.keep_as(path, free_name(target / path.name))
        disk.remove(path)
        disk.sync_folder(path.parent)
    return target


def _when(name: str) -> tuple[str, str]:
    """By which backups sort in time. A day's backup was made at some time of it: before those with an hour."""
    found = _WHEN.search(name)
    return (found[0] if found else "", name)


def _day_of(name: str) -> date | None:
    try:
        return date.fromisoformat(name)
    except ValueError:
        return None
