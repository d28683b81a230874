"""Progress is what the events say, in whatever order they come."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.events import (
    Answered,
    Event,
    Flagged,
    LessonFinished,
    Noted,
    SettingChanged,
    StepRead,
    Undone,
)
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.progress import Progress, fold
from tests.core.builders import Ticks, single

ALIKE: dict[str, Any] = {"module": "strategy", "lesson": "first"}


class Script:
    """Writes events one after the other."""

    def __init__(self, start: int = 0, **where: str) -> None:
        self._ticks = Ticks(start)
        self._where = ALIKE | where
        self.events: list[Event] = []

    def add(self, kind: type[Any], **values: Any) -> Any:
        stamp = self._ticks.stamp()
        where = {} if kind in {Undone, SettingChanged} else self._where
        event = kind(id=stamp.id, at=stamp.at, offset=stamp.offset, **(where | values))
        self.events.append(event)
        return event

    def answer(self, question: str, *, right: bool = True, revision: int = 1) -> Any:
        picked = Picked(("right" if right else "wrong",))
        rest = {"response": picked, "correct": right, "score": float(right)}
        return self.add(Answered, question=question, revision=revision, fingerprint="", **rest)

    def read(self, step: str) -> Any:
        return self.add(StepRead, step=step)

    def finish(self, right: int = 1, asked: int = 1) -> Any:
        return self.add(LessonFinished, right=right, asked=asked)

    def undo(self, event: Any) -> Any:
        return self.add(Undone, target=event.id)

    def result(self) -> LessonProgress:
        return fold(self.events).lesson((self._where["module"],), (self._where["lesson"],))


def test_nothing_happened() -> None:
    assert fold([]) == Progress()
    assert Progress().lesson(("a", "b"), ("c",)) == LessonProgress()
    assert not LessonProgress().under_way


def test_a_lesson_is_under_way_until_it_is_finished() -> None:
    script = Script()
    script.read("intro")
    assert script.result().under_way
    script.finish()
    assert not script.result().under_way
    assert len(script.result().finished) == 1


def test_a_second_run_starts_from_nothing_and_keeps_the_first_finish() -> None:
    script = Script()
    script.answer("one")
    first = script.finish(1, 4)
    script.answer("two")
    assert set(script.result().answers) == {"two"}
    second = script.finish(3, 4)
    assert script.result().finished == (first, second)


def test_undoing_an_answer_takes_it_away() -> None:
    script = Script()
    script.answer("one")
    second = script.answer("two")
    script.undo(second)
    assert set(script.result().answers) == {"one"}


def test_undoing_a_finish_gives_the_run_back() -> None:
    script = Script()
    script.read("intro")
    script.answer("one")
    finish = script.finish()
    script.undo(finish)
    assert set(script.result().read) == {"intro"}
    assert set(script.result().answers) == {"one"}
    assert script.result().finished == ()


def test_undoing_a_finish_and_an_answer_of_its_run_works_in_either_order() -> None:
    for finish_first in (True, False):
        script = Script()
        script.answer("one")
        last = script.answer("two")
        finish = script.finish()
        for event in (finish, last) if finish_first else (last, finish):
            script.undo(event)
        assert set(script.result().answers) == {"one"}


def test_undoing_a_finish_keeps_what_was_done_since() -> None:
    script = Script()
    script.answer("one")
    finish = script.finish()
    script.answer("two")
    script.undo(finish)
    assert set(script.result().answers) == {"one", "two"}


def test_undoing_the_second_finish_leaves_the_first() -> None:
    script = Script()
    script.answer("one")
    first = script.finish()
    script.answer("two")
    script.undo(script.finish())
    assert script.result().finished == (first,)
    assert set(script.result().answers) == {"two"}


def test_notes_and_flags_outlive_the_run_and_its_undoing() -> None:
    script = Script()
    script.add(Noted, step="intro", text="ask Rani")
    finish = script.finish()
    script.add(Flagged, step="one", flagged=True)
    script.undo(finish)
    assert script.result().notes == {"intro": "ask Rani"}
    assert script.result().flags == {"one"}


def test_an_empty_note_removes_it_and_a_flag_can_be_taken_back() -> None:
    script = Script()
    script.add(Noted, step="intro", text="first")
    script.add(Noted, step="intro", text="second")
    script.add(Flagged, step="one", flagged=True)
    assert script.result().notes == {"intro": "second"}
    script.add(Noted, step="intro", text="")
    script.add(Flagged, step="one", flagged=False)
    assert script.result().notes == {}
    assert script.result().flags == frozenset()


def test_the_newest_setting_stands() -> None:
    script = Script()
    script.add(SettingChanged, name="language", value="id")
    script.add(SettingChanged, name="language", value="en")
    assert fold(script.events).settings == {"language": "en"}


def test_a_revision_raised_by_the_author_asks_again() -> None:
    script = Script()
    answer = script.answer("one", revision=1)
    assert script.result().answer(single("one")) == answer
    assert script.result().answer(single("one", revision=2)) is None


def test_a_question_is_found_under_its_former_ids() -> None:
    script = Script()
    answer = script.answer("one")
    assert script.result().answer(single("uno", aliases=("eins", "one"))) == answer
    assert script.result().answer(single("uno")) is None


def test_a_rename_in_the_middle_of_a_lesson_loses_nothing() -> None:
    before, after = Script(), Script(50, module="strategi", lesson="pertama")
    old = before.answer("one")
    before.add(Noted, step="intro", text="kept")
    after.answer("two")
    progress = fold([*before.events, *after.events])
    joined = progress.lesson(("strategi", "strategy"), ("pertama", "first"))
    assert set(joined.answers) == {"one", "two"}
    assert joined.answers["one"] == old
    assert joined.notes == {"intro": "kept"}
    assert joined.touched == after.events[-1].id


def test_a_finish_under_the_new_id_closes_the_run_under_the_old_one() -> None:
    before, after = Script(), Script(50, module="strategi")
    first = before.finish(1, 4)
    before.answer("one")
    second = after.finish(2, 4)
    progress = fold([*before.events, *after.events])
    joined = progress.lesson(("strategi", "strategy"), ("first",))
    assert joined.finished == (first, second)
    assert not joined.under_way


def test_what_was_undone_before_it_arrived_never_counts() -> None:
    script = Script()
    answer = script.answer("one")
    late = replace(script.undo(answer), id="a-clock-set-back")
    assert fold([late, answer]).lesson(("strategy",), ("first",)).answers == {}
    assert Progress().apply(late).apply(answer).lesson(("strategy",), ("first",)).answers == {}


def history(acts: list[tuple[str, int]]) -> Script:
    script = Script()
    for act, which in acts:
        if act == "answer":
            script.answer(f"q{which}", right=bool(which % 2))
        elif act == "read":
            script.read(f"s{which}")
        elif act == "finish":
            script.finish(which, 9)
        elif act == "note":
            script.add(Noted, step=f"s{which}", text="x" * which)
        elif act == "flag":
            script.add(Flagged, step=f"s{which}", flagged=bool(which % 2))
        elif act == "set":
            script.add(SettingChanged, name="language", value=str(which))
        elif script.events:
            script.undo(script.events[which % len(script.events)])
    return script


histories = st.lists(
    st.tuples(st.sampled_from(["answer", "read", "finish", "note", "flag", "set", "undo"]), st.integers(0, 9)),
    max_size=30,
).map(history)


@given(histories, st.randoms(use_true_random=False))
def test_any_order_of_the_same_events_gives_the_same_progress(script: Script, random: Any) -> None:
    shuffled = list(script.events)
    random.shuffle(shuffled)
    assert fold(shuffled) == fold(script.events)


@given(histories)
def test_events_that_come_twice_count_once(script: Script) -> None:
    assert fold(script.events + script.events) == fold(script.events)


@given(histories)
def test_one_event_at_a_time_gives_what_folding_all_gives(script: Script) -> None:
    progress = Progress()
    for event in script.events:
        before = progress
        progress = progress.apply(event)
        assert before == fold(e for e in script.events if e.id < event.id), "a value never changes afterwards"
    assert progress == fold(script.events)


@given(script=histories, finish=st.booleans())
def test_undoing_the_newest_answer_or_finish_is_as_if_it_had_not_been(script: Script, *, finish: bool) -> None:
    before = script.result()
    script.undo(script.finish() if finish else script.answer("never asked before"))
    after = script.result()
    assert (after.read, after.answers, after.finished) == (before.read, before.answers, before.finished)


def test_undoing_one_of_two_answers_to_a_question_leaves_the_other() -> None:
    script = Script()
    here = script.answer("one", right=False)
    script.undo(script.answer("one"))
    assert script.result().answers == {"one": here}


def test_the_past_is_the_run_that_the_last_finish_closed() -> None:
    script = Script()
    assert script.result().past is None
    script.answer("one")
    script.finish()
    script.read("intro")
    script.answer("two")
    script.finish()
    script.answer("three")
    past = script.result().past
    assert past is not None
    assert set(past.answers) == {"two"}
    assert past.read == {"intro"}
    renamed = fold(script.events).lesson(("new", "strategy"), ("newer", "first")).past
    assert renamed == past


def test_a_run_that_is_closed_twice_over_is_let_go() -> None:
    script = Script()
    for _run in range(50):
        for question in range(9):
            script.answer(f"q{question}")
        script.finish()
    assert len(script.result().acts) == 9


def test_a_run_that_is_never_finished_stays_small() -> None:
    script = Script()
    progress = Progress()
    for number in range(2_000):
        progress = progress.apply(script.answer(f"q{number % 5}"))
    lesson = progress.lesson(("strategy",), ("first",))
    assert len(lesson.acts) <= 5 * 8
    assert lesson.answers["q4"] == script.events[-1]
