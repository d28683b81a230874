"""What was done in questions, scenarios and tasks that are gone from the courses. Pure: events and lessons in.

Every id that something has had counts (``aliases``). What stands in a file that cannot be read just now is not gone.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.events import Answered, Event, ScenarioMoved, TaskChecked, TaskSaved, Undone
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.tally import day_of

Done = Answered | ScenarioMoved | TaskSaved | TaskChecked
Kind = Literal["question", "scenario", "task"]
Gone = Literal["module", "lesson", "step"]
ANY = "*"
"""In the place of a lesson's or step's id: every one of them is there, or may be."""

Place = tuple[str, str, str]
"""Module, lesson and step by their ids."""


class Orphan(Struct, frozen=True):
    """A step in which something was done and that is gone: how often, on which day of the learner's last, and of a
    question how it last began.
    """

    module: str
    lesson: str
    step: str
    kind: Kind
    gone: Gone
    count: int
    prompt: str
    last: date | None


class Courses(Struct, frozen=True):
    """Every id under which a module, lesson or step is known, the old ones among them."""

    modules: Container[str]
    lessons: Container[tuple[str, str]]
    steps: Container[Place]

    def gone(self, place: Place) -> Gone | None:
        """What of ``place`` is missing, or None."""
        module, lesson, _ = place
        if module not in self.modules:
            return "module"
        if (module, ANY) in self.lessons:
            return None
        if (module, lesson) not in self.lessons:
            return "lesson"
        return None if place in self.steps or (module, lesson, ANY) in self.steps else "step"


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
    known_steps: set[Place] = set()
    for owner, shut in closed:
        for module in names.setdefault(owner, (owner,)):
            known_lessons.add((module, shut or ANY))
            known_steps.add((module, shut or ANY, ANY))
    for owner, lesson in lessons:
        for module in names.get(owner, (owner,)):
            for name in (lesson.id, *lesson.aliases):
                known_lessons.add((module, name))
                known_steps |= {(module, name, step) for step in _steps(lesson)}
    known_modules = {name for group in names.values() for name in group}
    return Courses(known_modules, known_lessons, known_steps)


def _steps(lesson: Lesson) -> Iterator[str]:
    """Every id of a question, scenario or task."""
    for step in (*lesson.questions, *lesson.scenarios, *lesson.tasks):
        yield from (step.id, *step.aliases)


def orphans(events: Iterable[Event], there: Courses) -> list[Orphan]:
    """The steps that are gone, those of one module and lesson together, in the order of their ids."""
    events = list(events)
    undone = {event.target for event in events if isinstance(event, Undone)}
    done: dict[tuple[Place, Kind], list[Done]] = {}
    for event in events:
        if event.id not in undone and (found := _where(event)):
            step, kind, deed = found
            done.setdefault(((deed.module, deed.lesson, step), kind), []).append(deed)
    missing = ((place, kind, there.gone(place), deeds) for (place, kind), deeds in sorted(done.items()))
    return [_orphan(place, kind, gone, deeds) for place, kind, gone, deeds in missing if gone]


def _where(event: Event) -> tuple[str, Kind, Done] | None:
    """In which step it was done; None where it was not done in one of those."""
    match event:
        case Answered():
            return event.question, "question", event
        case ScenarioMoved():
            return event.scenario, "scenario", event
        case TaskSaved() | TaskChecked():
            return event.task, "task", event
    return None


def _orphan(place: Place, kind: Kind, gone: Gone, deeds: Sequence[Done]) -> Orphan:
    in_time = sorted(deeds, key=lambda deed: deed.id)
    prompts = (deed.prompt for deed in reversed(in_time) if isinstance(deed, Answered) and deed.prompt)
    return Orphan(*place, kind=kind, gone=gone, count=len(deeds), prompt=next(prompts, ""), last=day_of(in_time[-1]))
