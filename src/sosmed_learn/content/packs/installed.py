"""Which modules are installed. Looks at names only, because every start of the app asks.

An installed module is a folder ``ID.NUMBER``. Each installation of an id takes the next number, so that one rename is
all that it takes to go from the old to the new, and only the highest number counts. Hidden names are what is being
written, or what was left by an installation that was ended halfway.
"""

import os
from pathlib import Path

from sosmed_learn.core.patterns import later

_NAME = later(r"([a-z][a-z0-9-]*)\.([1-9][0-9]{0,8})")


def generations(courses: Path) -> dict[str, list[tuple[int, Path]]]:
    """By id, the folders of a module with their numbers, the newest last. Links are none of ours."""
    found: dict[str, list[tuple[int, Path]]] = {}
    try:
        with os.scandir(courses) as entries:
            for entry in entries:
                match = _NAME().fullmatch(entry.name)
                if match and entry.is_dir(follow_symlinks=False):
                    found.setdefault(match[1], []).append((int(match[2]), courses / entry.name))
    except (OSError, ValueError):  # none was ever installed, or we may not look
        return {}
    return {name: sorted(found[name]) for name in sorted(found)}


def installed(courses: Path) -> dict[str, Path]:
    """The folder of each installed module by its id."""
    return {name: folders[-1][1] for name, folders in generations(courses).items()}
