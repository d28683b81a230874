"""Modules, lessons and their steps as values. Where they come from is the business of ``content``."""

from datetime import date

from msgspec import Struct

from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.task import Task
from sosmed_learn.core.text import Text

COOLDOWN = 24
"""Hours between an exam's result and the next try, where the author does not say: a night's sleep."""


class Concept(Struct, frozen=True):
    """What a question tests. ``needs`` are the concepts to know first, in this or another module."""

    id: str
    title: Text
    needs: tuple[str, ...] = ()


class Misconception(Struct, frozen=True):
    """A named wrong belief, in the words of somebody who holds it, and what holds instead."""

    id: str
    belief: Text
    truth: Text


class Term(Struct, frozen=True):
    """A glossary entry."""

    id: str
    term: Text
    definition: Text


class Exam(Struct, frozen=True):
    """How a module's exam is held: ``pass_mark`` in percent, ``minutes`` the limit, which a learner may switch off.

    ``cooldown`` is how many hours lie between a result and the next try. ``bank`` are the lesson files, by their names,
    with questions for the exam alone.
    """

    questions: int
    pass_mark: int
    minutes: int
    cooldown: int = COOLDOWN
    bank: tuple[str, ...] = ()


class Diagnostics(Struct, frozen=True):
    """What the blind-spot map asks about a module: ``bank`` are the lesson files, by their names, that hold probes."""

    bank: tuple[str, ...]


class TextStep(Struct, frozen=True, tag="text"):
    """Something to read: Markdown, with the facts that it cites in the order of their notes."""

    id: str
    text: Text
    facts: tuple[str, ...] = ()


class QuestionStep(Struct, frozen=True, tag="question"):
    """Something to answer."""

    question: AnyQuestion

    @property
    def id(self) -> str:
        return self.question.id

    @property
    def facts(self) -> tuple[str, ...]:
        return self.question.facts


class ScenarioStep(Struct, frozen=True, tag="scenario"):
    """A case to play through."""

    scenario: Scenario

    @property
    def id(self) -> str:
        return self.scenario.id

    @property
    def facts(self) -> tuple[str, ...]:
        return self.scenario.facts


class TaskStep(Struct, frozen=True, tag="task"):
    """Work on one's own account."""

    task: Task

    @property
    def id(self) -> str:
        return self.task.id

    @property
    def facts(self) -> tuple[str, ...]:
        return self.task.facts


Step = TextStep | QuestionStep | ScenarioStep | TaskStep


class Lesson(Struct, frozen=True, kw_only=True):
    """Five to ten minutes: a list of steps."""

    id: str
    title: Text
    minutes: int
    steps: tuple[Step, ...]
    concepts: tuple[str, ...] = ()
    outcomes: tuple[Text, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        return tuple(step.question for step in self.steps if isinstance(step, QuestionStep))

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(step.scenario for step in self.steps if isinstance(step, ScenarioStep))

    @property
    def tasks(self) -> tuple[Task, ...]:
        return tuple(step.task for step in self.steps if isinstance(step, TaskStep))

    def task(self, name: str) -> Task | None:
        """The task that has that id or had it, or None."""
        return next((task for task in self.tasks if name in (task.id, *task.aliases)), None)


class Module(Struct, frozen=True, kw_only=True):
    """One course topic. ``lessons`` are ids in teaching order; the lessons themselves are read when they are needed.

    ``lesson_aliases`` are the ids that lessons had before, as far as the lessons have been read.
    """

    id: str
    version: str
    title: Text
    summary: Text
    lessons: tuple[str, ...]
    reviewed: date | None = None
    concepts: tuple[Concept, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    exam: Exam | None = None
    diagnosis: Diagnostics | None = None
    aliases: tuple[str, ...] = ()
    lesson_aliases: dict[str, tuple[str, ...]] = {}

    @property
    def files(self) -> tuple[str, ...]:
        """All lesson files: the lessons, and behind them those with questions for the exam or the diagnosis alone."""
        return (*self.examined, *self.probes)

    @property
    def examined(self) -> tuple[str, ...]:
        """The files from which the exam draws."""
        return (*self.lessons, *(self.exam.bank if self.exam else ()))

    @property
    def probes(self) -> tuple[str, ...]:
        """The files with questions for the diagnosis alone."""
        return self.diagnosis.bank if self.diagnosis else ()

    def misconception(self, name: str | None) -> Misconception | None:
        """The module's misconception of that id, or None."""
        return next((m for m in self.misconceptions if m.id == name), None)

    def concept(self, name: str) -> Concept | None:
        """The module's concept of that id, or None."""
        return next((c for c in self.concepts if c.id == name), None)
