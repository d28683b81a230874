"""A wrong answer given again: what is offered, what is said, and that the result stays that of the first answers."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, LessonFinished
from sosmed_learn.core.module import Lesson, QuestionStep, TextStep
from sosmed_learn.core.text import Language, Text
from tests.fakes import MemoryLibrary
from tests.tui.course import GUESS, TERM, TRUE_FALSE, VANITY, lesson, module
from tests.tui.seeing import Seat, sit

END = TextStep("end", Text("Selesai.", "Done."))
WRONG, RIGHT = ("1", "enter"), ("3", "enter")  # of VANITY
REASON = {"id": "Alasan v-more", "en": "Reason v-more"}
SAID = {
    "id": ("Percobaan 1 dari 3. Masih ada 2 percobaan lagi.", "Percobaan 2 dari 3. Masih ada 1 percobaan lagi."),
    "en": ("Try 1 of 3. 2 more tries.", "Try 2 of 3. One more try."),
}
RIGHT_AT_LAST = {"id": "✓ Benar pada percobaan ke-3", "en": "✓ Right on try 3"}
OFFERED = {"id": "r coba lagi", "en": "r try again"}
RESULT = {"id": "0 dari 1 benar", "en": "0 of 1 right"}


def library(*questions: QuestionStep) -> MemoryLibrary:
    made: Lesson = lesson("tour", Text("Tujuan", "Goals"), *questions, END)
    return MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): made})


def vanity(tries: int | None = None) -> QuestionStep:
    return QuestionStep(replace(VANITY, tries=tries))


@pytest.mark.parametrize("language", ["id", "en"])
async def test_wrong_again_and_right_at_last_and_the_result_is_that_of_the_first(language: Language) -> None:
    async with sit(library=library(vanity(3)), speaking=language) as seat:
        await seat.press("enter", *WRONG)
        assert SAID[language][0] in seat.flat
        assert OFFERED[language] in seat.flat
        assert REASON[language] in seat.flat
        await seat.press("r")
        assert REASON[language] not in seat.flat, "the reasons are gone"
        await seat.press(*WRONG)
        assert SAID[language][1] in seat.flat
        await seat.press("r", *RIGHT)
        assert RIGHT_AT_LAST[language] in seat.flat
        assert OFFERED[language] not in seat.flat
        await seat.press("enter", "enter")
        assert RESULT[language] in seat.flat
        assert [event.practice for event in seat.saved(Answered)] == [False, True, True]
        assert seat.saved(LessonFinished)[-1].right == 0


async def test_when_no_try_is_left_none_is_offered() -> None:
    async with sit(library=library(vanity(2))) as seat:
        await seat.press("enter", *WRONG, "r", *WRONG)
        assert "Percobaan 2 dari 2." in seat.flat
        assert "lagi" not in seat.flat
        await seat.press("r")
        assert REASON["id"] in seat.flat, "the key does nothing"
        await seat.press("enter")
        assert "Selesai." in seat.flat


@pytest.mark.parametrize(("step", "keys"), [(vanity(1), WRONG), (QuestionStep(GUESS), ("2", "enter"))])
async def test_some_are_asked_once_and_say_nothing_of_it(step: QuestionStep, keys: tuple[str, ...]) -> None:
    async with sit(library=library(step)) as seat:
        await seat.press("enter", *keys, "r")
        assert "Alasan" in seat.flat
        assert "Percobaan" not in seat.flat
        assert "coba lagi" not in seat.flat
        await seat.press("enter", "enter")
        assert "hanya yang keliru" not in seat.flat


async def test_without_a_limit_nothing_is_counted_aloud() -> None:
    async with sit(library=library(vanity())) as seat:
        await seat.press("enter", *WRONG)
        assert "Percobaan" not in seat.flat
        for _ in range(6):
            await seat.press("r")
            assert "Sekali lagi. Yang dihitung tetap jawaban pertamamu." in seat.flat
            await seat.press(*WRONG)
        await seat.press("r", *RIGHT)
        assert "✓ Benar pada percobaan ke-8" in seat.flat


async def test_another_try_can_be_left_unanswered_and_the_key_line_says_how() -> None:
    async with sit(library=library(vanity())) as seat:
        await seat.press("enter", *WRONG)
        assert "→" not in seat.key_line
        await seat.press("r")
        assert "→ lanjut" in seat.key_line
        await seat.press("right")
        assert "Selesai." in seat.text
        assert "→" not in seat.key_line


async def test_hints_stay_and_a_try_is_taken_back_alone() -> None:
    async with sit(library=library(vanity(2))) as seat:
        await seat.press("enter", "h", *WRONG, "r")
        assert "Petunjuk 1 dari 2" in seat.flat
        assert "Percobaan 2 dari 2." in seat.flat
        await seat.press("h")
        assert "Petunjuk 2 dari 2" in seat.flat
        await seat.press(*WRONG, "u", *RIGHT)
        assert "✓ Benar pada percobaan ke-2" in seat.flat
        await seat.press("enter", "left")
        assert REASON["id"] in seat.flat, "looked back at, it is the first answer"


async def test_a_try_left_in_the_middle_keeps_the_first_answer_after_a_new_start() -> None:
    courses = library(vanity(3))
    async with sit(library=courses) as seat:
        await seat.press("enter", *WRONG, "r", *RIGHT, "r")
        store = seat.store
    async with sit(library=courses, store=store, ticks=9000) as seat:
        await seat.press("enter", "left")
        assert REASON["id"] in seat.flat


async def test_words_are_typed_again() -> None:
    async with sit(library=library(QuestionStep(replace(TERM, tries=2)))) as seat:
        await seat.press("enter")
        await seat.write("endorse")
        await seat.press("enter")
        assert "Percobaan 1 dari 2. Masih ada 1 percobaan lagi." in seat.flat
        await seat.press("r")
        assert "Endorse itu dibayar" not in seat.flat
        await seat.write("co-branding")
        await seat.press("enter")
        assert "✓ Benar pada percobaan ke-2" in seat.flat


async def to_the_rehearsal(seat: Seat) -> None:
    """Both questions wrong, and the wrong ones once more."""
    await seat.press("enter", *WRONG, "enter", "1", "enter", "enter", "enter")
    await seat.press("w")


async def test_what_goes_wrong_again_comes_back_until_it_is_right() -> None:
    async with sit(library=library(vanity(), QuestionStep(TRUE_FALSE))) as seat:
        await to_the_rehearsal(seat)
        assert "2 dari 2 belum selesai" in seat.flat
        await seat.press(*WRONG)
        assert "Soal ini akan muncul sekali lagi." in seat.flat
        assert "coba lagi" not in seat.flat
        await seat.press("enter", "2", "enter")
        assert "1 dari 2 belum selesai" in seat.flat
        await seat.press("enter", *WRONG, "enter", *RIGHT)
        assert "semua selesai" in seat.flat
        await seat.press("enter")
        assert seat.on == "Result"
        assert "Kali ini: 2 dari 2 benar." in seat.flat
        assert "0 dari 2 benar" in seat.flat


async def test_the_result_knows_what_was_tried_in_a_rehearsal_that_was_left() -> None:
    async with sit(library=library(vanity(2), QuestionStep(replace(TRUE_FALSE, tries=2)))) as seat:
        await to_the_rehearsal(seat)
        await seat.press(*WRONG, "escape")
        assert "Kali ini" not in seat.flat
        await seat.press("w")
        assert "1 dari 1 belum selesai" in seat.flat
        await seat.press("1", "enter", "enter")
        assert "Kali ini: 0 dari 1 benar." in seat.flat
        assert "hanya yang keliru" not in seat.flat
        await seat.press("w")
        assert seat.on == "Result"
