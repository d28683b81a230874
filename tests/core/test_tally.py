"""Events counted by module and kind, with the learner's own days."""

from datetime import UTC, date, datetime

import pytest

from sosmed_learn.core.events import Event, Noted, SettingChanged, StepRead, Undone
from sosmed_learn.core.tally import Tally, day_of, tally

AT = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)


def read(name: str, module: str, at: datetime = AT) -> StepRead:
    return StepRead(id=name, at=at, offset=420, module=module, lesson="l", step="s")


def test_nothing_is_counted_as_nothing() -> None:
    assert tally([]) == Tally()


def test_each_module_has_its_kinds_and_the_rest_stands_apart() -> None:
    events: list[Event] = [
        read("1", "b"),
        Noted(id="2", at=AT, offset=420, module="a", lesson="l", step="s", text="x"),
        read("3", "b"),
        SettingChanged(id="4", at=AT, offset=420, name="role", value="owner"),
        read("5", "a"),
    ]
    counted = tally(events)
    assert counted.events == 5
    assert counted.modules == {"b": {"read": 2}, "a": {"read": 1, "noted": 1}, "": {"set": 1}}
    assert list(counted.modules["a"]) == ["read", "noted"], "kinds have one order"


def test_undoing_belongs_where_what_it_undoes_does() -> None:
    events: list[Event] = [read("1", "a")]
    events += [Undone(id=name, at=AT, offset=420, target=target) for name, target in (("2", "1"), ("3", "elsewhere"))]
    assert tally(events).modules == {"a": {"read": 1, "undone": 1}, "": {"undone": 1}}


def test_days_are_the_learners_own() -> None:
    counted = tally([read("1", "a", datetime(2026, 1, 1, 16, 59, tzinfo=UTC)), read("2", "a")])
    assert (counted.first, counted.last) == (date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize("offset", [60 * 24 * 400, 10**12])
def test_a_time_that_no_calendar_has_is_no_day(offset: int) -> None:
    event = StepRead(id="1", at=AT, offset=offset, module="a", lesson="l", step="s")
    assert day_of(event) is None
    assert tally([event]).first is None
