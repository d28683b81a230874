"""An exam on screen: begun, answered without a word, taken back, left and gone on with, handed in, looked back at."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, ExamBegun, ExamFinished, ExamPaused, Flagged, Noted, Undone
from sosmed_learn.core.module import Exam
from tests.fakes import NOW, MemoryStore
from tests.tui.course import REVENUE, TRUE_FALSE, VANITY
from tests.tui.examcourse import MODULE, OLD, answer, begun, library, open_exam, shown
from tests.tui.seeing import Seat, sit

ODD = ["", "a" * 10_000, "😀👩‍👩‍👧", "مرحبا", "1\n2\r\n3", "1e309", "NaN", "١٢٣", "\x1b[31m"]
ONE = Exam(1, 80, 30)
SIZES = [(80, 24), (60, 20)]


async def begin(seat: Seat) -> None:
    await open_exam(seat)
    await seat.press("enter")


async def test_what_it_is_like_is_told_before_it_begins() -> None:
    async with sit(library=library()) as seat:
        await open_exam(seat)
        for words in ("6 soal", "Lulus mulai nilai 80", "30 menit", "1 soal tidak diujikan", "Mulai kapan pun"):
            assert words in seat.flat
        assert seat.key_line.startswith("Enter mulai")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_it_can_be_taken_from_the_first_question_to_the_result(speaking: str, size: tuple[int, int]) -> None:
    async with sit(library=library(), speaking="en" if speaking == "en" else "id", size=size) as seat:
        await begin(seat)
        asked = [await answer(seat) for _ in range(6)]
        assert len(set(asked)) == 6
        assert ("Semua 6 soal" if speaking == "id" else "All 6 are answered") in seat.flat
        await seat.press("enter")
        assert ("Nilai 100. Lulus." if speaking == "id" else "100 of 100. Passed.") in seat.flat
        finished = seat.saved(ExamFinished)[0]
        assert (finished.points, finished.right, finished.asked, finished.passed) == (6, 6, 6, True)


async def test_nothing_is_told_about_an_answer() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        for right in (True, False):
            await answer(seat, right=right)
            await seat.press("f3")
            assert "Jawabanmu:" in seat.flat
            told = await seat.read_all()
            assert not any(mark in told for mark in "✓✗~")
            assert "Alasan" not in told
            await seat.press("right")


async def test_hints_and_disputes_are_not_offered_and_sources_neither() -> None:
    async with sit(library=library(ONE, VANITY)) as seat:
        await begin(seat)
        assert not any(words in seat.key_line for words in ("petunjuk", "sumber", "aku benar"))
        await seat.press("h")
        assert "Cari angkanya" not in seat.flat


async def test_an_answer_can_be_taken_back_and_given_anew() -> None:
    async with sit(library=library(ONE, VANITY)) as seat:
        await begin(seat)
        await seat.press("1", "enter", "u")
        assert shown(seat) == "vanity"
        await seat.press("3", "enter")
        await seat.press("enter")
        assert [given.correct for given in seat.saved(Answered)] == [False, True]
        assert len(seat.saved(Undone)) == 1
        assert seat.saved(ExamFinished)[0].right == 1


async def test_questions_without_an_answer_are_named_and_come_back_to() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        first = shown(seat)
        await seat.press("f4")
        for _ in range(5):
            await answer(seat)
        assert "Belum dijawab: soal 1." in seat.flat
        assert seat.key_line.startswith("Enter ke soal yang kosong")
        await seat.press("enter")
        assert shown(seat) == first
        await answer(seat)
        while "Itu soal terakhir" not in seat.flat:
            await seat.press("right")
        assert seat.key_line.startswith("Enter kumpulkan")


async def test_what_is_left_out_earns_nothing() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        for _ in range(6):
            await seat.press("f4")
        await seat.press("f")
        assert "Nilai 0." in seat.flat
        assert "Tidak kamu jawab." in await seat.read_all()


async def test_it_is_gone_on_with_where_it_was_left_and_the_time_stands_still() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        clock = seat.app._study.clock
        for _ in range(2):
            await answer(seat)
        clock.passed += 65  # type: ignore[attr-defined]
        third = shown(seat)
        await seat.press("escape")
        if seat.on == "Exam":  # a field had the keys
            await seat.press("escape")
        assert "2 dari 6 terjawab" in seat.flat
        clock.passed += 4000  # type: ignore[attr-defined]
        await seat.press("e")
        assert "sudah 1:05" in seat.flat
        assert seat.key_line.startswith("Enter lanjut")
        await seat.press("enter")
        assert shown(seat) == third
        assert "3 dari 6" in seat.flat
        assert "sisa 28:5" in seat.flat
        assert seat.saved(ExamPaused)[-1].elapsed == 65


async def test_after_a_crash_every_answer_that_was_saved_is_there() -> None:
    store = MemoryStore()
    async with sit(library=library(), store=store) as seat:
        await begin(seat)
        for _ in range(3):
            await answer(seat)
        fourth = shown(seat)
    async with sit(library=library(), store=MemoryStore(store.events), ticks=900) as seat:
        assert "Ujian: Strategi" in seat.flat
        assert "3 dari 6 soal sudah dijawab" in seat.flat
        await seat.press("enter", "enter")
        assert shown(seat) == fourth
        assert "4 dari 6" in seat.flat
        assert len([event for event in store.events if isinstance(event, ExamBegun)]) == 1


async def test_when_the_time_is_up_what_there_is_is_handed_in() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        await answer(seat)
        seat.app._study.clock.passed += 30 * 60  # type: ignore[attr-defined]
        await seat.until(lambda: seat.on == "ExamResult")
        assert "Waktunya habis." in seat.flat
        assert seat.saved(ExamFinished)[0].late


async def test_the_time_is_not_up_over_a_note_that_is_being_written() -> None:
    async with sit(library=library(ONE, VANITY)) as seat:
        await begin(seat)
        await seat.press("n")
        seat.app._study.clock.passed += 30 * 60  # type: ignore[attr-defined]
        seat.app.screen_stack[-2]._tick()  # type: ignore[attr-defined]
        await seat.settle()
        assert seat.on == "Note"
        await seat.write("tanya pemilik")
        await seat.press("enter")
        await seat.until(lambda: seat.on == "ExamResult")
        assert [event.text for event in seat.saved(Noted)] == ["tanya pemilik"]


async def test_without_a_limit_no_time_is_ever_up() -> None:
    async with sit(library=library()) as seat:
        await open_exam(seat)
        await seat.press("t")
        assert "Tanpa batas waktu" in seat.flat
        await seat.press("enter")
        seat.app._study.clock.passed += 3 * 60 * 60  # type: ignore[attr-defined]
        await answer(seat)
        assert seat.on == "Exam"
        assert "180:0" in seat.flat
        assert "sisa" not in seat.flat
        assert seat.saved(ExamBegun)[0].minutes is None


async def test_a_limit_that_was_switched_off_stays_off() -> None:
    async with sit(library=library()) as seat:
        await open_exam(seat)
        await seat.press("t", "escape", "e")
        assert "Tanpa batas waktu" in seat.flat


async def test_the_result_says_what_to_study_and_opens_it() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        for _ in range(6):
            await answer(seat, right=False)
        await seat.press("enter")
        told = await seat.read_all()
        assert "Lulus mulai 80, jadi belum" in told
        assert 'pelajari "Tujuan yang bisa diperiksa"' in told
        assert "Hasil dihitung di kasir." in told, "what holds instead of the belief"
        assert "Yang benar: 60 pesanan per bulan pada 31 Maret" in told
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_the_next_try_waits_and_earlier_results_can_be_looked_at() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        for _ in range(6):
            await seat.press("f4")
        await seat.press("f", "escape", "e")
        assert "Percobaan berikutnya bisa dimulai Sel 24 Nov" in seat.flat
        assert "mulai" not in seat.key_line
        await seat.press("enter")
        assert seat.on == "ExamStart"
        await seat.press("1")
        assert "Nilai 0." in seat.flat
        await seat.press("escape")
        assert seat.on == "ExamStart"


async def test_when_the_cooldown_is_over_it_asks_other_questions() -> None:
    exam = Exam(3, 80, 30, bank=("bank",))
    first = replace(begun(), questions=begun().questions[:3], at=NOW - timedelta(days=3))
    last = ExamFinished(
        id="t000099", at=NOW - timedelta(days=2), offset=420, module="strategy", exam=first.id, points=1, right=1,
        asked=3, passed=False,
    )  # fmt: skip
    async with sit(library=library(exam), history=(first, last)) as seat:
        await begin(seat)
        assert seat.on == "Exam"
        assert not set(seat.saved(ExamBegun)[-1].questions) & set(first.questions)


async def test_a_question_whose_fact_went_stale_in_between_does_not_count() -> None:
    event = replace(begun(), questions=(("bank", "old"), ("bank", "extra")))
    async with sit(library=library(), history=(event,)) as seat:
        await begin(seat)
        await seat.press("f4", "2", "enter", "f")
        assert "1 soal tidak dihitung" in seat.flat
        finished = seat.saved(ExamFinished)[0]
        assert (finished.uncounted, finished.asked, finished.points) == ((OLD.id,), 1, 1)


async def test_a_peek_at_the_other_language_keeps_what_was_picked() -> None:
    async with sit(library=library(ONE, VANITY)) as seat:
        await begin(seat)
        await seat.press("2", "l")
        assert "Which goal can be checked?" in seat.flat
        await seat.press("l", "enter", "left")
        assert "Jawabanmu: Jadi viral" in seat.flat


async def test_notes_and_reports_stay_with_the_lesson_of_the_question() -> None:
    async with sit(library=library(ONE, VANITY)) as seat:
        await begin(seat)
        await seat.press("!", "n")
        await seat.write("ragu")
        await seat.press("enter")
        assert "Catatanmu: ragu" in seat.flat
        flags, notes = seat.saved(Flagged), seat.saved(Noted)
        assert [(event.lesson, event.step) for event in flags] == [("tour", "vanity")]
        assert [(event.lesson, event.step) for event in notes] == [("tour", "vanity")]


async def test_a_module_tells_how_its_exam_went_and_home_too() -> None:
    async with sit(library=library(ONE, TRUE_FALSE)) as seat:
        await seat.press("1")
        assert "belum dicoba" in seat.flat
        await seat.press("e", "enter", "2", "enter", "enter", "escape")
        assert "lulus dengan nilai 100" in seat.flat
        await seat.press("escape")
        assert "ujian 100" in seat.flat


async def test_a_module_without_an_exam_offers_none() -> None:
    async with sit() as seat:
        await seat.press("1", "e")
        assert seat.on == "Module"


async def test_an_exam_of_which_no_question_is_left_says_so() -> None:
    event = replace(begun(), questions=(("tour", "gone"),))
    async with sit(library=library(), history=(event,)) as seat:
        await begin(seat)
        assert "Tidak satu pun soal ujian ini masih ada" in seat.flat


async def test_lessons_that_cannot_be_opened_are_left_out() -> None:
    courses = library()
    courses.spoil("strategy", "tour", "strategy/lessons/tour.yaml:3:1")
    async with sit(library=courses) as seat:
        await open_exam(seat)
        assert "1 soal" in seat.flat
        await seat.press("enter")
        assert shown(seat) == "extra"


@pytest.mark.parametrize("words", ODD)
async def test_whatever_is_typed_is_an_answer_or_a_kind_sentence(words: str) -> None:
    async with sit(library=library(ONE, REVENUE)) as seat:
        await begin(seat)
        await seat.paste(words)
        await seat.press("enter")
        assert seat.on == "Exam"
        assert seat.app.is_running


def test_the_course_asks_what_it_says() -> None:
    assert MODULE.exam is not None
    assert len(begun().questions) == MODULE.exam.questions


async def test_a_short_cooldown_promises_no_night_and_no_key_that_does_nothing() -> None:
    async with sit(library=library(Exam(1, 80, 30, cooldown=1), VANITY)) as seat:
        await begin(seat)
        await seat.press("f4", "f", "escape", "e")
        assert "Percobaan berikutnya bisa dimulai Sen 23 Nov" in seat.flat
        assert "semalam" not in seat.flat
        assert "t mematikan" not in seat.flat
        assert "Seluruhnya 30 menit." in seat.flat


async def test_home_names_the_module_of_an_exam_once() -> None:
    async with sit(library=library(), history=[begun()]) as seat:
        box = [line for line in seat.lines if line.startswith(" │")]
        assert [line.count("Strategi") for line in box] == [1, 0, 0]
        assert "30 menit" in box[1]
