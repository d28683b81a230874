"""From older layouts to the one of today, a small function for each step. What it has read it keeps under another name.

A migration is run under the lock and may be stopped anywhere: run again, it does no harm, since an event counts once.
"""

from collections.abc import Callable
from pathlib import Path

from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import DamagedError, NewerError, damaged_name, free_name
from sosmed_learn.storage.rows import CHECK, Row, checksum, is_row, salvage
from sosmed_learn.storage.segments import write_segments
from sosmed_learn.storage.tables import read_tables


def rows_of_single_file(path: Path) -> list[Row]:
    """The rows of format 1, one TinyDB file for everything: now with checksums.

    Raises ``OSError``, ``NewerError`` when a newer app made it, and ``DamagedError`` when it cannot be read whole.
    """
    try:
        tables = read_tables(path)
        if tables is None:  # another window has taken it in meanwhile
            return []
        formats = [int(row["format"]) for row in tables["meta"].values()]
        table = tables.get("events", {})
        rows = [table[number] for number in sorted(table, key=int)]
        if max(formats, default=0) > 1:
            raise NewerError
        # What is no row, no app of that format understood either; it stays in the file that is kept.
        return [row | {CHECK: checksum(row)} for row in rows if is_row(row)]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise DamagedError from error


def from_single_file(path: Path, folder: Path, now: str) -> Path | None:
    """Format 1 to 2: the events of ``path`` become sealed files in ``folder``, and it is kept under a dated name.

    Gives that name if the file was damaged. Raises ``OSError`` and ``NewerError``.
    """
    aside = None
    try:
        rows = rows_of_single_file(path)
    except DamagedError:
        rows = [row | {CHECK: checksum(row)} for row in salvage(path.read_bytes())]
        aside = damaged_name(path, now)
    write_segments(folder, rows)
    disk.replace(str(path), aside or free_name(path.with_name(f"{path.name}.format-1-{now}")))
    disk.sync_folder(path.parent)
    return aside


MIGRATIONS: dict[int, Callable[[Path, Path, str], Path | None]] = {1: from_single_file}
"""By the format that they take in."""
