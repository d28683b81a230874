"""What was done in one lesson, as it follows from the events: part of ``progress``."""

from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import (
    Answered,
    Disputed,
    Event,
    Flagged,
    LessonFinished,
    LessonPassed,
    Noted,
    ScenarioMoved,
    StepRead,
    TaskChecked,
    TaskSaved,
)
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.task import Task
from sosmed_learn.core.taskwork import TaskProgress, under_any_id

MOST_FINISHES = 8
"""Of older finishes nothing follows, and a lesson may be done a thousand times."""

MOST_ACTS = 8
"""Answers to one question in two runs: enough for every undo that anybody makes."""

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
    ``touched`` is the id of the newest event, which tells more than its time does: a clock can be set back. ``passed``
    is the newest test by which the lesson was passed without going through it.
    """

    acts: tuple[Act, ...] = ()
    finished: tuple[LessonFinished, ...] = ()
    noted: dict[str, Noted] = {}
    flagged: dict[str, Flagged] = {}
    disputed: dict[str, Disputed] = {}
    tried: dict[str, frozenset[str]] = {}
    tasks: dict[str, TaskProgress] = {}
    touched: str = ""
    passed: LessonPassed | None = None

    @property
    def done(self) -> bool:
        """Whether it was gone through once, or need not be."""
        return bool(self.finished) or self.passed is not None

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


Done: TypeAlias = Act | TaskSaved | TaskChecked | LessonFinished | LessonPassed | Noted | Flagged | Disputed


def lesson_after(lesson: LessonProgress, event: Done) -> LessonProgress:  # noqa: PLR0911 - one for each kind
    """The lesson after one more event, in whatever order they come."""
    match event:
        case Answered(practice=True):
            return lesson
        case Answered() | StepRead() | ScenarioMoved():
            met = met_in(event) if isinstance(event, ScenarioMoved) else {}
            tried = united(lesson.tried, met) if met else lesson.tried
            return replace(lesson, acts=_without_old(_with(lesson.acts, event), event), tried=tried)
        case TaskSaved() | TaskChecked():
            work = lesson.tasks.get(event.task, TaskProgress()).after(event)
            return replace(lesson, tasks=lesson.tasks | {event.task: work})
        case LessonFinished():
            finished = _with(lesson.finished, event)[-MOST_FINISHES:]
            return replace(lesson, acts=_of_last_two_runs(lesson.acts, finished), finished=finished)
        case LessonPassed():
            newest = lesson.passed is None or lesson.passed.id < event.id
            return replace(lesson, passed=event) if newest else lesson
        case Noted():
            return replace(lesson, noted=_newest(lesson.noted, {event.step: event}))
        case Flagged():
            return replace(lesson, flagged=_newest(lesson.flagged, {event.step: event}))
        case Disputed():
            return replace(lesson, disputed=_newest(lesson.disputed, {event.step: event}))


def met_in(event: ScenarioMoved) -> dict[str, frozenset[str]]:
    """The replies and the ending that the learner has come to with this move, by their scenario."""
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


def united(first: dict[str, frozenset[str]], second: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """What was met in either, by scenario."""
    return first | {name: first.get(name, frozenset()) | met for name, met in second.items()}


def joined(now: LessonProgress, before: LessonProgress) -> LessonProgress:
    """A lesson's progress under its id of now and one of before; what the last finish of either closed stays closed."""
    return LessonProgress(
        acts=tuple(sorted((*now.acts, *before.acts), key=_by_id)),
        finished=tuple(sorted((*now.finished, *before.finished), key=_by_id)),
        noted=_newest(now.noted, before.noted),
        flagged=_newest(now.flagged, before.flagged),
        disputed=_newest(now.disputed, before.disputed),
        tried=united(now.tried, before.tried),
        tasks=now.tasks
        | {name: now.tasks.get(name, TaskProgress()).joined(work) for name, work in before.tasks.items()},
        touched=max(now.touched, before.touched),
        passed=max((each for each in (now.passed, before.passed) if each), key=_by_id, default=None),
    )


def without(lesson: LessonProgress, target: str) -> LessonProgress:
    """The lesson as if the event ``target`` had not been; what was done since stays.

    Without its last finish, a lesson is in the run that it closed.
    """
    return replace(
        lesson,
        acts=tuple(act for act in lesson.acts if act.id != target),
        finished=tuple(finish for finish in lesson.finished if finish.id != target),
        tasks={name: work.without(target) for name, work in lesson.tasks.items()},
        passed=None if lesson.passed and lesson.passed.id == target else lesson.passed,
    )
