"""How much of a concept is still there some days after it was last shown to be known. Pure: days in, a share out.

The curve is that of FSRS, which also says when reviews are due (Ye, Su and Cao 2022; the curve since version 4.5):
after ``stability`` days a tenth is gone, then ever less.

    kept(t, S) = (1 + 19/81 * t/S) ** -0.5

An answer that shows knowledge takes the time that has passed back to nothing, or by as much of it as it shows; and it
makes the stability longer, the more had been gone: S' = S * (1 + GROWTH * (1 - kept)). Twice on one day hence counts
once. A miss takes no time back and halves the stability, down to that of something new. A concept's questions are many,
so this is rougher than what the reviews know about each of them.
"""

from msgspec import Struct

NEW = 6.0
"""Days until a tenth is gone of what was shown to be known once. A single card would fade sooner: a concept is also
kept up by what is learnt beside it."""

LONGEST = 1000.0
"""Days; what is known that well needs no finer telling."""

GROWTH = 4.0
"""Shown again when a tenth is gone, it keeps 1.4 times as long; when half is, three times. Single cards grow faster: of
a concept only some questions were asked again."""

MISSED = 0.5

_FACTOR = 19 / 81


class Retention(Struct, frozen=True):
    """``since`` when it fades, a moment in days on any scale; None before anything was shown to be known."""

    since: float | None = None
    stability: float = NEW

    def at(self, day: float) -> float:
        """The share that is there: 1 before anything was shown, and never more than a moment ago."""
        return float((1 + self._faded(day)) ** -0.5)

    def after(self, day: float, credit: float, blame: float) -> "Retention":
        """How it is after answers at that moment, which showed so much (0 to 1) to be known, and not to be."""
        grown = self.stability * (1 + GROWTH * (1 - self.at(day)) * credit) * MISSED**blame
        stability = min(LONGEST, max(NEW, grown))
        if not credit:
            return Retention(self.since, stability)
        since = day if self.since is None else max(self.since, day - (day - self.since) * (1 - credit))
        return Retention(since, stability)

    def _faded(self, day: float) -> float:
        return 0.0 if self.since is None else _FACTOR * max(0.0, day - self.since) / self.stability
