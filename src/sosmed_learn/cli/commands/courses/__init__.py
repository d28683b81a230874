"""``sosmed-learn courses``: which courses there are and where from, taking one out, looking for newer versions.

A command a file. ``installing``, ``sources``, ``folder`` and ``asking`` are what they and ``install`` share.
"""

import click

from sosmed_learn.cli.commands.courses.listing import list_command
from sosmed_learn.cli.commands.courses.remove import remove_command
from sosmed_learn.cli.commands.courses.update import update_command
from sosmed_learn.i18n import _


def courses_group() -> click.Group:
    """The group with its commands, with help in the language in use."""
    group = click.Group(
        "courses",
        help=_("List the courses, remove an installed one, or look for newer versions."),
        subcommand_metavar=_("COMMAND [ARGS]..."),
    )
    for make in (list_command, remove_command, update_command):
        group.add_command(make())
    return group
