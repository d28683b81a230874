"""Today: what fades is asked again first, each with its reason; then what comes next; and it ends on time."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from msgspec.structs import replace
from textual.events import AppFocus

from sosmed_learn.core.events import Answered, Disputed, Event, Flagged, LessonPassed, Looked, SettingChanged, Undone
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.progress import fold
from sosmed_learn.tui.messages import PassingAsked, SettlingAsked
from sosmed_learn.tui.screens.review import ReviewScreen
from tests.fakes import TickingClock, settings
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

WRONG = Picked(("v-more",))


def long_ago(events: Iterable[Event], days: int) -> list[Event]:
    """The same, so many days earlier, and before everything else."""
    return [replace(event, id=f"Z{event.id}", at=event.at - timedelta(days=days)) for event in events]


def tour(days: int, **wrong: Picked) -> list[Event]:
    """The questions of the tour up to the end, answered so many days ago; ``wrong`` surely."""
    events = long_ago(done_until("revenue", **wrong), days)
    return [
        replace(event, confidence="sure") if isinstance(event, Answered) and event.question in wrong else event
        for event in events
    ]


def asked_again(seat: Seat) -> list[Answered]:
    """The answers of this sitting."""
    return [event for event in seat.saved(Answered) if event.id.startswith("t")]


async def test_home_offers_what_fades_before_what_comes_next_with_the_reason() -> None:
    async with sit(history=tour(10)) as seat:
        assert "Hari ini, 7 menit" in seat.flat
        assert 'soal ulasan, lalu "' in seat.flat
        assert "Mulai pudar: Tujuan terukur" in seat.flat
        await seat.press("enter")
        assert seat.on == "Review"
        assert "Strategi · Tujuan terukur" in seat.flat
        assert "Ditanyakan sekarang karena mulai pudar: peluangmu masih ingat sekitar" in seat.flat


async def test_the_way_through_todays_questions_to_the_next_step_by_enter_alone() -> None:
    async with sit(history=tour(10)) as seat:
        await seat.press("enter")
        count = int(seat.flat.split(" 1 dari ")[1].split()[0])
        for _number in range(count):
            assert isinstance(seat.app.screen, ReviewScreen)
            await seat.answer(seat.app.screen.place[2])
            await seat.press("enter")
        assert seat.on == "ReviewResult"
        assert f"dari {count} masih kamu ingat." in seat.flat
        assert "Masih ada" in seat.flat
        assert "Kamu berhenti di langkah" in await seat.read_all()
        assert len(asked_again(seat)) >= count
        assert all(event.practice and event.lesson == "tour" for event in asked_again(seat))
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_what_one_was_sure_of_and_wrong_about_is_asked_first_and_comes_back() -> None:
    async with sit(history=tour(1, vanity=WRONG)) as seat:
        assert "Kamu yakin pada jawaban lain soal Tujuan terukur." in seat.flat
        await seat.press("enter")
        assert "karena waktu itu kamu yakin pada jawaban lain" in seat.flat
        assert "Tujuan mana yang bisa diperiksa?" in seat.flat
        await seat.press("1", "y")
        assert "Soal ini akan muncul sekali lagi." in seat.flat
        await seat.press("u", "3", "enter")
        assert "✓ Benar" in seat.flat
        (undone,) = seat.saved(Undone)
        assert undone.target == asked_again(seat)[0].id


async def test_what_comes_back_says_that_it_is_asked_once_more() -> None:
    async with sit(history=tour(1, vanity=WRONG)) as seat:
        await seat.press("enter", "1", "y", "enter")
        while "sekali lagi" not in seat.lines[0]:
            assert isinstance(seat.app.screen, ReviewScreen)
            await seat.answer(seat.app.screen.place[2])
            await seat.press("enter")
        assert "Ditanyakan sekali lagi karena tadi kamu yakin pada jawaban lain." in seat.flat
        assert "waktu itu" not in seat.flat


async def test_a_window_left_open_plans_anew_on_another_day() -> None:
    async with sit(history=tour(1)) as seat:
        clock = seat.app._study.clock
        assert isinstance(clock, TickingClock)
        assert "ulasan" not in seat.flat
        clock.days = 30
        seat.app.post_message(AppFocus())
        await seat.until(lambda: "Selamat datang lagi." in seat.flat)
        assert "Rab 23 Des" in seat.lines[0]
        clock.days = 31
        await seat.press("enter")
        assert seat.on == "Review"
        await seat.press("escape")
        assert "Kam 24 Des" in seat.lines[0]


async def test_enter_in_haste_asks_what_fades_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sosmed_learn.tui.app.SURVEY_DELAY", 60)
    async with sit(history=tour(10), survey=False) as seat:
        assert "ulasan" not in seat.flat, "nothing was looked through yet"
        assert "Sedang dicek apa yang mulai pudar; kalau ada, itu yang didahulukan." in seat.flat
        await seat.press("enter")
        assert seat.on == "Review"
    async with sit(survey=False) as seat:
        assert "Sedang dicek" not in seat.flat
        await seat.press("enter")
        assert seat.on == "Lesson", "of somebody new nothing fades"


async def test_it_ends_when_the_minutes_are_over() -> None:
    async with sit(history=tour(10)) as seat:
        clock = seat.app._study.clock
        assert isinstance(clock, TickingClock)
        await seat.press("enter", "1", "enter")
        clock.passed += 7 * 60
        await seat.press("enter")
        assert seat.on == "ReviewResult"
        assert "7 menitmu sudah habis." in seat.flat
        await seat.press("enter")
        assert seat.on == "Home"


async def test_a_lesson_says_when_the_minutes_are_over_and_goes_on_all_the_same() -> None:
    async with sit() as seat:
        clock = seat.app._study.clock
        assert isinstance(clock, TickingClock)
        await seat.press("enter")
        assert seat.on == "Lesson"
        clock.passed += 7 * 60
        assert "sudah habis" not in seat.flat
        await seat.press("1", "enter", "enter")
        assert "7 menitmu sudah habis. Di sini enak untuk berhenti" in seat.flat
        await seat.press("escape", "1", "enter")
        assert "sudah habis" not in seat.flat, "who has only opened a lesson has taken no minutes"


async def test_more_or_less_time_is_one_key_and_is_kept() -> None:
    async with sit(history=tour(10)) as seat:
        await seat.press("m")
        assert "Hari ini, 10 menit" in seat.flat
        await seat.press("m", "m")
        assert "Hari ini, 5 menit" in seat.flat
        assert [event.value for event in seat.saved(SettingChanged) if event.name == "minutes"][-1] == "5"


async def test_after_two_months_one_is_welcomed_and_no_number_is_a_debt() -> None:
    async with sit(history=tour(60)) as seat:
        assert "Selamat datang lagi. 7 menit ini yang paling berguna." in seat.flat
        assert seat.saved(Looked) == []


async def test_a_day_with_nothing_due_counts_as_one_of_learning() -> None:
    async with sit(history=tour(1)) as seat:
        assert len(seat.saved(Looked)) == 1
        assert fold(seat.store.events).days == seat.app.progress.days


async def test_a_short_test_lets_one_leave_a_lesson_out_and_can_be_taken_back() -> None:
    async with sit() as seat:
        seat.app.post_message(PassingAsked("commerce", "lanes"))
        await seat.settle()
        assert "Uji lewat" in seat.flat
        await seat.press("1", "enter", "enter")
        assert "Lulus uji" in seat.flat
        (passed,) = seat.saved(LessonPassed)
        assert (passed.lesson, passed.right, passed.asked) == ("lanes", 1, 1)
        await seat.press("u")
        assert seat.on == "Review"
        assert {event.target for event in seat.saved(Undone)} == {passed.id, asked_again(seat)[0].id}


async def test_a_belief_is_settled_or_not() -> None:
    async with sit() as seat:
        seat.app.post_message(SettlingAsked("strategy", "followers-are-results"))
        await seat.settle()
        assert "Buktikan" in seat.flat
        await seat.press("1", "enter", "enter")
        assert "masih ada" in seat.flat or seat.on == "Review"


async def test_remarks_are_kept_where_the_question_stands() -> None:
    async with sit(history=tour(1, vanity=WRONG)) as seat:
        await seat.press("enter", "!")
        assert "Kamu melaporkan langkah ini" in seat.flat
        (flag,) = seat.saved(Flagged)
        assert (flag.module, flag.lesson, flag.step) == ("strategy", "tour", "vanity")
        await seat.press("1", "enter", "x")
        (dispute,) = seat.saved(Disputed)
        assert (dispute.lesson, dispute.step) == ("tour", "vanity")


async def test_without_reviews_only_the_next_step_is_offered() -> None:
    no_reviews = replace(settings(reviews="off")[0], id="a9")
    async with sit(history=[*tour(10), no_reviews]) as seat:
        assert "soal ulasan" not in seat.flat
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_all_of_it_can_be_read_in_a_small_window_and_in_english() -> None:
    async with sit(history=tour(1, vanity=WRONG), size=(60, 20), speaking="en") as seat:
        assert "You were sure of something else about Measurable goals." in seat.flat
        await seat.press("enter")
        assert "Asked now because you were sure of another answer." in seat.flat
        assert "stop here" in seat.key_line
