"""The diagnosis behind the blind-spot map: what was replied, and what to believe of each concept after it.

Pure: chance comes in as a seed. Replies are folded in one by one, so a diagnosis that was left is taken up again from
its replies, and can be looked at after any of them. Which question comes next is the business of ``asking``, what the
map shows that of ``blindspots``.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.mapping.beliefs import Beliefs, first_beliefs
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.evidence import (
    BOLDNESS_BEFORE,
    NOTHING,
    ByClass,
    both,
    classes,
    known_unknown,
    likelihoods,
    sort_of,
    tells_of_boldness,
)
from sosmed_learn.core.mapping.probe import Probe, Reply
from sosmed_learn.core.plan import Role

Length = Literal[15, 30]
QUICK: Length = 15
FULL: Length = 30
PRESUMED = 0.7
"""From here on a concept that was never asked is presumed known, if something that needs it was answered."""

_WEIGHTS: dict[Role, dict[str, float]] = {
    "admin": {"strategy": 1.1, "analytics": 1.0, "community": 1.3, "service": 1.1, "commerce": 0.8},
    "owner": {"strategy": 1.0, "analytics": 0.8, "community": 0.8, "service": 1.3, "commerce": 1.5},
    "lead": {"strategy": 1.5, "analytics": 1.3, "community": 0.9, "service": 0.9, "commerce": 0.8},
}
"""How much a module's concepts matter to each role; 1 for any other module."""


class Wanted(Struct, frozen=True):
    """What sort of diagnosis the learner wants, and the chance by which equals are told apart."""

    role: Role | None = None
    length: int = QUICK
    seed: int = 0


class Plan(Struct, frozen=True):
    """What a diagnosis goes by from its first question to its last."""

    graph: ConceptGraph
    probes: Mapping[str, Probe]
    wanted: Wanted = Wanted()

    def weight(self, concept: str) -> float:
        """How much the concept matters to the learner's role."""
        return role_weight(self.wanted.role, self.graph.modules[concept])


class Diagnosis(Struct, frozen=True):
    """Where a diagnosis stands. ``evidence`` is what the replies about each concept asked come to.

    ``asked`` are the concepts of the replies, in their order. ``spot_checked`` is the first concept that was asked
    although it was presumed known.
    """

    plan: Plan
    beliefs: Beliefs
    replies: tuple[Reply, ...] = ()
    asked: tuple[str, ...] = ()
    evidence: dict[str, ByClass] = {}
    boldness: tuple[float, ...] = BOLDNESS_BEFORE
    spot_checked: str | None = None

    @property
    def ended(self) -> bool:
        """Whether all questions of its length were asked. It may be stopped at any time before."""
        return len(self.replies) >= self.plan.wanted.length

    def classes(self, concept: str) -> ByClass:
        """How probable each class of the map is."""
        evidence = self.evidence.get(concept, NOTHING)
        presumed = self.beliefs.presumed(self.plan.graph.at[concept])
        without = _without(self.boldness, evidence, presumed)
        return classes(presumed, evidence, without)

    def presumed(self, concept: str) -> bool:
        """Whether it was never asked and is taken as known, because something that needs it was answered."""
        graph = self.plan.graph
        if concept in self.evidence or not any(concept in graph.before[name] for name in self.evidence):
            return False
        return self.beliefs.presumed(graph.at[concept]) >= PRESUMED


def role_weight(role: Role | None, module: str) -> float:
    """How much the module's concepts matter to the role."""
    return _WEIGHTS[role].get(module, 1.0) if role else 1.0


def begin(
    graph: ConceptGraph, probes: Iterable[Probe], wanted: Wanted | None = None, *, excluded: Collection[str] = ()
) -> Diagnosis:
    """A diagnosis before its first question. ``excluded`` are the ids of probes asked the last time."""
    asked = {probe.id: probe for probe in probes if probe.concept in graph.at and probe.id not in excluded}
    return Diagnosis(Plan(graph, asked, wanted or Wanted()), first_beliefs(graph))


def reply(diagnosis: Diagnosis, given: Reply) -> Diagnosis:
    """After one more reply. One to a question that is gone, or was replied to before, says nothing."""
    probe = diagnosis.plan.probes.get(given.probe)
    if probe is None or any(given.probe == earlier.probe for earlier in diagnosis.replies):
        return diagnosis
    name = probe.concept
    evidence = both(diagnosis.evidence.get(name, NOTHING), likelihoods(sort_of(probe), given))
    spot = name if diagnosis.spot_checked is None and diagnosis.presumed(name) else diagnosis.spot_checked
    # The newest is worked in first; then every concept again, since what it was weighed against has changed.
    others = {other: said for other, said in diagnosis.evidence.items() if other != name}
    told = replace(
        diagnosis,
        replies=(*diagnosis.replies, given),
        asked=(*diagnosis.asked, name),
        evidence={name: evidence, **others},
        spot_checked=spot,
    )
    return _settled(told)


def replied(diagnosis: Diagnosis, replies: Iterable[Reply]) -> Diagnosis:
    """After all of these replies."""
    for given in replies:
        diagnosis = reply(diagnosis, given)
    return diagnosis


def _settled(diagnosis: Diagnosis) -> Diagnosis:
    """With beliefs and boldness that fit all evidence."""
    at, beliefs, boldness = diagnosis.plan.graph.at, diagnosis.beliefs, diagnosis.boldness
    for name, evidence in diagnosis.evidence.items():
        without = _without(boldness, evidence, beliefs.presumed(at[name]))
        beliefs = beliefs.told(at[name], *known_unknown(evidence, without))
    return replace(diagnosis, beliefs=beliefs, boldness=_boldness(diagnosis, beliefs))


def _boldness(diagnosis: Diagnosis, beliefs: Beliefs) -> tuple[float, ...]:
    """How probable each kind of learner is, going by all evidence."""
    found = list(BOLDNESS_BEFORE)
    for name, evidence in diagnosis.evidence.items():
        told = tells_of_boldness(evidence, beliefs.presumed(diagnosis.plan.graph.at[name]))
        found = _shares(before * factor for before, factor in zip(found, told, strict=True))
    return tuple(found)


def _without(boldness: tuple[float, ...], evidence: ByClass, known: float) -> tuple[float, ...]:
    """The same without what this evidence told of it, so that nothing is counted twice."""
    told = tells_of_boldness(evidence, known)
    return tuple(_shares(after / factor for after, factor in zip(boldness, told, strict=True)))


def _shares(weights: Iterable[float]) -> list[float]:
    found = list(weights)
    total = sum(found)
    return [each / total for each in found]
