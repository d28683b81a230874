"""Where bundled courses and the fact register are. Functions only: nothing is looked for while importing.

The environment is read by the top (``cli``), not here.
"""

import os
from pathlib import Path

from msgspec import Struct


class Places(Struct, frozen=True):
    """The folder of the bundled modules, and the seeds folder with the fact register."""

    courses: Path
    seeds: Path


def bundled() -> Places:
    """In an installed package the data stand inside it; in a checkout they are its ``courses/`` and ``seeds/``."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "bundled"
    base = inside if inside.is_dir() else package.parent.parent
    return Places(courses=base / "courses", seeds=base / "seeds")


def extra_folders(listed: str) -> tuple[Path, ...]:
    """Folders of a list as in ``PATH``: parted by ``:`` (``;`` on Windows), ``~`` is the home folder.

    A ``~name`` whose home is not known stays as it is. Folders that do not exist are kept: ``check`` says so, the
    library finds nothing in them.
    """
    return tuple(Path(_at_home(part.strip())) for part in listed.split(os.pathsep) if part.strip())


def _at_home(path: str) -> str:
    return os.path.expanduser(path)  # noqa: PTH111 - Path.expanduser raises for a home that is not known
