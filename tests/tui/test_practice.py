"""Questions with drawn values: other numbers as often as one likes, and the result stays what it was."""

import re
from decimal import Decimal

from sosmed_learn.core.drawing import draw
from sosmed_learn.core.events import Answered
from sosmed_learn.core.module import Lesson, QuestionStep, TextStep
from sosmed_learn.core.question import Given, NumberQuestion, Template
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary
from tests.tui.course import lesson, module
from tests.tui.seeing import Seat, sit

TEMPLATE = Template(
    given=(Given("spend", low=Decimal(100_000), high=Decimal(900_000), step=Decimal(100), unit=Text.same("Rp")),),
    formula="spend * 4",
    prompt=Text("Belanja iklan {spend}, ROAS 4. Omzetnya?", "Ad spend {spend}, ROAS 4. The turnover?"),
    explanation=Text("Belanja kali ROAS.", "Spend times ROAS."),
    why=Text("{spend} × 4 = {answer}", "{spend} × 4 = {answer}"),
    hints=(Text("Kalikan {spend}.", "Multiply {spend}."),),
)
QUESTION = NumberQuestion(
    id="roas", kind="number", concept="smart-goals", level=2, prompt=TEMPLATE.prompt, explanation=TEMPLATE.explanation,
    answer=Decimal(0), why=TEMPLATE.why, unit=Text.same("Rp"), template=TEMPLATE,
)  # fmt: skip
LESSON: Lesson = lesson(
    "tour", Text("Iklan", "Ads"), QuestionStep(draw(QUESTION, 0)), TextStep("end", Text("Selesai.", "Done."))
)


def library() -> MemoryLibrary:
    return MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): LESSON})


def spend(seat: Seat) -> int:
    """The drawn value, as the question shows it."""
    shown = re.search(r"iklan Rp([\d.]+)", seat.flat)
    assert shown, seat.text
    return int(shown[1].replace(".", ""))


async def answer(seat: Seat, words: str) -> None:
    await seat.write(words)
    await seat.press("enter")


async def test_other_numbers_come_as_often_as_one_likes_and_change_no_result() -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter")
        first = spend(seat)
        assert "angka lain" not in seat.flat, "first answer it"
        await answer(seat, str(first * 4))
        assert "✓ Benar" in seat.flat
        met = {first}
        for _ in range(3):
            await seat.press("r")
            assert "Sekali lagi dengan angka lain" in seat.flat
            met.add(spend(seat))
            await answer(seat, "7")
            assert "✗" in seat.text
        assert len(met) > 2
        await seat.press("enter", "enter")
        assert "1 dari 1 benar" in seat.flat
        assert [event.practice for event in seat.saved(Answered)] == [False, True, True, True]


async def test_an_answer_taken_back_on_the_result_is_asked_for_with_the_same_numbers() -> None:
    only = lesson("tour", Text("Iklan", "Ads"), QuestionStep(draw(QUESTION, 0)))
    courses = MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): only})
    async with sit(library=courses) as seat:
        await seat.press("enter")
        first = spend(seat)
        await answer(seat, "7")
        await seat.press("enter")
        assert seat.on == "Result"
        await seat.press("u")
        assert "✗" not in seat.text
        assert spend(seat) == first
        await answer(seat, str(first * 4))
        assert "✓ Benar" in seat.flat


async def test_hints_and_the_peek_keep_the_numbers() -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter")
        number = spend(seat)
        shown = f"{number:,}"
        await seat.press("escape", "h")
        assert f"Kalikan Rp{shown}".replace(",", ".") in seat.flat
        await seat.press("l")
        assert f"Multiply Rp{shown}" in seat.flat


async def test_going_back_ends_practice_and_shows_the_answer_that_counts() -> None:
    async with sit(library=library()) as seat:
        await seat.press("enter")
        first = spend(seat)
        await answer(seat, str(first * 4))
        await seat.press("r")
        await answer(seat, "7")
        await seat.press("u")
        assert "Sekali lagi" in seat.flat, "the answer of practice is taken back, not the first one"
        await answer(seat, "8")
        await seat.press("enter", "left")
        assert "✓ Benar" in seat.flat
        assert spend(seat) == first
