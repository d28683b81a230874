"""``sosmed-learn new scenario``: a case to play through at the end of a lesson, or its lines to paste anywhere."""

from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.commands.new.adding import adding_command
from sosmed_learn.i18n import _, in_use

if TYPE_CHECKING:
    from sosmed_learn.content.scaffold import Voice


def scenario_command() -> click.Command:
    """The command, with its help in the language in use."""
    words = _("Add a scenario to the end of a lesson: a case with choices and endings. Without NAME you are asked.")
    return adding_command("scenario", words, "skenario" if in_use() == "id" else "scenario", _step)


def _step(name: str, tested: str, voice: "Voice") -> str:
    from sosmed_learn.content.scaffold import scenario_step  # noqa: PLC0415 - not for the help

    return scenario_step(name, tested, voice)
