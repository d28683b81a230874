"""Simulated learners with known truth over the 25 concepts of the courses, for measuring the diagnosis.

They are made by other rules than those that the diagnosis assumes, so that it is not measured on its own picture of the
world: each has a level from 0 to 3 in every concept and knows it from 2 up; at one level above their own they are
sometimes right; some never say "belum tahu", some always leave the confidence at "fairly".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Literal

from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import bundled
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.core.mapping.probe import Probe, Reply

Profile = Literal["even", "uneven", "overconfident", "out of order"]
PROFILES: tuple[Profile, ...] = ("even", "uneven", "overconfident", "out of order")

KNOWS = 2
_LEVELS_FROM = (-0.8, 0.2, 1.4)
"""Inclination from which a learner is at level 1, 2 and 3."""
_RIGHT, _RIGHT_ABOVE = 0.92, 0.35
"""How often an answer at one's own level or below is right, and one a level above."""
_WITHOUT_NEEDS = 0.12
"""How often somebody knows a concept without knowing all that it needs, if they keep the order."""
_LURED = 0.5
_CONFIDENCES = ("sure", "fairly", "guess")


@dataclass(frozen=True)
class Learner:
    """What one simulated learner knows, is sure of, and how they answer."""

    levels: dict[str, int]
    sure: dict[str, bool]
    says_unknown: float
    says_confidence: bool
    chance: Random

    def knows(self, concept: str) -> bool:
        return self.levels[concept] >= KNOWS

    def true_class(self, concept: str) -> Class:
        if self.knows(concept):
            return "strong" if self.sure[concept] else "unsure"
        return "blind" if self.sure[concept] else "missing"

    def reply(self, probe: Probe) -> Reply:
        """An answer, with slips and lucky guesses."""
        chance, level, sure = self.chance, self.levels[probe.concept], self.sure[probe.concept]
        knows_enough = _RIGHT if level >= probe.level else _RIGHT_ABOVE if level == probe.level - 1 else 0.0
        right = chance.random() < knows_enough
        if not right and not sure and chance.random() < (0.3 if self.knows(probe.concept) else 1) * self.says_unknown:
            return Reply(probe.id, "unknown")
        lured = not self.knows(probe.concept) and sure
        right = right or chance.random() < probe.guess * (_LURED if lured else 1)
        weights = (0.65, 0.3, 0.05) if sure else (0.12, 0.43, 0.45)
        confidence = chance.choices(_CONFIDENCES, weights)[0] if self.says_confidence else "fairly"
        named = not right and probe.misconceptions and chance.random() < (0.75 if lured else 0.45)
        return Reply(probe.id, "right" if right else "wrong", confidence, probe.misconceptions[0] if named else None)  # type: ignore[arg-type]


def learner(profile: Profile, graph: ConceptGraph, seed: int) -> Learner:
    """One learner of the profile. An uneven one is at home in two or three of the modules and new to the others."""
    chance = Random(f"{profile}/{seed}")
    ability = chance.gauss(-0.1, 0.7)
    modules = {module: chance.gauss(0, 0.3) for module in dict.fromkeys(graph.modules.values())}
    if profile == "uneven":
        at_home = chance.sample(list(modules), chance.choice((2, 3)))
        modules = {module: apart + (2.0 if module in at_home else -0.9) for module, apart in modules.items()}
    levels: dict[str, int] = {}
    for name in graph.order:
        inclined = ability + modules[graph.modules[name]] + chance.gauss(0, 0.9) + 0.1 * (2 - graph.depth[name])
        level = sum(inclined >= least for least in _LEVELS_FROM)
        fulfilled = all(levels[need] >= KNOWS for need in graph.needs[name])
        if profile != "out of order" and not fulfilled and chance.random() >= _WITHOUT_NEEDS:
            level = min(level, KNOWS - 1)
        elif profile != "out of order" and graph.needs[name] and fulfilled and level and chance.random() < 0.4:
            level = min(level + 1, 3)  # what it is built on helps
        levels[name] = level
    often = (0.95, 0.75) if profile == "overconfident" else chance.choice([(0.45, 0.1), (0.7, 0.25), (0.8, 0.35)])
    sure = {name: chance.random() < often[level < KNOWS] for name, level in levels.items()}
    return Learner(levels, sure, chance.choice([0.0, 0.5, 0.7]), chance.random() < 0.85, chance)


def courses() -> ConceptGraph:
    """The concepts of the bundled courses."""
    return ConceptGraph.of(CourseLibrary(bundled()).modules)


def pool(names: Iterable[str], each: int = 3) -> list[Probe]:
    """So many probes of each level for every concept, mostly one of three, some harder to guess."""
    kinds = ((1 / 3, ("belief",)), (1 / 4, ()), (0.02, ("belief",)))
    return [
        Probe(f"{name}/{level}/{number}", name, level, *kinds[number % len(kinds)])
        for name in names
        for level in (1, 2, 3)
        for number in range(each)
    ]
