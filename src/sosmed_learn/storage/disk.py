"""The calls to the system that change files, one small function each, and the two safe ways to write made of them.

Nothing here knows what is written. The tests replace these functions one by one, as SQLite's tests replace its own
layer between itself and the system: each can fail, or be the last thing that the process does.
"""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

OWNER_ONLY = 0o600
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would else write \r\n


def make_folder(path: Path) -> None:
    """Make ``path`` and what is missing above it, for the owner alone, and make the new names last."""
    try:
        path.mkdir(mode=0o700)
    except FileNotFoundError:
        make_folder(path.parent)
        make_folder(path)
    except OSError:  # a disk that can only be read refuses before it looks whether the folder is there
        if not path.is_dir():
            raise
    else:
        sync_folder(path.parent)


def open_for_append(path: Path) -> int:
    """A file handle that reads, and writes at the end; the file is made if it is missing."""
    return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _BINARY, OWNER_ONLY)


def open_beside(path: Path) -> tuple[int, str]:
    """A new file beside ``path``, which its owner alone may read: its handle and its name."""
    return tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)


def write(handle: int, data: bytes) -> int:
    """Write some of ``data``; how much."""
    return os.write(handle, data)


def sync(handle: int) -> None:
    """Return when what was written is on the disk itself."""
    getattr(os, "fdatasync", os.fsync)(handle)  # macOS and Windows have only the second


def truncate(handle: int, size: int) -> None:
    """Cut the file to ``size`` bytes."""
    os.ftruncate(handle, size)


def close(handle: int) -> None:
    """Close the file."""
    os.close(handle)


def replace(source: str, target: Path) -> None:
    """Give ``source`` the name of ``target`` in one step, whether that exists or not."""
    os.replace(source, target)  # noqa: PTH105 - the name is text already


def link(source: Path, target: Path) -> None:
    """A second name for the same content."""
    os.link(source, target)


def copy(source: Path, target: Path) -> None:
    """The same content once more, with its times; on the disk itself when this returns."""
    shutil.copy2(source, target)
    handle = os.open(target, os.O_RDWR | _BINARY)
    try:
        sync(handle)
    finally:
        close(handle)


def remove(path: Path) -> None:
    """Remove a file; that it is gone already is no failure."""
    path.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` last through a power cut. Windows has no such call and needs none."""
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


def write_all(handle: int, data: bytes) -> None:
    """Write all of ``data``, in as many calls as the system needs."""
    while data:
        data = data[write(handle, data) :]


def close_synced(handle: int) -> None:
    """Close a file whose content is on disk, or given up: what closing has to say changes neither."""
    with contextlib.suppress(OSError):
        close(handle)


def append(path: Path, data: bytes, size: int) -> None:
    """Put ``data`` behind the ``size`` bytes of ``path`` and return when it is on disk.

    Raises ``OSError`` and has then put the file back as it was, as far as the system lets it.
    """
    handle = open_for_append(path)
    try:
        write_all(handle, data)
        sync(handle)
    except OSError:
        with contextlib.suppress(OSError):
            truncate(handle, size)
        raise
    finally:
        close_synced(handle)


def write_whole(path: Path, content: bytes) -> None:
    """Replace ``path`` by ``content``: a reader sees the old content or the new, never a part.

    Raises ``OSError`` and has then left the target as it was.
    """
    # A name of its own, so that two writers that both lost the lock still cannot mix their bytes.
    handle, name = open_beside(path)
    try:
        try:
            write_all(handle, content)
            sync(handle)
        finally:
            close_synced(handle)
        replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            remove(Path(name))
        raise
    sync_folder(path.parent)


def keep_as(source: Path, target: Path) -> None:
    """Have the content of ``source`` under the name ``target`` too, which is free. Raises ``OSError``."""
    try:
        link(source, target)
    except FileExistsError:
        raise
    except OSError:  # not every file system has second names
        write_whole(target, source.read_bytes())
    else:
        sync_folder(target.parent)
