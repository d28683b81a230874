"""Paths that were typed on the command line."""

from pathlib import Path

import click

from sosmed_learn.cli.streams import reason
from sosmed_learn.i18n import _

LONGEST_NAME = 200
"""Characters at the end of a path that are repeated in a message."""


def look_at(path: Path) -> None:
    """Raise ``click.UsageError`` if nothing is there, or if we may not even look."""
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415 - each command imports only what it needs

    name = harmless(str(path))
    if len(name) > LONGEST_NAME:
        name = f"…{name[-LONGEST_NAME:]}"
    if not path.is_absolute():
        _stand_somewhere()
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        words = _("There is nothing at {path}. Check the spelling of the path.").format(path=name)
        raise click.UsageError(words) from error
    except OSError as error:
        words = _("{path} cannot be looked at: {reason}.").format(path=name, reason=reason(error))
        raise click.UsageError(words) from error


def pasted(words: str) -> str:
    """``words`` as they can be pasted into a shell: in quotes where they have a space or the like."""
    plain = all(sign.isalnum() or sign in "._-/\\:~" for sign in words)
    return words if plain and words else f'"{words}"'


def _stand_somewhere() -> None:
    """Raise ``click.UsageError`` if the folder that we are in is gone: no name leads anywhere from there."""
    try:
        Path.cwd()
    except OSError as error:
        words = _("The folder that you are in does not exist any more. Change to one that does, and check again.")
        raise click.UsageError(words) from error
