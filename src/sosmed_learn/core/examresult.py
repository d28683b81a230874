"""What came of an exam: points, right ones, and how it stands with each concept and what to study for it.

Partial credit counts as it does everywhere (see ``grading``); a question without an answer earns nothing, and one of
which a fact is no longer current does not count at all.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from sosmed_learn.core.exam import Asked
from sosmed_learn.core.given import Given
from sosmed_learn.core.module import Exam, Lesson, Module
from sosmed_learn.core.question import AnyQuestion

_EXACT = 1e-9
"""Shares are sums of fractions, so a pass mark that is met exactly may be missed by a hair."""


class Outcome(Struct, frozen=True):
    """One question of an exam and its answer, if it got one."""

    lesson: str
    question: AnyQuestion
    given: Given | None
    counted: bool = True

    @property
    def score(self) -> float:
        return self.given.verdict.score if self.given else 0.0

    @property
    def correct(self) -> bool:
        return bool(self.given and self.given.verdict.correct)


class ConceptResult(Struct, frozen=True):
    """A concept that was asked about. ``lessons`` are those to study, empty where it went well enough."""

    concept: str
    points: float
    asked: int
    lessons: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.points / self.asked


class ExamResult(Struct, frozen=True):
    """``outcomes`` in the order in which they were asked, ``concepts`` in the module's."""

    outcomes: tuple[Outcome, ...]
    concepts: tuple[ConceptResult, ...]
    points: float
    right: int
    asked: int
    passed: bool

    @property
    def percent(self) -> int:
        """Whole percents, never more than were reached."""
        return percent(self.points, self.asked)


def percent(points: float, asked: int) -> int:
    """Points of what could be had in whole percents, rounded down."""
    return int(100 * points / asked + _EXACT) if asked else 0


def result_of(module: Module, outcomes: Sequence[Outcome], lessons: Mapping[str, Lesson]) -> ExamResult:
    """The result. ``lessons`` are those of the module by id, in its order, in which its concepts are taught."""
    exam = module.exam or Exam(len(outcomes), 100, 0)
    counted = [outcome for outcome in outcomes if outcome.counted]
    points = sum(outcome.score for outcome in counted)
    return ExamResult(
        outcomes=tuple(outcomes),
        concepts=tuple(_concepts(module, exam, counted, lessons)),
        points=points,
        right=sum(outcome.correct for outcome in counted),
        asked=len(counted),
        passed=bool(counted) and percent(points, len(counted)) >= exam.pass_mark,
    )


def outcomes(questions: Iterable[Asked], given: Mapping[str, Given], uncounted: Iterable[str] = ()) -> list[Outcome]:
    """What became of each question."""
    left_out = frozenset(uncounted)
    return [
        Outcome(asked.lesson, asked.question, given.get(asked.question.id), asked.question.id not in left_out)
        for asked in questions
    ]


def _concepts(
    module: Module, exam: Exam, counted: Sequence[Outcome], lessons: Mapping[str, Lesson]
) -> Iterable[ConceptResult]:
    known = [concept.id for concept in module.concepts]
    others = [outcome.question.concept for outcome in counted if outcome.question.concept not in known]
    for concept in dict.fromkeys((*known, *others)):
        asked = [outcome for outcome in counted if outcome.question.concept == concept]
        if asked:
            points = sum(outcome.score for outcome in asked)
            well = percent(points, len(asked)) >= exam.pass_mark
            yield ConceptResult(concept, points, len(asked), () if well else _to_study(module, concept, asked, lessons))


def _to_study(module: Module, concept: str, asked: Sequence[Outcome], lessons: Mapping[str, Lesson]) -> tuple[str, ...]:
    """The lessons that teach the concept; where none says so, those in which the questions that went wrong stand."""
    taught = [name for name in module.lessons if name in lessons and concept in lessons[name].concepts]
    wrong = [outcome.lesson for outcome in asked if not outcome.correct and outcome.lesson in module.lessons]
    return tuple(taught or dict.fromkeys(wrong))
