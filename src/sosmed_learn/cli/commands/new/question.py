"""``sosmed-learn new question``: one more step at the end of a lesson, or the same lines to paste anywhere."""

from pathlib import Path
from typing import get_args

import click

from sosmed_learn.cli.streams import say
from sosmed_learn.core.question import Kind
from sosmed_learn.i18n import N_, _, in_use

KINDS: tuple[Kind, ...] = get_args(Kind)
_ABOUT = (
    N_("one choice"),
    N_("several choices"),
    N_("true or false"),
    N_("a typed answer"),
    N_("a number"),
    N_("things to bring into order"),
    N_("pairs to match"),
    N_("things to sort into bins"),
    N_("gaps to fill in a sentence"),
)
_LEVEL = 2  # apply: what most questions should ask


def question_command() -> click.Command:
    """The command, with its help in the language in use."""
    name = click.Argument(["name"], required=False, metavar=_("[NAME]"))
    inside = click.Option(
        ["--in", "place"],
        type=click.Path(path_type=Path),
        default=Path(),
        metavar=_("FILE"),
        help=_("The lesson's file, or the folder of the module; without it, the folder that you are in."),
    )
    kind = click.Option(["--kind"], type=click.Choice(KINDS), help=_("The kind of question; single without it."))
    concept = click.Option(["--concept"], metavar="ID", help=_("The concept that is tested; one of the module."))
    only = click.Option(["--print", "only_print"], is_flag=True, help=_("Only print the lines, to paste them."))
    words = _("Add a question to the end of a lesson. The id is NAME; without one you are asked.")
    params: list[click.Parameter] = [name, inside, kind, concept, only]
    return click.Command("question", callback=_question, params=params, help=words)


def _question(name: str | None, place: Path, kind: Kind | None, concept: str | None, *, only_print: bool) -> None:
    from sosmed_learn.cli.commands.new.asking import choose, somebody_there  # noqa: PLC0415 - what is needed
    from sosmed_learn.cli.commands.new.concepts import the_concept  # noqa: PLC0415
    from sosmed_learn.cli.commands.new.places import the_lesson  # noqa: PLC0415
    from sosmed_learn.cli.commands.new.steps import add_step, step_id, the_value  # noqa: PLC0415
    from sosmed_learn.content.scaffold import Subject, Voice, question_step  # noqa: PLC0415

    path, document, module = the_lesson(place)
    lesson = the_value(path, document.value)
    asked = name is None and somebody_there()
    if kind is None:
        kind = (
            _as_kind(choose(_("Which kind of question?"), KINDS, [_(about) for about in _ABOUT])) if asked else "single"
        )
    found = step_id(name, "soal" if in_use() == "id" else "question", lesson, asked=asked)
    tested = the_concept(concept, module, asked=asked, first=lesson.concepts)
    step = question_step(found, kind, Subject(tested), _LEVEL, Voice(in_use(), module.languages))
    if only_print:
        say(step.rstrip("\n"))
    else:
        add_step(path, step)


def _as_kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind == name)
