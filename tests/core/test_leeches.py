"""Questions missed on many days, as their author is told of them."""

from datetime import timedelta

from sosmed_learn.core.events import Disputed, Event, Flagged
from sosmed_learn.core.leeches import Leech, told_leeches
from sosmed_learn.core.progress import fold
from tests.core.builders import START
from tests.core.known import answer, bank, stamp_of


def missed(name: str, days: int) -> list[Event]:
    """Twice on each day, and right on the day after."""
    twice = [answer(name, day, right=False, number=number) for day in range(days) for number in range(2)]
    return [*twice, answer(name, days)]


def told(*events: Event) -> list[Leech]:
    return told_leeches(bank(), fold(events), START.date() + timedelta(days=30))


def test_what_was_missed_on_eight_days_is_told_worst_first() -> None:
    found = told(*missed("g0", 8), *missed("u1", 9), *missed("g1", 7))
    assert [(one.module, one.lesson, one.question) for one in found] == [
        ("analytics", "counts", "u1"),
        ("strategy", "first", "g0"),
    ]
    assert [(one.days, one.missed, one.asked) for one in found] == [(9, 18, 19), (8, 16, 17)]
    assert found[0].prompt.say("id") == "Mana u1 units?"


def test_many_misses_on_few_days_are_the_learners_own() -> None:
    assert told(*(answer("g0", number // 20, right=False, number=number) for number in range(60))) == []


def test_what_the_learner_says_of_it_stands_beside_it() -> None:
    first, second = stamp_of(20, 0, "flag"), stamp_of(20, 1, "dispute")
    flag = Flagged(id=first.id, at=first.at, offset=420, module="strategy", lesson="first", step="g0", flagged=True)
    dispute = Disputed(
        id=second.id, at=second.at, offset=420, module="strategy", lesson="first", step="g1", answer="e", typed="",
        disputed=True,
    )  # fmt: skip
    found = told(*missed("g0", 9), *missed("g1", 8), flag, dispute)
    assert [(one.flagged, one.disputed) for one in found] == [(True, False), (False, True)]


def test_a_first_guess_is_never_one() -> None:
    assert told(*(answer("guess", day, right=False, pretest=True) for day in range(9))) == []


def test_nothing_is_told_of_answers_to_what_it_asked_before() -> None:
    old = [answer("g0", day, right=False, revision=0) for day in range(9)]
    assert told(*old) == []
