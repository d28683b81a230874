"""The three streams made safe to use: closed, full, broken or unable to write a sign, they end in no traceback."""

import contextlib
import errno
import io
import os
import sys
from typing import IO, Any

from sosmed_learn.i18n import N_, _

_REASONS = {
    errno.EACCES: N_("permission denied"),
    errno.EPERM: N_("permission denied"),
    errno.EBADF: N_("it is closed"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOENT: N_("no such file or folder"),
    errno.ENOSPC: N_("the disk is full"),
    getattr(errno, "EDQUOT", errno.ENOSPC): N_("the disk is full"),  # not known to Windows
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EROFS: N_("it can only be read"),
}


def reason(error: OSError) -> str:
    """Why the system refused, in the language in use where the trouble is a usual one."""
    words = _REASONS.get(error.errno or 0)
    return _(words) if words else error.strerror or str(error)


def prepare() -> None:
    """Put something in the place of closed streams, so that no file of ours gets their number.

    Reading then finds nothing, what is told goes nowhere, and an answer fails as on any closed stream.
    """
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115 - stays open as long as the process
    if sys.stdout is None:
        read_only = os.open(os.devnull, os.O_RDONLY)
        sys.stdout = open(read_only, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def forgive() -> None:
    r"""Write signs that the streams' encoding does not have as escapes, such as ``\u2026``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(answer: str) -> None:
    """A line to stdout. Raises ``OSError``, which ``main`` puts into a sentence.

    ``click.echo`` would write UTF-8 where stdout is set to ASCII, and raise the same.
    """
    sys.stdout.write(f"{answer}\n")
    sys.stdout.flush()


def tell(narration: str) -> None:
    """A line to stderr. Raises nothing: what was told is not the answer, and there is nobody left to tell."""
    try:
        sys.stderr.write(f"{narration}\n")
        sys.stderr.flush()
    except OSError:
        mute(sys.stderr)


def mute(stream: IO[Any]) -> None:
    """Lead ``stream`` nowhere, so that Python does not fail again at what it still holds."""
    with contextlib.suppress(OSError, ValueError):  # a stand-in of the tests has no number
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
        stream.flush()


def lost(error: OSError) -> None:
    """Say that stdout could not take the answer, unless the reader has simply heard enough (``| head -1``).

    Raises ``error`` again if it is about a file and not about the stream.
    """
    if error.filename is not None:
        raise error
    mute(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        tell(_("The answer could not be written to stdout: {reason}.").format(reason=reason(error)))
