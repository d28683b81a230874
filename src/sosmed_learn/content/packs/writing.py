"""A pack on disk: as a whole or not at all."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def write_pack(target: Path, data: bytes, *, over: bool) -> None:
    """Write the file ``target``, ``over`` another one only if so wished.

    Raises ``FileExistsError``, or ``OSError`` where the system refuses, and leaves what was there.
    """
    if not over and os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)  # it is there to be given away
        os.replace(name, target)  # noqa: PTH105 - mkstemp gives a str
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - the same
        raise
