"""What a learner has met of a scenario and what not yet: the map of its paths. And every way through, for reviewers.

A value made of the scenario and of ids; it draws nothing and gives nothing away that has not been seen.
"""

from collections import deque
from collections.abc import Collection, Iterator

from msgspec import Struct

from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.scenario import Node, Reply, Scenario

MOST_STATES = 20_000
"""Of a scenario with more situations than that, not all are looked at."""


class Fork(Struct, frozen=True):
    """A place where the learner has been, with its replies: each with whether it was ever chosen."""

    node: Node
    replies: tuple[tuple[Reply, bool], ...]
    here: bool

    @property
    def open(self) -> int:
        """How many replies were never chosen."""
        return sum(not tried for _reply, tried in self.replies)


class Paths(Struct, frozen=True):
    """The map: the forks met in the author's order, and the endings reached of all that there are."""

    forks: tuple[Fork, ...]
    reached: tuple[Node, ...]
    endings: int

    @property
    def open(self) -> int:
        """How many replies that the learner has seen were never chosen."""
        return sum(fork.open for fork in self.forks)


def paths_of(story: Playthrough, tried: Collection[str]) -> Paths:
    """The map of what was met in ``story`` and by ``tried``, the replies and endings of every time before."""
    scenario = story.scenario
    known = {*tried, *story.path, story.node.id}
    met = {scenario.start, story.node.id, *(turn.node.id for turn in story.turns)}
    for node in scenario.nodes:
        chosen = [reply for reply in node.replies if reply.id in known]
        met |= {node.id, *(reply.to for reply in chosen)} if chosen else set()
    forks = tuple(
        Fork(node, tuple((reply, reply.id in known) for reply in node.replies), node.id == story.node.id)
        for node in scenario.nodes
        if node.replies and node.id in met
    )
    reached = tuple(node for node in scenario.endings if node.id in known)
    return Paths(forks, reached, len(scenario.endings))


class Walk(Struct, frozen=True):
    """Every way through a scenario, once.

    ``arrivals`` are the shortest ways to each node in the order in which they are found, the start first; ``edges`` are
    the stories after each choice, made from the first arrival. ``whole``: nothing was left out for being too much.
    """

    arrivals: dict[str, Playthrough]
    edges: dict[str, Playthrough]
    whole: bool


def walk(scenario: Scenario) -> Walk:
    """Take every choice in every situation: a node may lead elsewhere once a meter is empty or the time is over."""
    first = Playthrough(scenario)
    arrivals: dict[str, Playthrough] = {first.node.id: first}
    edges: dict[str, Playthrough] = {}
    seen = {_situation(first)}
    waiting = deque([first])
    while waiting and len(seen) < MOST_STATES:
        for name, after in _steps(waiting.popleft()):
            edges.setdefault(name, after)
            arrivals.setdefault(after.node.id, after)
            if _situation(after) not in seen:
                seen.add(_situation(after))
                waiting.append(after)
    return Walk(arrivals, edges, whole=not waiting)


def _steps(story: Playthrough) -> Iterator[tuple[str, Playthrough]]:
    if not story.over:
        for reply in story.node.replies:
            yield reply.id, story.choose(reply.id)


def _situation(story: Playthrough) -> tuple[object, ...]:
    """What all that comes depends on. How late it is does not matter any more once it is too late."""
    clock = story.scenario.clock
    minutes = min(story.minutes, clock.minutes) if clock else 0
    told = story.turns[-1].told if story.turns else None
    return story.node.id, tuple(story.meters.items()), minutes, told
