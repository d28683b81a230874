"""One sitting with a lesson, and coming back to it after the window was closed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Answered, Event, LessonFinished, StepRead
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson
from sosmed_learn.core.progress import fold
from sosmed_learn.core.session import Session
from tests.core.builders import Ticks, ask, lesson, single, text_step, words

RIGHT = Picked(("right",))
WRONG = Picked(("wrong",))


def five_steps() -> Lesson:
    return lesson(
        ask(single("guess", pretest=True)),
        text_step("intro"),
        ask(single("one", hints=(words("a"), words("b")))),
        text_step("more"),
        ask(single("two")),
    )


def fresh(of: Lesson | None = None) -> Session:
    return begin("strategy", of or five_steps(), LessonProgress())


def progress_of(events: list[Event]) -> LessonProgress:
    return fold(events).lesson(("strategy",), ("first",))


def test_a_lesson_begins_at_its_first_step() -> None:
    session = fresh()
    assert (session.at, session.over, session.step.id) == (0, False, "guess")


def test_a_question_is_answered_before_one_goes_on() -> None:
    ticks = Ticks()
    session = fresh()
    assert session.forward(ticks.stamp()) == (session, None)
    session, verdict, event = session.answer(WRONG, ticks.stamp())
    assert not verdict.correct
    assert (event.question, event.response, event.correct, event.pretest) == ("guess", WRONG, False, True)
    moved, said = session.forward(ticks.stamp())
    assert (moved.at, said) == (1, None)


def test_leaving_a_text_reads_it_once() -> None:
    ticks = Ticks()
    session = fresh(lesson(text_step("a"), text_step("b")))
    session, event = session.forward(ticks.stamp())
    assert isinstance(event, StepRead)
    assert event.step == "a"
    session, again = session.back().forward(ticks.stamp())
    assert (session.at, again) == (1, None)


def test_back_stops_at_the_first_step_and_keeps_what_was_done() -> None:
    ticks = Ticks()
    session, _, _ = fresh().answer(RIGHT, ticks.stamp())
    session, _ = session.forward(ticks.stamp())
    back = session.back().back().back()
    assert back.at == 0
    assert back.answered is not None


def test_a_question_is_answered_once() -> None:
    ticks = Ticks()
    session, _, _ = fresh().answer(RIGHT, ticks.stamp())
    with pytest.raises(ValueError, match="nothing to answer"):
        session.answer(WRONG, ticks.stamp())
    with pytest.raises(ValueError, match="nothing to answer"):
        fresh(lesson(text_step("a"))).answer(RIGHT, ticks.stamp())


def test_hints_open_one_by_one_until_there_are_none_or_it_is_answered() -> None:
    question = single("one", hints=(words("a"), words("b")))
    session = fresh(lesson(ask(question)))
    assert session.hint().hints_open == 1
    assert session.hint().hint().hint().hints_open == 2
    answered, _, event = session.hint().answer(RIGHT, Ticks().stamp())
    assert event.hints == 1
    assert answered.hint().hints_open == 1


def test_undo_takes_back_the_newest_answer_and_stands_before_it() -> None:
    session, events = walked(five_steps(), right=True)
    undone, event = session.undo(Ticks(90).stamp())
    assert undone.step.id == "two"
    assert undone.answered is None
    assert event is not None
    assert event.target == next(e.id for e in reversed(events) if isinstance(e, Answered))
    assert fresh().undo(Ticks().stamp()) == (fresh(), None)


def test_the_answer_on_screen_is_the_one_to_undo_and_one_far_behind_is_not() -> None:
    ticks = Ticks()
    session, _, _ = fresh().answer(RIGHT, ticks.stamp())
    assert session.undoable == "guess"
    just_left, _ = session.forward(ticks.stamp())
    assert just_left.undoable == "guess"
    far_on, _ = just_left.forward(ticks.stamp())
    assert far_on.undoable is None
    assert far_on.undo(ticks.stamp()) == (far_on, None)
    finished, _ = walked(five_steps(), right=True)
    assert finished.undoable == "two"
    earlier = finished.back().back().back()
    assert earlier.undoable == "one"
    undone, _ = earlier.undo(ticks.stamp())
    assert set(undone.given) == {"guess", "two"}


def test_past_the_last_step_the_lesson_is_over() -> None:
    session, _ = walked(five_steps(), right=True)
    assert session.over
    assert session.step.id == "two"
    assert session.forward(Ticks(90).stamp()) == (session, None)


def test_pretests_are_never_scored_and_unanswered_questions_are_not_right() -> None:
    assert fresh().score == (0, 2)
    right, _ = walked(five_steps(), right=True)
    wrong, _ = walked(five_steps(), right=False)
    assert right.score == (2, 2)
    assert right.missed == ()
    assert [question.id for question in wrong.missed] == ["one", "two"]
    finish = wrong.finish(Ticks(90).stamp())
    assert (finish.module, finish.lesson, finish.right, finish.asked) == ("strategy", "first", 0, 2)


def test_after_the_finish_the_lesson_begins_anew() -> None:
    session, events = walked(five_steps(), right=True)
    finish = session.finish(Ticks(90).stamp())
    again = begin("strategy", session.lesson, progress_of([*events, finish]))
    assert (again.at, again.given, again.read) == (0, {}, frozenset())


def test_a_step_that_the_author_put_in_before_is_where_one_goes_on() -> None:
    session, events = walked(five_steps(), right=True)
    longer = replace(session.lesson, steps=(text_step("new"), *session.lesson.steps))
    resumed = begin("strategy", longer, progress_of(events))
    assert resumed.step.id == "new"
    assert len(resumed.given) == 3


def test_a_raised_revision_asks_again_and_a_new_id_with_an_alias_does_not() -> None:
    _, events = walked(five_steps(), right=True)
    steps = five_steps().steps
    raised = lesson(*steps[:2], ask(single("one", revision=2)), *steps[3:])
    renamed = lesson(*steps[:2], ask(single("uno", aliases=("one",))), *steps[3:])
    assert begin("strategy", raised, progress_of(events)).step.id == "one"
    assert begin("strategy", renamed, progress_of(events)).over


def test_an_answer_is_graded_by_the_key_of_today() -> None:
    ticks = Ticks()
    _, _, event = fresh(lesson(ask(single("one")))).answer(WRONG, ticks.stamp())
    mended = single("one")
    mended = replace(mended, choices=tuple(replace(c, correct=c.id == "wrong") for c in mended.choices))
    given = begin("strategy", lesson(ask(mended)), progress_of([event])).given
    assert given["one"].verdict.correct


def walked(of: Lesson, *, right: bool) -> tuple[Session, list[Event]]:
    ticks = Ticks()
    session, events = fresh(of), list[Event]()
    while not session.over:
        if session.question:
            session, _, answered = session.answer(RIGHT if right else WRONG, ticks.stamp())
            events.append(answered)
        session, event = session.forward(ticks.stamp())
        if event:
            events.append(event)
    return session, events


acts = st.lists(st.sampled_from(["forward", "back", "right", "wrong", "hint", "undo", "finish"]), max_size=40)


@given(acts)
def test_closing_the_window_at_any_moment_loses_nothing(wanted: list[str]) -> None:
    ticks = Ticks()
    session, events = fresh(), list[Event]()
    for act in wanted:
        session, event = perform(session, act, ticks)
        if event:
            events.append(event)
        if isinstance(event, LessonFinished):
            session = begin("strategy", session.lesson, progress_of(events))
        resumed = begin("strategy", session.lesson, progress_of(events))
        assert resumed.given == session.given
        assert resumed.read == session.read
        assert resumed.score == session.score
        assert resumed.over or not resumed.done(resumed.step), "one goes on at something that is not done"


def perform(session: Session, act: str, ticks: Ticks) -> tuple[Session, Event | None]:
    stamp = ticks.stamp()
    if act == "back":
        return session.back(), None
    if act == "hint":
        return session.hint(), None
    if act in {"right", "wrong"} and session.question and not session.answered and not session.over:
        session, _, answered = session.answer(RIGHT if act == "right" else WRONG, stamp)
        return session, answered
    if act == "undo":
        before, event = session, None
        session, event = session.undo(stamp)
        if event is None:
            assert session == before
        else:
            assert before.undoable
            assert event.target == before.given[before.undoable].event
            assert session.given == {name: given for name, given in before.given.items() if name != before.undoable}
            assert session.step.id == before.undoable
        return session, event
    if act == "finish" and session.over:
        return session, session.finish(stamp)
    return session.forward(stamp)
