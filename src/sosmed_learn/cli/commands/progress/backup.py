"""``sosmed-learn progress backup``: makes a backup now, or lists those that there are."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.progress.access import in_words, opened, places, rows_of
from sosmed_learn.cli.commands.progress.words import day_words, events_words, path_words, safe
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.storage.findings import Places


def backup_command() -> click.Command:
    """The command, with its help in the language in use."""
    listing = click.Option(["--list", "listing"], is_flag=True, help=_("List the backups that there are."))
    words = _(
        "Make a backup of your progress now. The app makes one each day by itself and keeps those of seven days and "
        "four weeks; one that you make stays until you remove it."
    )
    short = _("Make a backup of your progress now, or list them.")
    return click.Command("backup", callback=_backup, params=[listing], help=words, short_help=short)


def _backup(*, listing: bool) -> None:
    if listing:
        say_list(places())
        return
    from sosmed_learn.storage import backups  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.storage.mending import file_time  # noqa: PLC0415

    kept, where = opened()
    rows = rows_of(kept, where, only_look=False)
    with in_words():
        made = backups.make(where.folder, where.backups, backups.manual(file_time()))
    if made is None:
        say(_("There is no progress to back up yet."))
        return
    events = events_words(len({row["id"] for row in rows}))
    say(_("Backup made: {path} ({events})").format(path=path_words(made), events=events))


def say_list(where: "Places") -> None:
    """A line a backup, the newest last: its name, what is in it, and the day of its last event."""
    lines = list(_lines(where))
    for line in lines:
        say(line)
    if not lines:
        tell(_("There are no backups yet. To make one: sosmed-learn progress backup"))
        return
    tell(_("Kept in {place}").format(place=path_words(where.backups)))
    tell(_("To see what one would change: sosmed-learn progress restore NAME --dry-run"))


def _lines(where: "Places") -> Iterator[str]:
    from sosmed_learn.core.tally import tally  # noqa: PLC0415
    from sosmed_learn.storage import backups  # noqa: PLC0415
    from sosmed_learn.storage.rows import to_events  # noqa: PLC0415
    from sosmed_learn.storage.sources import Source, gather  # noqa: PLC0415

    with in_words():
        listed = backups.listed(where.backups)
    known: dict[str, Source] = {}  # a sealed file of one name is the same in every backup

    def read(path: Path) -> Source:
        if path.suffix != ".json":
            return gather([path])[0]
        if path.name not in known:
            known[path.name] = gather([path])[0]
        return known[path.name]

    longest = max((len(backup.name) for backup in listed), default=0)
    for backup in listed:
        with in_words():
            paths = [path for path in sorted(backup.path.iterdir()) if path.is_file()]
        counted = tally(to_events(row for path in paths for row in read(path).rows))
        parts = [events_words(counted.events)]
        if counted.last:
            parts.append(_("last on {day}").format(day=day_words(counted.last)))
        yield f"{safe(backup.name):{longest}}  {', '.join(parts)}"
