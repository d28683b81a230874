"""What holds for orders, matches, sorts and gaps alike: drafts that survive, undoing, coming back, small windows."""

from functools import partial

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from sosmed_learn.core.events import Answered
from sosmed_learn.core.question import AnyQuestion, FillQuestion, OrderQuestion, PlaceQuestion
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary
from tests.journeys.learner import right_keys
from tests.tui.course import LESSONS, MODULES
from tests.tui.hostile import MARKUP, POISON, spoilt
from tests.tui.kinds import (
    FIGURES,
    GIVEN,
    KINDS,
    LATE,
    RIGHT,
    TRIAGE,
    WRONG,
    kinds_done_until,
    kinds_library,
    with_questions,
)
from tests.tui.seeing import Seat, sit
from tests.tui.test_hostile import assert_harmless

every_kind = pytest.mark.parametrize("question", KINDS, ids=lambda question: str(question.kind))
HALF = {
    "late": (("4", "2", "1"), "↕[1] Baca pesannya", "2  Minta nomornya"),
    "figures": (("1", "c", "2"), "1 → c", "▸[2]→ ?"),
    "triage": (("1", "a", "3", "down"), "1 → a", "▸[3]→ a"),
    "goal": (("W", "A", "tab", "3"), "1[WA]", "▸2[dasawarsa]"),
}
"""Keys that lead halfway, and what is seen then."""


def half_is_seen(seat: Seat, question: AnyQuestion) -> bool:
    _keys, *seen = HALF[question.id]
    return all(words in seat.text for words in seen)


@every_kind
async def test_what_was_done_so_far_survives_all_that_can_come_in_between(question: AnyQuestion) -> None:
    async with sit(library=kinds_library(question)) as seat:
        await seat.press("enter", *HALF[question.id][0])
        assert half_is_seen(seat, question)
        await seat.press("f2")
        assert question.hints[0].say("id") in seat.text
        assert half_is_seen(seat, question)
        for size in [(60, 20), (40, 12), (20, 5), (160, 50), (80, 24)]:
            await seat.resize(*size)
        assert half_is_seen(seat, question)
        await seat.press("n")
        await seat.write("ingat")
        await seat.press("enter")
        assert "Catatanmu: ingat" in seat.text
        assert half_is_seen(seat, question)
        seat.app.action_switch_language()
        await seat.settle()
        assert question.prompt.say("en").replace("**", "") in seat.text
        seat.app.action_switch_language()
        await seat.settle()
        assert half_is_seen(seat, question)


@every_kind
async def test_the_other_language_keeps_the_state_and_can_answer(question: AnyQuestion) -> None:
    async with sit(library=kinds_library(question)) as seat:
        await seat.press("enter", *RIGHT[question.id])
        await seat.press("escape" if question.kind == "fill" else "up", "l")
        assert question.prompt.say("en").replace("**", "") in seat.text
        await seat.press("enter")
        (event,) = seat.saved(Answered)
        assert event.correct


@every_kind
async def test_undo_asks_again_from_the_start_and_the_second_answer_counts(question: AnyQuestion) -> None:
    async with sit(library=kinds_library(question)) as seat:
        await seat.press("enter")
        before = seat.text
        await seat.press(*WRONG[question.id], "enter")
        assert seat.saved(Answered)[-1].response == GIVEN[question.id]
        assert not seat.saved(Answered)[-1].correct
        await seat.press("u")
        assert seat.text.split("\n")[2:8] == before.split("\n")[2:8]
        await seat.press(*RIGHT[question.id], "enter")
        assert seat.saved(Answered)[-1].correct
        assert "✓ Benar." in seat.text
        kept = seat.store.events
    async with sit(new=True, history=kept, library=kinds_library(question), ticks=700) as again:
        await again.press("enter", "left")
        assert "✓ Benar." in again.text


async def test_taking_back_the_answer_before_keeps_what_was_begun_here() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter", *RIGHT[LATE.id], "enter", "enter", "1", "c", "u")
        assert LATE.prompt.say("id").replace("**", "") in seat.text
        await seat.press(*RIGHT[LATE.id], "enter", "enter")
        assert "1 → c" in seat.text


async def test_after_the_app_was_killed_every_answer_is_shown_as_it_was_given() -> None:
    history = kinds_done_until("end", **GIVEN)
    async with sit(library=kinds_library(), history=history, size=(80, 40)) as seat:
        await seat.press("enter", "left")
        assert "✗[Instagram]" in seat.text
        await seat.press("left")
        assert "✗ 1  Apakah ada kacang? → Nanti" in seat.text
        await seat.press("left")
        assert "✗ 1  Berapa orang melihat → CTR" in seat.text
        await seat.press("left")
        assert "✗ 3  Kabari malam ini" in seat.text


async def test_the_result_says_in_words_what_was_answered_and_what_is_right() -> None:
    history = kinds_done_until("end", **GIVEN)
    async with sit(library=kinds_library(), history=history, size=(100, 60)) as seat:
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        seen = seat.flat
        for words in (
            "Baca pesannya → Minta nomornya → Kabari malam ini → Cek ke kurir",
            "Yang benar: Baca pesannya → Minta nomornya → Cek ke kurir → Kabari malam ini",
            "✗ Berapa orang melihat → CTR ✓ → Jangkauan ✗ Berapa yang mengeklik → Jangkauan ✓ → CTR",
            "✗ Apakah ada kacang? → Nanti ✓ → Sekarang",
            "Pesanan [Instagram] naik ke 60 per [jam], dengan [margin kotor] 35%.",
            "Yang benar: Pesanan [WhatsApp] naik ke 60 per [bulan], dengan [margin kotor] 35%.",
        ):
            assert words in seen


@pytest.mark.parametrize("size", [(40, 12), (60, 20)])
@every_kind
async def test_in_a_small_window_the_way_to_the_right_answer_can_be_seen(
    question: AnyQuestion, size: tuple[int, int]
) -> None:
    async with sit(library=kinds_library(question), size=size) as seat:
        await seat.press("enter")
        for keys in right_keys(question):
            await (seat.press(keys) if keys == "enter" else seat.write(keys))
            assert "▸" in seat.text or "↕" in seat.text, f"the mark is out of sight:\n{seat.text}"
            assert all(cell_len(line) <= size[0] for line in seat.lines)
            assert seat.key_line.startswith("Enter ")
        await seat.press("enter")
        (event,) = seat.saved(Answered)
        assert event.correct
        seen = await seat.read_all()
        assert "✓ 1" in seen
        assert question.explanation.say("id") in seen


def _is_seen(seat: Seat, words: str) -> bool:
    return words in seat.flat


@pytest.mark.parametrize("begun", [False, True], ids=["fresh", "begun"])
@every_kind
async def test_a_new_hint_is_seen_below_a_question_that_fills_the_window(question: AnyQuestion, *, begun: bool) -> None:
    hints = tuple(Text.same(f"Nomor {number}.") for number in (1, 2, 3))
    long = replace(question, prompt=Text.same("Satu hal lagi. " * 8), hints=hints)
    async with sit(library=kinds_library(long), size=(40, 12)) as seat:
        await seat.press("enter", *(HALF[question.id][0] if begun else ()))
        for hint in hints:
            await seat.press("home", "f2")
            await seat.until(partial(_is_seen, seat, hint.say("id")))


@pytest.mark.parametrize("question", [LATE, FIGURES, TRIAGE], ids=lambda question: str(question.kind))
async def test_below_a_long_prompt_one_sees_where_a_thing_in_hand_can_go(
    question: OrderQuestion | PlaceQuestion,
) -> None:
    long = replace(question, prompt=Text.same("\n\n".join(f"Baris {number}." for number in range(9))))
    words = [item.text.say("id") for item in question.items]
    words += [place.text.say("id") for place in question.places] if isinstance(question, PlaceQuestion) else []
    async with sit(library=kinds_library(long), size=(60, 20)) as seat:
        await seat.press("enter", "1")
        assert [each for each in words if each not in seat.text] == []
        await seat.press("home", "down")
        assert [each for each in words if each not in seat.text] == []


def poisoned(question: AnyQuestion) -> AnyQuestion:
    """Every word of it is out to break the screen; the gaps are still there."""
    bad: AnyQuestion = spoilt(question)
    if isinstance(bad, FillQuestion):
        gaps = f"{MARKUP} [[source]] {POISON} [[period]] {MARKUP}[[guard]]"
        return replace(bad, sentence=Text(gaps, gaps))
    return bad


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
@every_kind
async def test_hostile_words_are_words(question: AnyQuestion, size: tuple[int, int]) -> None:
    lesson = with_questions(poisoned(question))
    async with sit(library=MemoryLibrary(MODULES, LESSONS | {("strategy", "tour"): lesson}), size=size) as seat:
        await seat.press("enter")
        await assert_harmless(seat)
        assert "[b]tebal[/b]" in await seat.read_all()
        await seat.press(*HALF[question.id][0])
        await assert_harmless(seat)
        await seat.press("enter" if question.kind in {"order", "match", "sort"} else "tab")
        await seat.press("escape")
    async with sit(
        library=MemoryLibrary(MODULES, LESSONS | {("strategy", "tour"): lesson}),
        history=kinds_done_until("end", [question], **GIVEN),
        size=size,
    ) as seat:
        await seat.press("enter", "left")
        assert "[@click=app.quit]klik[/]" in await seat.read_all()
        await assert_harmless(seat)
