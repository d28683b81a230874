"""What ``check --fix`` does between two checks: shows the difference, asks, and writes. Mends nothing itself."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.new.asking import somebody_there
from sosmed_learn.cli.streams import reason, say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.content.fixing.files import ChangedMeanwhile, changes, write
from sosmed_learn.content.fixing.showing import difference
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.problems import name_of
from sosmed_learn.i18n import _, ngettext

if TYPE_CHECKING:
    from sosmed_learn.content.fixing.files import Change

_YES = frozenset({"y", "yes", "ya"})


def mend(names: Sequence[str], *, yes: bool) -> bool | None:
    """Whether the files of those names were mended; None if there was nothing to mend.

    Raises ``Refused`` where they cannot be written.
    """
    wanted = changes(names)
    if not wanted:
        tell(_("Nothing in these files can be mended without you."))
        return None
    say(difference(wanted))
    if not yes and not _agreed(wanted):
        return False
    _write(wanted)
    tell(_("Mended {places} in {files}.").format(places=_places(wanted), files=_files(wanted)))
    return True


def _agreed(wanted: "Sequence[Change]") -> bool:
    """Whether a person wants it. Where nobody can be asked, it is told what to do."""
    if not somebody_there():
        words = _("Nothing was written. This would mend {places} in {files}; to do so, add --yes.")
        tell(words.format(places=_places(wanted), files=_files(wanted)))
        return False
    question = _("Mend {places} in {files}? [y/N]").format(places=_places(wanted), files=_files(wanted))
    answer = str(click.prompt(question, default="n", show_default=False, err=True))
    if answer.strip().lower() in _YES:
        return True
    tell(_("Nothing was written."))
    return False


def _write(wanted: "Sequence[Change]") -> None:
    try:
        write(wanted)
    except ChangedMeanwhile as error:
        words = _("{path} was changed in the meantime, so it was left as it is. Save it in your editor and try again.")
        raise Refused(words.format(path=_shown(error.path))) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}. It was left as it is.")
        where = _shown(Path(error.filename)) if error.filename else ""
        raise Refused(words.format(path=where, reason=reason(error))) from error


def _shown(path: Path) -> str:
    return harmless(name_of(path))


def _places(wanted: "Sequence[Change]") -> str:
    count = sum(change.places for change in wanted)
    return ngettext("{count} place", "{count} places", count).format(count=count)


def _files(wanted: "Sequence[Change]") -> str:
    return ngettext("{count} file", "{count} files", len(wanted)).format(count=len(wanted))
