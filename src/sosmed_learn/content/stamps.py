"""Names, sizes and times of files, by which one sees that nothing has changed without reading any of them."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[str, int, int, int]
"""Path, times of change of content and of file in nanoseconds, and size."""


def code() -> Iterator[Stamp]:
    """The code that reads and judges course files: another app may come to other conclusions."""
    package = Path(__file__).parent.parent
    for folder in ("core", "content", "content/lint"):
        yield from in_folder(package / folder)


def in_folder(folder: Path) -> Iterator[Stamp]:
    """All that stands in a folder: also what is not read is told about, where its name is nearly right."""
    for entry in entries(folder):
        with contextlib.suppress(OSError):  # gone meanwhile, or a link to nowhere: not one of the files then
            about = entry.stat()
            if stat.S_ISREG(about.st_mode):
                yield entry.path, about.st_mtime_ns, about.st_ctime_ns, about.st_size


def entries(folder: Path) -> list[os.DirEntry[str]]:
    """What stands in the folder, by name; nothing where it cannot be looked into."""
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (OSError, ValueError):
        return []
