"""Misconceptions that keep coming back: which, how often, where they showed, and whether they are settled.

A belief is met when an answer points to it, and withstood when a question that could have shown it was answered right.
Pure: those sightings come in as plain values.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from msgspec import Struct

NAMED = 3
"""How often a belief is met before it is called one: the learner holds it, and did not just slip."""

SETTLED = 2
"""How many questions in a row withstand it before nothing more is said of it."""

ONCE = timedelta(hours=20)
"""The same question again within this time shows little: its explanation was just read."""


class Sighting(Struct, frozen=True, kw_only=True):
    """One answer to a question that can show a belief: ``held`` when it did. ``sure``: the learner said so.

    ``misconception`` is the module's id and the belief's. ``source`` is the answer's event.
    """

    misconception: tuple[str, str]
    module: str
    lesson: str
    question: str
    at: datetime
    held: bool
    sure: bool = False
    source: str = ""


class Belief(Struct, frozen=True):
    """A belief that was met NAMED times or more: ``shown`` is where, oldest first; ``withstood`` what came later."""

    misconception: tuple[str, str]
    shown: tuple[Sighting, ...]
    withstood: tuple[Sighting, ...]

    @property
    def settled(self) -> bool:
        return len(self.withstood) >= SETTLED

    @property
    def sure(self) -> int:
        """How often it came with being sure."""
        return sum(one.sure for one in self.shown)


def beliefs(sightings: Iterable[Sighting]) -> tuple[Belief, ...]:
    """The beliefs that were met often enough: first those that are not settled, and of these the one met last."""
    groups: dict[tuple[str, str], list[Sighting]] = {}
    for one in sorted(sightings, key=lambda one: (one.at, one.question, one.held, one.source)):
        groups.setdefault(one.misconception, []).append(one)
    found = [_belief(name, _apart(group)) for name, group in groups.items()]
    named = [belief for belief in found if len(belief.shown) >= NAMED]
    newest_first = sorted(named, key=lambda belief: belief.shown[-1].at, reverse=True)
    return tuple(sorted(newest_first, key=lambda belief: belief.settled))


def _belief(name: tuple[str, str], in_time: Sequence[Sighting]) -> Belief:
    shown = tuple(one for one in in_time if one.held)
    since = shown[-1].at if shown else None
    later = tuple(one for one in in_time if not one.held and since is not None and one.at > since)
    return Belief(name, shown, later)


def _apart(in_time: Sequence[Sighting]) -> list[Sighting]:
    """Without those that only repeat a question a short while after its explanation was shown.

    One that held after all is kept, however soon it came: that is new.
    """
    kept: list[Sighting] = []
    last: dict[tuple[str, str, str], Sighting] = {}
    for one in in_time:
        before = last.get((one.module, one.lesson, one.question))
        if before is None or one.at - before.at >= ONCE or (one.held and not before.held):
            kept.append(one)
            last[one.module, one.lesson, one.question] = one
    return kept
