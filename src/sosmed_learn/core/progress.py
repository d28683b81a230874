"""Progress: what follows from the events, and nothing else. ``fold(events)`` rebuilds all of it at any time."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import reduce
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import (
    Answered,
    Event,
    Flagged,
    LessonFinished,
    Noted,
    SettingChanged,
    StepRead,
    Undone,
)
from sosmed_learn.core.question import AnyQuestion

LessonKey: TypeAlias = tuple[str, str]


class LessonProgress(Struct, frozen=True):
    """What was done in one lesson.

    ``read`` (step id to event id) and ``answers`` (question id to the newest answer) belong to the run under way: they
    start anew when the lesson has been finished, so a second time through is a real second time. ``past`` is how the
    lesson stood before its last finish, so that undoing the last answer of a run gives the run back.
    """

    read: dict[str, str] = {}
    answers: dict[str, Answered] = {}
    notes: dict[str, str] = {}
    flags: frozenset[str] = frozenset()
    finished: tuple[LessonFinished, ...] = ()
    touched: datetime | None = None
    past: "LessonProgress | None" = None

    @property
    def under_way(self) -> bool:
        """Begun and not finished."""
        return bool(self.read or self.answers)

    def answer(self, question: AnyQuestion) -> Answered | None:
        """The answer of this run that still counts: found under any id that the question has had, same revision."""
        for name in (question.id, *question.aliases):
            found = self.answers.get(name)
            if found and found.revision == question.revision:
                return found
        return None


class Progress(Struct, frozen=True):
    """All that the events say. ``apply`` gives the next value and never changes this one."""

    lessons: dict[LessonKey, LessonProgress] = {}
    settings: dict[str, str] = {}
    undone: frozenset[str] = frozenset()
    newest: str = ""
    """The largest id among the events: new ones have to sort behind it."""

    def lesson(self, modules: Sequence[str], lessons: Sequence[str]) -> LessonProgress:
        """The progress under all of the ids together: the current one first, then those that it had before."""
        known = (self.lessons.get((module, lesson)) for module in modules for lesson in lessons)
        return reduce(_joined, (lesson for lesson in known if lesson), LessonProgress())

    def apply(self, event: Event) -> "Progress":
        """Progress after one more event. Events that were undone before they arrived change nothing."""
        if event.id in self.undone:
            return self
        if event.id > self.newest:
            return replace(self, newest=event.id).apply(event)
        match event:
            case SettingChanged():
                return replace(self, settings=self.settings | {event.name: event.value})
            case Undone():
                return self._undo(event.target)
            case _:
                key = (event.module, event.lesson)
                before = self.lessons.get(key, LessonProgress())
                after = replace(_lesson_after(before, event), touched=event.at)
                return replace(self, lessons=self.lessons | {key: after})

    def _undo(self, target: str) -> "Progress":
        lessons = {key: _without(lesson, target) for key, lesson in self.lessons.items()}
        return replace(self, lessons=lessons, undone=self.undone | {target})


def fold(events: Iterable[Event]) -> Progress:
    """Progress after ``events``, whatever order they come in and however often one of them does."""
    progress = Progress()
    unique = {event.id: event for event in events}
    for event in sorted(unique.values(), key=lambda e: e.id):
        progress = progress.apply(event)
    return progress


def _lesson_after(
    lesson: LessonProgress, event: Answered | StepRead | LessonFinished | Noted | Flagged
) -> LessonProgress:
    match event:
        case Answered():
            return replace(lesson, answers=lesson.answers | {event.question: event})
        case StepRead():
            return replace(lesson, read=lesson.read | {event.step: event.id})
        case LessonFinished():
            return replace(
                lesson, read={}, answers={}, finished=(*lesson.finished, event), past=replace(lesson, past=None)
            )
        case Noted():
            kept = {step: text for step, text in lesson.notes.items() if step != event.step}
            return replace(lesson, notes=kept | {event.step: event.text} if event.text else kept)
        case Flagged():
            rest = lesson.flags - {event.step}
            return replace(lesson, flags=rest | {event.step} if event.flagged else rest)


def _joined(now: LessonProgress, before: LessonProgress) -> LessonProgress:
    """A lesson's progress under its id of now and one of before; what the last finish of either closed stays closed."""
    finished = tuple(sorted((*now.finished, *before.finished), key=lambda f: f.id))
    last = finished[-1].id if finished else ""
    answers = sorted((*now.answers.values(), *before.answers.values()), key=lambda a: a.id)
    return replace(
        now,
        read={step: event for step, event in (before.read | now.read).items() if event > last},
        answers={answer.question: answer for answer in answers if answer.id > last},
        notes=before.notes | now.notes,
        flags=before.flags | now.flags,
        finished=finished,
        touched=max((moment for moment in (now.touched, before.touched) if moment), default=None),
    )


def _without(lesson: LessonProgress, target: str) -> LessonProgress:
    """The lesson as if the event ``target`` had not been; what was done since stays."""
    past = _without(lesson.past, target) if lesson.past else None
    if lesson.finished and lesson.finished[-1].id == target and past:
        return replace(
            past,
            read=past.read | lesson.read,
            answers=past.answers | lesson.answers,
            notes=lesson.notes,
            flags=lesson.flags,
            touched=lesson.touched,
        )
    return replace(
        lesson,
        past=past,
        read={step: event for step, event in lesson.read.items() if event != target},
        answers={question: answer for question, answer in lesson.answers.items() if answer.id != target},
        finished=tuple(finish for finish in lesson.finished if finish.id != target),
    )
