"""How sure one is: said with the key that answers, told in the verdict; what was sure and wrong comes back first."""

import pytest

from sosmed_learn.core.events import Answered, SettingChanged
from sosmed_learn.core.grading import Picked
from tests.fakes import NOW
from tests.tui.course import done_until
from tests.tui.examcourse import library as exam_course
from tests.tui.examcourse import open_exam
from tests.tui.seeing import Seat, sit


def confidences(seat: Seat) -> list[str | None]:
    """What was said at the answers of this sitting."""
    return [event.confidence for event in seat.saved(Answered) if event.id > "t000500"]


@pytest.mark.parametrize(
    ("key", "said"), [("enter", "fairly"), ("y", "sure"), ("t", "guess"), ("f6", "sure"), ("f7", "guess")]
)
async def test_the_key_that_answers_says_how_sure_one_is(key: str, said: str) -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        assert "yakin" not in seat.key_line, "there is nothing yet to be sure of"
        await seat.press("3")
        for words in ("Enter agak yakin", "y yakin", "t menebak", "h petunjuk"):
            assert words in seat.key_line
        await seat.press(key)
        assert "✓ Benar" in seat.flat
        assert confidences(seat) == [said]


async def test_nothing_is_answered_before_something_is_picked() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "y", "enter")
        assert confidences(seat) == []
        await seat.press("3", "enter")
        assert confidences(seat) == ["fairly"], "what was not taken is not kept in mind"


async def test_where_one_types_other_keys_say_it() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.write("taylor")
        await seat.press("f6")
        assert confidences(seat) == ["sure"]


async def test_the_verdict_speaks_to_how_sure_one_was() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "1", "y")
        assert "Kamu yakin, tetapi jawabannya lain. Bagus ketahuan sekarang." in seat.flat
        await seat.press("u", "3", "t")
        assert "Benar, padahal kamu ragu" in seat.flat


@pytest.mark.parametrize("step", ["guess"])
async def test_first_guesses_are_not_asked_about(step: str) -> None:
    async with sit(history=done_until(step)) as seat:
        await seat.press("enter")
        assert "yakin" not in seat.key_line
        await seat.press("1", "y")
        assert confidences(seat) == []
        await seat.press("enter")
        assert confidences(seat) == [None]


async def test_exams_do_not_ask_it() -> None:
    async with sit(library=exam_course()) as seat:
        await open_exam(seat)
        await seat.press("enter")
        assert "yakin" not in seat.key_line


async def test_it_can_be_switched_off_and_on_and_stays_so() -> None:
    off = SettingChanged(id="t000400", at=NOW, offset=420, name="confidence", value="off")
    history = [*done_until("vanity"), off]
    async with sit(history=history) as seat:
        await seat.press("enter")
        assert "yakin" not in seat.key_line
        await seat.press("3", "enter")
        assert confidences(seat) == [None]


async def test_the_palette_switches_it() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "ctrl+p")
        await seat.write("seberapa yakin")
        await seat.press("enter")
        assert [event.value for event in seat.saved(SettingChanged) if event.name == "confidence"] == ["off"]
        await seat.press("3", "enter", "enter", "1")
        assert "yakin" not in seat.key_line


async def test_what_was_sure_and_wrong_stands_first_in_the_result_and_comes_back_at_once() -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.write("7")
        await seat.press("f6", "enter", "enter")
        assert seat.on == "Result"
        assert "✗!" in seat.text
        assert "Kamu yakin di sini." in seat.flat
        assert seat.key_line.startswith("Enter sekali lagi yang kamu yakini")
        await seat.press("enter")
        assert seat.on == "Lesson"
        await seat.write("1250000")
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        assert seat.key_line.startswith("Enter ke beranda"), "once is enough"


async def test_enter_asks_only_what_one_was_sure_of_and_w_all_that_went_wrong() -> None:
    async with sit(history=done_until("revenue", vanity=Picked(("v-more",)))) as seat:
        await seat.press("enter")
        await seat.write("7")
        await seat.press("f6", "enter", "enter")
        await seat.press("enter")
        assert "1 dari 1 belum selesai" in seat.text
        assert "Omzetnya?" in seat.flat
        await seat.press("escape", "escape")
        assert seat.on == "Result"
        await seat.press("w")
        assert "2 dari 2 belum selesai" in seat.text


async def test_after_a_kill_it_is_still_known() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "1", "y")
        events = list(seat.store.events)
    async with sit(history=events, ticks=900) as seat:
        await seat.press("enter", "left")
        assert "Kamu yakin, tetapi jawabannya lain" in seat.flat


async def test_no_key_that_answers_does_so_before_one_has_seen_what_is_new(monkeypatch: pytest.MonkeyPatch) -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter")
        monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 1000.0)
        await seat.press("1", "3", "y")
        assert confidences(seat) == ["sure"], "what has been there for a while is answered"
        await seat.press("enter")
        await seat.press("2", "y", "t", "enter")
        assert confidences(seat) == ["sure"]
