"""What follows from the events of exams, in whatever order they come."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.events import Event, ExamBegun, ExamFinished, ExamPaused, Undone
from sosmed_learn.core.examprogress import MOST_SITTINGS, ExamProgress
from sosmed_learn.core.module import Exam
from sosmed_learn.core.plan import Offer, next_offer
from sosmed_learn.core.progress import fold
from tests.core.builders import START, Ticks, module
from tests.core.exams import RIGHT, bank, sitting, with_exam
from tests.core.test_progress import Script


class Exams:
    """Writes the events of exams one after the other."""

    def __init__(self, start: int = 0) -> None:
        self.ticks = Ticks(start)
        self.events: list[Event] = []

    def add(self, kind: type[Any], **values: Any) -> Any:
        stamp = self.ticks.stamp()
        where = {} if kind is Undone else {"module": "strategy"}
        event = kind(id=stamp.id, at=stamp.at, offset=stamp.offset, **(where | values))
        self.events.append(event)
        return event

    def begin(self) -> Any:
        return self.add(ExamBegun, questions=(("first", "a-0"),), seed=7, minutes=30)

    def answer(self, begun: Any, elapsed: int = 5) -> Any:
        _session, event = sitting(bank("a", 1), with_exam(1), Ticks()).answer(RIGHT, self.ticks.stamp(), elapsed)

        event = replace(event, exam=begun.id)
        self.events.append(event)
        return event

    def finish(self, begun: Any, points: float = 1, asked: int = 1, *, passed: bool = True) -> Any:
        return self.add(ExamFinished, exam=begun.id, points=points, right=int(points), asked=asked, passed=passed)

    def result(self) -> ExamProgress:
        return fold(self.events).exam(("strategy",))


def test_an_exam_that_was_left_is_open_with_its_answers_and_time() -> None:
    exams = Exams()
    begun = exams.begin()
    exams.answer(begun, 70)
    exams.add(ExamPaused, exam=begun.id, elapsed=95)
    left = exams.result().open
    assert left is not None
    assert (list(left.given), left.elapsed) == ([("first", "a-0")], 95)


def test_handed_in_it_is_a_result_and_no_longer_open() -> None:
    exams = Exams()
    exams.finish(exams.begin())
    done = exams.result()
    assert done.open is None
    assert [sitting.finished is not None for sitting in done.results] == [True]
    assert done.passed


@given(st.permutations(range(9)))
def test_events_may_come_in_any_order(order: list[int]) -> None:
    exams = Exams()
    first = exams.begin()
    answer = exams.answer(first)
    exams.add(Undone, target=answer.id)
    exams.answer(first, 9)
    exams.add(ExamPaused, exam=first.id, elapsed=20)
    exams.finish(first, 0, passed=False)
    second = exams.begin()
    exams.answer(second)
    exams.finish(second)
    progress = fold([])
    for at in order:
        progress = progress.apply(exams.events[at])
    assert progress == fold(exams.events)


def test_two_windows_that_hand_in_one_exam_give_one_result() -> None:
    exams = Exams()
    begun = exams.begin()
    first, second = exams.finish(begun, 0, passed=False), exams.finish(begun, 1)
    assert [sitting.finished for sitting in exams.result().results] == [first]
    assert second.id > first.id


def test_the_best_result_is_a_passed_one_then_the_one_with_more() -> None:
    exams = Exams()
    for points, passed in ((9, False), (8, True), (7, True)):
        exams.finish(exams.begin(), points, 10, passed=passed)
    best = exams.result().best
    assert best is not None
    assert best.points == 8


def test_of_very_many_tries_the_newest_and_the_best_are_remembered() -> None:
    exams = Exams()
    exams.finish(exams.begin(), 10, 10)
    for _ in range(MOST_SITTINGS + 3):
        exams.finish(exams.begin(), 1, 10, passed=False)
    done = exams.result()
    assert len(done.sittings) == MOST_SITTINGS
    assert done.best is not None
    assert done.best.points == 10


def test_an_exam_counts_under_every_id_of_its_module() -> None:
    exams = Exams()
    exams.finish(exams.begin())
    assert fold(exams.events).exam(("new-name", "strategy")).passed
    assert not fold(exams.events).exam(("new-name",)).passed


@pytest.mark.parametrize(
    ("cooldown", "minutes", "waits"), [(24, 60, True), (24, 24 * 60, True), (24, 24 * 60 + 2, False), (0, 1, False)]
)
def test_the_cooldown_runs_from_the_result(cooldown: int, minutes: int, *, waits: bool) -> None:
    exams = Exams()
    exams.finish(exams.begin())  # a minute after the start
    until = exams.result().next_try(Exam(1, 80, 30, cooldown), START + timedelta(minutes=minutes))
    assert (until is not None) is waits
    if until:
        assert until == START + timedelta(minutes=1, hours=cooldown)


def test_a_result_from_the_future_holds_nobody_up() -> None:
    exams = Exams(100_000)
    exams.finish(exams.begin())
    assert exams.result().next_try(Exam(1, 80, 30), START) is None


def offers(*parts: Script | Exams, days: int = 30) -> Offer | None:
    modules = (with_exam(1), module("analytics", ("a",)))
    progress = fold(event for part in parts for event in part.events)
    return next_offer(modules, progress, "admin", today=date(2026, 11, 23) + timedelta(days=days))


def done(start: int, name: str, lesson: str) -> Script:
    script = Script(start, module=name, lesson=lesson)
    script.finish(1, 1)
    return script


ALL = (done(0, "strategy", "first"), done(1, "strategy", "second"), done(2, "analytics", "a"))


def test_an_exam_is_offered_when_all_lessons_are_done() -> None:
    assert offers(*ALL[:2]) == Offer("other", "analytics", "a")
    assert offers(*ALL) == Offer("exam", "strategy", "")


def test_not_while_it_cools_down_and_not_when_it_is_passed() -> None:
    failed, passed = Exams(10), Exams(10)
    failed.finish(failed.begin(), 0, passed=False)
    passed.finish(passed.begin())
    assert (offers(*ALL, failed, days=0) or ALL).reason == "repeat"  # type: ignore[union-attr]
    assert offers(*ALL, failed, days=3) == Offer("exam", "strategy", "")
    assert (offers(*ALL, passed, days=3) or ALL).reason == "repeat"  # type: ignore[union-attr]


def test_an_exam_that_was_left_is_offered_unless_a_lesson_was_touched_since() -> None:
    left, later = Exams(10), Script(20, module="analytics", lesson="a")
    left.begin()
    later.read("intro")
    assert offers(left) == Offer("sitting", "strategy", "")
    assert offers(left, later) == Offer("continue", "analytics", "a")
