"""The goal of days a week: what counts for which week, and that no week ever takes anything away."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import (
    DiagnosisBegun,
    DiagnosisEnded,
    Event,
    ExamBegun,
    ExamPaused,
    Looked,
    SettingChanged,
)
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.rhythm import WEEKS, Rhythm, answers_by_day, goal_of, rhythm
from tests.core.builders import START
from tests.core.recalling import answered, undone

EPOCH = date(1970, 1, 1)
MONDAY = date(2026, 11, 23)
GOALS = st.one_of(st.none(), st.integers(1, 7))
TODAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
BACK = st.sets(st.integers(0, 400), max_size=80)
"""Days on which something was done, by how long ago they were."""


def number(day: date) -> int:
    return (day - EPOCH).days


def done(today: date, *ago: int, goal: int | None = 3) -> Rhythm:
    """The weeks of who did something so many days ago and has always had that goal."""
    value = str(goal) if goal else "off"
    days = frozenset(number(today) - days for days in ago)
    return rhythm(Progress(days=days, settings={"goal": value}, goals={0: value}), today)


def aiming(value: str, day: date) -> SettingChanged:
    """The goal set at noon of that day."""
    at = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    return SettingChanged(id=f"e{day}-goal", at=at, offset=420, name="goal", value=value)


def looking(day: date) -> Looked:
    return Looked(id=f"e{day}", at=datetime(day.year, day.month, day.day, 4, tzinfo=UTC), offset=420)


@pytest.mark.parametrize(
    ("saved", "goal"),
    [({}, 3), ({"goal": "1"}, 1), ({"goal": "7"}, 7), ({"goal": "off"}, None), ({"goal": "0"}, 3), ({"goal": "8"}, 3)],
)
def test_the_goal_is_three_days_unless_another_one_or_none_was_set(saved: dict[str, str], goal: int | None) -> None:
    assert goal_of(saved) == goal


@given(st.text(max_size=4))
def test_whatever_stands_in_the_setting_there_is_a_goal_or_none(saved: str) -> None:
    assert goal_of({"goal": saved}) in {None, *range(1, 8)}


def test_a_week_is_from_monday_to_sunday() -> None:
    sunday = MONDAY + timedelta(days=6)
    assert done(sunday, 0, 6, 7).now.done == (0, 6)
    assert done(MONDAY, 0, 1).now.done == (0,)
    assert done(MONDAY, 1).weeks[0].done == (6,)


def test_a_day_ends_at_the_learners_own_midnight() -> None:
    """Five to twelve on Sunday and five past it, in Jakarta: the first is no part of the week that follows."""
    late = datetime(2026, 11, 22, 16, 55, tzinfo=UTC)
    events = [Looked(id=f"e{n}", at=late + timedelta(minutes=10 * n), offset=420) for n in range(2)]
    weeks = rhythm(fold(events), MONDAY).weeks
    assert [week.done for week in weeks] == [(6,), (0,)]


def test_a_day_with_nothing_due_counts() -> None:
    looked = Looked(id="e1", at=datetime(2026, 11, 23, 3, tzinfo=UTC), offset=420)
    assert rhythm(fold([looked]), MONDAY).now.count == 1


@given(BACK, GOALS, TODAYS)
def test_every_day_of_the_calendar_is_one_on_which_something_was_done(
    back: set[int], goal: int | None, today: date
) -> None:
    seen = done(today, *back, goal=goal)
    shown = {week.monday + timedelta(days=day) for week in seen.weeks for day in week.done}
    days = {today - timedelta(days=ago) for ago in back}
    assert shown == {day for day in days if day >= seen.weeks[0].monday}
    assert all(week.monday.weekday() == 0 for week in seen.weeks)
    assert 0 <= (today - seen.now.monday).days < 7
    assert [week.monday for week in seen.weeks] == [
        seen.now.monday - timedelta(weeks=ago) for ago in reversed(range(len(seen.weeks)))
    ]


@given(BACK, TODAYS)
def test_the_calendar_begins_with_the_learner_and_not_before(back: set[int], today: date) -> None:
    weeks = done(today, *back).weeks
    assert 1 <= len(weeks) <= WEEKS
    assert len(weeks) in {1, WEEKS} or weeks[0].count


@given(BACK, st.integers(1, 7), TODAYS, st.integers(1, 60))
def test_a_missed_week_costs_nothing(back: set[int], goal: int, today: date, away: int) -> None:
    """Weeks kept are never fewer later on, whatever was missed since."""
    before = done(today, *back, goal=goal)
    after = done(today + timedelta(days=away), *(ago + away for ago in back), goal=goal)
    assert after.kept == before.kept


@given(BACK, GOALS, TODAYS)
def test_weeks_kept_are_those_as_full_as_the_goal(back: set[int], goal: int | None, today: date) -> None:
    seen = done(today, *back, goal=goal)
    mondays = Counter(day - timedelta(days=day.weekday()) for day in (today - timedelta(days=ago) for ago in back))
    assert seen.kept == sum(goal is not None and count >= goal for count in mondays.values())
    assert seen.in_a_row <= seen.kept


@pytest.mark.parametrize(
    ("weeks", "in_a_row"),
    [
        ([0], 0),
        ([3], 1),
        ([0, 3, 3], 2),  # this week can still be kept, so it ends nothing
        ([3, 3, 3], 3),
        ([1, 2, 3], 0),
        ([0, 0, 3], 0),
        ([7, 4, 0, 3], 2),
    ],
)
def test_weeks_in_a_row_are_those_just_before_now(weeks: list[int], in_a_row: int) -> None:
    """``weeks`` are the days done in this week, in the one before, and so on."""
    sunday = MONDAY + timedelta(days=6)
    seen = done(sunday, *(7 * ago + day for ago, count in enumerate(weeks) for day in range(count)))
    assert seen.in_a_row == in_a_row


def test_a_goal_that_is_changed_makes_no_week_better_or_worse() -> None:
    """Three days a week before, two weeks ago; then more is wanted, and today less."""
    weeks_ago = [MONDAY - timedelta(weeks=ago) for ago in (3, 2, 1)]
    days = [monday + timedelta(days=day) for monday in weeks_ago for day in range(3)]
    events: list[Event] = [*map(looking, days), looking(MONDAY)]
    events += [aiming("5", weeks_ago[1] + timedelta(days=6)), aiming("1", MONDAY)]
    seen = rhythm(fold(events), MONDAY)
    assert [(week.goal, week.kept) for week in seen.weeks] == [(3, True), (5, False), (5, False), (1, True)]
    assert (seen.kept, seen.in_a_row) == (2, 1)


@given(BACK, TODAYS, st.lists(st.tuples(st.integers(7, 400), GOALS), max_size=5), st.integers(1, 7))
def test_a_goal_set_today_is_that_of_this_week_alone(
    back: set[int], today: date, before: list[tuple[int, int | None]], goal: int
) -> None:
    def seen(value: str) -> Rhythm:
        goals = {number(today) - ago: str(old) if old else "off" for ago, old in before}
        days = frozenset(number(today) - ago for ago in back)
        return rhythm(Progress(days=days, settings={"goal": value}, goals=goals | {number(today): value}), today)

    assert seen(str(goal)).weeks[:-1] == seen("4").weeks[:-1]
    assert seen(str(goal)).goal == goal
    assert all(week.goal is None for week in seen("off").weeks)
    assert (seen("off").kept, seen("off").in_a_row) == (0, 0)


def test_a_clock_that_ran_ahead_shows_nothing_before_its_time() -> None:
    assert done(MONDAY, -700, -14).now.count == 0
    assert done(MONDAY, -1).now.done == (1,), "tomorrow of who has flown west since"


def test_answers_are_counted_by_the_day_but_not_those_taken_back() -> None:
    events = [answered("a", 0), answered("a", 0, number=1), answered("b", 3, right=False), answered("c", 3)]
    found = answers_by_day(fold([*events, undone(events[3], 4)]), MONDAY)
    assert found == {MONDAY: 2, MONDAY + timedelta(days=3): 1}
    assert answers_by_day(fold(events), MONDAY + timedelta(days=1)) == {MONDAY + timedelta(days=3): 2}


def test_to_open_a_diagnosis_or_an_exam_and_to_leave_it_is_no_day_until_something_was_answered() -> None:
    stamp: dict[str, Any] = {"at": START, "offset": 420}
    opened: list[Event] = [
        DiagnosisBegun(id="e1", length=15, seed=1, **stamp),
        DiagnosisEnded(id="e2", diagnosis="e1", **stamp),
        ExamBegun(id="e3", module="strategy", seed=1, questions=(), **stamp),
        ExamPaused(id="e4", module="strategy", exam="e3", elapsed=5, **stamp),
    ]
    assert fold(opened).days == frozenset()
    for answer in (answered(diagnosis="e1"), answered(exam="e3")):
        assert fold([*opened, answer]).days == {number(START.date())}
