"""``PATH``, ``PATH:LINE`` or ``PATH:LINE:COLUMN`` as editors and messages write it -> a file and a line."""

import os
import re
from pathlib import Path

import click
from msgspec import Struct

from sosmed_learn.cli.paths import look_at
from sosmed_learn.i18n import _

LAST_LINE = 10**9
"""Stands for every line that no file can have."""

_PLACE = re.compile(r"(?P<path>.+?)(?::(?P<line>[0-9]+)(?::[0-9]+)?:?)?", re.DOTALL)
_LONGEST_NUMBER = 9


class Pointed(Struct, frozen=True):
    """A path and a line of it, counted from 1."""

    path: Path
    line: int = 1


def pointed(words: str) -> Pointed:
    """What ``words`` point at. A path that exists as it stands has no line, and a drive letter is none.

    Raises ``click.UsageError`` when there is nothing, or when what is behind the path is no line.
    """
    match = _PLACE.fullmatch(words)
    if match is None or match["line"] is None or os.path.lexists(words):
        _see(words)
        return Pointed(Path(words))
    path, number = match["path"], match["line"].lstrip("0")
    look_at(Path(path))
    if not number:
        raise click.UsageError(_("There is no line 0 in {path}: lines are counted from 1.").format(path=path))
    return Pointed(Path(path), int(number) if len(number) <= _LONGEST_NUMBER else LAST_LINE)


def _see(words: str) -> None:
    """Raise ``click.UsageError`` if nothing is there; with a better sentence if only the line is no number."""
    path, colon, line = words.rpartition(":")
    if colon and os.path.isfile(path) and not os.path.lexists(words):  # noqa: PTH113 - Path.is_file raises for long names
        sentence = _('"{line}" is no line of {path}. Write a number behind the colon, as in {path}:12.')
        from sosmed_learn.content.harmless import harmless, shorten  # noqa: PLC0415 - only in trouble

        raise click.UsageError(sentence.format(line=harmless(shorten(line)), path=harmless(path)))
    look_at(Path(words))
