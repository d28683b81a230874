"""The clock of a story."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.storytime import after_minutes, minutes_of


@pytest.mark.parametrize(
    ("time", "minutes", "then"),
    [
        ("19:40", 0, "19:40"),
        ("19.40", 25, "20:05"),
        ("9:05", 5, "09:10"),
        ("23:50", 20, "00:10"),
        ("0:00", 2880, "00:00"),
    ],
)
def test_time_goes_on_past_midnight(time: str, minutes: int, then: str) -> None:
    assert after_minutes(time, minutes) == then


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 200_000))
def test_any_time_that_the_format_takes_goes_on(hour: int, minute: int, passed: int) -> None:
    then = minutes_of(after_minutes(f"{hour}.{minute:02d}", passed))
    assert then == (hour * 60 + minute + passed) % (24 * 60)
