"""What a command was asked for, on the screen or in a new file: the whole of it, or no file at all."""

import contextlib
import os
import sys
from pathlib import Path

import click

from sosmed_learn.cli.streams import reason
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _


def output_option() -> click.Option:
    """``--output FILE``, for commands whose file is a new one each time."""
    return click.Option(
        ["--output", "-o"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("Write to this file instead of the screen; a file that exists is not overwritten."),
    )


def hand_over(content: bytes, output: Path | None) -> None:
    """Write ``content`` to the file, or to the screen if there is none.

    Raises ``Refused`` when the file exists already or cannot be written whole, and ``OSError`` for the screen, which
    ``main`` puts into a sentence.
    """
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        _write_new(output, content)
    except FileExistsError as error:
        words = _("{path} exists already. Choose another name, or remove it first.").format(path=output)
        raise Refused(words) from error
    except OSError as error:
        raise unwritable(output, error) from error


def unwritable(output: Path, error: OSError) -> Refused:
    """What to raise when the system refuses to write a file that was asked for."""
    return Refused(_("{path} cannot be written: {reason}").format(path=output, reason=reason(error)))


def _write_new(output: Path, content: bytes) -> None:
    with output.open("xb") as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # some file systems tell only now that the disk is full
        except OSError:
            with contextlib.suppress(OSError):
                output.unlink()
            raise
