"""A machine's journal: the newest events, one a line behind a line with the format. Appending is all that saving costs.

Whoever appends holds the lock of the folder. Sealing what has grown large is ``segments``' business.
"""

from collections.abc import Sequence
from pathlib import Path

import msgspec

from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import FORMAT, DamagedError, Stat, check_format
from sosmed_learn.storage.rows import Row, is_checked, to_line

HEAD = msgspec.json.encode({"format": FORMAT}) + b"\n"


def read_journal(path: Path) -> list[Row]:
    """The rows of the journal, none when there is no such file.

    Raises ``OSError``, ``DamagedError`` and ``NewerError``. An empty file is damage: none is ever made. So is a last
    line without its end, but it may be one that another process is writing just now: look again under the lock.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return []
    head, *lines = content.split(b"\n")
    try:
        about = msgspec.json.decode(head)
        check_format(about.get("format") if isinstance(about, dict) else None)
        rows = [msgspec.json.decode(line) for line in lines[:-1]]
    except (ValueError, RecursionError) as error:  # msgspec's own errors are ValueErrors
        raise DamagedError from error
    if not lines or lines[-1] or not all(map(is_checked, rows)):
        raise DamagedError
    return rows


def write_journal(path: Path, rows: Sequence[Row]) -> None:
    """Replace the journal by one with just these ``rows``. Raises ``OSError``."""
    disk.write_whole(path, HEAD + b"".join(map(to_line, rows)))


class Journal:
    """Appends to one journal. It knows how it left the file, so it reads it only after somebody else has written."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._left: Stat | None = None

    def append(self, row: Row) -> int:
        """Return when ``row`` is on disk; the size of the journal then.

        Raises ``OSError`` and has then changed nothing, ``DamagedError`` and ``NewerError`` before it changes anything.
        """
        now = self._stat()
        if now is None:
            write_journal(self.path, [row])  # whole, so that no stop can leave an empty one
        else:
            if now != self._left:
                read_journal(self.path)
            disk.append(self.path, to_line(row), now[0])
            if now != self._left:  # whoever made the file may have been stopped before its name was on disk
                disk.sync_folder(self.path.parent)
        self._left = self._stat()
        return self._left[0] if self._left else 0

    def is_lost(self) -> bool:
        """Whether there is no file now where this journal has written one; another window may have sealed it."""
        return self._left is not None and self._stat() is None

    def forget(self) -> None:
        """The file was sealed or mended by us: it need not be as it was left."""
        self._left = None

    def _stat(self) -> Stat | None:
        try:
            about = self.path.stat()
        except FileNotFoundError:
            return None
        return about.st_size, about.st_mtime_ns
