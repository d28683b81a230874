"""How much the bundled courses must have of everything, and what they have."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.lint.judge import questions
from tests.cues.asking import File, LessonDocument, files, modules

LESSONS = {"strategy": 8, "analytics": 8, "community": 7, "service": 8, "commerce": 8}
WITH_SUMS = ("analytics", "service", "commerce")
NODES, ENDINGS = 8, 3
"""What makes a scenario a whole one."""
QUESTIONS, KINDS_OF_QUESTIONS, PRETESTS = 8, 4, 2
"""Of each lesson: those that are scored, their kinds, and the unscored ones at its start."""


class Amount(NamedTuple):
    """How much there is of something, how much there must be at least and at most, and where it lacks or what it is."""

    what: str
    there: int
    least: int
    most: int | None = None
    behind: tuple[str, ...] = ()

    @property
    def fine(self) -> bool:
        return self.least <= self.there and (self.most is None or self.there <= self.most)


def amounts(courses: Path) -> list[Amount]:
    """Everything that is counted, over all modules and for each."""
    found = list(files(courses))
    return [
        *_lessons(found),
        *(amount for file in found if file.kind == "lesson" for amount in _of_lesson(file)),
        *_scenarios(found),
        Amount("tasks", sum(step.task is not None for file in found for step in steps(file.document)), 25),
        _drawn(found),
        *_exams(found),
        *_probes(courses, found),
        _glossary(courses),
    ]


def steps(document: LessonDocument) -> tuple[shape.StepShape, ...]:
    """The steps of a lesson file, none where it cannot be read."""
    return document.value.steps if document.value else ()


def _lessons(found: list[File]) -> Iterator[Amount]:
    lessons = [file for file in found if file.kind == "lesson"]
    counts = Counter(file.module for file in lessons)
    for module, count in LESSONS.items():
        yield Amount(f"lessons of {module}", counts[module], count, count)
    minutes = {_where(file): file.document.value.minutes for file in lessons if file.document.value}
    told = tuple(f"{where}: {count} minutes" for where, count in minutes.items())
    yield Amount("minutes of all lessons", sum(minutes.values()), 300, 420, told)


def _of_lesson(file: File) -> Iterator[Amount]:
    asked = [question for _, question in questions(file.document)]
    scored = [question for question in asked if not question.pretest]
    kinds = {question.__struct_config__.tag for question in scored}
    where = (_where(file),)
    name = f"{file.module} › {file.document.value.id if file.document.value else '?'}"
    yield Amount(f"scored questions of {name}", len(scored), QUESTIONS, None, where)
    yield Amount(f"kinds of them in {name}", len(kinds), KINDS_OF_QUESTIONS, None, where)
    yield Amount(f"first guesses of {name}", len(asked) - len(scored), PRETESTS, PRETESTS, where)


def _scenarios(found: list[File]) -> Iterator[Amount]:
    whole: Counter[str] = Counter()
    small: list[tuple[str, str]] = []
    for file in found:
        for at, step in enumerate(steps(file.document)):
            story = step.scenario
            if story is None:
                continue
            endings = sum(node.ending is not None for node in story.nodes)
            if len(story.nodes) >= NODES and endings >= ENDINGS:
                whole[file.module] += 1
            else:
                where = _where(file, ("steps", at, "scenario"))
                small.append((file.module, f"{where}: {len(story.nodes)} nodes, {endings} endings"))
    yield Amount("whole scenarios", whole.total(), 15, None, tuple(told for _, told in small))
    for module in LESSONS:
        behind = tuple(told for of, told in small if of == module)
        yield Amount(f"whole scenarios of {module}", whole[module], 3, None, behind)


def _drawn(found: list[File]) -> Amount:
    counts = {
        _where(file): sum(bool(getattr(question, "given", None)) for _, question in questions(file.document))
        for file in found
        if file.module in WITH_SUMS
    }
    told = tuple(f"{where}: {count}" for where, count in counts.items())
    return Amount(f"number questions with drawn values in {', '.join(WITH_SUMS)}", sum(counts.values()), 40, None, told)


def _exams(found: list[File]) -> Iterator[Amount]:
    for module in LESSONS:
        banks = [file for file in found if file.module == module and file.kind == "exam"]
        count = sum(1 for file in banks for _ in questions(file.document))
        yield Amount(f"questions for the exam of {module} alone", count, 20, None, tuple(map(_where, banks)))


def _probes(courses: Path, found: list[File]) -> Iterator[Amount]:
    asked = Counter(
        question.concept for file in found if file.kind == "map" for _, question in questions(file.document)
    )
    yield Amount("questions of the map", asked.total(), 100)
    for _, module in modules(courses):
        for concept in module.concepts:
            yield Amount(f"questions of the map on {module.id} › {concept.id}", asked[concept.id], 4)


def _glossary(courses: Path) -> Amount:
    terms: set[str] = set()
    for folder, module in modules(courses):
        document = folder.read_glossary()
        more = document.value.terms if document is not None and document.value else ()
        terms.update(f"{module.id}/{term.id}" for term in (*module.glossary, *more))
    return Amount("terms of the glossaries", len(terms), 84)


def _where(file: File, path: tuple[str | int, ...] = ()) -> str:
    return f"{file.document.sheet.path}:{file.document.span(path).line}"
