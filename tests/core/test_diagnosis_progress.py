"""What follows from the events of diagnoses, tests and days, in whatever order they come."""

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import DiagnosisBegun, DiagnosisEnded, LessonPassed, Looked, Undone
from sosmed_learn.core.mapping.sittings import MOST_SITTINGS, open_sitting, taken
from sosmed_learn.core.progress import Progress, fold
from tests.core.builders import START
from tests.core.recalling import FIRST, answered
from tests.core.test_progress import Script


class Diagnoses(Script):
    """Writes the events of diagnoses one after the other."""

    def event(self, kind: type[Any], **values: Any) -> Any:
        stamp = self._ticks.stamp()
        event = kind(id=stamp.id, at=stamp.at, offset=stamp.offset, **values)
        self.events.append(event)
        return event

    def begin(self, length: int = 15) -> Any:
        return self.event(DiagnosisBegun, length=length, seed=3, role="owner")

    def probe(self, begun: Any, name: str = "q") -> Any:
        stamp = self._ticks.stamp()
        event = answered(name, id=stamp.id, at=stamp.at, diagnosis=begun.id)
        self.events.append(event)
        return event

    def end(self, begun: Any) -> Any:
        return self.event(DiagnosisEnded, diagnosis=begun.id)


def test_a_diagnosis_is_open_until_it_is_ended_or_all_is_asked() -> None:
    script = Diagnoses()
    begun = script.begin(length=2)
    script.probe(begun, "one")
    left = open_sitting(fold(script.events).diagnoses)
    assert left is not None
    assert [answer.question for answer in left.answers] == ["one"]
    script.probe(begun, "two")
    assert open_sitting(fold(script.events).diagnoses) is None
    other = script.begin()
    assert open_sitting(fold(script.events).diagnoses) is not None
    script.end(other)
    progress = fold(script.events)
    assert open_sitting(progress.diagnoses) is None
    assert [sitting.begun for sitting in taken(progress.diagnoses)] == [begun], "one without an answer shows nothing"


def test_its_answers_count_in_no_lesson_and_are_found_with_all_answers() -> None:
    script = Diagnoses()
    script.probe(script.begin())
    progress = fold(script.events)
    assert not progress.lessons
    assert [one.occasion for one in progress.answers(("strategy",), ("first",), ("q",))] == ["diagnosis"]


def test_only_the_newest_are_remembered() -> None:
    script = Diagnoses()
    begun = [script.begin() for _ in range(MOST_SITTINGS + 2)]
    assert list(fold(script.events).diagnoses) == [event.id for event in begun[2:]]


def test_a_lesson_that_was_tested_out_of_is_done_and_can_be_taken_back() -> None:
    script = Script()
    passed = script.add(LessonPassed, right=3, asked=4)
    assert script.result().done
    assert not script.result().under_way
    script.undo(passed)
    assert not script.result().done


@given(st.permutations(range(9)))
def test_events_may_come_in_any_order(order: list[int]) -> None:
    script = Diagnoses()
    begun = script.begin()
    first = script.probe(begun, "one")
    script.undo(first)
    script.probe(begun, "one")
    script.end(begun)
    script.end(begun)
    script.add(LessonPassed, right=3, asked=4)
    script.add(LessonPassed, right=2, asked=4)
    script.event(Looked)
    progress = Progress()
    for at in (*order, order[0]):
        progress = progress.apply(script.events[at])
    assert progress == fold(script.events)


def test_the_learners_days_are_those_on_which_anything_was_done() -> None:
    late = START + timedelta(days=2, hours=30)
    event = Looked(id="e9", at=late, offset=420)
    undone = Undone(id="e8", at=START, offset=420, target="e00001-000-q")
    progress = fold([answered(day=0), answered(day=1), undone, event])
    assert progress.days == {FIRST, FIRST + 1, FIRST + 3}
