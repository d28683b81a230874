"""Progress: what follows from the events, and nothing else. ``fold(events)`` rebuilds all of it at any time."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import (
    Answered,
    DiagnosisBegun,
    DiagnosisEnded,
    Event,
    ExamBegun,
    ExamFinished,
    ExamPaused,
    Looked,
    ScenarioMoved,
    SettingChanged,
    Undone,
)
from sosmed_learn.core.examprogress import ExamProgress
from sosmed_learn.core.lessonprogress import Done, LessonProgress, joined, lesson_after, met_in, united, without
from sosmed_learn.core.mapping.sittings import DiagnosisEvent, Sitting, sittings_after
from sosmed_learn.core.reviews import Review, Reviews, day_number, review_of

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)

GOAL = "goal"
"""The setting: on how many days a week the learner wants to do something."""

LessonKey: TypeAlias = tuple[str, str]


class Progress(Struct, frozen=True):
    """All that the events say. ``apply`` gives the next value and never changes this one.

    ``asked`` are the reviews of each question by its lesson, those that were undone since among them, and
    ``diagnoses`` the newest by the events that began them. ``days`` are the learner's own days, counted
    from 1970, on which anything was done. ``goals`` are the goals of days a week by the day on which each was set: a
    week is seen by the goal that it had.
    """

    lessons: dict[LessonKey, LessonProgress] = {}
    exams: dict[str, ExamProgress] = {}
    diagnoses: dict[str, Sitting] = {}
    asked: dict[LessonKey, dict[str, Reviews]] = {}
    days: frozenset[int] = frozenset()
    settings: dict[str, str] = {}
    goals: dict[int, str] = {}
    undone: frozenset[str] = frozenset()
    newest: str = ""
    """The largest id among the events: new ones have to sort behind it."""

    def lesson(self, modules: Sequence[str], lessons: Sequence[str]) -> LessonProgress:
        """The progress under all of the ids together: the current one first, then those that it had before."""
        known = (self.lessons.get((module, lesson)) for module in modules for lesson in lessons)
        return reduce(joined, (lesson for lesson in known if lesson), LessonProgress())

    def exam(self, modules: Sequence[str]) -> ExamProgress:
        """How the exams of a module went, under all of its ids together."""
        known = (self.exams[module] for module in modules if module in self.exams)
        return reduce(ExamProgress.joined, known, ExamProgress())

    def packed_reviews(
        self, modules: Sequence[str], lessons: Sequence[str], questions: Sequence[str]
    ) -> tuple[Reviews, ...]:
        """The reviews under each id that a question has had, as they are kept: the same objects until one is added."""
        known = (self.asked.get((module, lesson)) for module in modules for lesson in lessons)
        return tuple(kept[question] for kept in known if kept for question in questions if question in kept)

    def answers(self, modules: Sequence[str], lessons: Sequence[str], questions: Sequence[str]) -> tuple[Review, ...]:
        """All answers to a question under all of its ids together that were not undone, in their order."""
        kept = self.packed_reviews(modules, lessons, questions)
        return tuple(sorted((one for each in kept for one in each.all() if one.id not in self.undone), key=_review_id))

    def reviews(self, modules: Sequence[str], lessons: Sequence[str], questions: Sequence[str]) -> tuple[Review, ...]:
        """Those of them that say something about memory."""
        return tuple(one for one in self.answers(modules, lessons, questions) if one.counts_for_memory)

    def apply(self, event: Event) -> "Progress":
        """Progress after one more event. Events that were undone before they arrived change nothing.

        But what was met in a scenario stays met, whether its move is undone before or after it arrives.
        """
        if event.id > self.newest:
            return replace(self, newest=event.id).apply(event)
        match event:
            case SettingChanged():
                return self._set(event)
            case Undone():
                return self._undo(event.target)
        after = self._left_by(event) if event.id in self.undone else self._happened(event)
        if isinstance(event, DiagnosisBegun | DiagnosisEnded | ExamBegun | ExamPaused):
            return after  # to open one and to leave it is to have done nothing yet: its answers count
        # A day counts even where all that was done on it is undone: somebody was there.
        day = _day_of(event)
        return after if day in after.days else replace(after, days=after.days | {day})

    def _set(self, event: SettingChanged) -> "Progress":
        goals = self.goals | {_day_of(event): event.value} if event.name == GOAL else self.goals
        return replace(self, settings=self.settings | {event.name: event.value}, goals=goals)

    def _happened(self, event: "_Deed") -> "Progress":
        match event:
            case Looked():
                return self
            case ExamBegun() | ExamPaused() | ExamFinished():
                return self._examined(event)
            case DiagnosisBegun() | DiagnosisEnded():
                return self._diagnosed(event)
            case Answered() if event.diagnosis or event.exam:
                return self._diagnosed(event) if event.diagnosis else self._examined(event)
        return self._done(event)

    def _done(self, event: Done) -> "Progress":
        key = (event.module, event.lesson)
        before = self.lessons.get(key, LessonProgress())
        after = replace(lesson_after(before, event), touched=max(before.touched, event.id))
        return replace(self, lessons=self.lessons | {key: after}, asked=_asked_after(self.asked, event))

    def _left_by(self, event: Event) -> "Progress":
        """What an undone event leaves, the same whether it was undone before it arrived or after."""
        match event:
            case ScenarioMoved():
                return self._met(event)
            case Answered():  # which reviews were undone is seen when they are read
                return replace(self, asked=_asked_after(self.asked, event))
        return self

    def _met(self, event: ScenarioMoved) -> "Progress":
        key = (event.module, event.lesson)
        before = self.lessons.get(key, LessonProgress())
        after = replace(before, tried=united(before.tried, met_in(event)))
        return replace(self, lessons=self.lessons | {key: after})

    def _examined(self, event: ExamBegun | ExamPaused | ExamFinished | Answered) -> "Progress":
        after = self.exams.get(event.module, ExamProgress()).after(event)
        return replace(self, exams=self.exams | {event.module: after}, asked=_asked_after(self.asked, event))

    def _diagnosed(self, event: DiagnosisEvent) -> "Progress":
        return replace(self, diagnoses=sittings_after(self.diagnoses, event), asked=_asked_after(self.asked, event))

    def _undo(self, target: str) -> "Progress":
        lessons = {key: without(lesson, target) for key, lesson in self.lessons.items()}
        exams = {module: exam.without(target) for module, exam in self.exams.items()}
        diagnoses = {name: sitting.without(target) for name, sitting in self.diagnoses.items()}
        return replace(self, lessons=lessons, exams=exams, diagnoses=diagnoses, undone=self.undone | {target})


def _day_of(event: Event) -> int:
    """The learner's own day of an event, counted from 1970."""
    return day_number((event.at - _EPOCH) // _SECOND, event.offset)


def fold(events: Iterable[Event], progress: Progress | None = None) -> Progress:
    """Progress after ``events``, whatever order they come in and however often one of them does.

    With ``progress``, what follows when all of them come after what is in it already.
    """
    progress = progress or Progress()
    unique = {event.id: event for event in events}
    for event in sorted(unique.values(), key=lambda e: e.id):
        progress = progress.apply(event)
    return progress


_Deed: TypeAlias = Done | ExamBegun | ExamPaused | ExamFinished | DiagnosisBegun | DiagnosisEnded | Looked


_Asked: TypeAlias = dict[LessonKey, dict[str, Reviews]]


def _asked_after(asked: _Asked, event: Event) -> _Asked:
    if not isinstance(event, Answered):
        return asked
    review = review_of(event)
    key, question = (event.module, event.lesson), event.question
    lesson = asked.get(key, {})
    return asked | {key: lesson | {question: lesson.get(question, Reviews()).after(review)}}


def _review_id(review: Review) -> str:
    return review.id
