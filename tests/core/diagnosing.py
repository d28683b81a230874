"""A small web of concepts, questions about it and learners, for the tests of the diagnosis."""

from collections.abc import Callable

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import Spot, draw_map
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import Diagnosis, Wanted, begin, replied, reply
from sosmed_learn.core.mapping.probe import Probe, Reply, Verdict

CHAIN = ("goals", "channels", "calendar", "brief")
"""Each needs the one before."""
ALONE = ("consent", "privacy")
GRAPH = ConceptGraph(
    {name: CHAIN[:at][-1:] for at, name in enumerate(CHAIN)} | dict.fromkeys(ALONE, ()),
    dict.fromkeys(CHAIN, "strategy") | dict.fromkeys(ALONE, "commerce"),
)


def probe(concept: str, number: int = 0, level: int = 2) -> Probe:
    return Probe(f"{concept}-{level}-{number}", concept, level, 1 / 3, ("belief",))


PROBES = [probe(name, number, level) for name in GRAPH.ids for level in (1, 2, 3) for number in range(3)]


def start(wanted: Wanted | None = None) -> Diagnosis:
    return begin(GRAPH, PROBES, wanted)


Told = tuple[str, Verdict, Confidence | None]
"""What was replied about a concept."""


def after(*replies: Told) -> Diagnosis:
    """A diagnosis with these replies, each to another question of middle level about the concept."""
    given = [
        Reply(probe(concept, [name for name, *_ in replies[:at]].count(concept)).id, verdict, confidence)
        for at, (concept, verdict, confidence) in enumerate(replies)
    ]
    return replied(start(), given)


def spot(diagnosis: Diagnosis, concept: str) -> Spot:
    found = draw_map(diagnosis).spot(concept)
    assert found is not None
    return found


def walk(diagnosis: Diagnosis, answer: Callable[[Probe], Reply]) -> Diagnosis:
    """Ask until nothing more is asked."""
    while (asked := next_probe(diagnosis)) is not None:
        diagnosis = reply(diagnosis, answer(asked))
    return diagnosis
