"""What an answer says about memory, and that progress keeps every such word, in any order and once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Confidence, Event
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.reviews import Grade, Review, day_number, grade_of, review_of
from tests.core.recalling import FIRST, answered, undone

WHERE = (("strategy",), ("first",), ("q",))


@pytest.mark.parametrize(
    ("answer", "grade"),
    [
        ({"right": True}, Grade.GOOD),
        ({"right": True, "confidence": "sure"}, Grade.GOOD),
        ({"right": True, "confidence": "fairly"}, Grade.GOOD),
        ({"right": True, "confidence": "guess"}, Grade.AGAIN),
        ({"right": True, "hints": 1}, Grade.HARD),
        ({"right": True, "hints": 2, "confidence": "sure"}, Grade.HARD),
        ({"right": True, "hints": 1, "confidence": "guess"}, Grade.AGAIN),
        ({"right": False}, Grade.AGAIN),
        ({"right": False, "hints": 1}, Grade.AGAIN),
        ({"right": False, "confidence": "sure"}, Grade.AGAIN),
        ({"right": False, "score": 0.75}, Grade.AGAIN),
        ({"right": True, "practice": True}, Grade.GOOD),
        ({"right": True, "exam": "e0"}, Grade.GOOD),
    ],
)
def test_the_grade_of_an_answer(answer: dict[str, Any], grade: Grade) -> None:
    assert grade_of(answered(**answer)) == grade
    reviews = fold([answered(**answer)]).reviews(*WHERE)
    assert [review.grade for review in reviews] == [grade]


@pytest.mark.parametrize("right", [True, False])
def test_a_first_guess_is_an_answer_and_no_review(right: bool) -> None:  # noqa: FBT001
    progress = fold([answered(right=right, pretest=True, confidence="sure")])
    assert progress.reviews(*WHERE) == ()
    assert [answer.occasion for answer in progress.answers(*WHERE)] == ["pretest"]


@given(
    st.booleans(), st.integers(0, 3), st.sampled_from([None, "sure", "fairly", "guess"]), st.booleans(), st.booleans()
)
def test_a_review_says_what_the_answer_did(
    right: bool,  # noqa: FBT001
    hints: int,
    confidence: Confidence | None,
    practice: bool,  # noqa: FBT001
    pretest: bool,  # noqa: FBT001
) -> None:
    answer = answered(
        right=right, hints=hints, confidence=confidence, practice=practice, pretest=pretest, exam="e" * (not practice)
    )
    review = review_of(answer)
    assert review.counts_for_memory == (not pretest or not practice)
    assert (review.id, review.right, review.revision) == (answer.id, right, 1)
    assert review.sure_and_wrong == (confidence == "sure" and not right)
    assert review.day == FIRST


@pytest.mark.parametrize(
    ("hour", "offset", "day"),
    [(16, 420, 0), (17, 420, 1), (2, -180, -1), (3, -180, 0), (0, 10**9, 1), (0, -(10**9), -1)],
)
def test_a_day_is_the_learners_own(hour: int, offset: int, day: int) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(days=20_000, hours=hour)
    assert day_number(int(moment.timestamp()), offset) == 20_000 + day


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Answers to a few questions in two lessons, some of them taken back then or later."""
    events: list[Event] = []
    for number, day in enumerate(sorted(draw(st.lists(st.integers(0, 60), max_size=25)))):
        lesson = draw(st.sampled_from(["first", "second"]))
        exam = draw(st.sampled_from(["", "e"]))
        answer = answered(
            draw(st.sampled_from("pqr")), day, right=draw(st.booleans()), number=number, lesson=lesson, exam=exam
        )
        events.append(answer)
        if draw(st.integers(0, 5)) == 0:
            events.append(undone(answer, day + draw(st.integers(0, 9))))
    return events


def every_review(progress: Progress) -> dict[tuple[str, str], tuple[Review, ...]]:
    return {
        (lesson, name): progress.reviews(("strategy",), (lesson,), (name,))
        for lesson in ("first", "second")
        for name in "pqr"
    }


@given(histories(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_reviews_and_each_once(events: list[Event], random: Any) -> None:
    shuffled = events + events
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(events)
    one_by_one = Progress()
    for event in shuffled:
        one_by_one = one_by_one.apply(event)
    assert every_review(one_by_one) == every_review(fold(events))


@given(histories(), st.sets(st.integers(0, 60)))
def test_two_machines_laid_together_give_what_one_would_have(events: list[Event], there: set[int]) -> None:
    here = [event for number, event in enumerate(events) if number not in there]
    others = [event for number, event in enumerate(events) if number in there]
    assert every_review(fold([*others, *here])) == every_review(fold(events))


@given(histories())
def test_what_was_undone_is_as_if_it_had_not_been(events: list[Event]) -> None:
    gone = fold(events).undone
    left = [event for event in events if event.id not in gone]
    assert every_review(fold(events)) == every_review(fold(left))


@given(histories())
def test_reviews_outlive_being_kept_on_disk(events: list[Event]) -> None:
    progress = fold(events)
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(progress), type=Progress) == progress


def test_all_reviews_of_a_long_life_are_kept_and_small() -> None:
    progress = fold(answered(day=day) for day in range(3_000))
    assert len(progress.reviews(*WHERE)) == 3_000
    assert len(msgspec.msgpack.encode(progress.asked)) < 3_000 * 40


def test_reviews_are_found_under_every_id_that_anything_has_had() -> None:
    old = answered("q", 0, module="strategi", lesson="pertama", question="lama")
    new = answered("q", 1, right=False)
    found = fold([new, old]).reviews(("strategy", "strategi"), ("first", "pertama"), ("q", "lama"))
    assert [review.id for review in found] == [old.id, new.id]
