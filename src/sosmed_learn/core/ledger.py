"""Why mastery is what it is: every answer behind it, with what it changed and what time took in between.

The account adds up: what was presumed, plus all that answers changed, less all that faded, is the mastery of now.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.mastery import Knowledge, Mastery, moments


class Entry(Struct, frozen=True):
    """One answer: mastery right before and right after it. ``faded`` is what time had taken since the entry before."""

    evidence: Evidence
    faded: float
    before: float
    after: float

    @property
    def change(self) -> float:
        """What the answer did: more than 0 where it raised mastery."""
        return self.after - self.before


class Account(Struct, frozen=True):
    """All entries, the oldest first. ``presumed`` is mastery before any answer, ``faded`` what went since the last."""

    presumed: float
    entries: tuple[Entry, ...]
    faded: float
    now: Mastery


def account(evidence: Iterable[Evidence], now: datetime) -> Account:
    """The account of one concept. Answers of one moment stand in the order of their questions."""
    entries: list[Entry] = []
    known = Knowledge()
    presumed = last = known.at(now).mean
    for group in moments(evidence):
        at = group[0].at
        before = known.at(at).mean
        faded = last - before
        for one, grown in zip(group, _one_by_one(known, group), strict=True):
            last = grown.at(at).mean
            entries.append(Entry(one, faded, before, last))
            faded, before = 0.0, last
        known = known.after(group)
    return Account(presumed, tuple(entries), last - known.at(now).mean, known.at(now))


def _one_by_one(known: Knowledge, moment: Sequence[Evidence]) -> Iterator[Knowledge]:
    """What the first of a moment's answers come to, the first two, and so on."""
    return (known.after(moment[: number + 1]) for number in range(len(moment)))
