"""``sosmed-learn progress merge``: the events of other files, folders and machines are added to one's own.

Exit code 0 when all was read, 1 when something could not be, 2 when the command was used wrongly.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.progress.access import in_words, opened, rows_of
from sosmed_learn.cli.commands.progress.words import events_words, path_words, trouble_lines
from sosmed_learn.cli.paths import look_at
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.storage.findings import Places
    from sosmed_learn.storage.sources import Source
    from sosmed_learn.storage.store import TinyEventStore


def merge_command() -> click.Command:
    """The command, with its help in the language in use."""
    paths = click.Argument(["paths"], nargs=-1, type=click.Path(path_type=Path), metavar=_("[PATHS]..."))
    dry = click.Option(["--dry-run"], is_flag=True, help=_("Only say what would change."))
    words = _(
        "Add the events of other files or machines to yours: an export, a data folder, a backup, or any file of the "
        "progress folder, even a damaged one. Without a path, the copies that a file-sync program has left beside "
        "your files."
    )
    more = _(
        "Events count once, however often they are merged. A backup is made before. The backups in a data folder are "
        "not read; name their folder to add them too."
    )
    short = _("Add the events of other files or machines to yours.")
    return click.Command("merge", callback=_merge, params=[paths, dry], help=words, short_help=short, epilog=more)


def _merge(paths: tuple[Path, ...], *, dry_run: bool) -> None:
    from sosmed_learn.storage.sources import gather  # noqa: PLC0415 - each command imports only what it needs

    for path in paths:
        look_at(path)
    kept, where = opened()
    copies = () if paths else kept.copies()
    if not paths and not copies:
        say(_("There is nothing to merge: no copies of a file-sync program. Name a file or folder to add its events."))
        return
    sources = gather(paths or copies)
    _add(kept, where, sources, only_look=dry_run)
    for line in trouble_lines(sources):
        tell(line)
    if copies and not dry_run:
        _put_away(sources, where)
    sys.exit(1 if any(map(_incomplete, sources)) else 0)


def _add(kept: "TinyEventStore", where: "Places", sources: "Sequence[Source]", *, only_look: bool) -> None:
    from sosmed_learn.storage.merging import merge, weigh  # noqa: PLC0415

    found = weigh((row for source in sources for row in source.rows), rows_of(kept, where, only_look=only_look))
    backup = None
    if found.new and not only_look:
        with in_words():
            backup = merge(kept, found.new, where.backups)
    words = (
        _("New: {new}. Known already: {known}. Nothing was changed.")
        if only_look
        else _("Added: {new}. Known already: {known}.")
    )
    say(words.format(new=events_words(len(found.new)), known=events_words(found.known)))
    if backup:
        tell(_("The backup made before: {path}").format(path=path_words(backup)))


def _put_away(sources: "Sequence[Source]", where: "Places") -> None:
    from sosmed_learn.storage.merging import put_copies_away  # noqa: PLC0415

    with in_words():
        moved = put_copies_away(sources, where.backups)
    if moved:
        tell(_("The copies are kept in {path} now.").format(path=path_words(moved)))


def _incomplete(source: "Source") -> bool:
    """Whether something was not read that may be new: what is damaged in a file kept for that is known by now."""
    return source.trouble is not None and not (source.trouble == "damaged" and ".damaged-" in source.path.name)
