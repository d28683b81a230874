"""``sosmed-learn documents open``: a document in the learner's own editor."""

import click

from sosmed_learn.cli.streams import say
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.i18n import _


def open_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], metavar=_("NAME"))
    words = _("Open a document in the editor that the variable EDITOR names. What you change there is never lost.")
    return click.Command("open", callback=_open, params=[name], help=words)


def _open(name: str) -> None:
    from sosmed_learn.cli.commands.documents.access import the_document  # noqa: PLC0415 - what is needed
    from sosmed_learn.cli.preview.editor import editor_call  # noqa: PLC0415

    path = the_document(name).path
    say(str(path))
    trouble = editor_call(str(path), 1).run()
    if trouble:
        raise Refused(trouble)
