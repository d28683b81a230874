"""Mastery of a concept: within its bounds, moved by answers and time in the right direction, whatever the answers."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.mastery import Knowledge, knowledge, masteries, mastery
from tests.core.evidences import AT, answers, days, histories, said

TINY = 1e-9
ends = st.floats(2000, 40_000)


@given(histories, st.floats(-5000, 400_000))
def test_within_its_bounds_at_any_time(history: list[Evidence], day: float) -> None:
    now = mastery(history, days(day))
    assert 0 <= now.low <= now.mean <= now.high <= 1
    assert 0 < now.uncertainty <= 0.5


@given(histories, ends, st.data())
def test_answers_may_be_handed_over_in_any_order(history: list[Evidence], day: float, data: Any) -> None:
    mixed = data.draw(st.permutations(history))
    one, other = mastery(history, days(day)), mastery(mixed, days(day))
    assert one.mean == pytest.approx(other.mean, abs=TINY)
    assert one.uncertainty == pytest.approx(other.uncertainty, abs=TINY)


@given(histories, answers(st.just(1.0), ends), st.floats(0, 4000))
def test_a_right_answer_never_lowers_it_then_or_later(history: list[Evidence], right: Evidence, wait: float) -> None:
    now = right.at + timedelta(days=wait)
    assert mastery([*history, right], now).mean >= mastery(history, now).mean - TINY


@given(histories, answers(st.just(0.0), ends), st.floats(0, 4000))
def test_a_wrong_one_never_raises_it_then_or_later(history: list[Evidence], wrong: Evidence, wait: float) -> None:
    now = wrong.at + timedelta(days=wait)
    assert mastery([*history, wrong], now).mean <= mastery(history, now).mean + TINY


@given(histories, st.lists(answers(day=st.just(3000.0)), max_size=4), st.sampled_from([0.0, 1.0]))
def test_nor_among_others_of_the_same_moment(history: list[Evidence], moment: list[Evidence], score: float) -> None:
    now = days(3000)
    one = said("z", score, 3000)
    change = mastery([*history, *moment, one], now).mean - mastery([*history, *moment], now).mean
    assert change >= -TINY if score else change <= TINY


@given(histories, answers(st.just(0.0), ends), st.floats(0, 1), st.floats(0, 1))
def test_the_better_the_last_answer_the_better(history: list[Evidence], last: Evidence, a: float, b: float) -> None:
    def after(score: float) -> float:
        again = said(last.question, score, 2100, level=last.level, chance=last.chance, confidence=last.confidence)
        return mastery([*[one for one in history if one.at < days(2100)], again], days(2100)).mean

    assert after(max(a, b)) >= after(min(a, b)) - TINY


@given(histories, ends, st.floats(0, 10_000))
def test_waiting_never_raises_it(history: list[Evidence], day: float, wait: float) -> None:
    assert mastery(history, days(day + wait)).mean <= mastery(history, days(day)).mean + TINY


@given(st.lists(answers(st.sampled_from([0.0, 1.0]), st.just(0.0)), min_size=1, max_size=30))
def test_what_agrees_makes_it_surer(moment: list[Evidence]) -> None:
    agreeing = [said(f"q{number}", moment[0].score) for number in range(len(moment))]
    spreads = [mastery(agreeing[:count], AT).uncertainty for count in range(len(agreeing) + 1)]
    assert spreads == sorted(spreads, reverse=True)


def test_mixed_answers_make_it_surer_too() -> None:
    mixed = [said(f"q{number}", number % 2, day=number / 1000) for number in range(40)]
    spreads = [mastery(mixed[:count], days(1)).uncertainty for count in (0, 4, 12, 40)]
    assert spreads == sorted(spreads, reverse=True)


def test_nothing_asked_is_a_half_and_most_unsure() -> None:
    nothing = mastery([], AT)
    assert nothing.mean == pytest.approx(0.5)
    assert nothing.uncertainty > 0.25
    assert (nothing.answers, nothing.questions, nothing.newest) == (0, 0, None)


def test_thousands_of_answers_come_near_to_the_ends() -> None:
    right = [said(f"q{number}", 1, day=number / 100) for number in range(3000)]
    wrong = [said(f"q{number}", 0, day=number / 100) for number in range(3000)]
    assert mastery(right, days(31)).mean > 0.95
    assert mastery(wrong, days(31)).mean < 0.05


def test_what_was_missed_long_ago_gives_way_to_what_is_known_now() -> None:
    before = [said(f"a{number}", 0, day=number / 1000, exam=True) for number in range(4)]
    since = [said(f"b{number}", 1, day=10 + number / 1000) for number in range(8)]
    assert mastery([*before, *since], days(11)).mean > 0.65
    assert mastery(before, days(11)).mean < 0.35


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ({"chance": 0.5}, {"chance": 0.25}),
        ({"chance": 0.25}, {"chance": 0.0}),
        ({"hints": 1}, {"hints": 0}),
        ({"hints": 2}, {"hints": 1}),
        ({"confidence": "guess"}, {"confidence": "fairly"}),
        ({"confidence": "fairly"}, {"confidence": "sure"}),
        ({"level": 1}, {"level": 2}),
        ({"level": 2}, {"level": 3}),
        ({"score": 0.6}, {"score": 1.0}),
    ],
)
def test_what_a_right_answer_is_worth(weaker: dict[str, Any], stronger: dict[str, Any]) -> None:
    assert mastery([said(**weaker)], AT).mean < mastery([said(**stronger)], AT).mean


def test_a_guess_among_four_says_nothing_and_an_unsaid_word_is_fairly() -> None:
    assert mastery([said(confidence="guess")], AT).mean == pytest.approx(mastery([], AT).mean)
    assert mastery([said(confidence=None)], AT).mean == mastery([said(confidence="fairly")], AT).mean


def test_hints_and_words_make_no_miss_lighter() -> None:
    plain = mastery([said(score=0)], AT).mean
    assert mastery([said(score=0, hints=3, confidence="guess")], AT).mean == pytest.approx(plain)


def test_a_miss_in_an_exam_weighs_more_than_one_that_was_explained() -> None:
    assert mastery([said(score=0, exam=True)], AT).mean < mastery([said(score=0)], AT).mean


def test_the_same_question_again_at_once_counts_little_and_days_later_more() -> None:
    other = mastery([said("a"), said("b", day=0.01)], days(0.02)).mean
    again = mastery([said("a"), said("a", day=0.01)], days(0.02)).mean
    later = mastery([said("a"), said("a", day=3)], days(3)).mean
    assert again < later <= other


def test_shown_again_after_days_it_keeps_longer_than_shown_twice_at_once() -> None:
    spaced = mastery([said("a"), said("b", day=20)], days(120))
    crammed = mastery([said("a", day=20), said("b", day=20.01)], days(120))
    assert spaced.mean > crammed.mean


def test_being_away_leaves_less_and_less_sure_of_how_much() -> None:
    known = [said(f"q{number}", day=number / 1000) for number in range(12)]
    soon, month, year = (mastery(known, days(wait)) for wait in (0.1, 30, 365))
    assert soon.mean > month.mean > year.mean
    assert soon.uncertainty < month.uncertainty < year.uncertainty


def test_no_waiting_goes_below_what_is_presumed_of_anybody() -> None:
    assert mastery([said()], days(400_000)).mean == pytest.approx(0.5, abs=0.01)
    missed = mastery([said(score=0)], days(0))
    assert mastery([said(score=0)], days(400_000)).mean == pytest.approx(missed.mean)


def test_a_clock_set_back_is_taken_for_the_moment_of_the_last_answer() -> None:
    history = [said("a"), said("b", day=2)]
    assert mastery(history, days(-300)).mean == pytest.approx(mastery(history, days(2)).mean)


def test_each_concept_has_its_own_and_counts_its_questions() -> None:
    found = masteries([said("a"), said("a", 0, day=1), said("b", concept="people")], days(1))
    assert {name: (one.answers, one.questions) for name, one in found.items()} == {"goals": (2, 1), "people": (1, 1)}
    assert found["goals"].newest == days(1)


@given(histories, answers(day=ends))
def test_one_more_answer_needs_no_look_at_the_old_ones(history: list[Evidence], last: Evidence) -> None:
    assert knowledge(history).after([last]) == knowledge([*history, last])


@pytest.mark.parametrize("moment", [[said("a"), said("b", day=1)], [said("a", day=5)], [said("a", day=4)]])
def test_moments_come_in_their_order(moment: list[Evidence]) -> None:
    with pytest.raises(ValueError, match="moment by moment"):
        Knowledge().after([said("x", day=5)]).after(moment)
