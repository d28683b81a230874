"""A scenario as plain text for reviewers: every place once, every choice with what it does, every ending.

What is shown of a place is how it stands on the shortest way there; each choice is really taken from it.
"""

from collections.abc import Iterator, Sequence

from sosmed_learn.content.prose import lines_of, numbered
from sosmed_learn.core.module import Module
from sosmed_learn.core.paths import Walk, walk
from sosmed_learn.core.playthrough import LATE, Playthrough
from sosmed_learn.core.scenario import Node, Outcome, Reply, Scenario
from sosmed_learn.core.storytime import after_minutes
from sosmed_learn.core.text import Text
from sosmed_learn.i18n import N_, _, in_use, ngettext

OUTCOMES: dict[Outcome, str] = {"good": N_("a good ending"), "fair": N_("a fair ending"), "poor": N_("a poor ending")}


def story_lines(scenario: Scenario, module: Module) -> Iterator[str]:
    """The scenario without its heading."""
    return _Story(scenario, module).lines()


def _said(text: Text | None) -> str:
    return text.say(in_use()) if text is not None else ""


class _Story:
    """One scenario on its way to text."""

    def __init__(self, scenario: Scenario, module: Module) -> None:
        self._scenario = scenario
        self._module = module
        self._ways: Walk = walk(scenario)
        self._numbers = {name: number for number, name in enumerate(self._ways.arrivals, start=1)}

    def lines(self) -> Iterator[str]:
        scenario = self._scenario
        yield from self._words(scenario.title, 2)
        if scenario.intro is not None:
            yield from self._words(scenario.intro, 2)
        for story in self._ways.arrivals.values():
            yield ""
            yield from self._place(story)
        unseen = [node.id for node in scenario.nodes if node.id not in self._numbers]
        if unseen:
            yield ""
            yield from lines_of(_("Never seen on any way: {nodes}").format(nodes=", ".join(unseen)), 2)
        if not self._ways.whole:
            yield ""
            yield from lines_of(_("There are too many ways; not all of them were taken."), 2)

    def _place(self, story: Playthrough) -> Iterator[str]:
        node = story.node
        yield f"  ({self._numbers[node.id]}) {' · '.join([node.id, *self._standing(story)])}"
        for message in node.messages:
            if message.sender is None:
                yield from self._words(message.text, 6)
            else:
                speaker = " ".join([_said(message.sender), *([message.at] if message.at else [])])
                yield from self._words(message.text, 6, before=f"{speaker}: ")
        if node.outcome is not None:
            yield from self._ending(node, node.outcome)
        for number, reply in enumerate(node.replies, start=1):
            yield from self._choice(number, reply, story)

    def _standing(self, story: Playthrough) -> Iterator[str]:
        for meter in self._scenario.meters:
            yield f"{_said(meter.title)} {story.meters[meter.id]}/{meter.most}"
        clock, left = self._scenario.clock, story.minutes_left
        if clock is not None and left is not None:
            yield after_minutes(clock.starts, story.minutes)
            yield ngettext("{count} minute left", "{count} minutes left", left).format(count=left)

    def _ending(self, node: Node, outcome: Outcome) -> Iterator[str]:
        title = _said(node.title)
        yield from lines_of(
            _("END: {outcome}").format(outcome=_(OUTCOMES[outcome])) + (f" · {title}" if title else ""), 4
        )
        if node.debrief is not None:
            yield from self._words(node.debrief, 6)

    def _choice(self, number: int, reply: Reply, before: Playthrough) -> Iterator[str]:
        yield from self._words(reply.text, 8, first=f"      {number}")
        if reply.why is not None:
            yield from self._words(reply.why, 10)
        if reply.tone is not None:
            yield from self._words(reply.tone, 10, before=_("Tone: "))
        belief = self._module.misconception(reply.misconception)
        if belief is not None:
            words = _("A common belief: {belief}").format(belief=_said(belief.belief))
            yield from lines_of(f"{words} → {_said(belief.truth)}", 10)
        after = self._ways.edges.get(reply.id)
        if after is None:
            return
        yield from lines_of(" · ".join([*self._changes(after, before), f"→ ({self._numbers[after.node.id]})"]), 10)

    def _changes(self, after: Playthrough, before: Playthrough) -> Iterator[str]:
        turn = after.turns[-1]
        for meter in self._scenario.meters:
            change = turn.meters[meter.id] - before.meters[meter.id]
            if change:
                yield f"{_said(meter.title)} {change:+d}"
        if turn.reply.minutes and self._scenario.clock is not None:
            yield ngettext("{count} minute", "{count} minutes", turn.reply.minutes).format(count=turn.reply.minutes)
        if turn.cause == LATE:
            yield _("the time is over")
        elif turn.cause is not None:
            titles = {meter.id: _said(meter.title) for meter in self._scenario.meters}
            yield _("{meter} is used up").format(meter=titles[turn.cause])

    def _words(self, text: Text, indent: int, first: str = "", before: str = "") -> Sequence[str]:
        return list(lines_of(before + numbered(_said(text), self._scenario.facts), indent, first))
