"""``sosmed-learn documents export``: a document as it is on disk, what was changed by hand included."""

import sys
from pathlib import Path

import click

from sosmed_learn.cli.streams import reason, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _


def export_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], metavar=_("NAME"))
    output = click.Option(
        ["--output", "-o"],
        type=click.Path(dir_okay=False, path_type=Path),
        help=_("Write to this file instead of the screen; a file that exists is not overwritten."),
    )
    words = _("Write a document to the screen or to another file, as Markdown.")
    return click.Command("export", callback=_export, params=[name, output], help=words)


def _export(name: str, output: Path | None) -> None:
    from sosmed_learn.cli.commands.documents.access import the_document  # noqa: PLC0415 - what is needed

    path = the_document(name).path
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(_("{path} cannot be read: {reason}").format(path=path, reason=reason(error))) from error
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        with output.open("xb") as file:
            file.write(content)
    except FileExistsError as error:
        words = _("{path} exists already. Choose another name, or remove it first.").format(path=output)
        raise Refused(words) from error
    except OSError as error:
        words = _("{path} cannot be written: {reason}").format(path=output, reason=reason(error))
        raise Refused(words) from error
    tell(_("Written to {path}").format(path=output))
