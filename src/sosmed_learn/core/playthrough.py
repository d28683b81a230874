"""One way through a scenario, as a step machine: each choice gives the next value. Saves nothing, draws nothing.

The path of reply ids says it all: what was said, the meters, the clock and the place follow from it, so an earlier
choice is gone back to by a shorter path.
"""

from collections.abc import Collection, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.scenario import Node, Reply, Scenario

LONGEST = 200
"""Choices after which a path ends by itself: an author may have led a story around in a circle."""

LATE = "."
"""Stands for the clock among the ids of meters; no id looks like that."""


class Turn(Struct, frozen=True):
    """One choice of the path: where it was made, what was chosen, and where things stood after it.

    ``cause`` is why the story went on elsewhere than the reply says: the meter that is empty, or ``LATE``. ``told`` are
    all causes that have had their say: an empty meter leads the story away once, not again at every later choice.
    """

    node: Node
    reply: Reply
    meters: dict[str, int]
    minutes: int
    to: str
    cause: str | None = None
    told: frozenset[str] = frozenset()

    @property
    def forced(self) -> bool:
        """Whether the story went on elsewhere than the reply says."""
        return self.cause is not None


class Playthrough(Struct, frozen=True):
    """A scenario and the turns taken in it."""

    scenario: Scenario
    turns: tuple[Turn, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of the replies taken, in order."""
        return tuple(turn.reply.id for turn in self.turns)

    @property
    def node(self) -> Node:
        """Where the story stands."""
        name = self.turns[-1].to if self.turns else self.scenario.start
        return self.scenario.node(name) or self.scenario.nodes[0]

    @property
    def over(self) -> bool:
        """Whether nothing is left to choose: at an ending, or after the most choices that a path can have."""
        return not self.node.replies or len(self.turns) >= LONGEST

    @property
    def meters(self) -> dict[str, int]:
        """The value of each meter now."""
        return self.turns[-1].meters if self.turns else {meter.id: meter.start for meter in self.scenario.meters}

    @property
    def minutes(self) -> int:
        """Minutes of the story that have passed."""
        return self.turns[-1].minutes if self.turns else 0

    @property
    def minutes_left(self) -> int | None:
        """Minutes that are left on the clock; None without one."""
        clock = self.scenario.clock
        return max(0, clock.minutes - self.minutes) if clock else None

    @property
    def taken(self) -> frozenset[tuple[str, str]]:
        """The choices of this path as (node, reply)."""
        return frozenset((turn.node.id, turn.reply.id) for turn in self.turns)

    def choose(self, name: str) -> "Playthrough":
        """The story after that reply. Raises ``ValueError`` when it is not offered here."""
        reply = None if self.over else self.node.reply(name)
        if reply is None:
            message = f"no reply {name} at {self.node.id} of {self.scenario.id}"
            raise ValueError(message)
        return replace(self, turns=(*self.turns, self._turn(self.node, reply)))

    def _turn(self, node: Node, reply: Reply) -> Turn:
        values = dict(self.meters)
        for meter in self.scenario.meters:
            changed = values[meter.id] + reply.effects.get(meter.id, 0)
            values[meter.id] = min(meter.most, max(0, changed))
        minutes = self.minutes + reply.minutes
        before = self.turns[-1].told if self.turns else self._empty_from_the_start
        told = before - {name for name, value in values.items() if value}
        cause, elsewhere = self._forced(reply, values, minutes, told)
        if cause is not None:
            told |= {cause}
        return Turn(node, reply, values, minutes, elsewhere or reply.to, cause, told)

    @property
    def _empty_from_the_start(self) -> frozenset[str]:
        """Meters that have to be filled before they can run empty."""
        return frozenset(meter.id for meter in self.scenario.meters if not meter.start)

    def _forced(
        self, reply: Reply, meters: dict[str, int], minutes: int, told: frozenset[str]
    ) -> tuple[str | None, str | None]:
        """Why and where the story must go on instead. A reply that ends it anyway ends it as its author wrote."""
        target = self.scenario.node(reply.to)
        if target is None or not target.replies:
            return None, None
        for meter in self.scenario.meters:
            if meter.empty is not None and not meters[meter.id] and meter.id not in told:
                return meter.id, meter.empty
        clock = self.scenario.clock
        late = clock is not None and minutes >= clock.minutes and LATE not in told
        return (LATE, clock.late) if clock and late else (None, None)

    def back_to(self, turns: int) -> "Playthrough":
        """The story before the choice at that position; 0 is its beginning."""
        return replace(self, turns=self.turns[: max(0, turns)])


def play_path(scenario: Scenario, path: Sequence[str]) -> Playthrough:
    """The story after ``path``, as far as it still exists: an author may have changed it since."""
    story = Playthrough(scenario)
    for name in path:
        if story.over or story.node.reply(name) is None:
            break
        story = story.choose(name)
    return story


def reachable(scenario: Scenario) -> frozenset[str]:
    """The ids of the nodes to which some way can lead, also by an empty meter or a clock that has run out."""
    seen: set[str] = set()
    waiting = [scenario.start]
    forced = [meter.empty for meter in scenario.meters if meter.empty is not None]
    forced += [scenario.clock.late] if scenario.clock else []
    while waiting:
        node = scenario.node(waiting.pop())
        if node is None or node.id in seen:
            continue
        seen.add(node.id)
        waiting += [reply.to for reply in node.replies]
        waiting += forced if node.replies else []
    return frozenset(seen)


def endless(scenario: Scenario) -> tuple[str, ...]:
    """The nodes that can be reached and from which no ending can be, in the author's order."""
    ends = {node.id for node in scenario.nodes if not node.replies}
    found = len(ends) - 1
    while len(ends) > found:
        found = len(ends)
        ends |= {node.id for node in scenario.nodes if _leads_to(ends, node, scenario)}
    there = reachable(scenario)
    return tuple(node.id for node in scenario.nodes if node.id in there and node.id not in ends)


def _leads_to(ends: Collection[str], node: Node, scenario: Scenario) -> bool:
    """Whether a reply leads there, or whatever is chosen, at last an empty meter or the clock does."""
    clock = scenario.clock
    if any(reply.to in ends for reply in node.replies):
        return True
    if clock is not None and clock.late in ends and all(reply.minutes for reply in node.replies):
        return True
    drained = [meter.id for meter in scenario.meters if meter.empty in ends and meter.empty is not None]
    return any(all(reply.effects.get(name, 0) < 0 for reply in node.replies) for name in drained)
