"""Rhythm: on how many days of a week anything was done, beside the goal that the learner has set.

A week begins on Monday and a day at the learner's own midnight. A week below the goal takes nothing away: it is seen
for what it was, and the weeks that were kept stay counted. Weeks are seen by the goal of today, since it is the only
one that the learner has in mind.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from sosmed_learn.core.progress import Progress
from sosmed_learn.core.settings import GOAL, OFF

USUAL_GOAL = 3
MOST_DAYS = 7
WEEKS = 12
"""How far back the calendar looks."""
BUSY = 10
"""Answers on a day from which it was a full one: about what ten minutes hold."""

_EPOCH = date(1970, 1, 1).toordinal()
_MONDAY = 3
"""The first of January 1970 was a Thursday: its week began so many days before."""


class Week(Struct, frozen=True):
    """One week: the day on which it begins, and the days of it, 0 for Monday, on which anything was done."""

    monday: date
    done: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        return len(self.done)

    def keeps(self, goal: int | None) -> bool:
        """Whether it is as full as the learner wants it; without a goal there is nothing to keep."""
        return goal is not None and self.count >= goal


class Rhythm(Struct, frozen=True):
    """The weeks up to the one of ``today``, which is the last.

    They begin with the learner's first, at most ``WEEKS`` back. ``goal`` is None where the learner wants none. ``kept``
    is how many weeks of all ever reached it, and ``in_a_row`` how many of those came just before now.
    """

    today: date
    goal: int | None
    weeks: tuple[Week, ...]
    kept: int = 0
    in_a_row: int = 0

    @property
    def now(self) -> Week:
        """This week."""
        return self.weeks[-1]


def goal_of(settings: Mapping[str, str]) -> int | None:
    """The days a week that the learner has set; the usual ones where that is nothing sensible; None when off."""
    wanted = settings.get(GOAL, "")
    if wanted == OFF:
        return None
    sensible = {str(days): days for days in range(1, MOST_DAYS + 1)}
    return sensible.get(wanted, USUAL_GOAL)


def rhythm(days: Iterable[int], goal: int | None, today: date) -> Rhythm:
    """How the weeks went. ``days`` are the learner's own days, counted from 1970.

    Days from weeks that have not come, of a clock that ran ahead, count when they do.
    """
    this = _week_of(today.toordinal() - _EPOCH)
    found: dict[int, set[int]] = {}
    for day in days:
        if (week := _week_of(day)) <= this:
            found.setdefault(week, set()).add((day + _MONDAY) % 7)
    first = max(min(found, default=this), this - WEEKS + 1)
    kept = {week for week, done in found.items() if goal is not None and len(done) >= goal}
    monday = today - timedelta(days=today.weekday())
    weeks = (
        Week(monday - timedelta(weeks=this - number), tuple(sorted(found.get(number, ()))))
        for number in range(first, this + 1)
    )
    return Rhythm(today, goal, tuple(weeks), len(kept), _in_a_row(kept, this))


def answers_by_day(progress: Progress, first: date) -> Counter[date]:
    """How many questions were answered on each day from ``first`` on. Unpacks every answer: call it aside."""
    start = first.toordinal() - _EPOCH
    found = Counter(
        one.day
        for lesson in progress.asked.values()
        for kept in lesson.values()
        for one in kept.all()
        if start <= one.day and one.id not in progress.undone
    )
    last = date.max.toordinal() - _EPOCH
    return Counter({date.fromordinal(_EPOCH + day): count for day, count in found.items() if day <= last})


def _week_of(day: int) -> int:
    """The number of the week of a day, both counted from 1970."""
    return (day + _MONDAY) // 7


def _in_a_row(kept: set[int], this: int) -> int:
    """Weeks kept one after another up to this one, or up to the last while this one can still become one."""
    week = this if this in kept else this - 1
    count = 0
    while week - count in kept:
        count += 1
    return count
