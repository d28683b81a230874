"""A scenario of the format -> a scenario of the core. Checks nothing."""

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_words import digest, maybe, text
from sosmed_learn.core.scenario import Message, Meter, Node, Reply, Scenario, StoryClock


def scenario(file: shape.ScenarioShape) -> Scenario:
    """The scenario. Its first node is the start where none is named."""
    return Scenario(
        id=file.id,
        title=text(file.title),
        start=file.start or (file.nodes[0].id if file.nodes else ""),
        nodes=tuple(_node(node) for node in file.nodes),
        intro=maybe(file.intro),
        telling=file.telling,
        concept=file.concept,
        meters=tuple(Meter(each.id, text(each.title), each.start, each.most, each.empty) for each in file.meters),
        clock=StoryClock(file.clock.starts, file.clock.minutes, file.clock.late) if file.clock else None,
        facts=file.facts,
        aliases=file.aliases,
    )


def _node(file: shape.NodeShape) -> Node:
    first = (Message(text(file.text), maybe(file.from_), file.at or ""),) if file.text is not None else ()
    rest = tuple(Message(text(each.text), maybe(each.from_), each.at or "") for each in file.messages)
    return Node(
        id=file.id,
        messages=(*first, *rest),
        replies=tuple(_reply(reply, file.id) for reply in file.choices),
        outcome=file.ending,
        title=maybe(file.title),
        debrief=maybe(file.debrief),
    )


def reply_id(file: shape.ReplyShape, node: str) -> str:
    """Unique in the scenario: the node's id, and the author's for the reply or one from its Indonesian words."""
    return f"{node}.{file.id or digest(file.text)}"


def _reply(file: shape.ReplyShape, node: str) -> Reply:
    return Reply(
        id=reply_id(file, node),
        text=text(file.text),
        to=file.to,
        why=maybe(file.why),
        tone=maybe(file.tone),
        effects=file.effects,
        minutes=file.minutes or 0,
        misconception=file.misconception,
    )
