"""Which reviews are served, in which order, and what is said to wait."""

from collections import Counter
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Event
from sosmed_learn.core.memory import is_due
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.remembering import Memories, Remembered, Reviewable
from sosmed_learn.core.reviewing import Waiting, due, leeches, mixed, sitting, waiting
from tests.core.recalling import answered, going_on, memories, reviewable, undone

NAMES = st.lists(
    st.tuples(st.sampled_from(["strategy", "service"]), st.sampled_from("abcd"), st.integers(0, 40)),
    max_size=30,
)


def asked_of(parts: list[tuple[str, str, int]]) -> tuple[list[Event], list[Reviewable]]:
    """A question for each (module, concept, day), answered on that day."""
    events: list[Event] = []
    questions = []
    for number, (module, concept, day) in enumerate(parts):
        name = f"q{number}"
        events.append(answered(name, day, module=module, number=number))
        questions.append(reviewable(name, modules=(module,), concept=concept))
    return events, questions


def named(found: list[Remembered]) -> list[str]:
    return [one.what.names[0] for one in found]


def test_what_is_remembered_least_comes_first() -> None:
    events = [answered("old", 0), answered("new", 20), answered("firm", 0, number=1), answered("firm", 9)]
    found = due(memories(events, 40, map(reviewable, ["firm", "new", "old", "never"])))
    assert named(found) == ["old", "new", "firm"]
    assert [one.recall for one in found] == sorted(one.recall for one in found)


@given(NAMES, st.integers(0, 12))
def test_a_sitting_holds_the_best_that_has_room(parts: list[tuple[str, str, int]], room: int) -> None:
    then = memories(*_at(parts, 60))
    served, all_due = sitting(then, room), due(then)
    assert len(served) == min(room, len(all_due))
    assert all(is_due(one.memory, then.today) for one in served)
    left = [one.recall for one in all_due if one not in served]
    assert not left or not served or max(one.recall for one in served) <= min(left)


def _at(parts: list[tuple[str, str, int]], day: int) -> tuple[list[Event], int, list[Reviewable]]:
    events, questions = asked_of(parts)
    return events, day, questions


@given(NAMES)
def test_modules_are_blocks_and_concepts_in_them_take_turns(parts: list[tuple[str, str, int]]) -> None:
    served = mixed(due(memories(*_at(parts, 60))))
    blocks = [list(block) for _, block in groupby(served, key=lambda one: one.what.modules[0])]
    assert len(blocks) == len({one.what.modules[0] for one in served})
    for block in blocks:
        concepts = [one.what.concept for one in block]
        most = max(Counter(concepts).values())
        in_a_row = sum(first == second for first, second in pairwise(concepts))
        assert in_a_row == max(0, 2 * most - len(block) - 1), "only where there is no other way"
    if served:
        assert min(served, key=lambda one: one.recall).recall == min(one.recall for one in blocks[0])


def test_what_does_not_fit_is_not_served() -> None:
    events, questions = asked_of([("strategy", f"c{n}", 0) for n in range(2_000)])
    then = memories(events, 60, questions)
    assert len(due(then)) == 2_000
    assert len(sitting(then, 10)) == 10
    assert len(sitting(then, 5_000)) == 99
    assert sitting(then, 0) == sitting(then, -1) == []


def test_siblings_are_not_asked_on_one_day() -> None:
    twins = [reviewable("one", family="rini"), reviewable("two", family="rini")]
    others = [reviewable("three", family="rini", concept="other"), reviewable("four")]
    events: list[Event] = [answered(name, day) for day, name in enumerate(["one", "two", "three", "four"])]
    then = memories(events, 30, [*twins, *others])
    assert sorted(named(sitting(then, 9))) == ["four", "one", "three"]
    now = memories([*events, answered("one", 30)], 30, [*twins, *others])
    assert sorted(named(sitting(now, 9))) == ["four", "three"]
    tomorrow = memories([*events, answered("one", 30)], 31, [*twins, *others])
    assert sorted(named(sitting(tomorrow, 9))) == ["four", "three", "two"]


def test_two_that_share_a_former_id_are_siblings() -> None:
    split = [reviewable("one", names=("one", "both")), reviewable("two", names=("two", "both"))]
    then = memories([answered("one", 0), answered("two", 1), answered("both", 0, number=9)], 30, split)
    assert len(due(then)) == 2
    assert len(sitting(then, 9)) == 1


def test_a_renamed_question_goes_on_and_a_changed_meaning_starts_anew() -> None:
    events: list[Event] = [answered("was", 0), answered("was", 3), answered("is", 10)]
    renamed = reviewable("is", names=("is", "was"))
    memory = memories(events, 10, [renamed]).of(renamed)
    assert memory
    assert memory.reviews == 3
    changed = reviewable("is", names=("is", "was"), revision=2)
    assert memories(events, 10, [changed]).of(changed) is None
    assert memories(events, 60, [changed]).all == []
    memory = memories([*events, answered("is", 12, revision=2, right=False)], 12, [changed]).of(changed)
    assert memory
    assert (memory.reviews, memory.missed) == (1, 1)


@st.composite
def days_of_learning(draw: st.DrawFn) -> list[tuple[int, list[Event]]]:
    """What happened from day to day: answers, and some of all before taken back. A clock can be set back."""
    before: list[Event] = []
    days: list[tuple[int, list[Event]]] = []
    for number in range(draw(st.integers(1, 6))):
        day = draw(st.integers(0, 40))
        answers = [
            answered(draw(st.sampled_from("pqr")), day, id=f"e{number}-{n}", right=draw(st.booleans()))
            for n in range(draw(st.integers(0, 5)))
        ]
        before += answers
        back = draw(st.lists(st.sampled_from(before), max_size=2, unique=True)) if before else []
        days.append((day, [*answers, *(undone(event, id=f"e{number}-u{event.id}") for event in back)]))
    return days


@given(days_of_learning(), st.integers(1, 9))
def test_kept_up_to_date_it_is_what_working_out_everything_gives(
    days: list[tuple[int, list[Event]]], changed: int
) -> None:
    kept, progress, revisions = Memories(), Progress(), {"p": 1, "q": 1, "r": 1}
    for number, (day, happened) in enumerate(days):
        progress = fold(happened, progress)
        retention = 0.9 if number < changed else 0.8
        revisions["q"] = 1 + (number == changed)
        questions = [reviewable(name, revision=revisions[name]) for name in "pqr"]
        kept = going_on(kept, progress, day, questions, retention)
        anew = going_on(Memories(), progress, day, questions, retention)
        assert kept.all == anew.all


def test_only_what_has_changed_is_worked_out_again() -> None:
    progress = fold([answered("p", 0), answered("q", 0)])
    both = [reviewable("p"), reviewable("q")]
    before = going_on(Memories(), progress, 1, both)
    after = going_on(before, progress.apply(answered("q", 1)), 1, both)
    assert after.of(both[0]) is before.of(both[0])
    assert after.of(both[1]) != before.of(both[1])


def test_who_settles_for_less_is_asked_later_at_once() -> None:
    progress = fold([answered("q", 0), answered("q", 3)])
    before = going_on(Memories(), progress, 20)
    assert named(due(before)) == ["q"]
    assert due(going_on(before, progress, 20, retention=0.8)) == []


def test_a_clock_that_ran_ahead_and_was_set_right_hides_nothing() -> None:
    wrong = answered("q", 900)
    progress = fold([wrong])
    ahead = going_on(Memories(), progress, 900)
    assert due(ahead) == []
    back = going_on(ahead, progress, 1)
    assert named(due(back)) == ["q"]
    asked = progress.apply(answered("q", 1, id=f"{wrong.id}-later"))
    again = going_on(back, asked, 1)
    assert due(again) == []
    assert named(due(going_on(again, asked, 9))) == ["q"]


def test_leeches_are_told_with_the_worst_first() -> None:
    events: list[Event] = [answered("bad", day, right=False) for day in range(8)]
    events += [answered("worse", day, right=False) for day in range(9)]
    events += [answered("hard", day, right=False) for day in range(7)]
    assert named(leeches(memories(events, 30, map(reviewable, ["bad", "worse", "hard", "never"])))) == ["worse", "bad"]


def test_nothing_waits_where_nothing_was_asked() -> None:
    assert waiting(Memories(), 10) == Waiting("nothing", 0, (), None)


@pytest.mark.parametrize(
    ("there", "room", "amount", "served"),
    [(0, 10, "nothing", 0), (3, 10, "few", 3), (4, 10, "sitting", 4), (10, 10, "sitting", 10), (11, 10, "more", 10),
     (3, 2, "more", 2), (2_000, 500, "more", 99)],
)  # fmt: skip
def test_what_waits_is_a_word(there: int, room: int, amount: str, served: int) -> None:
    events, questions = asked_of([("strategy", f"c{n}", 0) for n in range(there)])
    told = waiting(memories([*events, answered("fresh", 59)], 60, [*questions, reviewable("fresh")]), room)
    assert (told.amount, told.served, told.away) == (amount, served, 1)
    assert len(told.concepts) == min(3, served)


@given(NAMES, st.integers(0, 4_000), st.integers(-5, 5_000))
def test_no_number_that_is_told_has_four_digits(parts: list[tuple[str, str, int]], day: int, room: int) -> None:
    told = waiting(memories(*_at(parts, day)), room)
    assert 0 <= told.served <= 99
    assert told.away is None or 0 <= told.away <= 999


def test_away_is_since_the_last_answer() -> None:
    assert waiting(memories([answered("q", 0), answered("q", 5)], 65), 10).away == 60
