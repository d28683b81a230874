"""Trying again what went wrong, as often as the author allows, in a lesson and in its rehearsal; no result changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.drawing import draw
from sosmed_learn.core.events import Answered, Event
from sosmed_learn.core.grading import Picked, Typed
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.progress import fold
from sosmed_learn.core.question import AnyQuestion, fingerprint
from sosmed_learn.core.rehearsing import rehearse, rehearsed, repeatable, still_open
from sosmed_learn.core.session import Session
from tests.core.builders import Ticks, ask, lesson, single, text_step, typed_number, words
from tests.core.questions import ANY_QUESTION, answers_to
from tests.core.test_drawing import QUESTION

RIGHT = Picked(("right",))
WRONG = Picked(("wrong",))
LIMITS = st.none() | st.integers(1, 5)


def asking(*questions: AnyQuestion) -> Session:
    return begin("m", lesson(*(ask(question) for question in questions)), LessonProgress(), "a")


def answered(session: Session, ticks: Ticks, *, right: bool) -> Session:
    session, _, _ = session.answer(RIGHT if right else WRONG, ticks.stamp())
    return session


def test_a_wrong_answer_can_be_given_again_until_it_is_right() -> None:
    ticks = Ticks()
    session = asking(single("one"))
    assert not session.can_retry  # answer it first
    session = answered(session, ticks, right=False)
    for number in range(2, 9):
        session = session.retry()
        assert (session.answered, session.try_number) == (None, number)
        session = answered(session, ticks, right=number == 8)
        assert session.try_number == number
        assert session.can_retry == (number < 8)
        assert session.score == (0, 1)
    assert session.retry() is session


def test_no_more_often_than_the_author_allows() -> None:
    ticks = Ticks()
    session = answered(asking(single("one", tries=2)), ticks, right=False)
    session = answered(session.retry(), ticks, right=False)
    assert not session.can_retry
    assert session.tries_left(session.lesson.questions[0]) == 0
    assert session.forward(ticks.stamp())[0].over, "nobody is held up"
    assert not answered(asking(single("one", tries=1)), ticks, right=False).can_retry


def test_a_first_guess_and_a_right_answer_are_not_tried_again() -> None:
    ticks = Ticks()
    assert not answered(asking(single("guess", pretest=True)), ticks, right=False).can_retry
    assert not answered(asking(single("one")), ticks, right=True).can_retry


def test_hints_stay_open_and_more_can_be_opened() -> None:
    ticks = Ticks()
    session = asking(single("one", hints=(words("a"), words("b")))).hint()
    session = answered(session, ticks, right=False).retry()
    assert session.hints_open == 1
    session, _, event = session.hint().answer(RIGHT, ticks.stamp())
    assert event.hints == 2


def test_a_try_is_practice_in_the_record_and_the_first_answer_is_where_one_goes_on() -> None:
    ticks = Ticks()
    session, _, first = asking(single("one"), single("two")).answer(WRONG, ticks.stamp())
    session, verdict, event = session.retry().answer(RIGHT, ticks.stamp())
    assert verdict.correct
    assert (event.question, event.practice) == ("one", True)
    resumed = begin("m", session.lesson, fold([first, event]).lessons["m", "first"])
    assert resumed.step.id == "two"
    assert not resumed.given["one"].verdict.correct


def test_a_try_can_be_taken_back_and_then_does_not_count() -> None:
    ticks = Ticks()
    session = answered(asking(single("one", tries=2)), ticks, right=False)
    session, _, event = session.retry().answer(WRONG, ticks.stamp())
    assert not session.can_retry
    session, undone = session.undo(ticks.stamp())
    assert undone is not None
    assert undone.target == event.id
    assert (session.answered, session.try_number) == (None, 2)
    assert not answered(session, ticks, right=False).can_retry


def test_after_a_try_the_next_step_does_not_take_back_the_first_answer() -> None:
    ticks = Ticks()
    session = begin("m", lesson(ask(single("one")), text_step("end"), text_step("last")), LessonProgress())
    session = answered(session, ticks, right=False)
    assert session.forward(ticks.stamp())[0].undoable == "one"
    session = answered(session.retry(), ticks, right=True)
    assert session.forward(ticks.stamp())[0].undoable is None


def test_drawn_numbers_are_practised_whatever_the_limit() -> None:
    ticks = Ticks()
    session = asking(replace(draw(QUESTION, 0), tries=1))
    session, _, _ = session.answer(Typed("1", "en"), ticks.stamp())
    assert session.can_drill
    assert not session.can_retry
    session, _, _ = session.practise("b").answer(Typed("1", "en"), ticks.stamp())
    assert session.can_drill
    assert session.try_number is None
    assert repeatable(session.forward(ticks.stamp())[0]) == ()


def test_the_number_of_tries_is_no_part_of_what_is_asked() -> None:
    assert fingerprint(single()) == fingerprint(single(tries=2)) == "2ac5e2518316b840"  # also in older records
    assert fingerprint(single()) != fingerprint(single(revision=2))


def test_what_goes_wrong_in_a_rehearsal_comes_back_at_its_end() -> None:
    ticks = Ticks()
    again = rehearse(over(ticks, single("one"), single("two"), single("three")), "b")
    assert still_open(again) == 3
    asked = []
    for right in (False, True, False, True, True):
        asked.append(again.step.id)
        again = answered(again, ticks, right=right)
        assert not again.can_retry, "it comes back by itself"
        again, _ = again.forward(ticks.stamp())
    assert asked == ["one", "two", "three", "one", "three"]
    assert again.over
    assert (again.score, still_open(again)) == ((3, 3), 0)


def test_what_one_was_sure_of_can_be_rehearsed_by_itself() -> None:
    ticks = Ticks()
    session = asking(single("one"), single("two"))
    session, _, _ = session.answer(WRONG, ticks.stamp(), confidence="sure")
    session, _ = session.forward(ticks.stamp())
    session, _ = answered(session, ticks, right=False).forward(ticks.stamp())
    assert [step.id for step in rehearse(session, "b", sure=True).lesson.steps] == ["one"]
    assert [step.id for step in rehearse(session, "b").lesson.steps] == ["one", "two"]


def test_in_a_rehearsal_other_numbers_come_back() -> None:
    ticks = Ticks()
    session = asking(draw(QUESTION, 0))
    session, _, _ = session.answer(Typed("1", "en"), ticks.stamp())
    again = rehearse(session.forward(ticks.stamp())[0], "b")
    first = again.question
    again, _, _ = again.answer(Typed("1", "en"), ticks.stamp())
    again, _ = again.forward(ticks.stamp())
    assert again.answered is None
    assert again.question != first


def test_tries_of_the_lesson_and_of_every_rehearsal_count_together() -> None:
    ticks = Ticks()
    session = asking(single("one", tries=3), single("two"))
    session = answered(session, ticks, right=False)
    session = answered(session.retry(), ticks, right=False)
    session, _ = session.forward(ticks.stamp())
    session, _ = answered(session, ticks, right=False).forward(ticks.stamp())
    again = rehearse(session, "b")
    assert again.try_number == 3
    again = answered(again, ticks, right=False)
    assert not again.comes_back(again.step)
    after = rehearsed(session, again)
    assert [question.id for question in repeatable(after)] == ["two"]
    assert after.score == session.score


def test_only_the_answer_just_given_is_taken_back_in_a_rehearsal() -> None:
    ticks = Ticks()
    again = rehearse(over(ticks, single("one"), single("two"), single("three")), "b")
    again, _ = answered(again, ticks, right=True).forward(ticks.stamp())
    assert again.undoable == "one"
    again, _ = answered(again, ticks, right=False).forward(ticks.stamp())
    assert again.undoable is None, "what was answered last has moved on"


def over(ticks: Ticks, *questions: AnyQuestion) -> Session:
    """A lesson in which all went wrong."""
    session = asking(*questions)
    while not session.over:
        session, _ = answered(session, ticks, right=False).forward(ticks.stamp())
    return session


@given(st.lists(LIMITS, min_size=1, max_size=4), st.lists(st.booleans(), max_size=30))
def test_a_rehearsal_ends_asks_nothing_too_often_and_changes_no_result(
    limits: list[int | None], wanted: list[bool]
) -> None:
    ticks = Ticks()
    session = over(ticks, *(single(f"q{at}", tries=limit) for at, limit in enumerate(limits)))
    again, events = rehearse(session, "b"), list[Event]()
    acts = iter(wanted)
    while not again.over:
        assert again.tries_left(again.lesson.questions[again.at]) != 0
        assert 0 < still_open(again) <= len(limits)
        again, _, event = again.answer(RIGHT if next(acts, True) else WRONG, ticks.stamp())
        events.append(event)
        again, _ = again.forward(ticks.stamp())
    assert still_open(again) == 0
    asked = [event.question for event in events if isinstance(event, Answered)]
    for question in session.lesson.questions:
        assert question.tries is None or asked.count(question.id) <= question.tries - 1
        assert (asked.count(question.id) > 0) == (question.tries != 1)
    after = rehearsed(session, again)
    assert (after.score, after.missed, after.given) == (session.score, session.missed, session.given)
    assert fold(events).lesson(("m",), ("first",)).answers == {}


@given(st.data(), ANY_QUESTION, LIMITS)
def test_any_answers_to_any_question_end_where_the_limit_is(
    data: st.DataObject, question: AnyQuestion, limit: int | None
) -> None:
    ticks = Ticks()
    session = asking(replace(question, tries=limit))
    count = 0
    while count < 7 and session.answered is None:
        session, _, event = session.answer(data.draw(answers_to(question)), ticks.stamp())
        count += 1
        assert event.practice == (count > 1)
        assert session.try_number == count
        session = session.retry()
    first = session.given[question.id]
    assert session.score == (first.verdict.correct, 1)
    assert count <= (limit or 7)
    assert session.forward(ticks.stamp())[0].over


@pytest.mark.parametrize("limit", [None, 1, 2])
def test_a_plain_number_is_tried_again_as_it_is(limit: int | None) -> None:
    session, _, _ = asking(typed_number("5", id="plain", tries=limit)).answer(Typed("4", "en"), Ticks().stamp())
    assert session.can_retry == (limit != 1)
    assert session.retry().question == session.question
