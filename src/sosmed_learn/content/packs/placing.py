"""Putting modules into the folder of installed ones and taking them out, each in one step. The caller holds the lock.

Files are written into a hidden folder beside the others, checked there, and then given their name by one rename.
Whoever reads meanwhile, or after a power cut, finds the old module whole or the new one.
"""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

from sosmed_learn.content.packs.installed import generations
from sosmed_learn.content.packs.manifest import encode
from sosmed_learn.content.packs.names import MANIFEST
from sosmed_learn.content.packs.origin import write_origin
from sosmed_learn.content.packs.pack import Pack

_NEW, _GONE = ".new-", ".gone-"


def clean(courses: Path) -> None:
    """Remove what earlier commands left when they were ended halfway, and all but the newest of each module.

    What the system does not let go of stays for the next time; nobody reads it.
    """
    left = [path for path in courses.iterdir() if path.name.startswith((_NEW, _GONE))]
    older = [path for folders in generations(courses).values() for _, path in folders[:-1]]
    for path in (*left, *older):
        _drop(path)


def stage(pack: Pack, courses: Path) -> Path:
    """A hidden folder with the files of the pack and a note of where it is from. Raises ``OSError`` and leaves none."""
    folder = Path(tempfile.mkdtemp(prefix=_NEW, dir=courses))
    try:
        for name, data in {**pack.files, MANIFEST: encode(pack.manifest)}.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            with path.open("xb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        write_origin(folder, pack.source)
    except OSError:
        _drop(folder)
        raise
    for inner in {(folder / name).parent for name in pack.files}:
        _sync(inner)
    return folder


def unstage(folder: Path) -> None:
    """Remove a hidden folder that shall not be installed."""
    _drop(folder)


def place(staged: Path, name: str, courses: Path) -> Path:
    """Give the hidden folder its name, from which on it is the installed module of the id ``name``; its place.

    Raises ``OSError``, and then what was installed still is.
    """
    before = generations(courses).get(name, [])
    target = courses / f"{name}.{before[-1][0] + 1 if before else 1}"
    staged.rename(target)
    _sync(courses)
    for _, path in before:
        _drop(path)
    return target


def remove(name: str, courses: Path) -> None:
    """Take the module out, older copies first, so that none of them comes back. Raises ``OSError``."""
    for _, path in generations(courses).get(name, []):
        gone = Path(tempfile.mkdtemp(prefix=_GONE, dir=courses))
        path.rename(gone / path.name)
        _sync(courses)
        _drop(gone)


def _drop(folder: Path) -> None:
    if os.path.islink(folder):  # noqa: PTH114 - nobody of us makes links, and what one leads to is not ours
        return
    shutil.rmtree(folder, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make the names in ``folder`` last through a power cut. Windows has no such call and needs none."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):  # some network file systems refuse; the content was synced
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
