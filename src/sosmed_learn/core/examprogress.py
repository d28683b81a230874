"""How a module's exams went, as it follows from the events: part of ``progress``.

A sitting is one try. Answers of a sitting count in it alone, never in the lesson in which their question stands.
"""

from datetime import date, datetime, timedelta
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, ExamBegun, ExamFinished, ExamPaused, Stamp
from sosmed_learn.core.module import Exam

MOST_SITTINGS = 12
"""Tries that are remembered; of older ones nothing follows but the best result."""

ExamEvent: TypeAlias = Answered | ExamBegun | ExamPaused | ExamFinished


class Sitting(Struct, frozen=True):
    """One try. ``answers`` are in the order of their ids; without ``begun`` nothing can be shown of it."""

    begun: ExamBegun | None = None
    answers: tuple[Answered, ...] = ()
    pauses: tuple[ExamPaused, ...] = ()
    finished: ExamFinished | None = None

    @property
    def given(self) -> dict[tuple[str, str], Answered]:
        """The newest answer to each (lesson, question)."""
        return {(answer.lesson, answer.question): answer for answer in self.answers}

    @property
    def touched(self) -> str:
        """The id of the newest thing done in it."""
        return max([self.begun.id if self.begun else "", *(event.id for event in (*self.answers, *self.pauses))])

    @property
    def elapsed(self) -> int:
        """Seconds that it has taken so far, as far as that was kept."""
        answers = [answer.elapsed for answer in self.answers]
        return max([*answers, *(pause.elapsed for pause in self.pauses), self.finished.elapsed if self.finished else 0])

    def after(self, event: ExamEvent) -> "Sitting":
        """With one more event, in whatever order they come."""
        match event:
            case ExamBegun():
                return replace(self, begun=event)
            case ExamFinished():  # two windows may both hand it in: the first one stands
                first = self.finished is None or event.id < self.finished.id
                return replace(self, finished=event) if first else self
            case ExamPaused():
                return replace(self, pauses=(max((*self.pauses, event), key=_by_length),))
            case Answered():
                answers = {answer.id: answer for answer in (*self.answers, event)}
                return replace(self, answers=tuple(answers[name] for name in sorted(answers)))

    def without(self, target: str) -> "Sitting":
        """As if the event ``target`` had not been."""
        return replace(
            self,
            begun=None if self.begun and self.begun.id == target else self.begun,
            answers=tuple(answer for answer in self.answers if answer.id != target),
            finished=None if self.finished and self.finished.id == target else self.finished,
        )


def _by_length(pause: ExamPaused) -> tuple[int, str]:
    return pause.elapsed, pause.id


class ExamProgress(Struct, frozen=True):
    """The newest sittings by their ids, and the best result that was ever handed in."""

    sittings: dict[str, Sitting] = {}
    best: ExamFinished | None = None

    def after(self, event: ExamEvent) -> "ExamProgress":
        """With one more event, in whatever order they come."""
        name = event.id if isinstance(event, ExamBegun) else event.exam
        sittings = self.sittings | {name: self.sittings.get(name, Sitting()).after(event)}
        newest = {name: sittings[name] for name in sorted(sittings)[-MOST_SITTINGS:]}
        return replace(self, sittings=newest, best=_better(self.best, event))

    def without(self, target: str) -> "ExamProgress":
        """As if the event ``target`` had not been. A result that was handed in stays the best there was."""
        return replace(self, sittings={name: sitting.without(target) for name, sitting in self.sittings.items()})

    def joined(self, other: "ExamProgress") -> "ExamProgress":
        """With what was done under another id of the module."""
        sittings = self.sittings | other.sittings
        in_order = {name: sittings[name] for name in sorted(sittings)}
        return replace(self, sittings=in_order, best=_better(self.best, other.best))

    @property
    def open(self) -> Sitting | None:
        """The newest sitting, if it was begun and not handed in."""
        known = [sitting for sitting in self.sittings.values() if sitting.begun]
        return known[-1] if known and known[-1].finished is None else None

    @property
    def results(self) -> tuple[Sitting, ...]:
        """The sittings that were handed in, the newest first."""
        done = [sitting for sitting in self.sittings.values() if sitting.begun and sitting.finished]
        return tuple(reversed(done))

    @property
    def passed(self) -> bool:
        """Whether it was ever passed."""
        return self.best is not None and self.best.passed

    def can_be_tried(self, exam: Exam, today: date) -> bool:
        """Whether the cool-down is over since a day before ``today``, the learner's day."""
        last = self.results[0].finished if self.results else None
        if last is None:
            return True
        until = Stamp(last.id, last.at + timedelta(hours=exam.cooldown), last.offset)
        return until.local().date() < today

    def next_try(self, exam: Exam, now: datetime) -> datetime | None:
        """From when on it can be tried again; None when that is now.

        A result from the future, which a clock that was set back leaves, holds nobody up.
        """
        last = self.results[0].finished if self.results else None
        if last is None or last.at > now:
            return None
        until = last.at + timedelta(hours=exam.cooldown)
        return until if now < until else None


def _better(first: ExamFinished | None, second: ExamEvent | None) -> ExamFinished | None:
    """The better result: a passed one, then the larger share of points, then the later."""
    if not isinstance(second, ExamFinished):
        return first
    return second if first is None or _worth(second) > _worth(first) else first


def _worth(result: ExamFinished) -> tuple[bool, float, str]:
    return result.passed, result.points / max(1, result.asked), result.id
