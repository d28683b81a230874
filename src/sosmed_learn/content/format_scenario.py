"""The shapes of a scenario as authors write it. A first draft needs nodes with texts and choices, and nothing else."""

from typing import Annotated

from msgspec import Meta

from sosmed_learn.content.format_base import Id, Ignores, Shape, Text
from sosmed_learn.core.scenario import Outcome, Telling
from sosmed_learn.i18n import N_

TimeOfDay = Annotated[
    str, Meta(pattern=r"^([01]?[0-9]|2[0-3])[:.][0-5][0-9]$", description=N_("a time of day such as 19:40"))
]
Minutes = Annotated[int, Meta(ge=1, le=10_000)]
Change = Annotated[int, Meta(ge=-100, le=100)]


class MessageShape(Shape, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Something said. Without ``from`` it is told by nobody in particular."""

    text: Text
    from_: Text | None = None
    at: TimeOfDay | None = None


class ReplyShape(Shape, frozen=True, kw_only=True):
    """Something that the learner can do."""

    text: Text
    to: Id
    id: Id | None = None
    why: Text | None = None
    tone: Text | None = None
    effects: Annotated[dict[Id, Change], Meta(max_length=5)] = {}  # noqa: RUF012 - msgspec copies it
    minutes: Minutes | None = None
    misconception: Id | None = None


class NodeShape(Shape, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A moment of the story, with choices or with an ending."""

    id: Id
    text: Text | None = None
    from_: Text | None = None
    at: TimeOfDay | None = None
    messages: Annotated[tuple[MessageShape, ...], Meta(max_length=20)] = ()
    choices: Annotated[tuple[ReplyShape, ...], Meta(max_length=9)] = ()
    ending: Outcome | None = None
    title: Text | None = None
    debrief: Text | None = None


Node = Annotated[
    NodeShape,
    Meta(
        extra_json_schema={
            "oneOf": [{"required": ["choices"]}, {"required": ["ending"]}],
            "dependentRequired": {"from": ["text"], "at": ["text"], "title": ["ending"], "debrief": ["ending"]},
        }
    ),
]


class MeterShape(Shape, frozen=True, kw_only=True):
    """Something that choices raise and lower, such as trust."""

    id: Id
    title: Text
    start: Annotated[int, Meta(ge=0, le=100)]
    most: Annotated[int, Meta(ge=1, le=100)] = 5
    empty: Id | None = None


class ClockShape(Shape, frozen=True, kw_only=True):
    """The time of the story: choices cost ``minutes`` of it, and when it is over the story goes on at ``late``."""

    starts: TimeOfDay
    minutes: Minutes
    late: Id


class ScenarioShape(Shape, frozen=True, kw_only=True):
    """A branching case. It starts at its first node, unless ``start`` names another."""

    id: Id
    title: Text
    nodes: Annotated[tuple[Node, ...], Meta(min_length=2, max_length=60)]
    start: Id | None = None
    intro: Text | None = None
    telling: Telling = "chat"
    concept: Id | None = None
    meters: Annotated[tuple[MeterShape, ...], Meta(max_length=4)] = ()
    clock: ClockShape | None = None
    facts: tuple[Id, ...] = ()
    aliases: tuple[Id, ...] = ()
    ignore: Ignores = ()
