"""What orders, matches, sorts and gaps look like: asked, in the middle, with the hint open, answered right and wrong.

In light and in dark they are one picture, for the colours are noted by their names.
"""

import pytest

from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.tui.theme import DARK, LIGHT
from sosmed_learn.tui.widgets.field import Field
from tests.tui.kinds import KINDS, RIGHT, WRONG, kinds_library
from tests.tui.pictures import compare
from tests.tui.seeing import Seat, sit

MIDDLE = {
    "late": ("4", "up"),
    "figures": ("1", "c", "2", "down"),
    "triage": ("1", "a", "3"),
    "goal": ("W", "A", "enter", "2"),
}
"""Keys that lead halfway, with something in hand where things are picked up."""
STATES = ("asked", "middle", "hint", "right", "wrong")
NAMES = {f"{question.kind}-{state}" for question in KINDS for state in STATES}


async def compare_in_both(seat: Seat, name: str) -> None:
    """The same in dark and in light."""
    for theme in (DARK, LIGHT):
        seat.app.theme = theme.name
        await seat.settle()
        compare(seat, name)
    seat.app.theme = DARK.name
    await seat.settle()


async def change_themes(seat: Seat) -> None:
    """The first change of the theme is saved, which stands in the top line of a lesson from then on."""
    for theme in (LIGHT, DARK):
        seat.app.theme = theme.name
        await seat.settle()


async def open_at(seat: Seat) -> None:
    """The question on screen. A cursor that blinks would come and go in the picture."""
    await change_themes(seat)
    await seat.press("enter")
    assert seat.on == "Lesson"
    for field in seat.app.screen.query("Field").results(Field):
        field.cursor_blink = False


@pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
async def test_a_question_that_is_asked(question: AnyQuestion) -> None:
    """The thing under the mark and what is in hand can be told without colour; the key line says what is possible."""
    async with sit(library=kinds_library(question)) as seat:
        await open_at(seat)
        await compare_in_both(seat, f"{question.kind}-asked")
        await seat.press(*MIDDLE[question.id])
        await compare_in_both(seat, f"{question.kind}-middle")
        await seat.press(*(["enter"] if question.kind in {"order", "match", "sort"} else []), "f2")
        await compare_in_both(seat, f"{question.kind}-hint")


@pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
async def test_a_question_that_is_answered(question: AnyQuestion) -> None:
    """Every part with its mark and its reason; what is wrong with where it belongs; then what to do next time."""
    async with sit(library=kinds_library(question)) as seat:
        await open_at(seat)
        await seat.press(*WRONG[question.id], "enter")
        await compare_in_both(seat, f"{question.kind}-wrong")
        await seat.press("u")
        await seat.press(*RIGHT[question.id], "enter")
        await compare_in_both(seat, f"{question.kind}-right")
