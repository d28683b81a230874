"""A module with an exam, its lessons, and what happens in it. Every part has a default."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from sosmed_learn.core.exam import Asked, draw
from sosmed_learn.core.examprogress import Sitting
from sosmed_learn.core.examsession import ExamSession, begin_exam, sit
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.module import Concept, Exam, Lesson, Module, QuestionStep
from tests.core.builders import Ticks, module, single, words

TODAY = date(2026, 11, 27)
RIGHT, WRONG = Picked(("right",)), Picked(("wrong",))


def lesson(name: str, *questions: Any, concepts: Sequence[str] = ()) -> Lesson:
    steps = tuple(QuestionStep(question) for question in questions)
    return Lesson(id=name, title=words(name), minutes=5, steps=steps, concepts=tuple(concepts))


def bank(concepts: Sequence[str], each: int, levels: Sequence[int] = (1, 2, 3)) -> list[Asked]:
    """``each`` questions for every concept, their levels in turn."""
    return [
        Asked("first", replace(single(f"{concept}-{n}"), concept=concept, level=levels[n % len(levels)]))
        for concept in concepts
        for n in range(each)
    ]


def with_exam(count: int = 3, mark: int = 60, **rest: Any) -> Module:
    concepts = tuple(Concept(name, words(name)) for name in ("goals", "units"))
    return replace(module("strategy", ("first", "second")), concepts=concepts, exam=Exam(count, mark, 30, **rest))


def fact(name: str, until: date) -> Fact:
    return Fact(
        id=name, claim=words("c"), source=words("s"), confidence="seen", shelf_life="yearly", seen=TODAY,
        check_again=until,
    )  # fmt: skip


def sitting(
    questions: Sequence[Asked], of: Module, ticks: Ticks, *, limited: bool = True, seed: int = 7
) -> ExamSession:
    """An exam of these questions that was just begun."""
    exam = of.exam or Exam(1, 100, 1)
    begun = begin_exam(of, ticks.stamp(), draw(questions, exam.questions, seed), seed, limited=limited)
    lessons: dict[str, Lesson] = {}
    for name in {asked.lesson for asked in questions}:
        lessons[name] = lesson(name, *(asked.question for asked in questions if asked.lesson == name))
    return sit(of.id, begun, Sitting(begun), lessons)
