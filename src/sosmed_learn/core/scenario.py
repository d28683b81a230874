"""A scenario as values: a case told in messages, choices with consequences, endings. ``playthrough`` plays it."""

from typing import Literal

from msgspec import Struct

from sosmed_learn.core.text import Text

Telling = Literal["chat", "comments", "notes"]
Outcome = Literal["good", "fair", "poor"]


class Message(Struct, frozen=True):
    """Something said: by ``sender``, or told by nobody in particular when that is None. ``at`` is a time of day."""

    text: Text
    sender: Text | None = None
    at: str = ""


class Meter(Struct, frozen=True):
    """Something that choices raise and lower, from 0 to ``most``. At 0 the story goes on at ``empty``, where set."""

    id: str
    title: Text
    start: int
    most: int
    empty: str | None = None


class StoryClock(Struct, frozen=True):
    """Time of the story, not of the learner: choices cost minutes, and after ``minutes`` it goes on at ``late``.

    ``starts`` is a time of day, ``19:40``.
    """

    starts: str
    minutes: int
    late: str


class Reply(Struct, frozen=True, kw_only=True):
    """What the learner can do at a node: where it leads, what it does to the meters and the clock, and why.

    ``why`` is about the decision, ``tone`` about how it sounds.
    """

    id: str
    text: Text
    to: str
    why: Text | None = None
    tone: Text | None = None
    effects: dict[str, int] = {}
    minutes: int = 0
    misconception: str | None = None


class Node(Struct, frozen=True, kw_only=True):
    """A moment of the story: what is said, then either replies or an ending.

    Of an ending, the messages close the story, ``title`` names it and ``debrief`` says what to take from it.
    """

    id: str
    messages: tuple[Message, ...] = ()
    replies: tuple[Reply, ...] = ()
    outcome: Outcome | None = None
    title: Text | None = None
    debrief: Text | None = None

    def reply(self, name: str) -> Reply | None:
        """The reply of that id, or None."""
        return next((reply for reply in self.replies if reply.id == name), None)


class Scenario(Struct, frozen=True, kw_only=True):
    """A branching case. ``start`` is the id of its first node; ``telling`` is how messages are drawn."""

    id: str
    title: Text
    start: str
    nodes: tuple[Node, ...]
    intro: Text | None = None
    telling: Telling = "chat"
    concept: str | None = None
    meters: tuple[Meter, ...] = ()
    clock: StoryClock | None = None
    facts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    def node(self, name: str) -> Node | None:
        """The node of that id, or None."""
        return next((node for node in self.nodes if node.id == name), None)

    @property
    def endings(self) -> tuple[Node, ...]:
        return tuple(node for node in self.nodes if node.outcome is not None)

    @property
    def edges(self) -> frozenset[tuple[str, str]]:
        """Every choice there is, as (node, reply)."""
        return frozenset((node.id, reply.id) for node in self.nodes for reply in node.replies)
