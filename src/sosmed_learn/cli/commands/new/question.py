"""``sosmed-learn new question``: one more step at the end of a lesson, or the same lines to paste anywhere."""

from collections.abc import Container
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.core.question import Kind
from sosmed_learn.i18n import N_, _, in_use

if TYPE_CHECKING:
    from sosmed_learn.content.format import LessonFile

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
    from sosmed_learn.cli.commands.new.asking import choose, id_of, somebody_there  # noqa: PLC0415 - what is needed
    from sosmed_learn.cli.commands.new.concepts import the_concept  # noqa: PLC0415
    from sosmed_learn.cli.commands.new.places import the_lesson  # noqa: PLC0415
    from sosmed_learn.content.scaffold import Subject, Voice, question_step  # noqa: PLC0415

    path, document, module = the_lesson(place)
    lesson = document.value
    if lesson is None:  # a usable document has one
        raise Refused(_("{path} has an error. Mend it first: sosmed-learn check shows where.").format(path=path))
    asked = name is None and somebody_there()
    taken = _taken(lesson)
    if kind is None:
        kind = (
            _as_kind(choose(_("Which kind of question?"), KINDS, [_(about) for about in _ABOUT])) if asked else "single"
        )
    found = _free_name(taken) if name is None else id_of(name)
    if asked:
        found = _ask_name(found, taken)
    if found in taken:
        raise Refused(_("The lesson has something with the id {name} already. Choose another one.").format(name=found))
    tested = the_concept(concept, module, asked=asked, first=lesson.concepts)
    step = question_step(found, kind, Subject(tested), _LEVEL, Voice(in_use(), module.languages))
    if only_print:
        say(step.rstrip("\n"))
    else:
        _add(path, step)


def _add(path: Path, step: str) -> None:
    from sosmed_learn.cli.commands.new.places import now_check, write  # noqa: PLC0415 - only to write
    from sosmed_learn.content.inserting import CannotInsert, with_step  # noqa: PLC0415
    from sosmed_learn.content.problems import name_of  # noqa: PLC0415

    try:
        changed = with_step(path.read_bytes(), step)
    except CannotInsert as error:
        tell(step)
        words = _("{path} is written so that nothing can be added by itself. Paste the lines above under steps:")
        raise Refused(words.format(path=name_of(path))) from error
    write({}, changed={path: changed})
    now_check([path])


def _taken(lesson: "LessonFile") -> frozenset[str]:
    """Every id that a step of the lesson has or had."""
    questions = [step.question for step in lesson.steps if step.question is not None]
    names = [step.id for step in lesson.steps if step.id]
    return frozenset([*names, *(name for asked in questions for name in (asked.id, *asked.aliases))])


def _free_name(taken: Container[str]) -> str:
    base = "soal" if in_use() == "id" else "question"
    return next(name for number in count(1) if (name := f"{base}-{number}") not in taken)


def _ask_name(default: str, taken: Container[str]) -> str:
    from sosmed_learn.cli.commands.new.asking import ask  # noqa: PLC0415
    from sosmed_learn.content.scaffold import slug  # noqa: PLC0415

    def understand(answer: str) -> str:
        found = slug(answer)
        return "" if found in taken else found

    otherwise = _("Letters from a to z, digits and hyphens, and not an id that the lesson has already.")
    return ask(_("Id: short, and never changed later"), default, understand, otherwise)


def _as_kind(name: str) -> Kind:
    return next(kind for kind in KINDS if kind == name)
