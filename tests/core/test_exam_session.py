"""An exam as it is taken: answered, skipped, taken back, left, resumed, handed in, and what comes of it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Event, ExamBegun
from sosmed_learn.core.exam import Asked, pool
from sosmed_learn.core.examresult import ExamResult, outcomes, percent, result_of
from sosmed_learn.core.examsession import ExamSession, begin_exam, sit
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.progress import fold
from sosmed_learn.core.question import AnyQuestion
from tests.core.builders import Ticks, choice, choices, single
from tests.core.exams import RIGHT, TODAY, WRONG, bank, lesson, sitting, with_exam

ACTS = st.lists(st.sampled_from(["right", "wrong", "skip", "back", "undo", "open"]), max_size=40)


def act(session: ExamSession, what: str, ticks: Ticks, events: list[Event]) -> ExamSession:
    if what in {"right", "wrong"} and session.question and not session.answered:
        session, event = session.answer(RIGHT if what == "right" else WRONG, ticks.stamp(), len(events) * 10)
        events.append(event)
    elif what == "undo":
        session, undone = session.undo(ticks.stamp())
        events += [undone] if undone else []
    else:
        moved = {"skip": session.forward, "back": session.back, "open": session.to_unanswered}.get(what)
        session = moved() if moved else session
    return session


@given(ACTS)
def test_what_was_answered_is_there_again_after_any_interruption(acts: list[str]) -> None:
    questions, of, ticks = bank("ab", 4), with_exam(5), Ticks()
    session = sitting(questions, of, ticks)
    begun = session_begun(session, of)
    events: list[Event] = [begun]
    for what in acts:
        session = act(session, what, ticks, events)
        assert 0 <= session.at <= len(session.questions)
    done = fold(events).exam(("strategy",)).sittings[session.sitting]
    again = sit(of.id, begun, done, {"first": lesson("first", *(asked.question for asked in questions))})
    assert again.given == session.given
    assert again.questions == session.questions
    assert again.at == (again.unanswered[0] if again.unanswered else len(again.questions))


def session_begun(session: ExamSession, of: Module) -> ExamBegun:
    """The event of a session that was just begun."""

    begun = begin_exam(of, Ticks().stamp(), session.questions, 7, limited=True)
    assert begun.id == session.sitting
    return begun


def test_an_answer_goes_on_and_says_nothing_but_what_was_answered() -> None:
    session, event = sitting(bank("a", 3), with_exam(), Ticks()).answer(WRONG, Ticks(5).stamp(), 42)
    assert session.at == 1
    assert (event.exam, event.elapsed, event.correct, event.practice) == (session.sitting, 42, False, False)


def test_who_comes_back_to_a_skipped_one_is_not_led_through_what_was_answered_since() -> None:
    ticks = Ticks()
    session = sitting(bank("ab", 4), with_exam(5), ticks).forward()
    session, _ = session.answer(RIGHT, ticks.stamp(), 1)
    session = session.forward()
    session, _ = session.answer(WRONG, ticks.stamp(), 2)
    session, _ = session.to_unanswered().answer(RIGHT, ticks.stamp(), 3)
    assert session.at == 2, "past the second, which has its answer"
    session, _ = session.answer(RIGHT, ticks.stamp(), 4)
    assert session.at == 4
    session, _ = session.answer(RIGHT, ticks.stamp(), 5)
    assert session.over
    session, _ = session.back().back().undo(ticks.stamp())
    assert session.answer(WRONG, ticks.stamp(), 6)[0].over, "nothing is left behind it"


def test_nothing_is_answered_twice_or_past_the_end() -> None:
    session, _event = sitting(bank("a", 1), with_exam(1), Ticks()).answer(RIGHT, Ticks(5).stamp(), 1)
    assert session.over
    for place in (session, session.back()):
        with pytest.raises(ValueError, match="nothing to answer"):
            place.answer(RIGHT, Ticks(9).stamp(), 1)


def test_answers_in_an_exam_change_no_lesson() -> None:
    _session, event = sitting(bank("a", 1), with_exam(1), Ticks()).answer(WRONG, Ticks(5).stamp(), 1)
    assert fold([event]).lessons == {}
    assert replace(event, exam="").id in {
        act.id for act in fold([replace(event, exam="")]).lessons["strategy", "first"].run
    }


def test_undo_takes_the_answer_on_screen_or_else_the_newest() -> None:
    session, ticks = sitting(bank("a", 3), with_exam(), Ticks()), Ticks(5)
    session, first = session.answer(RIGHT, ticks.stamp(), 1)
    session, second = session.answer(WRONG, ticks.stamp(), 2)
    _, newest = session.undo(ticks.stamp())
    on_screen, shown = session.back().back().undo(ticks.stamp())
    assert newest is not None
    assert shown is not None
    assert (newest.target, shown.target) == (second.id, first.id)
    assert (on_screen.at, list(on_screen.given)) == (0, [session.questions[1].question.id])


def test_a_question_that_was_taken_away_or_changed_meanwhile() -> None:
    questions, of, ticks = bank("a", 3), with_exam(3), Ticks()
    session = sitting(questions, of, ticks)
    begun, events = session_begun(session, of), []
    for _ in range(3):
        session, event = session.answer(RIGHT, ticks.stamp(), 1)
        events.append(event)
    gone, changed, kept = (asked.question for asked in session.questions)
    lessons = {"first": lesson("first", replace(changed, revision=2), kept)}
    done = fold([begun, *events]).exam(("strategy",)).sittings[session.sitting]
    again = sit(of.id, begun, done, lessons)
    assert gone.id not in {asked.question.id for asked in again.questions}
    assert list(again.given) == [kept.id]
    assert again.question is not None
    assert again.question.id == changed.id


def result(
    session: ExamSession, mark: int = 60, lessons: dict[str, Lesson] | None = None, without: tuple[str, ...] = ()
) -> ExamResult:
    return result_of(with_exam(mark=mark), outcomes(session.questions, session.given, without), lessons or {})


@given(st.lists(st.sampled_from([RIGHT, WRONG, None]), min_size=1, max_size=8), st.integers(1, 100))
def test_points_are_shares_and_a_missing_answer_earns_nothing(answers: list[Any], mark: int) -> None:
    session, ticks = sitting(bank("ab", 4), with_exam(len(answers)), Ticks()), Ticks(5)
    for response in answers:
        session = session.answer(response, ticks.stamp(), 1)[0] if response else session.forward()
    came = result(session, mark)
    assert came.asked == len(answers)
    assert came.points == came.right == answers.count(RIGHT)
    assert came.passed is (100 * came.right >= mark * came.asked)
    assert sum(row.points for row in came.concepts) == came.points
    assert sum(row.asked for row in came.concepts) == came.asked


def test_what_is_partly_right_earns_its_part() -> None:
    many = choices("multiple", choice("a", correct=True), choice("b", correct=True), choice("c"), id="m")

    session = sitting([Asked("first", many)], with_exam(1), Ticks())
    session, _event = session.answer(Picked(("a",)), Ticks(5).stamp(), 1)
    came = result(session, 50)
    assert (came.points, came.right, came.percent, came.passed) == (0.5, 0, 50, True)


def test_a_question_whose_fact_went_stale_does_not_count() -> None:
    session, ticks = sitting(bank("a", 2), with_exam(2), Ticks()), Ticks(5)
    session, _ = session.answer(RIGHT, ticks.stamp(), 1)
    session, _ = session.answer(WRONG, ticks.stamp(), 1)
    came = result(session, without=(session.questions[1].question.id,))
    assert (came.asked, came.points, came.passed) == (1, 1.0, True)


def test_an_exam_of_which_nothing_counts_is_not_passed() -> None:
    session = sitting(bank("a", 1), with_exam(1), Ticks())
    assert result(session, 1, without=(session.questions[0].question.id,)).passed is False


def test_weak_concepts_name_the_lessons_that_teach_them() -> None:
    def of(concept: str, number: int) -> AnyQuestion:
        return replace(single(f"{concept}-{number}"), concept=concept)

    lessons = {
        "first": lesson("first", of("goals", 1), of("other", 1)),
        "second": lesson("second", of("units", 1), concepts=("units",)),
    }

    session, ticks = sitting(pool(lessons.values(), {}, TODAY).questions, with_exam(3), Ticks()), Ticks(5)
    while session.question:
        session = session.answer(RIGHT if session.question.concept == "goals" else WRONG, ticks.stamp(), 1)[0]
    rows = {row.concept: row.lessons for row in result(session, lessons=lessons).concepts}
    assert rows == {"goals": (), "units": ("second",), "other": ("first",)}


@pytest.mark.parametrize(("points", "asked", "shown"), [(2.0, 3, 66), (0.1 + 0.2, 3, 10), (0.0, 0, 0), (20.0, 20, 100)])
def test_percents_are_rounded_down_and_not_a_hair_more(points: float, asked: int, shown: int) -> None:
    assert percent(points, asked) == shown


def test_the_limit_is_that_of_the_beginning() -> None:
    assert sitting(bank("a", 1), with_exam(1), Ticks()).limit == 1800
    assert sitting(bank("a", 1), with_exam(1), Ticks(), limited=False).limit is None


def test_an_answered_event_of_an_exam_names_the_lesson_of_its_question() -> None:
    _session, event = sitting(bank("a", 1), with_exam(1), Ticks()).answer(RIGHT, Ticks(5).stamp(), 1)
    assert isinstance(event, Answered)
    assert event.lesson == "first"
