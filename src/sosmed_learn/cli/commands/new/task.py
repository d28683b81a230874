"""``sosmed-learn new task``: a worksheet at the end of a lesson, or its lines to paste anywhere."""

from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.new.adding import adding_command
from sosmed_learn.i18n import _, in_use

if TYPE_CHECKING:
    from sosmed_learn.content.scaffold import Voice


def task_command() -> click.Command:
    """The command, with its help in the language in use."""
    words = _("Add a task to the end of a lesson: a worksheet that becomes a document. Without NAME you are asked.")
    return adding_command("task", words, "tugas" if in_use() == "id" else "task", _step)


def _step(name: str, tested: str, voice: "Voice") -> str:
    from sosmed_learn.content.scaffold import task_step  # noqa: PLC0415 - not for the help

    return task_step(name, tested, voice)
