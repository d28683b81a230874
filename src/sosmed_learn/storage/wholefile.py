"""A TinyDB storage that replaces its file as a whole: a reader sees the old content or the new, never a part.

TinyDB's own storage writes in place and loses the file when it is killed meanwhile. No lock and no repair here.
"""

from pathlib import Path

import msgspec
from tinydb.storages import Storage

from sosmed_learn.storage import disk
from sosmed_learn.storage.tables import Tables, read_tables


class WholeFileStorage(Storage):
    """``write`` returns when the bytes are on disk. It raises ``OSError`` and then leaves the target as it was."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Tables | None:
        return read_tables(self.path)

    def write(self, data: Tables) -> None:
        disk.write_whole(self.path, msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n")

    def close(self) -> None:
        """Nothing stays open between calls."""
