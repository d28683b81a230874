"""The place of a concept on the blind-spot map, by what was answered and how sure the learner was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.spots import SPOTS, place
from tests.core.evidences import AT, answers, days, histories, said


@pytest.mark.parametrize(
    ("score", "word", "spot"),
    [
        (1, "sure", "strong"),
        (1, "fairly", "unsure"),
        (1, None, "unsure"),
        (1, "guess", "unsure"),
        (0, "guess", "missing"),
        (0, "fairly", "missing"),
        (0, None, "missing"),
        (0, "sure", "blind"),
    ],
)
@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("exam", [True, False])
def test_one_answer_gives_a_sketch(score: float, word: Any, spot: str, level: int, *, exam: bool) -> None:
    found = place([said(score=score, confidence=word, level=level, exam=exam)], AT)
    assert (found.spot, found.sketch) == (spot, True)


def test_nothing_asked_is_unchecked_and_no_sketch() -> None:
    found = place([], AT)
    assert (found.spot, found.sketch, found.sure_misses) == ("unchecked", False, ())


def test_two_questions_are_enough_but_not_one_of_them_twice() -> None:
    assert place([said("a"), said("a", day=2)], days(2)).sketch
    assert not place([said("a"), said("b", day=2)], days(2)).sketch


def test_fairly_sure_again_and_again_is_strong_too() -> None:
    right = [said(f"q{number}", confidence="fairly") for number in range(4)]
    assert [place(right[:count], AT).spot for count in (1, 2, 3, 4)] == ["unsure", "unsure", "strong", "strong"]


def test_a_single_miss_ends_the_lower_bar_for_the_sure() -> None:
    flawless = [said("a", confidence="sure")]
    assert place(flawless, AT).spot == "strong"
    assert place([said("x", 0), *flawless], AT).spot == "unsure"


def test_a_slip_amid_much_knowledge_is_no_blind_spot() -> None:
    right = [said(f"q{number}", day=number / 1000) for number in range(9)]
    assert place([*right, said("x", 0, 0.5, confidence="sure")], days(1)).spot == "strong"


def test_the_sure_misses_behind_a_blind_spot_are_told() -> None:
    first, other = said("a", 0, confidence="sure"), said("b", 0, 1, confidence="sure")
    found = place([other, said("c", 0, 2, confidence="fairly"), first], days(3))
    assert (found.spot, found.sure_misses) == ("blind", (first, other))


def test_other_questions_right_since_lay_it_to_rest() -> None:
    miss = said("a", 0, confidence="sure")
    since = [said("b", 1, 1), said("c", 1, 2)]
    assert place([miss, *since[:1]], days(3)).spot == "blind"
    assert place([miss, *since], days(3)).spot == "unsure"


def test_right_answers_from_before_do_not() -> None:
    before = [said("b", 1, -2), said("c", 1, -1)]
    assert place([*before, said("a", 0, confidence="sure")], AT).spot == "blind"


def test_the_same_question_counts_from_the_next_day_on() -> None:
    miss = said("a", 0, confidence="sure")
    at_once = [said("a", 1, hour / 24, confidence="sure") for hour in range(1, 6)]
    next_days = [said("a", 1, day, confidence="sure") for day in (1, 2)]
    assert place([miss, *at_once], days(1)).spot == "blind"
    assert place([miss, *next_days], days(2)).spot != "blind"


def test_what_was_strong_fades_to_unsure_and_no_further() -> None:
    right = [said(f"q{number}", day=number / 1000) for number in range(6)]
    assert place(right, days(1)).spot == "strong"
    assert place(right, days(900)).spot == "unsure"
    assert place(right, days(90_000)).spot == "unsure"


@given(histories, answers(st.just(1.0), st.just(3000.0)))
def test_a_right_answer_never_makes_it_worse(history: list[Evidence], right: Evidence) -> None:
    ranks = {"strong": 3, "unsure": 2, "missing": 1, "blind": 0, "unchecked": 2}
    before, after = place(history, days(3000)), place([*history, right], days(3000))
    assert ranks[after.spot] >= ranks[before.spot]
    assert after.spot in SPOTS
