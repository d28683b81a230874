"""``sosmed-learn documents``: what the learner has written on worksheets, as files.

A command a file; ``access`` is what they share.
"""

import click

from sosmed_learn.cli.commands.documents.export import export_command
from sosmed_learn.cli.commands.documents.listing import list_command, list_documents
from sosmed_learn.cli.commands.documents.open import open_command
from sosmed_learn.i18n import _


def documents_group() -> click.Group:
    """The group with its commands, with help in the language in use. Without one of them it lists."""

    def run() -> None:
        if click.get_current_context().invoked_subcommand is None:
            list_documents()

    group = click.Group(
        "documents",
        callback=run,
        invoke_without_command=True,
        help=_("List, open and export the documents that you have written on worksheets."),
        subcommand_metavar=_("[COMMAND] [ARGS]..."),
    )
    for make in (list_command, open_command, export_command):
        group.add_command(make())
    return group
