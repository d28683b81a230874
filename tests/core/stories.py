"""Scenarios for tests: one by hand, and any that an author could write."""

from hypothesis import strategies as st

from sosmed_learn.core.scenario import Message, Meter, Node, Outcome, Reply, Scenario, StoryClock
from tests.core.builders import words

OUTCOMES: tuple[Outcome, ...] = ("good", "fair", "poor")


def reply(name: str, to: str, *, minutes: int = 0, **effects: int) -> Reply:
    """A reply that says its name."""
    return Reply(id=name, text=words(f"say {name}"), to=to, why=words(f"why {name}"), minutes=minutes, effects=effects)


def fork(name: str, *replies: Reply) -> Node:
    """A node at which something is said and something can be chosen."""
    return Node(id=name, messages=(Message(words(f"at {name}"), words("Rani")),), replies=replies)


def ending(name: str, outcome: Outcome = "good") -> Node:
    """A node that ends the story."""
    return Node(id=name, outcome=outcome, title=words(f"end {name}"), debrief=words(f"debrief {name}"))


PARCEL = Scenario(
    id="parcel",
    title=words("The late parcel"),
    start="ask",
    nodes=(
        fork("ask", reply("sorry", "wait", trust=1, minutes=5), reply("blame", "angry", trust=-2)),
        fork("wait", reply("call", "kept", minutes=10), reply("idle", "ask", minutes=10)),
        fork("angry", reply("repair", "wait", trust=1), reply("argue", "angry", trust=-1), reply("mute", "gone")),
        ending("kept"),
        ending("gone", "poor"),
        ending("too-late", "fair"),
    ),
    meters=(Meter("trust", words("trust"), 2, 5, empty="angry"),),
    clock=StoryClock("19:40", 20, "too-late"),
)
"""Trust runs empty after ``blame`` or two quarrels; the clock after two times waiting."""


@st.composite
def scenarios(draw: st.DrawFn) -> Scenario:
    """Any scenario with sound references: circles, dead loops and places that cannot be reached among them."""
    names = [f"n{number}" for number in range(draw(st.integers(2, 6)))]
    meters = draw(st.integers(0, 2))
    anywhere = st.sampled_from(names)
    nodes = []
    for at, name in enumerate(names):
        if at == len(names) - 1 or draw(st.booleans()):
            nodes.append(ending(name, draw(st.sampled_from(OUTCOMES))))
            continue
        replies = tuple(
            Reply(
                id=f"{name}.{number}",
                text=words("r"),
                to=draw(anywhere),
                minutes=draw(st.integers(0, 9)),
                effects={f"m{meter}": draw(st.integers(-4, 4)) for meter in range(meters) if draw(st.booleans())},
            )
            for number in range(draw(st.integers(1, 3)))
        )
        nodes.append(fork(name, *replies))
    return Scenario(
        id="any",
        title=words("any"),
        start=draw(anywhere),
        nodes=tuple(nodes),
        meters=tuple(_meter(draw, number, anywhere) for number in range(meters)),
        clock=StoryClock("23:50", draw(st.integers(1, 30)), draw(anywhere)) if draw(st.booleans()) else None,
    )


def _meter(draw: st.DrawFn, number: int, anywhere: st.SearchStrategy[str]) -> Meter:
    most = draw(st.integers(1, 5))
    return Meter(f"m{number}", words("m"), draw(st.integers(0, most)), most, draw(st.none() | anywhere))
