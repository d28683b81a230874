"""Events on their way to disk and back, the learner's own day, texts in two languages, facts that grow old."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import (
    Answered,
    Event,
    Flagged,
    LessonFinished,
    Noted,
    SettingChanged,
    Stamp,
    StepRead,
    Undone,
)
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.grading import Arranged, Filled, Picked, Placed, Typed
from sosmed_learn.core.text import Text, other
from tests.core.builders import words

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
WHEN = st.fixed_dictionaries(
    {
        "id": ANY_TEXT,
        "at": st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        "offset": st.integers(-14 * 60, 14 * 60),
    }
)
WHERE = {"module": ANY_TEXT, "lesson": ANY_TEXT}
ANSWER = {
    "question": ANY_TEXT,
    "revision": st.integers(1, 99),
    "fingerprint": ANY_TEXT,
    "response": st.builds(Picked, st.lists(ANY_TEXT).map(tuple))
    | st.builds(Typed, ANY_TEXT, st.sampled_from(["id", "en"]))
    | st.builds(Arranged, st.lists(ANY_TEXT).map(tuple))
    | st.builds(Placed, st.lists(st.tuples(ANY_TEXT, ANY_TEXT)).map(tuple))
    | st.builds(Filled, st.lists(st.tuples(ANY_TEXT, ANY_TEXT)).map(tuple)),
    "correct": st.booleans(),
    "score": st.floats(0, 1),
    "hints": st.integers(0, 3),
    "pretest": st.booleans(),
}


def some(kind: type[Any], **parts: Any) -> st.SearchStrategy[Event]:
    return st.builds(lambda when, rest: kind(**when, **rest), WHEN, st.fixed_dictionaries(parts))


EVENTS = st.one_of(
    some(Answered, **WHERE, **ANSWER),
    some(StepRead, **WHERE, step=ANY_TEXT),
    some(LessonFinished, **WHERE, right=st.integers(0, 99), asked=st.integers(0, 99)),
    some(Noted, **WHERE, step=ANY_TEXT, text=ANY_TEXT),
    some(Flagged, **WHERE, step=ANY_TEXT, flagged=st.booleans()),
    some(Undone, target=ANY_TEXT),
    some(SettingChanged, name=ANY_TEXT, value=ANY_TEXT),
)


@given(EVENTS)
def test_an_event_survives_being_written_and_read(event: Event) -> None:
    written = msgspec.json.encode(msgspec.to_builtins(event, str_keys=True))
    assert msgspec.convert(msgspec.json.decode(written), Event) == event


@given(EVENTS)
def test_events_are_values(event: Event) -> None:
    with pytest.raises(AttributeError):
        event.id = "other"  # type: ignore[misc]
    assert len({event.id, event.id}) == 1


def test_a_day_is_the_learners_own_day() -> None:
    before_seven = Stamp("a", datetime(2026, 11, 22, 23, 59, tzinfo=UTC), 420)
    midnight = Stamp("b", datetime(2026, 11, 22, 17, 0, tzinfo=UTC), 420)
    evening = Stamp("c", datetime(2026, 11, 22, 16, 59, tzinfo=UTC), 420)
    assert before_seven.local().isoformat() == "2026-11-23T06:59:00+07:00"
    assert midnight.local().date() == date(2026, 11, 23)
    assert evening.local().date() == date(2026, 11, 22)


@given(st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)), st.integers(-720, 840))  # noqa: DTZ001
def test_local_time_is_the_same_moment(moment: datetime, offset: int) -> None:
    local = Stamp("a", moment, offset).local()
    assert local == moment
    assert local.utcoffset() == timedelta(minutes=offset)


def test_text_falls_back_to_the_language_that_is_there() -> None:
    assert Text("merek", "brand").say("id") == "merek"
    assert Text("merek", "brand").say("en") == "brand"
    assert Text(en="brand").say("id") == "brand"
    assert Text(id="merek").say("en") == "merek"
    assert Text("", "brand").say("id") == ""
    assert Text().say("id") == ""
    assert Text.same("Rp").say("en") == "Rp"
    assert (other("id"), other("en")) == ("en", "id")


@pytest.mark.parametrize(("today", "stale"), [("2026-11-22", False), ("2026-11-23", False), ("2026-11-24", True)])
def test_a_fact_is_stale_once_its_day_has_passed(today: str, *, stale: bool) -> None:
    fact = Fact(
        id="dmi-63-strategy",
        claim=words("63 %"),
        source=words("DMI"),
        confidence="seen",
        shelf_life="yearly",
        seen=date(2025, 11, 23),
        check_again=date(2026, 11, 23),
    )
    assert fact.is_stale(date.fromisoformat(today)) is stale
