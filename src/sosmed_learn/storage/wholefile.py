"""A TinyDB storage that replaces its file as a whole: a reader sees the old content or the new, never a part.

TinyDB's own storage writes in place and loses the file when it is killed meanwhile. Here the new content goes to a
file beside the target, is synced to disk, and takes the target's name in one step. No lock and no repair: that is
``store``'s business.
"""

import contextlib
import os
import tempfile
from pathlib import Path

import msgspec
from tinydb.storages import Storage

from sosmed_learn.storage.tables import Tables, read_tables

OWNER_ONLY = 0o600


class WholeFileStorage(Storage):
    """``read`` gives None for a file that is not there. ``write`` returns when the bytes are on disk.

    ``read`` raises ``OSError`` as the system gives it, ``UnicodeDecodeError`` or ``msgspec.DecodeError`` (a
    ``ValueError`` both) when the content is not JSON in UTF-8. ``write`` raises ``OSError`` and then leaves the
    target as it was.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Tables | None:
        return read_tables(self.path)

    def write(self, data: Tables) -> None:
        content = msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"
        # A name of its own, so that two writers that both lost the lock still cannot mix their bytes. mkstemp makes
        # the file readable by its owner only, and says so to Windows as far as Windows can be told.
        handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", suffix=".new", dir=self.path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self.path)  # noqa: PTH105 - the name is text already
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108
            raise
        sync_folder(self.path.parent)

    def close(self) -> None:
        """Nothing stays open between calls."""


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    # Some network file systems refuse to sync a folder, and a folder may be writable but not readable. The file itself
    # is synced and in place, so this must not be told as a failure: the event would be saved a second time.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
