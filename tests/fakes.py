"""What the tests of the front ends are handed instead of disk and clock: a library, a store and a clock in memory."""

import threading
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import PurePath, PurePosixPath

from sosmed_learn.core.errors import LessonUnreadable, SaveFailed, StoreTrouble
from sosmed_learn.core.events import Event, LessonFinished, SettingChanged, Stamp
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, Term
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Damage, News, Trouble

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Monday, nine in the morning in Jakarta."""
HANG_SECONDS = 20.0
"""A store that hangs lets go by itself after this, so that a test that fails does not hang too."""


class TickingClock:
    """Implements ``core.study.Clock``: begins at ``NOW`` and is a second later with every stamp.

    ``passed`` are the seconds that it says have passed, and ``days`` the days.
    """

    def __init__(self, first: int = 0) -> None:
        self._ticks = first
        self.passed = 0.0
        self.days = 0

    def stamp(self) -> Stamp:
        self._ticks += 1
        return Stamp(id=f"t{self._ticks:06d}", at=self.now(), offset=420)

    def after(self, newest: str) -> None:
        """Ids of this clock are behind those of all other events already."""

    def now(self) -> datetime:
        return NOW + timedelta(days=self.days, seconds=self._ticks)

    def today(self) -> date:
        return NOW.date() + timedelta(days=self.days)

    def seconds(self) -> float:
        return self.passed


class MemoryLibrary:
    """Implements ``core.study.Library``. A lesson given as text is one that cannot be read: the text says where."""

    def __init__(
        self,
        modules: Iterable[Module],
        lessons: Mapping[tuple[str, str], Lesson | str],
        *,
        terms: Mapping[str, tuple[Term, ...]] | None = None,
        facts: Iterable[Fact] = (),
        troubles: tuple[Trouble, ...] = (),
    ) -> None:
        self._modules = tuple(modules)
        self._lessons = dict(lessons)
        self._terms = dict(terms or {})
        self._facts = {fact.id: fact for fact in facts}
        self._troubles = troubles
        self.surveyed = False
        self.survey_may_end = threading.Event()
        self.survey_may_end.set()

    @property
    def modules(self) -> tuple[Module, ...]:
        return self._modules

    def lesson(self, module: str, lesson: str) -> Lesson:
        found = self._lessons.get((module, lesson), f"{lesson}.yaml")
        if isinstance(found, str):
            raise LessonUnreadable(module, lesson, found)
        return found

    def spoil(self, module: str, lesson: str, where: str) -> None:
        """From now on the lesson's file has an error at ``where``."""
        self._lessons[module, lesson] = where

    def glossary(self, module: str) -> tuple[Term, ...]:
        return self._terms.get(module, ())

    def fact(self, fact: str) -> Fact | None:
        return self._facts.get(fact)

    def facts(self) -> dict[str, Fact]:
        return dict(self._facts)

    def troubles(self) -> tuple[Trouble, ...]:
        self.survey_may_end.wait(HANG_SECONDS)
        self.surveyed = True
        return self._troubles


class MemoryStore:
    """Implements ``core.study.EventStore``. It can be told to fail, to recover, and to hang until let go.

    ``events`` are those on the make-believe disk; ``tried`` counts the calls of ``append``.
    """

    def __init__(self, events: Iterable[Event] = (), *, aside: str = "", place: str = "data/progress") -> None:
        self.events = list(events)
        self.tried = 0
        self._aside = aside
        self.elsewhere: list[Event] = []
        self.taken_away = False
        self.tended: list[date] = []
        self.sync_copies: list[PurePath] = []
        self.written: list[Event] = []
        self.nowhere = False
        self._place = place
        self._failure: SaveFailed | None = None
        self._open = threading.Event()
        self._open.set()

    @property
    def place(self) -> PurePath:
        return PurePosixPath(self._place)

    def load(self) -> list[Event]:
        return list(self.events)

    def append(self, event: Event) -> None:
        self.tried += 1
        self._open.wait(HANG_SECONDS)
        if self._failure:
            raise self._failure
        self.events.append(event)

    def progress(self) -> Progress:
        return fold(self.events)

    def news(self) -> News:
        """What ``elsewhere`` has saved since the last look; after ``taken_away`` all has to be looked at anew."""
        new, self.elsewhere = self.elsewhere, []
        self.events += new
        anew, self.taken_away = self.taken_away, False
        return News(tuple(new), anew)

    def tend(self, today: date) -> None:
        self.tended.append(today)

    def copies(self) -> list[PurePath]:
        return self.sync_copies

    def write_elsewhere(self, events: Sequence[Event]) -> PurePath:
        if self.nowhere:
            raise SaveFailed("full", self._place)
        self.written = list(events)
        return PurePosixPath("home/sosmed-learn-now.jsonl")

    def damage(self) -> Damage | None:
        return Damage(name=PurePosixPath(self._aside).name, kept=True) if self._aside else None

    def fail(self, trouble: StoreTrouble = "full", detail: str = "") -> None:
        """Fail every save from now on."""
        self._failure = SaveFailed(trouble, self._place, detail)

    def recover(self) -> None:
        """Save again from now on."""
        self._failure = None

    def hang(self) -> None:
        """Let no save return from now on."""
        self._open.clear()

    def release(self) -> None:
        """Let go of the saves that hang."""
        self._open.set()


def settings(**values: str) -> list[Event]:
    """The events of a learner who has set these."""
    clock = TickingClock()
    return [_set(clock.stamp(), name, value) for name, value in values.items()]


def _set(stamp: Stamp, name: str, value: str) -> Event:
    return SettingChanged(id=f"a{stamp.id}", at=stamp.at, offset=stamp.offset, name=name, value=value)


def finished(module: str, lesson: str, right: int = 1, asked: int = 1, *, number: int = 0) -> Event:
    """A lesson finished before the test begins; ``number`` orders several."""
    at = NOW - timedelta(days=9) + timedelta(hours=number)
    return LessonFinished(
        id=f"b{number:06d}", at=at, offset=420, module=module, lesson=lesson, right=right, asked=asked
    )
