"""Rhythm: on how many days of a week anything was done, beside the goal that the learner has set.

A week begins on Monday and a day at the learner's own midnight. A week below the goal takes nothing away: it is seen
for what it was, and the weeks that were kept stay counted. Each is seen by the goal that it had, so a goal that is
raised or lowered later makes no week better or worse.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from sosmed_learn.core.progress import GOAL, Progress
from sosmed_learn.core.settings import OFF

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
    """One week: the day on which it begins, the days of it, 0 for Monday, on which anything was done, and its goal."""

    monday: date
    done: tuple[int, ...] = ()
    goal: int | None = None

    @property
    def count(self) -> int:
        return len(self.done)

    @property
    def kept(self) -> bool:
        """Whether it is as full as the learner wanted it; without a goal there is nothing to keep."""
        return self.goal is not None and self.count >= self.goal


class Rhythm(Struct, frozen=True):
    """The weeks up to the one of ``today``, which is the last.

    They begin with the learner's first, at most ``WEEKS`` back. ``kept`` is how many weeks of all ever reached their
    goal, and ``in_a_row`` how many of those came just before now. Where the learner wants no goal any more, no week has
    one.
    """

    today: date
    weeks: tuple[Week, ...]
    kept: int = 0
    in_a_row: int = 0

    @property
    def now(self) -> Week:
        """This week."""
        return self.weeks[-1]

    @property
    def goal(self) -> int | None:
        """The goal of this week; None where the learner wants none."""
        return self.now.goal


def goal_of(settings: Mapping[str, str]) -> int | None:
    """The days a week that the learner has set; the usual ones where that is nothing sensible; None when off."""
    return _understood(settings.get(GOAL, ""))


def rhythm(progress: Progress, today: date) -> Rhythm:
    """How the weeks went. Days from weeks that have not come, of a clock that ran ahead, count when they do."""
    this = _week_of(today.toordinal() - _EPOCH)
    found: dict[int, set[int]] = {}
    for day in progress.days:
        if (week := _week_of(day)) <= this:
            found.setdefault(week, set()).add((day + _MONDAY) % 7)
    first = max(min(found, default=this), this - WEEKS + 1)
    goals = _goals(progress, {*found, *range(first, this + 1)}, this)
    monday = today - timedelta(days=today.weekday())
    weeks = {
        number: Week(monday - timedelta(weeks=this - number), tuple(sorted(found.get(number, ()))), goals[number])
        for number in range(first, this + 1)
    }
    kept = {week for week, done in found.items() if (goal := goals[week]) is not None and len(done) >= goal}
    return Rhythm(today, tuple(weeks.values()), len(kept), _in_a_row(kept, this))


def is_to_come(progress: Progress, today: date) -> bool:
    """Whether the day does not count yet, with somebody who has done something on another."""
    return bool(progress.days) and today.toordinal() - _EPOCH not in progress.days


def _goals(progress: Progress, weeks: set[int], this: int) -> dict[int, int | None]:
    """The goal of each week: the one that was set last by its end."""
    now = goal_of(progress.settings)
    if now is None:
        return dict.fromkeys(weeks)
    changes = sorted((_week_of(day), day, _understood(value)) for day, value in progress.goals.items())
    goals: dict[int, int | None] = {}
    goal: int | None = USUAL_GOAL
    for week in sorted(weeks):
        while changes and changes[0][0] <= week:
            goal = changes.pop(0)[2]
        goals[week] = goal
    return goals | {this: now}


def _understood(wanted: str) -> int | None:
    if wanted == OFF:
        return None
    sensible = {str(days): days for days in range(1, MOST_DAYS + 1)}
    return sensible.get(wanted, USUAL_GOAL)


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
