"""``sosmed-learn diff``: what learners would notice and lose, before a new version of a course is published.

Exit code 0 when no progress would be lost, 1 when some would, 2 when the command was used wrongly.
"""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.streams import say, tell
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.content.opening import Opened


def diff_command() -> click.Command:
    """The command, with its help in the language in use."""
    old = click.Argument(["old"], metavar=_("OLD"))
    new = click.Argument(["new"], metavar=_("NEW"))
    words = _(
        "Compare two versions of a module or a folder of modules: what learners would notice, and which progress "
        "would be lost. OLD and NEW are folders or git revisions, such as v1.0 or v1.0:courses."
    )
    codes = _(
        "The exit code is 0 when no progress would be lost, 1 when some would, 2 when the command was used wrongly or "
        "a course cannot be read."
    )
    return click.Command("diff", callback=_diff, params=[old, new], help=words, epilog=codes)


def _diff(old: str, new: str) -> None:
    from sosmed_learn.cli.revision import RevisionUnreadable  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.changes import changes  # noqa: PLC0415
    from sosmed_learn.content.difference import report, summary  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.content.opening import open_courses  # noqa: PLC0415

    seeds = bundled().seeds
    opened: list[Opened] = []
    with tempfile.TemporaryDirectory(prefix="sosmed-learn-") as room:
        for name, other in ((old, new), (new, old)):
            try:
                folder = _folder(name, other, Path(room) / str(len(opened)))
            except RevisionUnreadable as error:
                raise click.UsageError(str(error)) from error
            opened.append(open_courses(folder, seeds))
            _refuse_broken(opened[-1], name, folder)
    found = changes(*opened)
    text = report(found)
    if text:
        say(text)
    tell(summary(found))
    sys.exit(1 if any(change.loses for each in found for change in each.changes) else 0)


def _folder(name: str, other: str, room: Path) -> Path:
    """The folder of that name, or one with what stood there at the revision of that name.

    A revision alone means the same folder as ``other``. Raises ``RevisionUnreadable``.
    """
    from sosmed_learn.cli.revision import check_out  # noqa: PLC0415

    if os.path.lexists(name):
        if not os.path.isdir(name):  # noqa: PTH112 - Path.is_dir raises where we may not look
            words = _("{path} is a file. Name the folder of a module, or a folder of modules.")
            raise click.UsageError(words.format(path=name))
        return Path(name)
    beside = Path(other) if os.path.isdir(other) else Path()  # noqa: PTH112
    revision, colon, inside = name.partition(":")
    return check_out(revision, inside if colon else None, beside, room)


def _refuse_broken(opened: "Opened", name: str, folder: Path) -> None:
    """Raise ``click.UsageError`` unless everything could be read: what is missing would look like a loss."""
    places = [trouble.where.replace(str(folder), name) for trouble in opened.troubles]
    if places:
        words = _("{name} cannot be compared: {path} has an error. sosmed-learn check shows more.")
        raise click.UsageError(words.format(name=name, path=places[0]))
    if not opened.modules:
        raise click.UsageError(_("There is no module in `{path}`.").format(path=name) + _elsewhere(name, folder))


def _elsewhere(name: str, folder: Path) -> str:
    """Of a revision, where in it there are modules: the first folder of them, as it is to be typed."""
    from sosmed_learn.content.folders import MODULE  # noqa: PLC0415 - only to say so

    if os.path.lexists(name):
        return ""
    around = sorted({path.parent.parent.relative_to(folder).as_posix() for path in folder.rglob(f"*/{MODULE}")})
    revision, _colon, inside = name.partition(":")
    if not around:
        return ""
    return " " + _("It has some in another folder: {name}").format(
        name=f"{revision}:{'/'.join([*([inside] if inside else []), around[0]])}"
    )
