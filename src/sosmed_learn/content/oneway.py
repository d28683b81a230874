"""What a learner reads on one way through a scenario, to know how long it takes. Judges nothing.

To each ending the shortest way counts, and of these the one on which most is to be read: longer ways are detours.
"""

from collections.abc import Iterator

from msgspec import Struct

from sosmed_learn.content import format as shape


class OneWay(Struct, frozen=True):
    """The texts that are read, and how often one decides."""

    texts: tuple[shape.Text, ...] = ()
    forks: int = 0


def one_way(scenario: shape.ScenarioShape) -> OneWay:
    """The way to count with. A scenario without a way to an ending has none."""
    nodes = {node.id: node for node in scenario.nodes}
    first = scenario.start or (scenario.nodes[0].id if scenario.nodes else "")
    ways: dict[str, tuple[tuple[str, shape.ReplyShape | None], ...]] = {first: ()}
    for name in (order := [first]):  # grows while it is walked: nearest first
        node = nodes.get(name)
        for reply in node.choices if node else ():
            if reply.to not in ways:
                ways[reply.to] = (*ways[name], (name, reply))
                order.append(reply.to)
    ended = [ways[node.id] + ((node.id, None),) for node in scenario.nodes if node.ending and node.id in ways]
    found = [OneWay(tuple(_read(scenario, nodes, way)), len(way) - 1) for way in ended]
    return max(found, key=lambda way: sum(map(_words, way.texts)), default=OneWay())


def _read(
    scenario: shape.ScenarioShape,
    nodes: dict[str, shape.NodeShape],
    way: tuple[tuple[str, shape.ReplyShape | None], ...],
) -> Iterator[shape.Text]:
    if scenario.intro is not None:
        yield scenario.intro
    for name, chosen in way:
        node = nodes[name]
        said = [node.text, *(message.text for message in node.messages), node.title, node.debrief]
        said += [reply.text for reply in node.choices]
        said += [chosen.why, chosen.tone] if chosen else []
        yield from (text for text in said if text is not None)


def _words(text: shape.Text) -> int:
    said = text if isinstance(text, str) else text.id or text.en or ""
    return len(said.split())
