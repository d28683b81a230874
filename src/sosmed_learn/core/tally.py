"""Events counted by module and kind, for people who are told what comes and goes. No words, no files, no clock."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Literal, get_args

from msgspec import Struct

from sosmed_learn.core.events import (
    Answered,
    DiagnosisBegun,
    DiagnosisEnded,
    Disputed,
    Event,
    ExamBegun,
    ExamFinished,
    ExamPaused,
    Flagged,
    LessonFinished,
    LessonPassed,
    Looked,
    Noted,
    ScenarioMoved,
    SettingChanged,
    Stamp,
    StepRead,
    TaskChecked,
    TaskSaved,
    Undone,
)

Kind = Literal[
    "answered",
    "read",
    "moved",
    "wrote",
    "checked",
    "finished",
    "passed",
    "diagnosing",
    "diagnosed",
    "sat",
    "paused",
    "examined",
    "looked",
    "undone",
    "noted",
    "flagged",
    "disputed",
    "set",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

_KIND_OF: dict[type[Event], Kind] = {
    Answered: "answered",
    StepRead: "read",
    ScenarioMoved: "moved",
    TaskSaved: "wrote",
    TaskChecked: "checked",
    LessonFinished: "finished",
    LessonPassed: "passed",
    DiagnosisBegun: "diagnosing",
    DiagnosisEnded: "diagnosed",
    ExamBegun: "sat",
    ExamPaused: "paused",
    ExamFinished: "examined",
    Looked: "looked",
    Undone: "undone",
    Noted: "noted",
    Flagged: "flagged",
    Disputed: "disputed",
    SettingChanged: "set",
}


class Tally(Struct, frozen=True):
    """How many events of each kind there are in each module, and the learner's days of the first and the last.

    What belongs to no module stands under an empty id; an undoing belongs where what it undoes does, if that is there.
    """

    events: int = 0
    modules: dict[str, dict[Kind, int]] = {}
    first: date | None = None
    last: date | None = None


def tally(events: Sequence[Event]) -> Tally:
    """The tally of ``events``. Modules come in the order in which they are met."""
    homes = {event.id: getattr(event, "module", "") for event in events}
    counted: dict[str, Counter[Kind]] = {}
    for event in events:
        module = homes.get(event.target if isinstance(event, Undone) else event.id, "")
        counted.setdefault(module, Counter())[_KIND_OF[type(event)]] += 1
    days = [day for event in events if (day := day_of(event)) is not None]
    modules = {module: _in_order(counts) for module, counts in counted.items()}
    return Tally(len(events), modules, min(days, default=None), max(days, default=None))


def day_of(event: Event) -> date | None:
    """The learner's own day of ``event``; None where no calendar has it."""
    try:
        return Stamp(event.id, event.at, event.offset).local().date()
    except (ValueError, OverflowError):  # an offset of days, or the end of time: nothing of our making
        return None


def _in_order(counts: Counter[Kind]) -> dict[Kind, int]:
    return {kind: counts[kind] for kind in KINDS if counts[kind]}
