"""The progress that follows from the sealed files, kept so that a start need not read them. Derived, never believed.

It counts only while every file that it was made from is there with the same size and time, and while the code that
folds is the same; whatever else is wrong with it, it is as if there were none.
"""

import contextlib
from pathlib import Path
from zlib import crc32

import msgspec
from msgspec import Struct

from sosmed_learn import __version__
from sosmed_learn.core import events, examprogress, progress, reviews, taskwork
from sosmed_learn.core.progress import Progress
from sosmed_learn.storage import disk
from sosmed_learn.storage.formats import Stat

_CHECKSUM_BYTES = 4


class Snapshot(Struct, frozen=True):
    """``progress`` as it follows from ``files``, folded by ``code``."""

    files: dict[str, Stat]
    progress: Progress
    code: tuple[Stat, ...] = ()
    version: str = __version__


NOTHING = Snapshot({}, Progress())
"""What follows from no files at all."""


def read_snapshot(path: Path, files: dict[str, Stat]) -> Snapshot:
    """The snapshot at ``path``, or ``NOTHING`` unless it was made from some of ``files`` as they are."""
    try:
        content = path.read_bytes()
        found = msgspec.msgpack.decode(content[_CHECKSUM_BYTES:], type=Snapshot)
    except (OSError, ValueError, RecursionError):
        return NOTHING
    whole = crc32(content[_CHECKSUM_BYTES:]) == int.from_bytes(content[:_CHECKSUM_BYTES], "big")
    same = all(files.get(name) == stat for name, stat in found.files.items())
    return found if whole and same and (found.code, found.version) == (_code(), __version__) else NOTHING


def last_known(path: Path) -> Progress:
    """Progress as it was when the snapshot was made, without a look at any other file. Raises nothing."""
    try:
        return msgspec.msgpack.decode(path.read_bytes()[_CHECKSUM_BYTES:], type=Snapshot).progress
    except (OSError, ValueError, RecursionError):
        return Progress()


def write_snapshot(path: Path, files: dict[str, Stat], folded: Progress) -> None:
    """Keep ``folded`` for the next start. That it cannot be kept only means a slower one."""
    content = msgspec.msgpack.encode(Snapshot(files, folded, _code()))
    with contextlib.suppress(OSError):
        disk.make_folder(path.parent)
        disk.write_whole(path, crc32(content).to_bytes(_CHECKSUM_BYTES, "big") + content)


def _code() -> tuple[Stat, ...]:
    """Size and time of the code that folds: another app may draw other conclusions from the same events."""
    try:
        modules = (events, examprogress, progress, reviews, taskwork)
        about = [Path(module.__file__).stat() for module in modules if module.__file__]
    except OSError:  # the code is not in files, as in an archive; then the app's version has to do
        return ()
    return tuple((one.st_size, one.st_mtime_ns) for one in about)
