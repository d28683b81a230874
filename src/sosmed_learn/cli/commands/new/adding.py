"""A command of ``new`` that adds one step of its kind to a lesson: scenarios and tasks are begun alike."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sosmed_learn.cli.streams import say
from sosmed_learn.i18n import _, in_use

if TYPE_CHECKING:
    from sosmed_learn.content.scaffold import Voice


def adding_command(kind: str, words: str, base: str, make: Callable[[str, str, "Voice"], str]) -> click.Command:
    """The command ``new KIND``. ``words`` are its help and ``base`` begins the id that is offered.

    ``make`` writes the step from its id and its concept's.
    """
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"))
    inside = click.Option(
        ["--in", "place"],
        type=click.Path(path_type=Path),
        default=Path(),
        metavar=_("FILE"),
        help=_("The lesson's file, or the folder of the module; without it, the folder that you are in."),
    )
    concept = click.Option(["--concept"], metavar="ID", help=_("The concept that is practised; one of the module."))
    only = click.Option(["--print", "only_print"], is_flag=True, help=_("Only print the lines, to paste them."))

    def add(name: str | None, place: Path, concept: str | None, *, only_print: bool) -> None:
        from sosmed_learn.cli.commands.new.asking import somebody_there  # noqa: PLC0415 - what is needed
        from sosmed_learn.cli.commands.new.concepts import the_concept  # noqa: PLC0415
        from sosmed_learn.cli.commands.new.places import the_lesson  # noqa: PLC0415
        from sosmed_learn.cli.commands.new.steps import add_step, step_id, the_value  # noqa: PLC0415
        from sosmed_learn.content.scaffold import Voice  # noqa: PLC0415

        path, document, module = the_lesson(place)
        lesson = the_value(path, document.value)
        asked = name is None and somebody_there()
        found = step_id(name, base, lesson, asked=asked)
        tested = the_concept(concept, module, asked=asked, first=lesson.concepts)
        step = make(found, tested, Voice(in_use(), module.languages))
        if only_print:
            say(step.rstrip("\n"))
        else:
            add_step(path, step)

    params: list[click.Parameter] = [name, inside, concept, only]
    return click.Command(kind, callback=add, params=params, help=words)
