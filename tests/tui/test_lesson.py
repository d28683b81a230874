"""A lesson from its first step to its last: by keyboard alone, left and taken up again, undone, done a second time."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, LessonFinished, StepRead, Undone
from sosmed_learn.core.module import QuestionStep
from sosmed_learn.core.text import Language
from tests.fakes import MemoryLibrary
from tests.tui.course import LESSONS, MODULES, QUESTIONS, STEPS, TOUR, done_until
from tests.tui.seeing import Seat, sit


async def read_and_answer_all(seat: Seat) -> None:
    """The whole tour with right answers, from its first step."""
    for step in TOUR.steps:
        assert seat.on == "Lesson"
        if step.id in {question.id for question in QUESTIONS}:
            await seat.answer(step.id)
        await seat.press("enter")


@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_a_whole_lesson_by_keyboard_alone(speaking: Language) -> None:
    async with sit(speaking=speaking) as seat:
        await seat.press("enter")
        await read_and_answer_all(seat)
        assert seat.on == "Result"
        answers = seat.saved(Answered)
        assert [event.question for event in answers] == [question.id for question in QUESTIONS]
        assert all(event.correct for event in answers)
        assert [event.pretest for event in answers] == [True, *[False] * 5]
        assert [event.step for event in seat.saved(StepRead)] == ["reading", "closing"]
        assert [(event.right, event.asked) for event in seat.saved(LessonFinished)] == [(5, 5)]
        await seat.press("enter")
        assert seat.on == "Home"


async def test_where_one_is_stands_on_every_step() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter")
        assert "Tujuan yang bisa diperiksa" in seat.lines[0]
        assert seat.lines[0].endswith(f"4 dari {STEPS}")
        before = seat.lines[1].count("━")
        assert 0 < before < len(seat.lines[1])
        await seat.answer("signals")
        assert seat.lines[1].count("━") > before
        await seat.press("enter")
        assert seat.lines[0].endswith(f"5 dari {STEPS}")


async def test_a_text_shows_its_table_quote_and_dated_sources() -> None:
    async with sit(history=done_until("reading"), size=(80, 30)) as seat:
        await seat.press("enter")
        assert "Mulai dari usaha" in seat.text
        assert any("Pesanan" in line and "40" in line for line in seat.lines)
        assert "Periksa di kasir." in seat.text
        assert "Tujuan yang jelas mendorong hasil. [1]" in seat.flat.replace("\u00a0", " ")
        assert "[1] Locke & Latham 2002 · dicek Nov 2026" in seat.text
        stale = seat.flat[seat.flat.index("[2] DataReportal") :]
        assert stale.startswith("[2] DataReportal · dicek Jan 2025 ~ ")
        assert "aturan bisa berubah" in stale
        assert "^stale" not in seat.text


async def test_a_long_text_is_read_on_with_the_key_that_says_so() -> None:
    async with sit(history=done_until("reading"), size=(60, 14)) as seat:
        await seat.press("enter")
        assert "Spasi turun" in seat.key_line
        assert "DataReportal" not in seat.text
        for _page in range(4):
            await seat.press("space")
        assert "DataReportal" in seat.text
        assert "Spasi turun" not in seat.key_line
        await seat.press("home")
        assert "Mulai dari usaha" in seat.text


async def test_leaving_while_the_text_still_scrolls_is_harmless() -> None:
    async with sit(history=done_until("reading"), size=(60, 14)) as seat:
        await seat.press("enter")
        for key in ("end", "pageup", "pagedown", "home"):
            await seat.burst(key, "escape")
            assert seat.on == "Home"
            await seat.press("enter", "end")


async def test_back_and_on_again_change_nothing() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "left")
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert "(jawabanmu)" in seat.text
        tried = seat.store.tried
        await seat.press("left", "right", "right")
        assert "Mana dua ukuran hasil?" in seat.text
        assert seat.store.tried == tried
        await seat.press("right")
        assert "Mana dua ukuran hasil?" in seat.text, "a question is not passed over"


async def test_leaving_and_coming_back_goes_on_at_the_same_step_with_the_answers() -> None:
    async with sit() as seat:
        await seat.press("enter")
        await seat.answer("guess")
        await seat.press("enter", "enter")
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        await seat.press("escape")
        assert seat.on == "Home"
        assert "langkah 3 dari 8" in seat.flat
        await seat.press("enter")
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        await again.press("enter")
        assert "Tujuan mana yang bisa diperiksa?" in again.text
        await again.press("left", "left")
        assert "Bisa diperiksa  (jawabanmu)" in again.text
        assert len(again.saved(Answered)) == 1


async def test_a_window_closed_over_an_answer_comes_back_to_the_next_step() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        await seat.answer("vanity")
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        await again.press("enter")
        assert "Mana dua ukuran hasil?" in again.text


async def test_undo_takes_the_newest_answer_back() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "u")
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert "(jawabanmu)" not in seat.text
        (undone,) = seat.saved(Undone)
        assert undone.target in {event.id for event in seat.saved(Answered) if event.question == "vanity"}
        await seat.press("1", "enter")
        assert "✗ 1" in seat.text
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        await again.press("enter", "left")
        assert "✗ 1" in again.text, "the answer that counts is the second one"


async def test_undo_is_not_offered_before_the_first_answer() -> None:
    async with sit() as seat:
        await seat.press("enter")
        assert "batalkan" not in seat.key_line
        await seat.press("u")
        assert not seat.saved(Undone)


async def test_undo_from_the_result_stands_before_the_last_question_again() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        await seat.press("u")
        assert seat.on == "Lesson"
        assert "Omzetnya?" in seat.text
        assert len(seat.saved(Undone)) == 2
        await seat.answer("revenue")
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        assert "5 dari 5" in seat.flat
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        assert "1 dari 2" in next(line for line in again.lines if "Strategi  " in line)


async def test_a_second_run_starts_anew() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        await seat.press("enter", "1", "1")
        assert seat.on == "Result"
        await seat.press("r")
        assert seat.on == "Lesson"
        assert seat.lines[0].endswith("1 dari 8")
        assert "━" not in seat.lines[1]
        assert "(jawabanmu)" not in seat.text
        await read_and_answer_all(seat)
        assert seat.on == "Result"
        assert len(seat.saved(LessonFinished)) == 2


async def test_the_outline_beside_the_text_tells_what_is_done() -> None:
    async with sit(history=done_until("margin"), size=(160, 50)) as seat:
        await seat.press("enter")
        assert "▸  5  Omzet sama" in seat.text
        assert "✓  2  Mulai dari usaha" in seat.text
        assert "✓  3  Tujuan mana yang bisa diperiksa?" in seat.text
        await seat.resize(80, 24)
        assert "Mulai dari usaha" not in seat.text


async def test_a_question_that_its_author_changed_is_asked_again_and_says_so() -> None:
    revised = revise("vanity")
    async with sit(library=revised, history=done_until("signals")) as seat:
        await seat.press("enter")
        assert "Tujuan mana yang bisa diperiksa?" in seat.text
        assert "Soal ini kini menanyakan hal lain daripada saat kamu menjawabnya" in seat.flat
        await seat.answer("vanity")
        assert "Soal ini kini" not in seat.flat


async def test_a_finished_lesson_says_how_many_questions_have_changed_since() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        kept = seat.store.events
    async with sit(new=True, history=kept, library=revise("vanity"), ticks=600) as again:
        await again.press("1", "enter")
        assert again.on == "Result"
        assert "1 soal kini menanyakan hal lain" in again.flat


def revise(question: str) -> MemoryLibrary:
    """The course whose author has changed what ``question`` means."""
    steps = tuple(
        replace(step, question=replace(step.question, revision=2))
        if isinstance(step, QuestionStep) and step.id == question
        else step
        for step in TOUR.steps
    )
    return MemoryLibrary(MODULES, LESSONS | {("strategy", "tour"): replace(TOUR, steps=steps)})
