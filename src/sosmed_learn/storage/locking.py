"""One command at a time in a folder of the learner's: the lock for those that do more there than add an event."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from sosmed_learn.storage import disk

NAME = ".lock"
SECONDS = 10
"""How long another command may hold it before we give up."""


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Hold the lock of ``folder``, which is made if it is missing.

    Raises ``OSError``; its ``Timeout`` is one, and ``troubles`` knows it.
    """
    from filelock import FileLock  # noqa: PLC0415 - most commands need no lock

    disk.make_folder(folder)
    lock = FileLock(folder / NAME, timeout=SECONDS, mode=disk.OWNER_ONLY)
    try:
        lock.acquire()
    except NotImplementedError as error:  # a file system without locks
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK), str(folder)) from error
    try:
        yield
    finally:
        lock.release()
