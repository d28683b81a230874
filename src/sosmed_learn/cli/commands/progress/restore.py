"""``sosmed-learn progress restore``: back to what stands in a backup, after saying what that changes."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from sosmed_learn.cli.commands.progress.access import in_words, opened, places, rows_of
from sosmed_learn.cli.commands.progress.backup import say_list
from sosmed_learn.cli.commands.progress.words import safe, tally_lines, trouble_lines
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused, study
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.storage.findings import Places
    from sosmed_learn.storage.restoring import Change
    from sosmed_learn.storage.sources import Source


def restore_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"), shell_complete=_complete)
    dry = click.Option(["--dry-run"], is_flag=True, help=_("Only say what would change."))
    words = _(
        "Go back to a backup: what it has and you have not comes back, what you have and it has not goes. NAME is one "
        "of those that progress backup --list shows, or a folder; without it they are listed."
    )
    more = _("A backup of what there was is made before, so that you can come back from it the same way.")
    short = _("Go back to a backup, or list them.")
    return click.Command("restore", callback=_restore, params=[name, dry], help=words, short_help=short, epilog=more)


def _restore(name: str | None, *, dry_run: bool) -> None:
    if name is None:
        say_list(places())
        return
    from sosmed_learn.storage.restoring import change  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.storage.sources import gather  # noqa: PLC0415

    kept, where = opened()
    sources = gather([_path_of(name, where)])
    backup = [row for source in sources for row in source.rows]
    troubled = _told(sources)
    if not backup:
        words = _("There are no events to be read in {path}, so nothing was changed. Choose another backup.")
        raise Refused(words.format(path=safe(name)))
    wanted = change(backup, rows_of(kept, where, only_look=dry_run))
    if troubled and wanted.go:
        tell(_("Because not all of the backup can be read, nothing is taken out; what it has comes back."))
        wanted = type(wanted)(back=wanted.back, go=())
    before = None
    if not dry_run and (wanted.back or wanted.go):
        from sosmed_learn.storage.restoring import restore  # noqa: PLC0415

        with in_words():
            before = restore(kept, wanted, where.backups)
    _say_change(wanted, only_look=dry_run)
    if before:
        tell(_("To take this back: sosmed-learn progress restore {name}").format(name=before.name))


def _told(sources: "Sequence[Source]") -> bool:
    """Whether not all could be read; it is told."""
    lines = list(trouble_lines(source for source in sources if ".damaged-" not in source.path.name))
    for line in lines:
        tell(line)
    return bool(lines)


def _path_of(name: str, where: "Places") -> Path:
    """The backup of that name, or the folder. Raises ``click.UsageError`` when there is neither."""
    from sosmed_learn.storage import backups  # noqa: PLC0415

    with in_words():
        found = next((backup.path for backup in backups.listed(where.backups) if backup.name == name), Path(name))
        if found.exists():
            return found
    words = _("There is no backup {name}. The names are shown by: sosmed-learn progress backup --list")
    raise click.UsageError(words.format(name=safe(name)))


def _say_change(wanted: "Change", *, only_look: bool) -> None:
    if not wanted.back and not wanted.go:
        say(_("Your progress and the backup hold the same events; there is nothing to change."))
        return
    library = study().library
    headings = (_("Would come back:"), _("Would go:")) if only_look else (_("Comes back:"), _("Goes:"))
    for heading, rows in zip(headings, (wanted.back, wanted.go), strict=True):
        if rows:
            for line in tally_lines(heading, rows, library):
                say(line)


def _complete(_context: click.Context, _parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The names of the backups, or folders where none of them fits."""
    from sosmed_learn.storage import backups  # noqa: PLC0415

    try:
        names = [backup.name for backup in backups.listed(places().backups) if backup.name.startswith(typed)]
    except (OSError, Refused):
        names = []
    return [CompletionItem(name) for name in names] or [CompletionItem(typed, type="dir")]
