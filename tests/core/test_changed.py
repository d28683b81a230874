"""What has changed of what was known: nothing else, nothing that was learnt since, and only until it is answered."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.changed import Changed, what_changed
from sosmed_learn.core.events import Answered, Event
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.itembank import Item
from sosmed_learn.core.progress import fold
from tests.core.builders import START, words
from tests.core.known import answer, bank
from tests.core.recalling import undone

TODAY = 60
"""The day, counted as answers count them, on which it is asked what has changed."""


def day(number: int) -> date:
    return START.date() + timedelta(days=number)


def fact(name: str, changed: int | None) -> Fact:
    """A fact that states something else since that day."""
    return Fact(
        id=name,
        claim=words(name),
        source=words("somebody"),
        confidence="seen",
        shelf_life="legal",
        seen=day(TODAY),
        check_again=day(900),
        changed=None if changed is None else day(changed),
    )


def items(revision: int = 1, **cites: tuple[str, ...]) -> list[Item]:
    """All questions; those named cite these facts and are of that revision."""

    def made(item: Item) -> Item:
        if item.question.id not in cites:
            return item
        question = replace(item.question, facts=cites[item.question.id], revision=revision)
        return replace(item, question=question, what=replace(item.what, revision=revision))

    return [made(item) for item in bank().items]


def found(there: list[Item], facts: Iterable[Fact], *events: Event) -> list[Changed]:
    return what_changed(there, {one.id: one for one in facts}, fold(events), day(TODAY))


def named(changed: list[Changed]) -> list[str]:
    return [one.item.question.id for one in changed]


def test_what_was_known_before_a_fact_changed_is_told_with_the_fact() -> None:
    there = items(g0=("fee", "old"), g1=("fee",), g2=("old",))
    facts = [fact("fee", 20), fact("old", None)]
    (one,) = found(there, facts, answer("g0", 10), answer("g2", 10))
    assert (named([one]), [each.id for each in one.facts]) == (["g0"], ["fee"])
    assert (one.since, one.revised) == (day(20), False)


def test_what_was_learnt_after_the_change_is_not_told() -> None:
    there, facts = items(g0=("fee",)), [fact("fee", 20)]
    assert named(found(there, facts, answer("g0", 19))) == ["g0"]
    assert found(there, facts, answer("g0", 20)) == []
    assert found(there, facts, answer("g0", 10), answer("g0", 21)) == []


def test_what_was_not_known_is_not_told() -> None:
    there, facts = items(g0=("fee",), guess=("fee",)), [fact("fee", 20)]
    right = answer("g0", 9)
    assert found(there, facts) == []
    assert found(there, facts, answer("g0", 10, right=False)) == []
    assert found(there, facts, right, answer("g0", 10, right=False)) == []
    assert found(there, facts, answer("g0", 10, confidence="guess")) == []
    assert found(there, facts, answer("g0", 10, pretest=True)) == []
    assert found(there, facts, right, undone(right, 11)) == []
    assert found(there, facts, answer("guess", 10)) == []


def test_one_answer_settles_it_whatever_it_was() -> None:
    there, facts = items(g0=("fee",)), [fact("fee", 20)]
    assert found(there, facts, answer("g0", 10), answer("g0", 30, right=False)) == []


def test_a_change_that_has_not_come_is_not_told() -> None:
    assert found(items(g0=("fee",)), [fact("fee", TODAY + 1)], answer("g0", 10)) == []


def test_a_raised_revision_is_told_until_it_is_answered() -> None:
    there = items(2, g0=())
    (one,) = found(there, [], answer("g0", 10))
    assert (named([one]), one.facts, one.since, one.revised) == (["g0"], (), None, True)
    assert found(there, [], answer("g0", 10), answer("g0", 12, revision=2)) == []
    assert found(there, [], answer("g0", 10), answer("g0", 12, revision=2, right=False)) == []


def test_an_answer_to_an_older_meaning_after_a_newer_one_is_no_news() -> None:
    """Two machines, one of which still has the older course."""
    assert found(items(2, g0=()), [], answer("g0", 10, revision=2), answer("g0", 12)) == []


def test_the_newest_change_comes_first_and_what_was_only_revised_last() -> None:
    there = [*items(g0=("a",), g1=("b", "a"), g2=("c",)), *items(2, m0=())]
    there = [item for item in there if item.question.facts or item.what.revision == 2]
    facts = [fact("a", 20), fact("b", 40), fact("c", 30)]
    changed = found(there, facts, *(answer(name, 10) for name in ("g0", "g1", "g2", "m0")))
    assert named(changed) == ["g1", "g2", "g0", "m0"]
    assert [each.id for each in changed[0].facts] == ["b", "a"]


def parts_of_answers() -> st.SearchStrategy[list[dict[str, Any]]]:
    """Answers on some days, no two at one moment."""
    days, revisions = st.integers(0, TODAY), st.integers(1, 3)
    one = st.fixed_dictionaries({"day": days, "right": st.booleans(), "revision": revisions})
    return st.lists(one, max_size=6, unique_by=lambda parts: str(parts["day"]))


@given(parts_of_answers(), st.one_of(st.none(), st.integers(0, 2 * TODAY)), st.integers(1, 3))
def test_only_what_was_known_and_has_changed_is_told(
    history: list[dict[str, Any]], changed: int | None, revision: int
) -> None:
    events: list[Answered] = [answer("g0", **parts) for parts in history]
    told = found(items(revision, g0=("fee",)), [fact("fee", changed)], *events)
    last = max(events, key=lambda event: event.id, default=None)
    moved = last is not None and changed is not None and (last.at.date() - START.date()).days < changed <= TODAY
    revised = last is not None and all(event.revision < revision for event in events)
    known = last is not None and last.correct
    assert bool(told) == (known and (moved or revised))
    assert [(bool(one.facts), one.revised) for one in told] == [(moved, revised)] * len(told)
