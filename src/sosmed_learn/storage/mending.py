"""A file that cannot be read whole: kept as it was under a dated name, and what is whole in it put back.

Whoever mends holds the lock of the folder. At no moment is a row that could be read in fewer places than before.
"""

import glob
from datetime import datetime
from pathlib import Path

from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import damaged_name
from sosmed_learn.storage.journal import write_journal
from sosmed_learn.storage.rows import Row, is_checked, salvage
from sosmed_learn.storage.segments import write_segment


def mend(path: Path) -> Path:
    """Keep the damaged ``path`` aside and put its good rows in its place; where it is kept.

    Raises ``OSError``; the damaged file then stands where it stood, or its good rows already do.
    """
    content = path.read_bytes()
    rows = good_rows(content)
    aside = _kept_aside(path, content)
    if path.suffix == ".jsonl" and rows:
        write_journal(path, rows)
        return aside
    mended = write_segment(path.parent, rows) if rows else None
    if mended != path:
        disk.remove(path)
        disk.sync_folder(path.parent)
    return aside


def good_rows(content: bytes) -> list[Row]:
    """The rows with a right checksum in a damaged journal or sealed file. Raises nothing."""
    return [row for row in salvage(content) if is_checked(row)]


def sweep(folder: Path) -> None:
    """Remove what a process that was stopped had not finished writing. Raises ``OSError``."""
    for path in folder.glob(".*.new"):
        disk.remove(path)


def file_time() -> str:
    """Now, on the learner's clock, as it stands in file names."""
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")


def _kept_aside(path: Path, content: bytes) -> Path:
    """Where the damaged ``content`` of ``path`` is kept: mending that failed half-way is tried again and again.

    It is a file of its own, not a second name: the journal may still be appended to until it is mended.
    """
    for kept in path.parent.glob(f"{glob.escape(path.name)}.damaged-*"):
        if kept.read_bytes() == content:
            return kept
    aside = damaged_name(path, file_time())
    disk.write_whole(aside, content)
    return aside
