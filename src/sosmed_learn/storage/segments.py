"""Sealed events: TinyDB files with the tables ``meta`` and ``events``, written once and never changed.

Sealing moves what a journal holds into such a file. It holds the lock of the folder; it may be stopped anywhere, and
then the events are found in both places or still in the first.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path

from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import FORMAT, DamagedError, NewerError, begins_like, check_format, look, segment_name
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.rows import Row, identity, is_checked
from sosmed_learn.storage.tables import read_tables

SEAL_BYTES = 128 * 1024
"""A journal of this size is sealed: about 300 events, which takes some milliseconds to write and to read."""

SEGMENT_ROWS = 300
"""Rows in a file that is written all at once, after merging or migrating."""


def write_segment(folder: Path, rows: Sequence[Row]) -> Path:
    """Write ``rows``, of which there is at least one, as a sealed file and return when it is on disk."""
    from tinydb import TinyDB  # noqa: PLC0415 - 30 ms that only one save in some hundred needs
    from tinydb.middlewares import CachingMiddleware  # noqa: PLC0415

    from sosmed_learn.storage.wholefile import WholeFileStorage  # noqa: PLC0415

    path = folder / segment_name(rows)
    # Cached, so that both tables come into the file in one step when it is closed.
    with TinyDB(path, storage=CachingMiddleware(WholeFileStorage)) as database:  # type: ignore[no-untyped-call] # TinyDB's
        database.drop_tables()
        database.table("meta").insert({"format": FORMAT})
        database.table("events").insert_multiple(rows)
    return path


def write_segments(folder: Path, rows: Sequence[Row]) -> None:
    """Write any number of ``rows`` as sealed files of a size that is read in a moment."""
    for start in range(0, len(rows), SEGMENT_ROWS):
        write_segment(folder, rows[start : start + SEGMENT_ROWS])


def read_segment(path: Path) -> list[Row]:
    """The rows of a sealed file in their order. Raises ``OSError``, ``DamagedError`` and ``NewerError``."""
    try:
        tables = read_tables(path)
        if tables is None:
            raise FileNotFoundError(path)
        check_format(max((row["format"] for row in tables["meta"].values()), default=None))
        table = tables["events"]
        rows = [table[number] for number in sorted(table, key=int)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DamagedError from error
    if not rows or not all(map(is_checked, rows)) or segment_name(rows) != path.name:
        raise DamagedError
    return rows


def seal(journal: Path) -> None:
    """Move what ``journal`` holds into a sealed file beside it. Raises ``OSError`` and ``DamagedError``."""
    rows = read_journal(journal)
    sealed = _sealed_already(journal.parent, rows)
    rest = [row for row in rows if identity(row) not in sealed]
    if rest:
        write_segment(journal.parent, rest)
    disk.remove(journal)
    disk.sync_folder(journal.parent)


def _sealed_already(folder: Path, rows: Sequence[Row]) -> set[tuple[str, str]]:
    """Which of the journal's ``rows`` are: after a stop before the journal was removed, a part of them is."""
    sealed: set[tuple[str, str]] = set()
    for name in look(folder).segments if rows else ():
        # A file that cannot be read whole is for ``mending``; what is in it is better sealed twice than never.
        with contextlib.suppress(DamagedError, NewerError):
            sealed.update(map(identity, read_segment(folder / name)) if begins_like(name, rows) else ())
    return sealed
