"""``sosmed-learn documents export``: a document as it is on disk, what was changed by hand included."""

from pathlib import Path

import click

from sosmed_learn.cli.output import hand_over, output_option
from sosmed_learn.cli.streams import reason, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _


def export_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], metavar=_("NAME"))
    words = _("Write a document to the screen or to another file, as Markdown.")
    return click.Command("export", callback=_export, params=[name, output_option()], help=words)


def _export(name: str, output: Path | None) -> None:
    from sosmed_learn.cli.commands.documents.access import the_document  # noqa: PLC0415 - what is needed

    path = the_document(name).path
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(_("{path} cannot be read: {reason}").format(path=path, reason=reason(error))) from error
    hand_over(content, output)
    if output is not None:
        tell(_("Written to {path}").format(path=output))
