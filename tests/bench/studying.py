"""Minutes until a learner has mastered four fifths of all concepts: along the path of the map, and module by module.

The path's time includes the quick diagnosis. A lesson on a concept of which the needs are mastered is understood nearly
always, else not half of the time; what was not understood is taken again behind everything else.
"""

from collections import deque
from collections.abc import Iterable
from random import Random

from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import draw_map
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import Wanted, begin, reply
from sosmed_learn.core.mapping.studypath import TEST_MINUTES, How, Teaching, study_path
from tests.bench.learners import Learner, pool

TARGET = 0.8
QUESTION_MINUTES = 8 / 15
LESSON_MINUTES = 9
LESSONS = {
    "goals": 2, "audience": 1, "channels": 3, "content-calendar": 1, "campaign-brief": 1,
    "counting-units": 1, "engagement-rates": 2, "ad-economics": 1, "attribution": 1, "honest-numbers": 1,
    "listening-reporting": 2, "community-purpose": 2, "moderation": 2, "ugc-rights": 2, "crisis-readiness": 1,
    "service-capacity": 2, "voice-and-channel": 2, "apology-recovery": 1, "customer-data": 1, "automation-metrics": 2,
    "selling-paths": 1, "catalogue-to-order": 2, "pricing-promotion": 2, "payment-fraud": 2, "claims-returns": 1,
}  # fmt: skip
"""How many lessons of the syllabus teach each concept."""
_UNDERSTOOD, _UNDERSTOOD_TOO_EARLY, _UNDERSTOOD_EXAMPLE = 0.9, 0.4, 0.5
_PASSES = 0.93
"""How often who knows a concept passes its test; nobody else does."""


def teachings(graph: ConceptGraph) -> list[Teaching]:
    """The lessons of the syllabus in the order of the modules, the basics of each module first."""
    modules = list(dict.fromkeys(graph.modules.values()))
    in_order = sorted(graph.ids, key=lambda name: (modules.index(graph.modules[name]), graph.order.index(name)))
    return [
        Teaching(graph.modules[name], f"{name}-{number}", (name,), LESSON_MINUTES)
        for name in in_order
        for number in range(LESSONS[name])
    ]


class Student:
    """Somebody who studies: what is mastered by now and how long it took."""

    def __init__(self, who: Learner, graph: ConceptGraph, seed: int) -> None:
        self.graph = graph
        self.mastered = {name for name in graph.ids if who.knows(name)}
        self.minutes = 0.0
        self._chance = Random(seed)
        self._left = {name: set(range(LESSONS[name])) for name in graph.ids}

    @property
    def done(self) -> bool:
        return len(self.mastered) >= TARGET * len(self.graph.ids)

    def take(self, lesson: Teaching, how: How) -> bool:
        """Take a lesson up; whether its concept needs no more lessons of this kind, now or later."""
        name = lesson.concepts[0]
        if how == "test":
            self.minutes += TEST_MINUTES
            return name in self.mastered and self._chance.random() < _PASSES
        self.minutes += lesson.minutes * (0.4 if how == "example" else 1)
        number = int(lesson.lesson.rpartition("-")[2])
        if name in self.mastered:
            return True
        if how == "example":
            return self._understands(name, _UNDERSTOOD_EXAMPLE) if number == LESSONS[name] - 1 else False
        self._left[name].discard(number)
        return bool(self._left[name]) or self._understands(name, _UNDERSTOOD)

    def _understands(self, name: str, chance: float) -> bool:
        ready = all(need in self.mastered for need in self.graph.needs[name])
        if self._chance.random() < (chance if ready else min(chance, _UNDERSTOOD_TOO_EARLY)):
            self.mastered.add(name)
        return name in self.mastered


def study(student: Student, steps: Iterable[tuple[Teaching, How]], guessed: Iterable[Teaching] = ()) -> float:
    """Minutes until the target is reached. What was not understood is taken again at the end.

    Before that, what it needs is tested, if the map had only ``guessed`` that it is known; and all that is left of it
    when everything else is done.
    """
    waiting = deque(steps)
    unconfirmed = list(guessed)
    while (waiting or unconfirmed) and not student.done:
        lesson, how = waiting.popleft() if waiting else (unconfirmed.pop(0), "test")
        if student.take(lesson, how):
            if how == "test":  # of the whole concept, so its other lessons are passed with it
                waiting = deque(one for one in waiting if one != (one[0], "test") or one[0].concepts != lesson.concepts)
                unconfirmed = [each for each in unconfirmed if each.concepts != lesson.concepts]
            continue
        if how == "test":  # nor will the tests of its concept's other lessons be passed
            waiting = deque((each, "study" if each.concepts == lesson.concepts else kind) for each, kind in waiting)
            waiting.appendleft((lesson, "study"))
            continue
        needs = student.graph.before[lesson.concepts[0]]
        waiting += [(each, "test") for each in unconfirmed if each.concepts[0] in needs]
        unconfirmed = [each for each in unconfirmed if each.concepts[0] not in needs]
        waiting.append((lesson, "study"))
    return student.minutes


def module_by_module(who: Learner, graph: ConceptGraph, seed: int) -> float:
    """The minutes that it takes to go through the modules from the first lesson to the last."""
    return study(Student(who, graph, seed), [(lesson, "study") for lesson in teachings(graph)])


def along_the_path(who: Learner, graph: ConceptGraph, seed: int) -> float:
    """The minutes of the quick diagnosis and of the path that it leads to, then of checking what was only guessed."""
    diagnosis = begin(graph, pool(graph.ids), Wanted(seed=seed))
    while (probe := next_probe(diagnosis)) is not None:
        diagnosis = reply(diagnosis, who.reply(probe))
    lessons = teachings(graph)
    by_name = {(lesson.module, lesson.lesson): lesson for lesson in lessons}
    path = study_path(draw_map(diagnosis), graph, lessons)
    steps: list[tuple[Teaching, How]] = [(by_name[step.module, step.lesson], step.how) for step in path.steps]
    guessed = [lesson for name in path.to_confirm for lesson in lessons if name in lesson.concepts]
    student = Student(who, graph, seed)
    student.minutes = len(diagnosis.replies) * QUESTION_MINUTES
    return study(student, steps, guessed)
