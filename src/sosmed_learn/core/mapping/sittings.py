"""How the diagnoses went, as it follows from the events: part of ``progress``.

A sitting is one diagnosis, from its first question to its map. Its answers count in no lesson; what they say about
concepts is found where all answers are (``reviews``).
"""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, DiagnosisBegun, DiagnosisEnded, Stamp

MOST_SITTINGS = 6
"""Diagnoses that are remembered: a map is compared with the one before, and more than that nobody asks."""

DiagnosisEvent: TypeAlias = Answered | DiagnosisBegun | DiagnosisEnded


class Sitting(Struct, frozen=True):
    """One diagnosis. ``answers`` are in the order of their ids; without ``begun`` nothing can be shown of it."""

    begun: DiagnosisBegun | None = None
    answers: tuple[Answered, ...] = ()
    ended: DiagnosisEnded | None = None

    @property
    def day(self) -> date | None:
        """The learner's own day on which it was begun."""
        return Stamp(self.begun.id, self.begun.at, self.begun.offset).local().date() if self.begun else None

    @property
    def over(self) -> bool:
        """Whether nothing more is asked in it."""
        return self.ended is not None or (self.begun is not None and len(self.answers) >= self.begun.length)

    def after(self, event: DiagnosisEvent) -> "Sitting":
        """With one more event, in whatever order they come."""
        match event:
            case DiagnosisBegun():
                return replace(self, begun=event)
            case DiagnosisEnded():  # two windows may both end it: the first one stands
                first = self.ended is None or event.id < self.ended.id
                return replace(self, ended=event) if first else self
            case Answered():
                answers = {answer.id: answer for answer in (*self.answers, event)}
                return replace(self, answers=tuple(answers[name] for name in sorted(answers)))

    def without(self, target: str) -> "Sitting":
        """As if the event ``target`` had not been."""
        return replace(
            self,
            begun=None if self.begun and self.begun.id == target else self.begun,
            answers=tuple(answer for answer in self.answers if answer.id != target),
            ended=None if self.ended and self.ended.id == target else self.ended,
        )


def sittings_after(sittings: Mapping[str, Sitting], event: DiagnosisEvent) -> dict[str, Sitting]:
    """The newest sittings by their ids after one more event."""
    name = event.id if isinstance(event, DiagnosisBegun) else event.diagnosis
    known = {**sittings, name: sittings.get(name, Sitting()).after(event)}
    return {name: known[name] for name in sorted(known)[-MOST_SITTINGS:]}


def open_sitting(sittings: Mapping[str, Sitting]) -> Sitting | None:
    """The newest diagnosis, if it was begun and is not over."""
    known = [sitting for sitting in sittings.values() if sitting.begun]
    return known[-1] if known and not known[-1].over else None


def taken(sittings: Mapping[str, Sitting]) -> tuple[Sitting, ...]:
    """Every diagnosis in which something was answered, the newest first."""
    return tuple(reversed([sitting for sitting in sittings.values() if sitting.begun and sitting.answers]))
