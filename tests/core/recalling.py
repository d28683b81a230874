"""A learner's answers on given days, and what is remembered of them."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from sosmed_learn.core.events import Answered, Event, Undone
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.memory import RETENTION
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.remembering import Memories, Reviewable
from sosmed_learn.core.reviews import Grade, Review
from tests.core.builders import START

DAY_ONE = START.date()
FIRST = DAY_ONE.toordinal() - date(1970, 1, 1).toordinal()
"""The first day as reviews count days."""


def answered(name: str = "q", day: int = 0, *, right: bool = True, number: int = 0, **rest: Any) -> Answered:
    """An answer on that day. Ids follow the day, and ``number`` within it."""
    parts: dict[str, Any] = {
        "id": f"e{day:05d}-{number:03d}-{name}",
        "at": START + timedelta(days=day, seconds=number),
        "offset": 420,
        "module": "strategy",
        "lesson": "first",
        "question": name,
        "revision": 1,
        "fingerprint": "",
        "response": Picked(("right" if right else "wrong",)),
        "correct": right,
        "score": float(right),
    }
    return Answered(**(parts | rest))


def undone(target: Event, day: int = 0, **rest: Any) -> Undone:
    """Taken back on that day."""
    at = START + timedelta(days=day)
    parts: dict[str, Any] = {"id": f"e{day:05d}-999-{target.id}", "at": at, "offset": 420, "target": target.id}
    return Undone(**(parts | rest))


def reviewed(day: int = 0, grade: Grade = Grade.GOOD, **rest: Any) -> Review:
    """A review on that day, of whose number in it nothing depends."""
    parts: dict[str, Any] = {
        "id": f"e{day:05d}",
        "at": 0,
        "day": FIRST + day,
        "grade": grade,
        "revision": 1,
        "right": grade is not Grade.AGAIN,
    }
    return Review(**(parts | rest))


def reviewable(name: str = "q", **rest: Any) -> Reviewable:
    parts: dict[str, Any] = {"modules": ("strategy",), "lessons": ("first",), "names": (name,)}
    return Reviewable(**(parts | {"concept": "goals", "family": name} | rest))


def memories(
    events: Iterable[Event],
    day: int,
    questions: Iterable[Reviewable] = (reviewable(),),
    retention: float = RETENTION,
) -> Memories:
    """What is remembered on that day of what happened."""
    return going_on(Memories(), fold(events), day, questions, retention)


def going_on(
    before: Memories,
    progress: Progress,
    day: int,
    questions: Iterable[Reviewable] = (reviewable(),),
    retention: float = RETENTION,
) -> Memories:
    """What is remembered on that day, worked out from what was remembered before."""
    return before.up_to(progress, questions, DAY_ONE + timedelta(days=day), retention)
