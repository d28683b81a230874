"""A diagnosis step by step: what is asked, taken back and left, and that the events alone rebuild it."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Event
from sosmed_learn.core.grading import Picked, fits
from sosmed_learn.core.mapping.blindspots import draw_map
from sosmed_learn.core.mapping.interview import Interview, current, nothing_for, probes_in
from sosmed_learn.core.mapping.sittings import open_sitting
from sosmed_learn.core.module import Diagnostics
from sosmed_learn.core.progress import fold
from tests.core.builders import Ticks
from tests.core.exams import fact
from tests.core.interviews import BANK, SURE, TODAY, WAYS, Way, bank, begun, new, sit_down, walk
from tests.core.questions import ANY_QUESTION


def _state(session: Interview) -> tuple[Any, ...]:
    return session.asked, session.events, session.diagnosis.replies, draw_map(session.diagnosis)


@settings(max_examples=40)
@given(st.lists(WAYS, max_size=22), st.sampled_from([3, 15, 30]))
def test_any_replies_give_a_map_and_the_events_alone_rebuild_it(ways: list[Way], length: int) -> None:
    ticks = Ticks()
    event = begun(ticks, length)
    session, events = walk(new(event), ways, ticks)
    assert len(events) == min(len(ways), length, 20), "five concepts with four questions each"
    assert {spot.concept for spot in draw_map(session.diagnosis).spots} == set(BANK.graph.ids)
    again = sit_down([event, *events])
    assert _state(again) == _state(session)


@settings(max_examples=25)
@given(st.lists(WAYS, min_size=1, max_size=15), st.data())
def test_what_is_taken_back_was_never_said(ways: list[Way], data: st.DataObject) -> None:
    ticks = Ticks()
    event = begun(ticks)
    session, events = walk(new(event), ways, ticks)
    back = data.draw(st.integers(1, len(events)))
    before, _ = walk(new(event), ways[: len(events) - back], Ticks(1))
    undone: list[Event] = []
    for _ in range(back):
        session, taken = session.undo(ticks.stamp())
        assert taken
        undone.append(taken)
    assert _state(session)[:1] + _state(session)[2:] == _state(before)[:1] + _state(before)[2:]
    assert _state(sit_down([event, *events, *undone])) == _state(session)


def test_before_the_first_answer_nothing_can_be_taken_back() -> None:
    session = new(begun(Ticks()))
    assert session.undo(Ticks(5).stamp()) == (session, None)


def test_no_question_comes_twice_and_it_ends_at_its_length() -> None:
    ticks = Ticks()
    session, events = walk(new(begun(ticks)), [SURE] * 99, ticks)
    asked = [event.question for event in events if isinstance(event, Answered)]
    assert len(asked) == len(set(asked)) == 15
    assert session.over
    with pytest.raises(ValueError, match="nothing to answer"):
        session.answer(Picked(("right",)), "sure", ticks.stamp())


def test_an_answer_says_in_which_diagnosis_it_was_given_and_how() -> None:
    ticks = Ticks()
    event = begun(ticks)
    _, [answer] = walk(new(event), [("wrong", "sure")], ticks)
    assert isinstance(answer, Answered)
    assert (answer.diagnosis, answer.confidence, answer.correct, answer.seconds) == (event.id, "sure", False, 3)
    assert answer.misconceptions == ("followers",)
    assert not fold([event, answer]).lessons


def test_not_knowing_is_an_answer_without_an_error() -> None:
    ticks = Ticks()
    session, [answer] = walk(new(begun(ticks)), [("unknown", None)], ticks)
    assert isinstance(answer, Answered)
    assert (answer.unknown, answer.correct, answer.score, answer.misconceptions) == (True, False, 0, ())
    assert (answer.response, answer.confidence) == (Picked(()), None)
    assert session.diagnosis.replies[0].verdict == "unknown"


@given(ANY_QUESTION)
def test_there_is_an_empty_answer_to_every_kind(question: Any) -> None:
    assert fits(question, nothing_for(question))


def test_it_may_end_anywhere() -> None:
    ticks = Ticks()
    event = begun(ticks)
    session, events = walk(new(event), [SURE] * 3, ticks)
    ended = [event, *events, session.end(ticks.stamp())]
    assert open_sitting(fold(ended).diagnoses) is None
    assert sit_down(ended).over


def test_a_retake_asks_other_questions() -> None:
    ticks = Ticks()
    first = begun(ticks, 10)
    _, events = walk(new(first), [SURE] * 10, ticks)
    second = begun(ticks, 10)
    again = sit_down([first, *events, second])
    again, more = walk(again, [SURE] * 10, ticks)
    old, fresh = ({event.question for event in each if isinstance(event, Answered)} for each in (events, more))
    assert len(fresh) == 10
    assert not old & fresh


def test_where_there_is_no_other_the_same_is_asked_again() -> None:
    of, ticks = bank(each=1), Ticks()
    first = begun(ticks)
    _, events = walk(new(first, of), [SURE] * 5, ticks)
    again = sit_down([first, *events, begun(ticks)], of)
    _, more = walk(again, [SURE] * 5, ticks)
    assert len(more) == 5


def test_a_question_that_asks_something_else_by_now_says_nothing() -> None:
    ticks = Ticks()
    event = begun(ticks)
    _, [answer] = walk(new(event), [SURE], ticks)
    assert isinstance(answer, Answered)
    assert sit_down([event, replace(answer, revision=9)]).replies == 0
    assert sit_down([event, replace(answer, question="gone")]).replies == 0


def test_answers_are_found_under_the_old_names_of_modules() -> None:
    ticks = Ticks()
    event = begun(ticks)
    _, [answer] = walk(new(event), [SURE], ticks)
    assert isinstance(answer, Answered)
    renamed = [replace(each, id=f"new-{each.id}", aliases=(each.id,)) for each in BANK.modules]
    items = {f"new-{name}": item for name, item in probes_in(BANK).items()}
    moved = tuple(
        replace(item, what=replace(item.what, modules=(f"new-{item.place[0]}", item.place[0])))
        for item in items.values()
    )
    of = replace(BANK, modules=tuple(renamed), items=moved)
    assert sit_down([event, answer], of).replies == 1


def test_a_question_whose_fact_is_past_its_date_is_not_asked() -> None:
    old, fresh = fact("old", date(2026, 1, 1)), fact("new", date(2027, 1, 1))
    items = probes_in(BANK)
    first, second, *rest = items
    cited = items | {
        first: replace(items[first], question=replace(items[first].question, facts=("old",))),
        second: replace(items[second], question=replace(items[second].question, facts=("new",))),
    }
    assert current(cited, {"old": old, "new": fresh}, TODAY) == {second, *rest}


def test_without_questions_there_is_nothing_to_ask() -> None:
    modules = [replace(each, diagnosis=Diagnostics(())) for each in BANK.modules]
    assert new(begun(Ticks()), bank(modules=modules)).over
