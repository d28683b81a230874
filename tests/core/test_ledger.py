"""The account of a mastery: it adds up, and each answer is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.ledger import account
from sosmed_learn.core.mastery import mastery
from tests.core.evidences import AT, days, histories, said


@given(histories, st.floats(2000, 9000))
def test_it_adds_up(history: list[Evidence], day: float) -> None:
    told = account(history, days(day))
    assert told.now.mean == pytest.approx(mastery(history, days(day)).mean)
    moved = sum(entry.change - entry.faded for entry in told.entries)
    assert told.presumed + moved - told.faded == pytest.approx(told.now.mean, abs=1e-9)


@given(histories)
def test_every_answer_is_told_once_the_oldest_first(history: list[Evidence]) -> None:
    entries = account(history, days(3000)).entries
    assert sorted(map(repr, (entry.evidence for entry in entries))) == sorted(map(repr, history))
    assert [entry.evidence.at for entry in entries] == sorted(one.at for one in history)


@given(histories)
def test_right_ones_raise_wrong_ones_lower_and_time_only_takes(history: list[Evidence]) -> None:
    told = account(history, days(3000))
    for entry in told.entries:
        assert entry.faded >= -1e-9
        if entry.evidence.score == 1:
            assert entry.change >= -1e-9
        if entry.evidence.score == 0:
            assert entry.change <= 1e-9
    assert told.faded >= -1e-9


def test_a_short_story() -> None:
    told = account([said("b", 0, 10), said("a", 1)], days(40))
    right, wrong = told.entries
    assert (right.before, right.evidence.question) == (told.presumed, "a")
    assert right.change > 0 > wrong.change
    assert (right.faded, wrong.faded > 0) == (0, True)
    assert wrong.before == pytest.approx(right.after - wrong.faded)


def test_nothing_asked_is_an_empty_account() -> None:
    told = account([], AT)
    assert (told.entries, told.faded, told.presumed) == ((), 0, told.now.mean)
