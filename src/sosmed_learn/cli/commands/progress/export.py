"""``sosmed-learn progress export``: all events as JSON Lines, each once, in the order of their ids, so of time."""

import sys
from pathlib import Path

import click

from sosmed_learn.cli.streams import reason, tell
from sosmed_learn.cli.wiring import Refused, study, tell_aside, unusable
from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.i18n import _


def export_command() -> click.Command:
    """The command, with its help in the language in use."""
    output = click.Option(
        ["--output", "-o"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("Write to this file instead of the screen; a file that exists is not overwritten."),
    )
    words = _("Write all events as JSON Lines, one event a line.")
    return click.Command("export", callback=_export, params=[output], help=words)


def _export(output: Path | None) -> None:
    from sosmed_learn.storage.rows import to_line, to_row  # noqa: PLC0415 - each command imports only what it needs

    opened = study()
    try:
        events = opened.store.load()
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    tell_aside(opened)
    lines = b"".join(to_line(to_row(event)) for event in events)  # with checksums: merging sees a flipped bit
    if output is None:
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()
        return
    try:
        with output.open("xb") as file:
            file.write(lines)
    except FileExistsError as error:
        words = _("{path} exists already. Choose another name, or remove it first.").format(path=output)
        raise Refused(words) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}").format(path=output, reason=reason(error))
        raise Refused(words) from error
    tell(_("{count} events written to {path}").format(count=len(events), path=output))
