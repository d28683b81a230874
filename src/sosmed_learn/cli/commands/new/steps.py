"""What ``new`` shares for questions, scenarios and tasks: an id that is free in the lesson, a step more at its end."""

from collections.abc import Container
from itertools import count
from pathlib import Path

from sosmed_learn.cli.commands.new.asking import ask, id_of
from sosmed_learn.cli.commands.new.places import now_check, write
from sosmed_learn.cli.streams import tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.content.format import LessonFile
from sosmed_learn.content.inserting import CannotInsert, with_step
from sosmed_learn.content.problems import name_of
from sosmed_learn.content.scaffold import slug
from sosmed_learn.i18n import _


def step_id(name: str | None, base: str, lesson: LessonFile, *, asked: bool) -> str:
    """The id of a new step: the one in ``name``, or ``base`` with a number; a person who is asked may choose another.

    Raises ``click.UsageError`` if no id is in the name, ``Refused`` if the lesson has it already.
    """
    taken = _taken(lesson)
    found = _free_name(base, taken) if name is None else id_of(name)
    if asked:
        found = _ask_name(found, taken)
    if found in taken:
        raise Refused(_("The lesson has something with the id {name} already. Choose another one.").format(name=found))
    return found


def the_value(path: Path, lesson: LessonFile | None) -> LessonFile:
    """The lesson, which a usable document always has."""
    if lesson is None:
        raise Refused(_("{path} has an error. Mend it first: sosmed-learn check shows where.").format(path=path))
    return lesson


def add_step(path: Path, step: str) -> None:
    """Write ``step`` behind the others, and say what to do next. Raises ``Refused`` where that cannot be."""
    try:
        changed = with_step(path.read_bytes(), step)
    except CannotInsert as error:
        tell(step)
        words = _("{path} is written so that nothing can be added by itself. Paste the lines above under steps:")
        raise Refused(words.format(path=name_of(path))) from error
    write({}, changed={path: changed})
    now_check([path])


def _taken(lesson: LessonFile) -> frozenset[str]:
    """Every id that a step of the lesson has or had."""
    inner = [step.question or step.scenario or step.task for step in lesson.steps]
    names = [step.id for step in lesson.steps if step.id]
    return frozenset([*names, *(name for each in inner if each is not None for name in (each.id, *each.aliases))])


def _free_name(base: str, taken: Container[str]) -> str:
    return next(name for number in count(1) if (name := f"{base}-{number}") not in taken)


def _ask_name(default: str, taken: Container[str]) -> str:
    def understand(answer: str) -> str:
        found = slug(answer)
        return "" if found in taken else found

    otherwise = _("Letters from a to z, digits and hyphens, and not an id that the lesson has already.")
    return ask(_("Id: short, and never changed later"), default, understand, otherwise)
