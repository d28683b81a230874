"""``sosmed-learn progress``: what was done, for people and for other programs, and the care of the files it is kept in.

A command a file; ``words`` and ``access`` are what they share.
"""

import click

from sosmed_learn.cli.commands.progress.backup import backup_command
from sosmed_learn.cli.commands.progress.doctor import doctor_command
from sosmed_learn.cli.commands.progress.export import export_command
from sosmed_learn.cli.commands.progress.leeches import leeches_command
from sosmed_learn.cli.commands.progress.merge import merge_command
from sosmed_learn.cli.commands.progress.restore import restore_command
from sosmed_learn.cli.commands.progress.show import show_command
from sosmed_learn.i18n import _


def progress_group() -> click.Group:
    """The group with its commands, with help in the language in use."""
    group = click.Group(
        "progress",
        help=_("Show what you have done, carry it to another machine, back it up, and look after its files."),
        subcommand_metavar=_("COMMAND [ARGS]..."),
    )
    look = (show_command, leeches_command)
    care = (export_command, merge_command, backup_command, restore_command, doctor_command)
    for make in (*look, *care):
        group.add_command(make())
    return group
