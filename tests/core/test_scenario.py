"""A scenario as a step of a lesson: what is saved, what follows from it in any order, and coming back to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Event, ScenarioMoved, Undone
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, ScenarioStep
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.session import Session
from sosmed_learn.core.tally import tally
from tests.core.builders import Ticks, ask, lesson, single, text_step
from tests.core.stories import PARCEL


def with_story(scenario: Scenario = PARCEL) -> Lesson:
    return lesson(ScenarioStep(scenario), text_step("after"))


def progress_of(events: list[Event]) -> LessonProgress:
    return fold(events).lesson(("strategy",), ("first",))


def come_back(events: list[Event], of: Lesson | None = None) -> Session:
    return begin("strategy", of or with_story(), progress_of(events))


def chosen(*path: str, session: Session | None = None, ticks: Ticks | None = None) -> tuple[Session, list[Event]]:
    session, ticks = session or come_back([]), ticks or Ticks()
    events: list[Event] = []
    for name in path:
        session, event = session.choose(name, ticks.stamp())
        events.append(event)
    return session, events


def test_a_choice_says_the_whole_path_so_that_one_event_is_enough() -> None:
    session, events = chosen("blame", "repair")
    last = events[-1]
    assert isinstance(last, ScenarioMoved)
    assert (last.scenario, last.path, last.ending, last.ended) == ("parcel", ("blame", "repair"), None, False)
    assert come_back(events[-1:]).story == session.story


def test_one_goes_on_only_after_an_ending() -> None:
    ticks = Ticks()
    session, _ = chosen("sorry", ticks=ticks)
    assert session.forward(ticks.stamp()) == (session, None)
    assert not session.done(session.step)
    session, event = session.choose("call", ticks.stamp())
    assert (event.ending, event.ended, session.done(session.step)) == ("kept", True, True)
    assert session.forward(ticks.stamp())[0].at == 1


def test_after_an_ending_another_way_can_be_tried_and_the_step_stays_done() -> None:
    ticks = Ticks()
    session, _ = chosen("sorry", "call", ticks=ticks)
    session, event = session.rewind(1, ticks.stamp())
    assert event is not None
    assert (event.path, event.ending, event.ended) == (("sorry",), None, True)
    assert session.done(session.step)
    assert session.tried["parcel"] == {"sorry", "call", "kept"}


def test_there_is_nothing_before_the_beginning() -> None:
    session, _ = chosen("sorry")
    assert session.rewind(1, Ticks().stamp()) == (session, None)
    with_question = begin("strategy", lesson(ask(single())), LessonProgress())
    assert with_question.rewind(0, Ticks().stamp()) == (with_question, None)
    with pytest.raises(ValueError, match="no scenario at step 0"):
        with_question.choose("sorry", Ticks().stamp())


def test_a_way_left_in_the_middle_is_where_one_comes_back_to() -> None:
    ticks = Ticks()
    session, events = chosen("sorry", "call", ticks=ticks)
    session, event = session.rewind(1, ticks.stamp())
    events += [event] if event else []
    assert come_back(events).at == 0
    assert come_back(events).story == session.story
    _, more = chosen("call", session=session, ticks=ticks)
    assert come_back([*events, *more]).at == 1


def test_what_its_author_has_changed_since_is_gone_back_from() -> None:
    _, events = chosen("blame", "repair")
    shorter = replace(PARCEL, nodes=tuple(n for n in PARCEL.nodes if n.id != "angry"), meters=())
    session = come_back(events, with_story(shorter))
    assert session.story is not None
    assert session.story.path == ("blame",)
    other = replace(PARCEL, id="other", aliases=("parcel",))
    renamed = come_back(events, with_story(other))
    assert renamed.story is not None
    assert renamed.story.path == ("blame", "repair")
    assert renamed.tried["other"] == {"blame", "repair"}
    gone = come_back(events, lesson(text_step("after")))
    assert (gone.at, gone.story) == (0, None)


def test_in_a_second_run_the_story_begins_anew_and_the_map_remembers() -> None:
    ticks = Ticks()
    session, events = chosen("sorry", "call", ticks=ticks)
    events.append(session.finish(ticks.stamp()))
    again = come_back(events)
    assert again.story is not None
    assert (again.at, again.story.path, again.done(again.step)) == (0, (), False)
    assert again.tried["parcel"] == {"sorry", "call", "kept"}


def test_the_move_of_a_scenario_is_counted_as_such() -> None:
    _, events = chosen("blame", "repair")
    assert tally(events).modules == {"strategy": {"moved": 2}}


@given(st.data())
def test_any_sequence_of_choices_and_rewinds_folds_to_where_the_session_stands(data: st.DataObject) -> None:
    ticks, session, events = Ticks(), come_back([]), list[Event]()
    for _ in range(data.draw(st.integers(1, 25))):
        story = session.story
        assert story is not None
        if story.over or data.draw(st.booleans()):
            session, back = session.rewind(data.draw(st.integers(0, len(story.turns))), ticks.stamp())
            events += [back] if back else []
        else:
            session, moved = session.choose(data.draw(st.sampled_from(story.node.replies)).id, ticks.stamp())
            events.append(moved)
    shuffled = data.draw(st.permutations(events))
    one_by_one = Progress()
    for event in shuffled:
        one_by_one = one_by_one.apply(event)
    for progress in (progress_of(events), progress_of(shuffled), one_by_one.lesson(("strategy",), ("first",))):
        again = begin("strategy", session.lesson, progress)
        assert again.story == session.story if again.at == 0 else again.story is None
        assert (again.tried.get("parcel", frozenset()), again.ended) == (
            session.tried.get("parcel", frozenset()),
            session.ended,
        )


@given(st.permutations(range(3)))
def test_what_was_met_stays_met_when_a_move_is_taken_back(order: list[int]) -> None:
    _, moves = chosen("sorry", "call")
    events = [*moves, Undone(id="e900000", at=moves[0].at, offset=0, target=moves[-1].id)]
    progress = Progress()
    for at in order:
        progress = progress.apply(events[at])
    found = progress.lesson(("strategy",), ("first",))
    assert found.tried_in(PARCEL) == fold(events).lesson(("strategy",), ("first",)).tried_in(PARCEL)
    moved = found.moved(PARCEL)
    assert moved is not None
    assert moved.path == ("sorry",)
