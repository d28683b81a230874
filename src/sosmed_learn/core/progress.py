"""Progress: what follows from the events, and nothing else. ``fold(events)`` rebuilds all of it at any time."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import (
    Answered,
    Disputed,
    Event,
    ExamBegun,
    ExamFinished,
    ExamPaused,
    Flagged,
    LessonFinished,
    Noted,
    ScenarioMoved,
    SettingChanged,
    StepRead,
    TaskChecked,
    TaskSaved,
    Undone,
)
from sosmed_learn.core.examprogress import ExamProgress
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.reviews import Review, Reviews, review_of
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.task import Task
from sosmed_learn.core.taskwork import TaskProgress, under_any_id

MOST_FINISHES = 8
"""Of older finishes nothing follows, and a lesson may be done a thousand times."""

MOST_ACTS = 8
"""Answers to one question in two runs: enough for every undo that anybody makes."""

LessonKey: TypeAlias = tuple[str, str]


Act: TypeAlias = Answered | StepRead | ScenarioMoved
_E = TypeVar("_E", bound=Answered | StepRead | ScenarioMoved | LessonFinished)
_W = TypeVar("_W", Noted, Flagged, Disputed)


class LessonProgress(Struct, frozen=True):
    """What was done in one lesson.

    ``acts`` are the answers, read steps and scenario moves of the run under way and of the one before, and
    ``finished`` the newest that closed a run, all in the order of their ids. ``noted``, ``flagged`` and ``disputed``
    hold the newest word on each step.
    ``tried`` are the replies and endings of each scenario that the learner has ever come to, in any run, and ``tasks``
    what was written and checked in each task, in any run too: a document is not begun anew.
    ``touched`` is the id of the newest event, which tells more than its time does: a clock can be set back.
    """

    acts: tuple[Act, ...] = ()
    finished: tuple[LessonFinished, ...] = ()
    noted: dict[str, Noted] = {}
    flagged: dict[str, Flagged] = {}
    disputed: dict[str, Disputed] = {}
    tried: dict[str, frozenset[str]] = {}
    tasks: dict[str, TaskProgress] = {}
    touched: str = ""

    @property
    def run(self) -> tuple[Act, ...]:
        """What was done since the last finish: a second time through is a real second time."""
        return tuple(act for act in self.acts if act.id > self._last_finish)

    @property
    def _last_finish(self) -> str:
        return self.finished[-1].id if self.finished else ""

    @property
    def under_way(self) -> bool:
        """Begun and not finished."""
        return bool(self.run) or any(work.checked_since(self._last_finish) for work in self.tasks.values())

    @property
    def past(self) -> "LessonProgress | None":
        """How the lesson stood right before its last finish; None when it has never been finished."""
        if not self.finished:
            return None
        *others, last = self.finished
        acts = tuple(act for act in self.acts if act.id < last.id)
        tasks = {name: work.before(last.id) for name, work in self.tasks.items()}
        return replace(self, acts=acts, finished=tuple(others), tasks=tasks)

    @property
    def read(self) -> frozenset[str]:
        """The text steps that were read in this run."""
        return frozenset(act.step for act in self.run if isinstance(act, StepRead))

    @property
    def answers(self) -> dict[str, Answered]:
        """The newest answer of this run to each question; an undone one gives way to the one before it."""
        return {act.question: act for act in self.run if isinstance(act, Answered) and not act.practice}

    def moved(self, scenario: Scenario) -> ScenarioMoved | None:
        """Where this run's way through the scenario stands, found under any id that it has had."""
        moves = {act.scenario: act for act in self.run if isinstance(act, ScenarioMoved)}
        return next((moves[name] for name in (scenario.id, *scenario.aliases) if name in moves), None)

    def tried_in(self, scenario: Scenario) -> frozenset[str]:
        """The ids of all replies and endings that the learner has come to, under any id of the scenario."""
        return frozenset().union(*(self.tried.get(name, ()) for name in (scenario.id, *scenario.aliases)))

    def work(self, task: Task) -> TaskProgress:
        """What was written and checked, under any id of the task."""
        return under_any_id(self.tasks, task)

    def checked(self, task: Task) -> bool:
        """Whether the task was checked, or put off, in this run."""
        return self.work(task).checked_since(self._last_finish)

    @property
    def notes(self) -> dict[str, str]:
        """The learner's notes by step."""
        return {step: note.text for step, note in self.noted.items() if note.text}

    @property
    def flags(self) -> frozenset[str]:
        """The steps that the learner has reported."""
        return frozenset(step for step, flag in self.flagged.items() if flag.flagged)

    @property
    def disputes(self) -> frozenset[str]:
        """The answers, by their events, that the learner holds to be right after all."""
        return frozenset(dispute.answer for dispute in self.disputed.values() if dispute.disputed)

    def answer(self, question: AnyQuestion) -> Answered | None:
        """The answer of this run that still counts: found under any id that the question has had, same revision."""
        return next((answer for answer in self._answers_to(question) if answer.revision == question.revision), None)

    def outdated(self, question: AnyQuestion) -> bool:
        """Whether it was answered in this run, but its author has changed its meaning since."""
        return self.answer(question) is None and bool(self._answers_to(question))

    def _answers_to(self, question: AnyQuestion) -> list[Answered]:
        answers = self.answers
        return [answers[name] for name in (question.id, *question.aliases) if name in answers]


class Progress(Struct, frozen=True):
    """All that the events say. ``apply`` gives the next value and never changes this one.

    ``asked`` are the reviews of each question by its lesson, those that were undone since among them.
    """

    lessons: dict[LessonKey, LessonProgress] = {}
    exams: dict[str, ExamProgress] = {}
    asked: dict[LessonKey, dict[str, Reviews]] = {}
    settings: dict[str, str] = {}
    undone: frozenset[str] = frozenset()
    newest: str = ""
    """The largest id among the events: new ones have to sort behind it."""

    def lesson(self, modules: Sequence[str], lessons: Sequence[str]) -> LessonProgress:
        """The progress under all of the ids together: the current one first, then those that it had before."""
        known = (self.lessons.get((module, lesson)) for module in modules for lesson in lessons)
        return reduce(_joined, (lesson for lesson in known if lesson), LessonProgress())

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

    def reviews(self, modules: Sequence[str], lessons: Sequence[str], questions: Sequence[str]) -> tuple[Review, ...]:
        """The reviews of a question under all of its ids together that still count, in their order."""
        kept = self.packed_reviews(modules, lessons, questions)
        return tuple(sorted((one for each in kept for one in each.all() if one.id not in self.undone), key=_review_id))

    def apply(self, event: Event) -> "Progress":
        """Progress after one more event. Events that were undone before they arrived change nothing.

        But what was met in a scenario stays met, whether its move is undone before or after it arrives.
        """
        if event.id in self.undone:
            return self._left_by(event)
        if event.id > self.newest:
            return replace(self, newest=event.id).apply(event)
        match event:
            case SettingChanged():
                return replace(self, settings=self.settings | {event.name: event.value})
            case Undone():
                return self._undo(event.target)
            case ExamBegun() | ExamPaused() | ExamFinished():
                return self._examined(event)
        return self._examined(event) if isinstance(event, Answered) and event.exam else self._done(event)

    def _done(self, event: "_Done") -> "Progress":
        key = (event.module, event.lesson)
        before = self.lessons.get(key, LessonProgress())
        after = replace(_lesson_after(before, event), touched=max(before.touched, event.id))
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
        after = replace(before, tried=_united(before.tried, _met_in(event)))
        return replace(self, lessons=self.lessons | {key: after})

    def _examined(self, event: ExamBegun | ExamPaused | ExamFinished | Answered) -> "Progress":
        after = self.exams.get(event.module, ExamProgress()).after(event)
        return replace(self, exams=self.exams | {event.module: after}, asked=_asked_after(self.asked, event))

    def _undo(self, target: str) -> "Progress":
        lessons = {key: _without(lesson, target) for key, lesson in self.lessons.items()}
        exams = {module: exam.without(target) for module, exam in self.exams.items()}
        return replace(self, lessons=lessons, exams=exams, undone=self.undone | {target})


def fold(events: Iterable[Event], progress: Progress | None = None) -> Progress:
    """Progress after ``events``, whatever order they come in and however often one of them does.

    With ``progress``, what follows when all of them come after what is in it already.
    """
    progress = progress or Progress()
    unique = {event.id: event for event in events}
    for event in sorted(unique.values(), key=lambda e: e.id):
        progress = progress.apply(event)
    return progress


_Done: TypeAlias = Act | TaskSaved | TaskChecked | LessonFinished | Noted | Flagged | Disputed


_Asked: TypeAlias = dict[LessonKey, dict[str, Reviews]]


def _asked_after(asked: _Asked, event: Event) -> _Asked:
    if not isinstance(event, Answered) or (review := review_of(event)) is None:
        return asked
    key, question = (event.module, event.lesson), event.question
    lesson = asked.get(key, {})
    return asked | {key: lesson | {question: lesson.get(question, Reviews()).after(review)}}


def _lesson_after(lesson: LessonProgress, event: _Done) -> LessonProgress:  # noqa: PLR0911 - one for each kind
    match event:
        case Answered(practice=True):
            return lesson
        case Answered() | StepRead() | ScenarioMoved():
            met = _met_in(event) if isinstance(event, ScenarioMoved) else {}
            tried = _united(lesson.tried, met) if met else lesson.tried
            return replace(lesson, acts=_without_old(_with(lesson.acts, event), event), tried=tried)
        case TaskSaved() | TaskChecked():
            work = lesson.tasks.get(event.task, TaskProgress()).after(event)
            return replace(lesson, tasks=lesson.tasks | {event.task: work})
        case LessonFinished():
            finished = _with(lesson.finished, event)[-MOST_FINISHES:]
            return replace(lesson, acts=_of_last_two_runs(lesson.acts, finished), finished=finished)
        case Noted():
            return replace(lesson, noted=_newest(lesson.noted, {event.step: event}))
        case Flagged():
            return replace(lesson, flagged=_newest(lesson.flagged, {event.step: event}))
        case Disputed():
            return replace(lesson, disputed=_newest(lesson.disputed, {event.step: event}))


def _met_in(event: ScenarioMoved) -> dict[str, frozenset[str]]:
    return {event.scenario: frozenset((*event.path, *([event.ending] if event.ending else [])))}


def _with(events: tuple[_E, ...], event: _E) -> tuple[_E, ...]:
    """``events`` and ``event``, once, in the order of their ids; nearly always it is the newest."""
    if not events or events[-1].id < event.id:
        return (*events, event)
    if any(other.id == event.id for other in events):
        return events
    return tuple(sorted((*events, event), key=_by_id))


def _by_id(event: Event) -> str:
    return event.id


def _review_id(review: Review) -> str:
    return review.id


def _without_old(acts: tuple[Act, ...], newest: Act) -> tuple[Act, ...]:
    """Without the oldest act on the same step when there are too many: a run that is never finished stays small."""
    alike = [act for act in acts if _step(act) == _step(newest)]
    if len(alike) <= MOST_ACTS:
        return acts
    return tuple(act for act in acts if act is not alike[0])


def _step(act: Act) -> str:
    match act:
        case Answered():
            return act.question
        case ScenarioMoved():
            return act.scenario
        case StepRead():
            return act.step


def _of_last_two_runs(acts: tuple[Act, ...], finished: tuple[LessonFinished, ...]) -> tuple[Act, ...]:
    """Without what the finish before the last closed: only the last finish can be taken back."""
    closed = finished[-2].id if len(finished) > 1 else ""
    return tuple(act for act in acts if act.id > closed)


def _newest(first: dict[str, _W], second: dict[str, _W]) -> dict[str, _W]:
    """The newer word on each step."""
    return first | {step: event for step, event in second.items() if step not in first or first[step].id < event.id}


def _united(first: dict[str, frozenset[str]], second: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    return first | {name: first.get(name, frozenset()) | met for name, met in second.items()}


def _joined(now: LessonProgress, before: LessonProgress) -> LessonProgress:
    """A lesson's progress under its id of now and one of before; what the last finish of either closed stays closed."""
    return LessonProgress(
        acts=tuple(sorted((*now.acts, *before.acts), key=_by_id)),
        finished=tuple(sorted((*now.finished, *before.finished), key=_by_id)),
        noted=_newest(now.noted, before.noted),
        flagged=_newest(now.flagged, before.flagged),
        disputed=_newest(now.disputed, before.disputed),
        tried=_united(now.tried, before.tried),
        tasks=now.tasks
        | {name: now.tasks.get(name, TaskProgress()).joined(work) for name, work in before.tasks.items()},
        touched=max(now.touched, before.touched),
    )


def _without(lesson: LessonProgress, target: str) -> LessonProgress:
    """The lesson as if the event ``target`` had not been; what was done since stays.

    Without its last finish, a lesson is in the run that it closed.
    """
    return replace(
        lesson,
        acts=tuple(act for act in lesson.acts if act.id != target),
        finished=tuple(finish for finish in lesson.finished if finish.id != target),
        tasks={name: work.without(target) for name, work in lesson.tasks.items()},
    )
