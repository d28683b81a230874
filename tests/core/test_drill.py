"""Practice without end: the same question with other numbers, which changes no result."""

from decimal import Decimal

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.drawing import draw
from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Typed
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.progress import fold
from sosmed_learn.core.question import NumberQuestion
from sosmed_learn.core.rehearsing import rehearse
from sosmed_learn.core.session import Session
from tests.core.builders import Ticks, ask, lesson, text_step, typed_number
from tests.core.test_drawing import QUESTION

LESSON = lesson(ask(draw(QUESTION, 0)), text_step("end"))


def asked(session: Session) -> NumberQuestion:
    question = session.question
    assert isinstance(question, NumberQuestion)
    return question


def right(session: Session) -> Typed:
    return Typed(f"{asked(session).answer:f}", "en")


def test_each_run_has_its_own_numbers_and_keeps_them_after_a_break() -> None:
    ticks = Ticks()
    first, second = (begin("m", LESSON, LessonProgress(), chance) for chance in ("a", "b"))
    assert asked(first) != asked(second)
    answered, _, event = first.answer(right(first), ticks.stamp())
    assert event.seed == asked(first).seed
    again = begin("m", LESSON, fold([event]).lessons["m", "first"], "something else")
    assert asked(again.back()) == asked(answered)
    assert again.given["cost"].verdict.correct


def test_practice_asks_with_other_numbers_and_changes_no_result() -> None:
    ticks = Ticks()
    session = begin("m", LESSON, LessonProgress(), "a")
    assert not session.can_drill  # answer it first
    session, _, first = session.answer(right(session), ticks.stamp())
    drilled = session.practise("b")
    assert drilled.answered is None
    assert asked(drilled) != asked(session)
    drilled, verdict, event = drilled.answer(Typed("1", "en"), ticks.stamp())
    assert not verdict.correct
    assert event.practice
    assert drilled.score == session.score == (1, 1)
    assert drilled.can_drill
    forth, _ = drilled.forward(ticks.stamp())
    assert forth.drill is None
    assert forth.back().answered == session.answered
    kept = fold([first, event]).lessons["m", "first"]
    assert kept.answers == {"cost": first}


def test_an_answer_of_practice_can_be_taken_back() -> None:
    ticks = Ticks()
    session = begin("m", LESSON, LessonProgress(), "a")
    session, _, _ = session.answer(right(session), ticks.stamp())
    drilled = session.practise("b")
    assert drilled.undoable is None
    drilled, _, event = drilled.answer(Typed("1", "en"), ticks.stamp())
    back, undone = drilled.undo(ticks.stamp())
    assert undone is not None
    assert undone.target == event.id
    assert asked(back) == asked(drilled)
    assert back.answered is None
    assert back.score == (1, 1)


def test_what_went_wrong_is_asked_once_more_by_itself_and_changes_no_result() -> None:
    ticks = Ticks()
    session = begin("m", lesson(ask(typed_number("5", id="one")), ask(draw(QUESTION, 0))), LessonProgress(), "a")
    events: list[Answered] = []
    for typed in ("5", "1"):
        session, _, event = session.answer(Typed(typed, "en"), ticks.stamp())
        events.append(event)
        session, _ = session.forward(ticks.stamp())
    again = rehearse(session, "b")
    assert [step.id for step in again.lesson.steps] == ["cost"]
    assert asked(again) != asked(session.back())
    again, _, event = again.answer(right(again), ticks.stamp())
    assert event.practice
    assert again.score == (1, 1)
    assert again.forward(ticks.stamp())[0].over
    kept = begin("m", session.lesson, fold([*events, event]).lessons["m", "first"])
    assert kept.score == session.score == (1, 2)


def test_a_question_without_drawn_values_is_not_practised() -> None:
    session = begin("m", lesson(ask(typed_number("5", id="plain"))), LessonProgress())
    session, _, event = session.answer(Typed("5", "en"), Ticks().stamp())
    assert not session.can_drill
    assert session.practise("b") is session
    assert isinstance(event, Answered)
    assert event.seed is None
    assert draw(typed_number("5"), 3).answer == Decimal(5)
