"""The memory that follows from reviews: it fades, grows with success, breaks with a lapse, and needs no clock."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.memory import RETENTION, Memory, desired_retention, is_due, recall, remember
from sosmed_learn.core.reviews import Grade, Review
from tests.core.recalling import FIRST, reviewed

FAR = FIRST + 10_000
GAPS = st.lists(st.tuples(st.integers(0, 90), st.sampled_from(list(Grade))), min_size=1, max_size=12)


def lives(gaps: list[tuple[int, Grade]]) -> list[Review]:
    day, made = 0, []
    for number, (gap, grade) in enumerate(gaps):
        day += gap
        made.append(reviewed(day, grade, id=f"e{number:03d}"))
    return made


LIVES = GAPS.map(lives)


def known(reviews: list[Review], today: int = FAR, retention: float = RETENTION) -> Memory:
    memory = remember(reviews, today, retention)
    assert memory is not None
    return memory


def test_of_what_was_never_asked_there_is_no_memory() -> None:
    assert remember([], FAR) is None


@given(LIVES)
def test_recall_falls_from_day_to_day(reviews: list[Review]) -> None:
    memory = known(reviews)
    chances = [recall(memory, memory.day + days) for days in range(0, 400, 7)]
    assert chances[0] == 1
    assert all(later < before for before, later in pairwise(chances))
    assert chances[-1] > 0


@given(LIVES)
def test_stability_is_when_nine_of_ten_are_left(reviews: list[Review]) -> None:
    memory = known(reviews)
    days = int(memory.stability)
    assert recall(memory, memory.day + days) >= 0.9 - 1e-9
    assert recall(memory, memory.day + days + 1) < 0.9


@given(LIVES, st.integers(0, 90))
@example(lives([(0, Grade.AGAIN)]), 0)  # of one day; the library got that wrong before 6.3.2
def test_a_lapse_never_makes_a_memory_firmer_and_success_never_weaker(reviews: list[Review], gap: int) -> None:
    day = reviews[-1].day - FIRST + gap
    before = known(reviews).stability
    after = [known([*reviews, reviewed(day, grade, id="f")]).stability for grade in Grade]
    again, hard, good = after
    assert again <= max(before, 0.001)
    assert before <= hard <= good


@given(LIVES, st.sampled_from([0.7, 0.8, 0.9, 0.95]))
def test_it_is_due_when_recall_has_come_down_to_what_is_desired(reviews: list[Review], retention: float) -> None:
    memory = known(reviews, retention=retention)
    assert not is_due(memory, memory.day)
    assert not is_due(memory, memory.due - 1)
    assert is_due(memory, memory.due)
    assert is_due(memory, memory.due + 1000)
    if memory.due - memory.day > 1:  # to the nearest day, and never within one
        assert recall(memory, memory.due + 1) < retention < recall(memory, memory.due - 1)


@given(LIVES)
def test_who_wants_to_keep_more_is_asked_no_later(reviews: list[Review]) -> None:
    dues = [known(reviews, retention=wanted).due for wanted in (0.95, 0.9, 0.8, 0.7)]
    assert dues == sorted(dues)


@given(GAPS)
def test_it_is_what_the_library_says_of_whole_days(gaps: list[tuple[int, Grade]]) -> None:
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    reviews, card = lives(gaps), Card(card_id=1)
    for review in reviews:
        at = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=review.day)
        card, _ = scheduler.review_card(card, Rating(review.grade), at)
    memory = known(reviews)
    assert (memory.stability, memory.difficulty) == (card.stability, card.difficulty)


@pytest.mark.parametrize(("grade", "stability"), [(Grade.AGAIN, 0.212), (Grade.HARD, 1.2931), (Grade.GOOD, 2.3065)])
def test_the_weights_are_those_of_fsrs_6(grade: Grade, stability: float) -> None:
    """When this fails, the library has new weights: every learner's plan changes, and people should be told."""
    assert known([reviewed(0, grade)]).stability == stability


def test_an_evening_and_the_next_morning_are_two_days() -> None:
    twice = [reviewed(0), reviewed(1, id="f")]
    same_day = [reviewed(0), reviewed(0, id="f")]
    assert known(twice).stability > known(same_day).stability


def test_a_clock_that_ran_ahead_and_was_set_right_holds_nothing_up() -> None:
    ahead, right = reviewed(30_000, id="a"), reviewed(3, id="b")
    as_it_was = known([reviewed(3, id="a"), right], FIRST + 3)
    assert replace(known([ahead, right], FIRST + 3), latest=as_it_was.latest) == as_it_was
    assert is_due(known([ahead], FIRST + 5), FIRST + 5)


def test_a_day_in_years_to_come_is_no_long_wait() -> None:
    ahead = [reviewed(0, id="a"), reviewed(30_000, id="b"), reviewed(3, id="c")]
    right = [reviewed(0, id="a"), reviewed(3, id="b"), reviewed(3, id="c")]
    assert known(ahead).stability == known(right).stability


def test_a_journey_over_midnight_makes_nothing_due() -> None:
    tomorrow = reviewed(6, id="a")
    assert not is_due(known([tomorrow], FIRST + 5), FIRST + 5)
    assert recall(known([tomorrow], FIRST + 5), FIRST + 5) == 1


def test_a_day_beyond_every_calendar_is_no_crash() -> None:
    assert known([reviewed(10**9)], 10**9).stability > 0
    assert known([reviewed(-(10**9))], FIRST).stability > 0


def test_misses_count_once_a_day_and_eight_make_a_leech() -> None:
    sitting = [reviewed(0, Grade.AGAIN, id=f"e{number}") for number in range(20)]
    assert known(sitting).missed == 1
    days = [reviewed(day, Grade.AGAIN) for day in range(8)]
    assert not known(days[:7]).leech
    assert known(days).leech
    assert known([*days, reviewed(9)]).leech
    assert known([reviewed(day, Grade.AGAIN, right=True) for day in range(8)]).missed == 0, "lucky guesses"


def test_an_error_that_was_not_seen_coming_is_open_until_it_is_right_on_a_later_day() -> None:
    wrong = reviewed(2, Grade.AGAIN, confidence="sure", id="b")
    assert known([wrong]).unsettled
    assert known([reviewed(1, id="a"), wrong]).unsettled
    assert known([wrong, reviewed(2, id="c")]).unsettled, "right in the same sitting is not yet known tomorrow"
    assert known([wrong, reviewed(3, Grade.AGAIN, right=True, id="c")]).unsettled, "a lucky guess settles nothing"
    assert not known([wrong, reviewed(3, id="c")]).unsettled
    assert not known([reviewed(2, Grade.AGAIN)]).unsettled


@pytest.mark.parametrize(
    ("set_to", "wanted"),
    [(None, 0.9), ("0.85", 0.85), ("90", 0.97), ("0", 0.7), ("-inf", 0.9), ("nan", 0.9), ("many", 0.9), ("", 0.9)],
)
def test_what_is_desired_stays_within_sense(set_to: str | None, wanted: float) -> None:
    assert desired_retention({} if set_to is None else {"retention": set_to}) == wanted
