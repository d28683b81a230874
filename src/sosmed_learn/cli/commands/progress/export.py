"""``sosmed-learn progress export``: all events as JSON Lines, each once, in the order of their ids, so of time."""

from pathlib import Path

import click

from sosmed_learn.cli.output import hand_over, output_option
from sosmed_learn.cli.streams import tell
from sosmed_learn.cli.wiring import Refused, study, tell_aside, unusable
from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.i18n import _


def export_command() -> click.Command:
    """The command, with its help in the language in use."""
    words = _("Write all events as JSON Lines, one event a line.")
    return click.Command("export", callback=_export, params=[output_option()], help=words)


def _export(output: Path | None) -> None:
    from sosmed_learn.storage.rows import to_line, to_row  # noqa: PLC0415 - each command imports only what it needs

    opened = study()
    try:
        events = opened.store.load()
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    tell_aside(opened)
    lines = b"".join(to_line(to_row(event)) for event in events)  # with checksums: merging sees a flipped bit
    hand_over(lines, output)
    if output is not None:
        tell(_("{count} events written to {path}").format(count=len(events), path=output))
