"""Minutes until a learner has mastered four fifths of all concepts: along the path of the map, and module by module.

The path's time includes the quick diagnosis. A lesson on a concept of which the needs are mastered is understood nearly
always, else not half of the time. What a test and the questions of a concept's last lesson show of it, the map takes in
as it does in the app, and the path is drawn anew: what was not understood comes again once what it needs is known. A
test before the first lesson of its concept tells of other concepts too. Who goes through the modules in order takes up
what was not understood again behind everything else.
"""

from collections import deque
from collections.abc import Mapping
from itertools import chain
from random import Random

from msgspec.structs import replace

from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import BlindSpotMap, Spot, draw_map
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import Wanted, begin, replied, reply
from sosmed_learn.core.mapping.probe import ENOUGH, Probe, Reply, Verdict
from sosmed_learn.core.mapping.studypath import EXAMPLE_SHARE, TEST_MINUTES, How, Teaching, study_path
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


_SHOWN = 0.95
"""How probably a concept is as its test or its last lesson has shown."""
_TEST_QUESTIONS = 3


class Student:
    """Somebody who studies: what is mastered by now, what of each concept was not read yet, and how long it took."""

    def __init__(self, who: Learner, graph: ConceptGraph, seed: int) -> None:
        self.graph = graph
        self.mastered = {name for name in graph.ids if who.knows(name)}
        self.unread = {lesson.lesson for lesson in teachings(graph)}
        self.minutes = 0.0
        self._chance = Random(seed)

    @property
    def done(self) -> bool:
        return len(self.mastered) >= TARGET * len(self.graph.ids)

    def passes(self, concept: str) -> bool:
        """Take the test of a concept."""
        self.minutes += TEST_MINUTES
        return concept in self.mastered and self._chance.random() < _PASSES

    def takes(self, lesson: Teaching, how: How, *, last: bool) -> bool:
        """Take up a lesson, the ``last`` of its concept or not; whether the concept is mastered then."""
        (name,) = lesson.concepts
        self.minutes += lesson.minutes * (EXAMPLE_SHARE if how == "example" else 1)
        if how == "study":
            self.unread.discard(lesson.lesson)
        if last and name not in self.mastered:
            chance = _UNDERSTOOD if how == "study" else _UNDERSTOOD_EXAMPLE
            ready = all(need in self.mastered for need in self.graph.needs[name])
            if self._chance.random() < (chance if ready else min(chance, _UNDERSTOOD_TOO_EARLY)):
                self.mastered.add(name)
        return name in self.mastered


def module_by_module(who: Learner, graph: ConceptGraph, seed: int, *, told_at_once: bool = False) -> float:
    """The minutes that it takes to go through the modules from the first lesson to the last.

    ``told_at_once``: who has not understood something knows it, and takes it up again before going on.
    """
    student = Student(who, graph, seed)
    waiting = deque(teachings(graph))
    while waiting and not student.done:
        lesson = waiting.popleft()
        last = not any(other.concepts == lesson.concepts for other in waiting)
        if not student.takes(lesson, "study", last=last) and last:
            waiting.insert(0 if told_at_once else len(waiting), lesson)
    return student.minutes


def along_the_path(who: Learner, graph: ConceptGraph, seed: int) -> float:
    """The minutes of the quick diagnosis and of the path that it leads to, then of checking what was only guessed."""
    told = begin(graph, pool(graph.ids), Wanted(seed=seed))
    while (probe := next_probe(told)) is not None:
        told = reply(told, who.reply(probe))
    diagnosis = replied(
        begin(graph, [*pool(graph.ids), *chain.from_iterable(map(_test_of, graph.ids))], told.plan.wanted), told.replies
    )
    student = Student(who, graph, seed)
    student.minutes = len(told.replies) * QUESTION_MINUTES
    lessons, shown = teachings(graph), dict[str, bool]()
    left = {lesson.lesson for lesson in lessons}
    while not student.done:
        drawn = _with(draw_map(diagnosis), shown)
        lesson, how = _next(drawn, graph, [each for each in lessons if each.lesson in left])
        (name,) = lesson.concepts
        of_concept = {each.lesson for each in lessons if each.concepts == (name,)}
        last = of_concept & left == {lesson.lesson}
        known = student.passes(name) if how == "test" else student.takes(lesson, how, last=last)
        if how == "test" and of_concept <= student.unread:
            came: Verdict = "right" if known else "wrong"
            diagnosis = replied(diagnosis, (Reply(asked.id, came, "fairly") for asked in _test_of(name)))
        if how == "test" or last:  # now it has shown
            shown[name] = known
            # What was only looked into is read then; what was read is read again.
            left = left - of_concept if known else left | (of_concept & student.unread)
        else:
            left.remove(lesson.lesson)
    return student.minutes


def _test_of(concept: str) -> list[Probe]:
    """The test of a concept's lessons as the diagnosis sees it; it asks more, but not all come out alike."""
    return [Probe(f"test/{concept}/{number}", concept) for number in range(_TEST_QUESTIONS)]


def _next(drawn: BlindSpotMap, graph: ConceptGraph, left: list[Teaching]) -> tuple[Teaching, How]:
    """The first step of the path; behind its end a test of what was only guessed, then of whatever is left."""
    path = study_path(drawn, graph, left)
    if path.steps:
        step = path.steps[0]
        return next(each for each in left if (each.module, each.lesson) == (step.module, step.lesson)), step.how
    guessed = [each for name in path.to_confirm for each in left if name in each.concepts]
    return (guessed or left)[0], "test"


def _with(drawn: BlindSpotMap, shown: Mapping[str, bool]) -> BlindSpotMap:
    """The map with what tests and last lessons have shown of concepts."""
    return replace(drawn, spots=tuple(_shown(spot, known=shown.get(spot.concept)) for spot in drawn.spots))


def _shown(spot: Spot, *, known: bool | None) -> Spot:
    if known is None:
        return spot
    return replace(
        spot,
        place="strong" if known else "missing",
        chance=_SHOWN,
        known=_SHOWN if known else 1 - _SHOWN,
        asked=ENOUGH,
        hatched=False,
    )
