"""One sitting with a lesson, as a step machine: each act gives the next session and, where it counts, an event.

Nothing is saved or drawn here, and nothing waits: who calls decides when the event is safe and what to show.
"""

from typing import Self, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.drilling import Retries, is_drawn, once_more, put_last, tries_left
from sosmed_learn.core.events import (
    Answered,
    Confidence,
    LessonFinished,
    ScenarioMoved,
    Stamp,
    StepRead,
    TaskChecked,
    TaskSaved,
    Undone,
)
from sosmed_learn.core.given import Given, answer_to
from sosmed_learn.core.grading import Response, Verdict
from sosmed_learn.core.module import Lesson, QuestionStep, ScenarioStep, Step, TaskStep, TextStep
from sosmed_learn.core.playthrough import Playthrough, play_path
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.task import Task
from sosmed_learn.core.taskwork import TaskProgress

_T = TypeVar("_T")


class Drill(Struct, frozen=True):
    """A question that was answered already, once more: with other numbers for practice, or as it was for another try.
    It changes no result.
    """

    question: AnyQuestion
    given: Given | None = None


class Session(Struct, frozen=True):
    """Where the learner is in a lesson. ``at`` counts steps from 0; at ``len(lesson.steps)`` the lesson is over.

    ``changed`` are the questions that were answered before their author changed what they ask. ``paths`` are the ways
    taken in scenarios, ``ended`` those in which an ending was reached, and ``tried`` what was ever met in each.
    ``tasks`` is how far each task is, ``checked`` those that were checked or put off in this run. With a ``drill``, the
    question on screen is asked once more; a ``rehearsal`` is made of the questions that went wrong, each of which comes
    back at its end until it is right or no try is left. Neither changes a result. ``retries`` are the tries after the
    first; practice with other numbers is none.
    """

    module: str
    lesson: Lesson
    at: int = 0
    read: frozenset[str] = frozenset()
    given: dict[str, Given] = {}
    hints: dict[str, int] = {}
    changed: frozenset[str] = frozenset()
    paths: dict[str, tuple[str, ...]] = {}
    ended: frozenset[str] = frozenset()
    tried: dict[str, frozenset[str]] = {}
    tasks: dict[str, TaskProgress] = {}
    checked: frozenset[str] = frozenset()
    drill: Drill | None = None
    rehearsal: bool = False
    retries: Retries = Retries()

    @property
    def over(self) -> bool:
        return self.at >= len(self.lesson.steps)

    @property
    def step(self) -> Step:
        """The step on screen; the last one when the lesson is over."""
        return self.lesson.steps[min(self.at, len(self.lesson.steps) - 1)]

    @property
    def question(self) -> AnyQuestion | None:
        """The question on screen, if it is one; for practice, with the numbers of that draw."""
        if self.drill is not None:
            return self.drill.question
        return self.step.question if isinstance(self.step, QuestionStep) else None

    @property
    def story(self) -> Playthrough | None:
        """The scenario on screen as far as it has been played, if it is one."""
        step = self.step
        return play_path(step.scenario, self.paths.get(step.id, ())) if isinstance(step, ScenarioStep) else None

    @property
    def task(self) -> Task | None:
        """The task on screen, if it is one."""
        return self.step.task if isinstance(self.step, TaskStep) else None

    @property
    def answered(self) -> Given | None:
        """The answer to the question on screen, if there is one."""
        if self.drill is not None:
            return self.drill.given
        return self.given.get(self.step.id)

    @property
    def hints_open(self) -> int:
        return self.hints.get(self.step.id, 0)

    def done(self, step: Step) -> bool:
        name = step.id
        return name in self.given or name in self.read or name in self.ended or name in self.checked

    def hint(self) -> Self:
        """One more hint open, if there is one and it can still help."""
        question = self.question
        if question is None or self.answered or self.hints_open >= len(question.hints):
            return self
        return replace(self, hints=self.hints | {question.id: self.hints_open + 1})

    def back(self) -> Self:
        """One step back; what was done stays done."""
        return replace(self, at=max(0, self.at - 1), drill=None)

    @property
    def can_drill(self) -> bool:
        """Whether the question on screen can be asked once more with other numbers."""
        question = self.question
        return question is not None and is_drawn(question) and self.answered is not None

    def practise(self, chance: str) -> Self:
        """The question on screen once more with other numbers, which follow from ``chance``."""
        question = self.question
        if question is None or not self.can_drill:
            return self
        drill = Drill(once_more(question, chance))
        return replace(self, drill=drill, hints=_without(self.hints, question.id))

    @property
    def can_retry(self) -> bool:
        """Whether the question on screen went wrong and can be tried again as it is. A first guess is made once, and
        what is wrong in a rehearsal comes back by itself.
        """
        question, given = self.question, self.answered
        if question is None or given is None or given.verdict.correct or self.rehearsal:
            return False
        return not question.pretest and not is_drawn(question) and self.tries_left(question) != 0

    def retry(self) -> Self:
        """The question on screen once more as it is, with the hints that were open."""
        question = self.question
        return replace(self, drill=Drill(question)) if question is not None and self.can_retry else self

    def tries_made(self, question: AnyQuestion) -> int:
        """How often the question was answered in this run; in a rehearsal, the answer that led to it counts."""
        first = self.rehearsal or question.id in self.given
        return first + self.retries.of(question)

    def tries_left(self, question: AnyQuestion) -> int | None:
        """How often it can be answered still; None where its author sets no limit."""
        return tries_left(question, self.tries_made(question))

    @property
    def try_number(self) -> int | None:
        """Which try at the question on screen its answer is, or would be; None where other numbers are practised."""
        question = self.question
        if question is None or (self.drill is not None and is_drawn(question)):
            return None
        if self.drill is None and not self.rehearsal:
            return 1
        return self.tries_made(question) + (self.answered is None)

    def comes_back(self, step: Step) -> bool:
        """Whether the question went wrong in this rehearsal and is to be asked again at its end."""
        given = self.given.get(step.id)
        if not (self.rehearsal and given and isinstance(step, QuestionStep)):
            return False
        return not given.verdict.correct and self.tries_left(step.question) != 0

    def forward(self, stamp: Stamp) -> tuple[Self, StepRead | LessonFinished | None]:
        """One step on. Leaving a text marks it as read; a question must be answered first, a scenario ended and a task
        checked or put off. In a rehearsal, what went wrong moves to the end, with other numbers where there are any.

        Past the last step the lesson is over: finish it with ``finish``.
        """
        step = self.step
        if self.over or (not isinstance(step, TextStep) and not self.done(step)):
            return self, None
        if self.comes_back(step):
            lesson = put_last(self.lesson, self.at, stamp.id)
            given, hints = _without(self.given, step.id), _without(self.hints, step.id)
            return replace(self, lesson=lesson, given=given, hints=hints, drill=None), None
        moved = replace(self, at=self.at + 1, drill=None)
        if self.done(step):
            return moved, None
        event = StepRead(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=self.module, lesson=self.lesson.id, step=step.id
        )
        return replace(moved, read=self.read | {step.id}), event

    def put_off(self, stamp: Stamp) -> tuple[Self, TaskChecked]:
        """Leave the task on screen for later; it stays open. Raises ``ValueError`` when there is none."""
        if self.task is None:
            message = f"no task at step {self.at} of {self.lesson.id}"
            raise ValueError(message)
        event = TaskChecked(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=self.module, lesson=self.lesson.id,
            task=self.task.id, later=True,
        )  # fmt: skip
        return self.worked(event), event

    def worked(self, event: TaskSaved | TaskChecked) -> Self:
        """The session after something was done on a task's worksheet."""
        work = self.tasks.get(event.task, TaskProgress()).after(event)
        session = replace(self, tasks=self.tasks | {event.task: work})
        if isinstance(event, TaskSaved) or event.again:
            return session
        return replace(session, checked=self.checked | {event.task})

    def choose(self, reply: str, stamp: Stamp) -> tuple[Self, ScenarioMoved]:
        """Take a reply in the scenario on screen. Raises ``ValueError`` when it is not offered there."""
        story = self.story
        if story is None:
            message = f"no scenario at step {self.at} of {self.lesson.id}"
            raise ValueError(message)
        return self._moved(story.choose(reply), stamp)

    def rewind(self, turns: int, stamp: Stamp) -> tuple[Self, ScenarioMoved | None]:
        """Go back in the scenario on screen to before the choice at that position; nothing happens at its beginning."""
        story = self.story
        if story is None or turns >= len(story.turns):
            return self, None
        return self._moved(story.back_to(turns), stamp)

    def _moved(self, story: Playthrough, stamp: Stamp) -> tuple[Self, ScenarioMoved]:
        name, path = story.scenario.id, story.path
        ending = story.node.id if story.over else None
        event = ScenarioMoved(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=self.module, lesson=self.lesson.id, scenario=name,
            path=path, ending=ending, ended=ending is not None or name in self.ended,
        )  # fmt: skip
        met = frozenset((*path, *([ending] if ending else [])))
        session = replace(
            self,
            paths=self.paths | {name: path},
            ended=self.ended | {name} if ending else self.ended,
            tried=self.tried | {name: self.tried.get(name, frozenset()) | met},
        )
        return session, event

    def answer(
        self, response: Response, stamp: Stamp, confidence: Confidence | None = None, seconds: int = 0
    ) -> tuple[Self, Verdict, Answered]:
        """Answer the question on screen, as sure as the learner said to be, after so many seconds.

        Raises ``ValueError`` when there is none or it was answered already: the front ends do not offer it then.
        """
        question = self.question
        if question is None or self.answered:
            message = f"nothing to answer at step {self.at} of {self.lesson.id}"
            raise ValueError(message)
        given, event = answer_to(question, response, stamp, (self.module, self.lesson.id), confidence)
        practice = self.drill is not None or self.rehearsal
        event = replace(event, hints=self.hints_open, practice=practice, seconds=seconds)
        session = self._counted(question, stamp.id)
        if self.drill is not None:
            return replace(session, drill=replace(self.drill, given=given)), given.verdict, event
        return replace(session, given=self.given | {question.id: given}), given.verdict, event

    def _counted(self, question: AnyQuestion, event: str) -> Self:
        """With one try more, if the answer ``event`` is one: neither a first answer nor practice with other numbers."""
        if not (self.rehearsal if self.drill is None else not is_drawn(question)):
            return self
        return replace(self, retries=self.retries.with_one(question, event))

    @property
    def undoable(self) -> str | None:
        """The question whose answer can be taken back from here: the one on screen, or the newest if that was left just
        now. Never one that the learner cannot be thinking of.
        """
        if self.drill is not None:
            return self.step.id if self.drill.given else None
        if self.answered and not self.over:
            return self.step.id
        if not self.given:
            return None
        newest = max(self.given, key=lambda name: self.given[name].event)
        before = self.lesson.steps[self.at - 1].id if self.at else None
        retried = self.retries.since(self.given[newest].event)
        return newest if self.over or (newest == before and not retried) else None

    def undo(self, stamp: Stamp) -> tuple[Self, Undone | None]:
        """Take back the answer of ``undoable`` and stand before its question again."""
        question = self.undoable
        if question is None:
            return self, None
        if self.drill is not None and self.drill.given:
            target = self.drill.given.event
            event = Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=target)
            return replace(self, drill=replace(self.drill, given=None), retries=self.retries.without(target)), event
        given = self.given[question]
        at = next(i for i, step in enumerate(self.lesson.steps) if step.id == question)
        event = Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=given.event)
        rest, retries = _without(self.given, question), self.retries.without(given.event)
        return replace(self, given=rest, at=at, retries=retries), event

    def finish(self, stamp: Stamp) -> LessonFinished:
        """The event that closes this run."""
        right, asked = self.score
        return LessonFinished(
            id=stamp.id,
            at=stamp.at,
            offset=stamp.offset,
            module=self.module,
            lesson=self.lesson.id,
            right=right,
            asked=asked,
        )

    @property
    def score(self) -> tuple[int, int]:
        """How many scored questions were answered right, and how many there are; pretests never count."""
        scored = [question for question in self.lesson.questions if not question.pretest]
        right = sum(self.given[q.id].verdict.correct for q in scored if q.id in self.given)
        return right, len(scored)

    @property
    def right(self) -> tuple[AnyQuestion, ...]:
        """The scored questions that went right, in the lesson's order."""
        return self._scored(correct=True)

    @property
    def missed(self) -> tuple[AnyQuestion, ...]:
        """The scored questions that went wrong, in the lesson's order."""
        return self._scored(correct=False)

    def _scored(self, *, correct: bool) -> tuple[AnyQuestion, ...]:
        given = [(question, self.given.get(question.id)) for question in self.lesson.questions if not question.pretest]
        return tuple(question for question, answer in given if answer and answer.verdict.correct is correct)


def _without(kept: dict[str, _T], question: str) -> dict[str, _T]:
    return {name: value for name, value in kept.items() if name != question}
