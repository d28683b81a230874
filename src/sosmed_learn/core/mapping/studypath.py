"""The shortest path of lessons that a blind-spot map leads to.

What is a blind spot comes first, then what is missing or was not checked, and then what is unsure; before each come the
concepts that it needs and that are not known; of equals what takes least time for how much it matters to the role. Who
is only unsure needs a lesson's worked example, and of a concept that may be known already the lesson can be tested out
of. What is strong is skipped, but what is only a guess or presumed is confirmed later.
"""

from collections.abc import Iterable, Sequence
from math import prod
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.mapping.blindspots import BlindSpotMap, Spot
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import role_weight
from sosmed_learn.core.mapping.evidence import Class

TEST_MINUTES = 2
"""What it takes to test out of a lesson."""
_WORTH_IT = 1.5
"""How many times as much as it takes a test must be expected to save: failing one is no fun."""
EXAMPLE_SHARE = 0.4
"""The worked example's share of a lesson, with the questions after it."""

How = Literal["study", "example", "test"]
Why = Literal["blind", "missing", "unsure", "needed", "unchecked"]

_FIRST: dict[Class | None, int] = {"blind": 0, "missing": 1, None: 1, "unsure": 2}
_SETTLED = 0.8
"""How probably a concept must be known for others to be built on it without looking."""


class Teaching(Struct, frozen=True):
    """A lesson, what it teaches, and how long it takes."""

    module: str
    lesson: str
    concepts: tuple[str, ...]
    minutes: float


class PathStep(Struct, frozen=True):
    """A lesson to take up: how, and because of which concept and why.

    ``needed``: that concept is not pressing in itself, but ``wanted`` further on builds on it. ``minutes`` are what it
    takes that way.
    """

    module: str
    lesson: str
    concept: str
    how: How
    why: Why
    minutes: float
    wanted: str = ""


class StudyPath(Struct, frozen=True):
    """The lessons in the order to take them, those skipped, and the strong concepts yet to be confirmed by a check."""

    steps: tuple[PathStep, ...]
    skipped: tuple[tuple[str, str], ...]
    to_confirm: tuple[str, ...]

    @property
    def minutes(self) -> float:
        return sum(step.minutes for step in self.steps)


_HARDLY = 0.01


def study_path(drawn: BlindSpotMap, graph: ConceptGraph, lessons: Sequence[Teaching]) -> StudyPath:
    """The path that the map leads to. Lessons come in their own order within a concept, and each once."""
    steps: dict[tuple[str, str], PathStep] = {}
    taught = {name: [lesson for lesson in lessons if name in lesson.concepts] for name in graph.ids}
    for spot, why, wanted in _in_order(drawn, graph, taught):
        for lesson in taught[spot.concept]:
            step = replace(_step(drawn, lesson, spot, why), wanted=wanted)
            steps.setdefault((lesson.module, lesson.lesson), step)
    skipped = tuple((lesson.module, lesson.lesson) for lesson in lessons if (lesson.module, lesson.lesson) not in steps)
    return StudyPath(tuple(steps.values()), skipped, _to_confirm(drawn))


def can_test_out(drawn: BlindSpotMap, lesson: Teaching) -> bool:
    """Whether a short test may well take the lesson's place: it is likely to save more than it takes, and the trouble.

    Not where the learner was sure of something else: a blind spot is explained, not tested once more. Nor where it just
    showed that something is not known: nobody would see why they should try again at once.
    """
    spots = [drawn.spot(name) for name in lesson.concepts]
    known = prod(spot.known if spot and not _shown_missing(spot) else 0.0 for spot in spots) if spots else 0.0
    return known * lesson.minutes > TEST_MINUTES * _WORTH_IT


def _shown_missing(spot: Spot) -> bool:
    return spot.place == "blind" or (spot.place == "missing" and spot.asked > 0)


def _in_order(
    drawn: BlindSpotMap, graph: ConceptGraph, taught: dict[str, list[Teaching]]
) -> Iterable[tuple[Spot, Why, str]]:
    """The concepts to take up, each behind what it needs, and for the sake of which one."""
    open_now = {spot.concept: spot for spot in drawn.spots if spot.place != "strong"}

    def unknown_below(name: str) -> list[str]:
        """What is not known of all that it needs, and itself, basics first."""
        below = graph.before[name]
        return [each for each in graph.order if each in open_now and (each == name or (each in below and gap(each)))]

    def gap(name: str) -> bool:
        return open_now[name].known < _SETTLED

    def urgency(name: str) -> tuple[int, float, int]:
        together = unknown_below(name)  # all of it is learnt on the way there
        minutes = sum(lesson.minutes for each in together for lesson in taught[each])
        gain = sum((1 - open_now[each].known) * role_weight(drawn.role, graph.modules[each]) for each in together)
        return _FIRST[open_now[name].place], minutes / max(gain, _HARDLY), graph.at[name]

    while open_now:
        wanted = min(open_now, key=urgency)
        for name in unknown_below(wanted):
            spot = open_now.pop(name)
            needed = name != wanted and _FIRST[spot.place] > _FIRST["blind"]
            yield spot, "needed" if needed else _why(spot), wanted


def _why(spot: Spot) -> Why:
    return spot.place if spot.place in ("blind", "missing", "unsure") else "unchecked"


def _step(drawn: BlindSpotMap, lesson: Teaching, spot: Spot, why: Why) -> PathStep:
    """How to take up a lesson because of one of its concepts."""
    places = {each.place for each in drawn.spots if each.concept in lesson.concepts}
    if places <= {"unsure", "strong"}:
        return PathStep(lesson.module, lesson.lesson, spot.concept, "example", why, lesson.minutes * EXAMPLE_SHARE)
    if can_test_out(drawn, lesson):
        return PathStep(lesson.module, lesson.lesson, spot.concept, "test", why, TEST_MINUTES)
    return PathStep(lesson.module, lesson.lesson, spot.concept, "study", why, lesson.minutes)


def _to_confirm(drawn: BlindSpotMap) -> tuple[str, ...]:
    """What is strong by a guess only, the least certain first."""
    guessed = [spot for spot in drawn.spots if spot.place == "strong" and spot.hatched]
    return tuple(spot.concept for spot in sorted(guessed, key=lambda spot: spot.chance))
