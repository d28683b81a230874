"""New files on disk: all of them or none, and never over one that is there. A changed file is replaced as a whole."""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_new(files: Mapping[Path, str], changed: Mapping[Path, bytes]) -> None:
    """Write files that do not exist yet, with the folders that they need, and then give others new content.

    Raises ``FileExistsError`` if a new one is there, and ``OSError`` where the system refuses; no new one is left then.
    """
    made: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                made.append(path)
                file.write(text.encode())
        for path, data in changed.items():
            replace_whole(path, data)
    except OSError:
        for path in made:
            with contextlib.suppress(OSError):
                path.unlink()
        raise


def replace_whole(path: Path, data: bytes) -> None:
    """Give ``path`` new content in one step, with its old rights. Raises ``OSError`` and leaves it as it was."""
    target = Path(os.path.realpath(path))  # what a link leads to, not the link
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    except OSError as error:  # it is about the file that people know, not about the one beside it
        raise OSError(error.errno, error.strerror, str(path)) from error
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, name)
        os.replace(name, target)  # noqa: PTH105 - mkstemp gives a str
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
