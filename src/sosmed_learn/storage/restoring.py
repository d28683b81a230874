"""Going back to a backup: first what it has and we have not is added, then what it has not is taken out.

May be stopped anywhere: after the first half there is the union, and in the second a row is gone from a file only when
a new file with all the others stands beside it. What is taken out stands in the backup that was made before.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct

from sosmed_learn.storage import disk, merging
from sosmed_learn.storage.formats import DamagedError, look, segment_name
from sosmed_learn.storage.journal import read_journal, write_journal
from sosmed_learn.storage.mending import mend
from sosmed_learn.storage.merging import Known
from sosmed_learn.storage.rows import Row
from sosmed_learn.storage.segments import read_segment, write_segment


class Store(merging.Store, Protocol):
    """What restoring needs of the event store."""

    def lock(self) -> AbstractContextManager[Any]:
        """The lock that every writer holds. Entering raises ``OSError``."""


class Change(Struct, frozen=True):
    """What restoring would do: the rows that come ``back``, and those that would ``go``."""

    back: tuple[Row, ...]
    go: tuple[Row, ...]


def change(backup: Iterable[Row], ours: Iterable[Row]) -> Change:
    """From ``ours`` to what stands in the ``backup``."""
    backup, ours = list(backup), list(ours)
    return Change(merging.weigh(backup, ours).new, merging.weigh(ours, backup).new)


def restore(store: Store, wanted: Change, backups_folder: Path) -> Path | None:
    """Carry out the change after a backup of what there was; that backup, if there was anything.

    Events that were saved since ``wanted`` was made stay. Raises ``OSError`` and ``NewerError``, ``SaveFailed`` and
    ``StoreUnusable``.
    """
    kept = merging.merge(store, wanted.back, backups_folder, "restore")
    with store.lock():
        gone = Known(wanted.go)
        rewrite(store.place, lambda row: row not in gone)
    return kept


def rewrite(folder: Path, wanted: Callable[[Row], bool]) -> None:
    """Let only the ``wanted`` rows stay in ``folder``; each file is asked in the order in which events are read.

    Whoever calls holds the lock. Raises ``OSError`` and ``NewerError``.
    """
    mend_all(folder)
    for path, rows in files_of(folder):
        kept = [row for row in rows if wanted(row)]
        if len(kept) < len(rows):
            _replace(path, kept)


def mend_all(folder: Path) -> dict[str, Path]:
    """Mend every damaged file in ``folder``, whose lock is held: under which name each is kept.

    Raises ``OSError`` and ``NewerError``.
    """
    contents = look(folder)
    mended = {}
    for path in (*(folder / name for name in contents.segments), *contents.journals):
        try:
            _read(path)
        except DamagedError:
            mended[path.name] = mend(path)
    return mended


def files_of(folder: Path) -> Iterator[tuple[Path, Sequence[Row]]]:
    """Each file with its rows, sealed ones first. Raises ``OSError``, ``DamagedError`` and ``NewerError``."""
    contents = look(folder)
    for path in (*(folder / name for name in contents.segments), *contents.journals):
        yield path, _read(path)


def _read(path: Path) -> list[Row]:
    return read_journal(path) if path.suffix == ".jsonl" else read_segment(path)


def _replace(path: Path, rows: Sequence[Row]) -> None:
    """Put ``rows``, which are some of those in ``path``, in its place."""
    if rows and path.suffix == ".jsonl":
        write_journal(path, rows)
        return
    if rows and path.name != segment_name(rows):
        write_segment(path.parent, rows)
    disk.remove(path)
    disk.sync_folder(path.parent)
