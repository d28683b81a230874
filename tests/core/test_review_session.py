"""Questions of many lessons, asked again as one session."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.asks import Ask, passing
from sosmed_learn.core.events import Answered, Confidence, Event
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.progress import fold
from sosmed_learn.core.question import fingerprint
from sosmed_learn.core.reviewsession import Purpose, ReviewSession, ask_again
from tests.core.builders import Ticks
from tests.core.known import found, known

RIGHT, WRONG = Picked(("right",)), Picked(("wrong",))


def session(*names: str, purpose: Purpose = "today") -> ReviewSession:
    return ask_again([Ask(found(name), "due") for name in names], purpose, "chance")


def answered(
    state: ReviewSession, ticks: Ticks, *, right: bool = True, confidence: Confidence | None = None
) -> tuple[ReviewSession, Answered]:
    """Answered, and one question on."""
    state, _verdict, event = state.answer(RIGHT if right else WRONG, ticks.stamp(), confidence, 9)
    return state.forward(ticks.stamp())[0], event


def test_nothing_to_ask_is_no_session() -> None:
    with pytest.raises(ValueError, match="nothing to ask"):
        session()


def test_an_answer_is_kept_where_its_question_stands_and_as_practice() -> None:
    ticks, state = Ticks(), session("u1", "g0")
    assert state.place == ("analytics", "counts", "u1")
    state, first = answered(state, ticks)
    assert (first.module, first.lesson, first.question) == ("analytics", "counts", "u1")
    assert first.practice
    assert first.seconds == 9
    assert first.fingerprint == fingerprint(found("u1").question)
    assert state.place == ("strategy", "first", "g0")
    progress = fold([first])
    assert len(progress.reviews(("analytics",), ("counts",), ("u1",))) == 1, "it counts for memory"
    assert not progress.lesson(("analytics",), ("counts",)).answers, "and changes no result"


def test_what_one_was_sure_of_and_wrong_about_comes_back_once_at_the_end() -> None:
    ticks, state = Ticks(), session("g0", "u0")
    state, _ = answered(state, ticks, right=False, confidence="sure")
    assert state.place[2] == "u0"
    state, _ = answered(state, ticks, right=False)
    assert (state.place[2], state.over) == ("g0", False)
    state, _ = answered(state, ticks, right=False, confidence="sure")
    assert state.over, "once is enough for a sitting"
    assert state.score == (0, 2)
    assert [ask.item.question.id for ask in state.surely_wrong] == ["g0"]
    assert [ask.item.question.id for ask in state.lost] == ["u0"]


def test_an_answer_can_be_taken_back_also_the_last_one() -> None:
    ticks, state = Ticks(), session("g0")
    state, event = answered(state, ticks, right=False)
    assert state.over
    state, undone = state.undo(ticks.stamp())
    assert undone is not None
    assert undone.target == event.id
    assert (state.over, state.score, state.place[2]) == (False, (0, 0), "g0")


@pytest.mark.parametrize(("right", "passed"), [(4, True), (3, True), (2, False)])
def test_a_test_is_passed_with_three_of_four(right: int, passed: bool) -> None:  # noqa: FBT001
    ticks = Ticks()
    state = ask_again(passing(known([], 0), "analytics", "counts"), "test", "chance")
    for number in range(4):
        assert not state.passed, "not before its end"
        state, _ = answered(state, ticks, right=number < right, confidence="sure")
    assert state.over, "nothing comes back in a test"
    assert state.passed == passed
    assert state.tested == (("analytics", "counts"),)
    event = state.pass_lesson(state.tested[0], ticks.stamp())
    assert (event.module, event.lesson, event.right, event.asked) == ("analytics", "counts", right, 4)


def test_questions_of_one_id_in_two_lessons_are_two() -> None:
    twin = found("g0")
    other = Ask(found("u0"), "due")
    state = ask_again([Ask(twin, "due"), Ask(twin, "due"), other], "today", "")
    assert len(state.lesson.steps) == 2


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([None, "sure", "fairly", "guess"])), min_size=8, max_size=8))
def test_whatever_is_answered_it_ends_and_counts_first_answers(
    answers: list[tuple[bool, Confidence | None]],
) -> None:
    ticks, state, events = Ticks(), session("g0", "u0", "m0", "g2"), list[Event]()
    for right, confidence in answers:
        if state.over:
            break
        state, event = answered(state, ticks, right=right, confidence=confidence)
        events.append(event)
    assert state.over
    assert state.score == (sum(right for right, _ in answers[:4]), 4)
    assert len(events) == 4 + len(state.returned)
