"""Ids sort by time as text, whatever the computer's clock does."""

from datetime import timedelta

import pytest

from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.core.events import Stamp


def test_ids_grow_also_when_the_clock_stands_still_for_very_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_790_000_000_000_000_000)
    clock = SystemClock()
    ids = [clock.stamp().id for _ in range(70_000)]
    assert ids == sorted(set(ids))


def test_ids_grow_when_the_clock_is_set_back_between_two_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = SystemClock().stamp().id
    monkeypatch.setattr("time.time_ns", lambda: 1_000_000_000_000_000_000)
    clock = SystemClock()
    clock.after(before)
    assert before < clock.stamp().id < clock.stamp().id


def test_an_id_of_another_make_says_nothing_about_time() -> None:
    clock = SystemClock()
    clock.after("something-else")
    assert clock.stamp().id < "9"


@pytest.mark.parametrize(("offset", "day"), [(420, 24), (0, 23), (-300, 23)])
def test_a_day_is_the_learners_own(offset: int, day: int) -> None:
    stamp = SystemClock().stamp()
    late = stamp.at.replace(year=2026, month=11, day=23, hour=17, minute=30)
    assert Stamp("x", late, offset).local().day == day
    assert Stamp("x", late, offset).local() - late == timedelta(0)
