"""How far a learner is with a task: the newest text of each field, the checks, and when to ask about it again.

A value that follows from events, like all of progress; part of a lesson's.
"""

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import Stamp, TaskChecked, TaskSaved
from sosmed_learn.core.task import Entry, Task
from sosmed_learn.core.text import Language

DAYS_UNTIL_ASKED = 3
"""After these days it shows whether a document is used, and what was left open can be taken up."""

MOST_CHECKS = 8
"""Checks of one task that are remembered; of older ones nothing follows."""


class Written(Struct, frozen=True):
    """What stands in a field since the event ``id``."""

    id: str
    at: datetime
    offset: int
    text: str
    reader: Language


class TaskProgress(Struct, frozen=True):
    """``written`` by the ids of the fields; ``checks`` in the order of their ids."""

    written: dict[str, Written] = {}
    checks: tuple[TaskChecked, ...] = ()

    @property
    def entries(self) -> dict[str, Entry]:
        """What stands in the fields."""
        return {name: Entry(each.text, each.reader) for name, each in self.written.items()}

    @property
    def newest(self) -> str:
        """The newest event in it; empty where there is none."""
        return max((*(each.id for each in self.written.values()), *(check.id for check in self.checks)), default="")

    @property
    def rubric(self) -> dict[str, bool]:
        """What held at the newest check that was one."""
        return next((check.rubric for check in reversed(self.checks) if not check.later), {})

    def after(self, event: TaskSaved | TaskChecked) -> "TaskProgress":
        """With one more event, in whatever order they come."""
        if isinstance(event, TaskChecked):
            return self.joined(TaskProgress(checks=(event,)))
        written = {
            name: Written(event.id, event.at, event.offset, text, event.reader) for name, text in event.fields.items()
        }
        return self.joined(TaskProgress(written))

    def joined(self, other: "TaskProgress") -> "TaskProgress":
        """Both together: of each field the newer text."""
        newer = {
            name: each
            for name, each in other.written.items()
            if name not in self.written or self.written[name].id < each.id
        }
        checks = {check.id: check for check in (*self.checks, *other.checks)}
        in_order = tuple(checks[name] for name in sorted(checks))
        return replace(self, written=self.written | newer, checks=in_order[-MOST_CHECKS:])

    def without(self, target: str) -> "TaskProgress":
        """As if the event ``target`` had not been."""
        return replace(
            self,
            written={name: each for name, each in self.written.items() if each.id != target},
            checks=tuple(check for check in self.checks if check.id != target),
        )

    def before(self, finish: str) -> "TaskProgress":
        """Without the checks that came behind the event ``finish``."""
        return replace(self, checks=tuple(check for check in self.checks if check.id < finish))

    def checked_since(self, finish: str) -> bool:
        """Whether it was checked, or put off, in the run of its lesson that follows the event ``finish``."""
        return any(check.id > finish and not check.again for check in self.checks)

    def due(self, today: date, *, under_way: bool = False) -> bool:
        """Whether it is time to ask about it: some days after it was checked, put off, or left unfinished.

        Once it was asked about, that is enough. ``under_way``: its lesson is, and leads to what is unfinished anyway.
        """
        last = self.checks[-1] if self.checks else None
        if last is not None:
            return not self._followed_up(last) and _long_ago(last.at, last.offset, today)
        newest = max(self.written.values(), key=lambda each: each.id, default=None)
        return newest is not None and not under_way and _long_ago(newest.at, newest.offset, today)

    def _followed_up(self, last: TaskChecked) -> bool:
        """Whether the newest check is the one that was asked for, and not only another look on the same day."""
        first = next((check for check in reversed(self.checks) if not check.again), None)
        if not last.again or last.later:
            return False
        day = _day(last.at, last.offset)
        return first is None or day is None or _long_ago(first.at, first.offset, day)


class Assignment(Struct, frozen=True):
    """A task in its place, by the ids of module and lesson, and what was done with it."""

    module: str
    lesson: str
    task: Task
    work: TaskProgress = TaskProgress()

    @property
    def owners(self) -> tuple[str, ...]:
        """The names under which its document is kept, today's first."""
        return tuple(f"{self.module}/{self.lesson}/{name}" for name in (self.task.id, *self.task.aliases))


def under_any_id(tasks: dict[str, TaskProgress], task: Task) -> TaskProgress:
    """What was done under any id that the task has had."""
    work = TaskProgress()
    for name in (task.id, *task.aliases):
        work = work.joined(tasks.get(name, TaskProgress()))
    return work


def _long_ago(at: datetime, offset: int, today: date) -> bool:
    day = _day(at, offset)
    try:
        return day is not None and day + timedelta(days=DAYS_UNTIL_ASKED) <= today
    except OverflowError:  # the end of time
        return False


def _day(at: datetime, offset: int) -> date | None:
    """The learner's own day; None where no calendar has it."""
    try:
        return Stamp("", at, offset).local().date()
    except (ValueError, OverflowError):  # an offset of days: nothing of our making
        return None
