"""Answers whose module, lesson or question is gone from the courses. Pure: events and lessons in, a list out.

Every id that something has had counts (``aliases``). What stands in a file that cannot be read just now is not gone.
"""

from collections.abc import Container, Iterable, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.events import Answered, Event, Undone
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.tally import day_of

Gone = Literal["module", "lesson", "question"]
ANY = "*"
"""In the place of a lesson's or question's id: every one of them is there, or may be."""

Place = tuple[str, str, str]
"""Module, lesson and question by their ids."""


class Orphan(Struct, frozen=True):
    """A question that was answered and is gone: how it last began, and how often it was answered, and on which
    day of the learner's last.
    """

    module: str
    lesson: str
    question: str
    gone: Gone
    answers: int
    prompt: str
    last: date | None


class Courses(Struct, frozen=True):
    """Every id under which a module, lesson or question is known, the old ones among them."""

    modules: Container[str]
    lessons: Container[tuple[str, str]]
    questions: Container[Place]

    def gone(self, place: Place) -> Gone | None:
        """What of ``place`` is missing, or None."""
        module, lesson, _ = place
        if module not in self.modules:
            return "module"
        if (module, ANY) in self.lessons:
            return None
        if (module, lesson) not in self.lessons:
            return "lesson"
        return None if place in self.questions or (module, lesson, ANY) in self.questions else "question"


def courses(
    modules: Iterable[Module],
    lessons: Iterable[tuple[str, Lesson]],
    closed: Iterable[tuple[str, str | None]] = (),
) -> Courses:
    """What is there: ``lessons`` with the ids of their modules; ``closed`` are what cannot be read, the lesson None
    where it is the whole module.
    """
    names: dict[str, tuple[str, ...]] = {module.id: (module.id, *module.aliases) for module in modules}
    known_lessons: set[tuple[str, str]] = set()
    known_questions: set[Place] = set()
    for owner, shut in closed:
        for module in names.setdefault(owner, (owner,)):
            known_lessons.add((module, shut or ANY))
            known_questions.add((module, shut or ANY, ANY))
    for owner, lesson in lessons:
        for module in names.get(owner, (owner,)):
            for name in (lesson.id, *lesson.aliases):
                known_lessons.add((module, name))
                known_questions |= {
                    (module, name, question) for asked in lesson.questions for question in (asked.id, *asked.aliases)
                }
    known_modules = {name for group in names.values() for name in group}
    return Courses(known_modules, known_lessons, known_questions)


def orphans(events: Iterable[Event], there: Courses) -> list[Orphan]:
    """The questions that are gone, those of one module and lesson together, in the order of their ids."""
    events = list(events)
    undone = {event.target for event in events if isinstance(event, Undone)}
    answers: dict[Place, list[Answered]] = {}
    for event in events:
        if isinstance(event, Answered) and event.id not in undone:
            answers.setdefault((event.module, event.lesson, event.question), []).append(event)
    found = ((place, there.gone(place), given) for place, given in sorted(answers.items()))
    return [_orphan(place, gone, given) for place, gone, given in found if gone]


def _orphan(place: Place, gone: Gone, answers: Sequence[Answered]) -> Orphan:
    in_time = sorted(answers, key=lambda answer: answer.id)
    prompt = next((answer.prompt for answer in reversed(in_time) if answer.prompt), "")
    return Orphan(*place, gone=gone, answers=len(answers), prompt=prompt, last=day_of(in_time[-1]))
