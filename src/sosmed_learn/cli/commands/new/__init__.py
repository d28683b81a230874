"""``sosmed-learn new``: course files to begin with, which pass ``check`` as they are.

A command a file; ``asking`` and ``places`` are what they share.
"""

import click

from sosmed_learn.cli.commands.new.lesson import lesson_command
from sosmed_learn.cli.commands.new.module import module_command
from sosmed_learn.cli.commands.new.question import question_command
from sosmed_learn.cli.commands.new.scenario import scenario_command
from sosmed_learn.cli.commands.new.task import task_command
from sosmed_learn.i18n import _


def new_group() -> click.Group:
    """The group with its commands, with help in the language in use."""
    group = click.Group(
        "new",
        help=_(
            "Begin a module, a lesson, a question, a scenario or a task with an example. Nothing is ever overwritten."
        ),
        subcommand_metavar=_("COMMAND [ARGS]..."),
    )
    for make in (module_command, lesson_command, question_command, scenario_command, task_command):
        group.add_command(make())
    return group
