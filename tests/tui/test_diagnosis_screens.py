"""The diagnosis by keyboard: begun, answered without a word, not known, taken back, left, gone on with, stopped."""

import pytest

from sosmed_learn.core.events import Answered, DiagnosisBegun, DiagnosisEnded, Undone
from sosmed_learn.core.text import Language
from tests.core.recalling import answered
from tests.fakes import TickingClock, settings
from tests.tui.mapcourse import ask_for_map, library
from tests.tui.seeing import Seat, sit


async def begin(seat: Seat) -> None:
    await ask_for_map(seat)
    await seat.press("enter")
    assert seat.on == "Diagnosis"


def asked(seat: Seat) -> str:
    """The question on screen."""
    return next(line for line in seat.lines if "Soal " in line or "Question " in line).strip()


async def test_what_it_is_like_is_told_before_it_begins() -> None:
    async with sit(library=library()) as seat:
        await ask_for_map(seat)
        for words in ("15 soal, kira-kira 8 menit", "30 soal, kira-kira 16 menit", "berhenti kapan saja"):
            assert words in seat.flat
        for words in ("bukan sertifikat", "belum diuji", "admin media sosial"):
            assert words in seat.flat
        assert seat.key_line.startswith("Enter mulai")


async def test_it_says_when_the_minutes_that_were_taken_for_it_are_over() -> None:
    async with sit(library=library()) as seat:
        clock = seat.app._study.clock
        assert isinstance(clock, TickingClock)
        await seat.press("enter", "enter")
        assert seat.on == "Diagnosis"
        await seat.press("1", "enter")
        assert "sudah habis" not in seat.flat
        clock.passed += 7 * 60
        await seat.press("1", "enter")
        assert "7 menitmu sudah habis. Di sini enak untuk berhenti: Esc menyimpannya" in seat.flat
        await seat.press("escape")
        assert "Kamu berhenti setelah soal ke-2" in seat.flat


async def test_it_goes_from_the_first_question_to_the_map() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        seen = set()
        for number in range(15):
            assert f"{number + 1} dari paling banyak 15" in seat.flat
            seen.add(asked(seat))
            await seat.press(str(1 + number % 3), ("y", "enter", "t")[number % 3])
        assert len(seen) == 15
        assert "Itu soal terakhir." in seat.flat
        await seat.press("enter")
        assert seat.on == "Map"
        answers = seat.saved(Answered)
        assert {answer.confidence for answer in answers} == {"sure", "fairly", "guess"}
        assert {answer.diagnosis for answer in answers} == {seat.saved(DiagnosisBegun)[0].id}
        assert len(seat.saved(DiagnosisEnded)) == 1


async def test_nothing_is_told_about_an_answer() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        for key in ("1", "2"):
            await seat.press(key, "y")
            told = await seat.read_all()
            assert not any(mark in told for mark in "✓✗")
            assert "Alasan" not in told


async def test_not_knowing_is_an_answer_at_any_time() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        assert '"Belum tahu" juga jawaban yang baik' in seat.flat
        await seat.press("b")
        await seat.press("2", "b")
        answers = seat.saved(Answered)
        assert [(answer.unknown, answer.confidence) for answer in answers] == [(True, None)] * 2


async def test_how_long_a_question_took_is_kept() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        seat.app._study.clock.passed += 42  # type: ignore[attr-defined]
        await seat.press("1", "y", "b")
        assert [answer.seconds for answer in seat.saved(Answered)] == [42, 0]


async def test_an_answer_can_be_taken_back() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        first = asked(seat)
        await seat.press("2", "y", "u")
        assert asked(seat) == first
        assert "1 dari paling banyak 15" in seat.flat
        await seat.press("1", "y")
        assert len(seat.saved(Undone)) == 1
        await seat.press("f")
        assert "1 soal" in seat.flat


@pytest.mark.parametrize(("speaking", "size"), [("id", (80, 24)), ("en", (60, 20))])
async def test_it_can_be_stopped_after_three_with_a_map_as_far_as_it_goes(
    speaking: Language, size: tuple[int, int]
) -> None:
    async with sit(library=library(), speaking=speaking, size=size) as seat:
        await begin(seat)
        assert ("lihat peta" if speaking == "id" else "see the map") not in seat.key_line, "nothing is to be seen yet"
        for _ in range(3):
            await seat.press("2", "y")
        await seat.press("f")
        assert seat.on == "Map"
        assert ("3 soal" if speaking == "id" else "3 questions") in seat.flat
        assert len(seat.saved(DiagnosisEnded)) == 1
        await seat.press("escape")
        await ask_for_map(seat)
        assert seat.on == "Map", "it is over"


async def test_it_is_gone_on_with_where_it_was_left() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        await seat.press("1", "y", "3", "t")
        third = asked(seat)
        await seat.press("escape")
        assert seat.on == "Home"
        history = list(seat.store.events)
    async with sit(library=library(), history=history, ticks=900) as seat:
        await ask_for_map(seat)
        assert "soal 3 dari paling banyak 15" in seat.flat
        assert seat.key_line.startswith("Enter lanjut")
        await seat.press("enter")
        assert asked(seat) == third
        await seat.press("escape")
        await ask_for_map(seat)
        await seat.press("m")
        assert seat.on == "Map"
        assert "2 soal" in seat.flat
        await seat.press("r", "3", "enter")
        assert [event.length for event in seat.saved(DiagnosisBegun)] == [15, 30], "or a new one is begun"


async def test_it_can_be_read_in_the_other_language() -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        await seat.press("2", "l")
        assert asked(seat).startswith("Question ")
        assert "▸ 2" in seat.text, "what was picked stays"
        await seat.press("l")
        assert asked(seat).startswith("Soal ")


async def test_a_second_press_in_haste_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit(library=library()) as seat:
        await begin(seat)
        monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 1000.0)
        await seat.press("b", "b")
        assert len(seat.saved(Answered)) == 1


async def test_who_is_not_asked_how_sure_they_are_is_not_asked_here_either() -> None:
    async with sit(library=library(), history=settings(confidence="off")) as seat:
        await begin(seat)
        await seat.press("1")
        assert "yakin" not in seat.key_line
        await seat.press("enter")
        assert seat.saved(Answered)[0].confidence is None


async def test_without_questions_it_says_so_and_shows_what_lessons_tell() -> None:
    async with sit(library=library(probes=False)) as seat:
        await ask_for_map(seat)
        assert "Belum ada yang bisa ditanyakan" in seat.flat
        await seat.press("enter", "m")
        assert seat.on == "DiagnosisStart"


async def test_before_any_diagnosis_the_map_knows_what_lessons_tell() -> None:
    known = answered("goals-in", -1, right=False, module="strategy", lesson="goals", confidence="sure")
    async with sit(library=library(), history=[known]) as seat:
        await ask_for_map(seat)
        assert seat.on == "DiagnosisStart"
        await seat.press("m")
        assert "Peta ini baru tahu jawabanmu di pelajaran. Satu hal yang kamu yakini ternyata lain" in seat.flat
        assert "mulai tanya" in seat.key_line
