"""A task as a step of a lesson: what is saved, what follows in any order, and when it is asked about again."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import Event, LessonFinished, TaskChecked, TaskSaved, Undone
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, TaskStep
from sosmed_learn.core.plan import Offer, next_offer
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.session import Session
from sosmed_learn.core.tally import tally
from tests.core.builders import START, Ticks, lesson, module, text_step
from tests.core.worksheets import PLAN

DAY = START.date()
MODULES = (module("strategy", ("first",)),)


def with_task() -> Lesson:
    return lesson(TaskStep(PLAN), text_step("after"))


def done(events: list[Event]) -> LessonProgress:
    return fold(events).lesson(("strategy",), ("first",))


def come_back(events: list[Event]) -> Session:
    return begin("strategy", with_task(), done(events))


def saved(ticks: Ticks, task: str = "one-page", **fields: str) -> TaskSaved:
    stamp = ticks.stamp()
    return TaskSaved(
        id=stamp.id, at=stamp.at, offset=stamp.offset, module="strategy", lesson="first", task=task, fields=fields,
        reader="id",
    )  # fmt: skip


def checked(ticks: Ticks, days: int = 0, **rest: object) -> TaskChecked:
    stamp = ticks.stamp()
    event = TaskChecked(
        id=stamp.id, at=stamp.at + timedelta(days=days), offset=stamp.offset, module="strategy", lesson="first",
        task="one-page", rubric={"number": True, "waits": False},
    )  # fmt: skip
    return replace(event, **rest)


def finished(ticks: Ticks) -> LessonFinished:
    stamp = ticks.stamp()
    return LessonFinished(
        id=stamp.id, at=stamp.at, offset=stamp.offset, module="strategy", lesson="first", right=0, asked=0
    )


def test_what_was_typed_is_there_again_and_the_newest_text_of_each_field_counts() -> None:
    ticks = Ticks()
    events: list[Event] = [saved(ticks, who="a", waits="x"), saved(ticks, who="b"), saved(ticks, waits="")]
    work = come_back(events).tasks["one-page"]
    assert {name: entry.text for name, entry in work.entries.items()} == {"who": "b", "waits": ""}
    assert done(events).under_way is False


def test_one_goes_on_only_after_a_check_or_after_putting_it_off() -> None:
    ticks = Ticks()
    session = come_back([])
    assert session.task is PLAN
    assert session.forward(ticks.stamp()) == (session, None)
    after = session.worked(saved(ticks, who="a"))
    assert not after.done(after.step)
    after = after.worked(checked(ticks))
    assert after.forward(ticks.stamp())[0].at == 1
    put_off, event = session.put_off(ticks.stamp())
    assert (event.later, put_off.forward(ticks.stamp())[0].at) == (True, 1)
    assert come_back([event]).at == 1
    assert done([event]).under_way


def test_a_second_time_through_asks_for_a_new_check_but_keeps_the_words() -> None:
    ticks = Ticks()
    events: list[Event] = [saved(ticks, who="a"), checked(ticks), finished(ticks)]
    session = come_back(events)
    assert (session.at, session.checked) == (0, frozenset())
    assert session.tasks["one-page"].entries["who"].text == "a"
    past = done(events).past
    assert past is not None
    assert begin("strategy", with_task(), past).checked == {"one-page"}


def test_a_check_days_afterwards_begins_no_run() -> None:
    ticks = Ticks()
    events: list[Event] = [checked(ticks), finished(ticks), checked(ticks, 4, again=True)]
    assert not done(events).under_way
    assert come_back(events).at == 0
    assert come_back(events).checked == frozenset()


def test_a_check_can_be_taken_back() -> None:
    ticks = Ticks()
    event = checked(ticks)
    stamp = ticks.stamp()
    undone = Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=event.id)
    both: list[Event] = [event, undone]
    for events in (both, both[::-1]):
        assert come_back(events).checked == frozenset()


@given(st.permutations(range(6)), st.integers(0, 6))
def test_two_machines_give_the_same_in_any_order(order: list[int], cut: int) -> None:
    ticks = Ticks()
    events: list[Event] = [
        saved(ticks, who="a", sales="1"),
        saved(ticks, who="b"),
        checked(ticks),
        saved(ticks, sales="2"),
        checked(ticks, 4, again=True),
        saved(ticks, task="plan", who="old"),
    ]
    mixed = [events[at] for at in order]
    whole = Progress()
    for event in [*mixed[cut:], *mixed[:cut], mixed[0]]:
        whole = whole.apply(event)
    assert whole.lessons == fold(events).lessons


def test_work_under_an_old_id_counts() -> None:
    ticks = Ticks()
    renamed = replace(PLAN, aliases=("plan",))
    events: list[Event] = [saved(ticks, task="plan", who="old", waits="w"), saved(ticks, who="new")]
    work = done(events).work(renamed)
    assert {name: entry.text for name, entry in work.entries.items()} == {"who": "new", "waits": "w"}


def asked(events: list[Event], days: int) -> Offer | None:
    return next_offer(MODULES, fold(events), "admin", today=DAY + timedelta(days=days))


TASK = Offer("task", "strategy", "first", "one-page")


@pytest.mark.parametrize("later", [False, True])
def test_it_is_asked_about_three_days_after_a_check_and_then_no_more(*, later: bool) -> None:
    ticks = Ticks()
    events: list[Event] = [checked(ticks, later=later), finished(ticks)]
    assert asked(events, 2) != TASK
    assert asked(events, 3) == TASK
    assert next_offer(MODULES, fold(events), "admin") != TASK
    events.append(checked(ticks, 3, again=True))
    assert asked(events, 30) != TASK


def test_not_now_asks_three_days_later_once_more() -> None:
    ticks = Ticks()
    events: list[Event] = [checked(ticks), finished(ticks), checked(ticks, 3, again=True, later=True)]
    assert asked(events, 5) != TASK
    assert asked(events, 6) == TASK


def test_another_look_on_the_same_day_does_not_end_the_asking() -> None:
    ticks = Ticks()
    events: list[Event] = [checked(ticks), finished(ticks), checked(ticks, 1, again=True)]
    assert asked(events, 3) != TASK
    assert asked(events, 4) == TASK


def test_what_was_left_unfinished_is_asked_about_unless_its_lesson_leads_there() -> None:
    ticks = Ticks()
    events: list[Event] = [saved(ticks, who="a")]
    assert asked(events, 2) != TASK
    assert asked(events, 3) == TASK
    session, read = begin("strategy", lesson(text_step("before"), TaskStep(PLAN)), LessonProgress()).forward(
        ticks.stamp()
    )
    assert session.at == 1
    assert read is not None
    assert asked([*events, read], 3) == Offer("continue", "strategy", "first")


def test_days_of_no_calendar_do_no_harm() -> None:
    event = replace(checked(Ticks()), offset=10**9)
    assert asked([event], 3) != TASK


def test_saves_and_checks_are_counted_as_what_they_are() -> None:
    ticks = Ticks()
    assert tally([saved(ticks, who="a"), checked(ticks)]).modules == {"strategy": {"wrote": 1, "checked": 1}}
