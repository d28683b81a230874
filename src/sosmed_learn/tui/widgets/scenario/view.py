"""A story so far as widgets: what was said, the newest part of it, then the choices or the ending."""

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.module import Module
from sosmed_learn.core.paths import Paths
from sosmed_learn.core.playthrough import LATE, Playthrough, Turn
from sosmed_learn.core.scenario import Node
from sosmed_learn.core.text import Language, Text
from sosmed_learn.i18n import _, ngettext
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.scenario.bubbles import Entry, Paragraph
from sosmed_learn.tui.widgets.scenario.chat import Chat
from sosmed_learn.tui.widgets.scenario.paragraphs import paragraphs
from sosmed_learn.tui.widgets.scenario.reply_card import ReplyCard
from sosmed_learn.tui.widgets.scenario.standing import clock_words, ending_words, meter_words
from sosmed_learn.tui.widgets.scenario.story_map import ending_name, outcome_mark
from sosmed_learn.tui.wording import safe


class StoryView:
    """``paths`` is the map, for what is said at an ending; ``language`` that of the course text."""

    def __init__(self, story: Playthrough, paths: Paths, module: Module, language: Language) -> None:
        self._story = story
        self._paths = paths
        self._module = module
        self._language = language

    def widgets(self) -> Iterable[Widget]:
        """The parts, new ones at every call."""
        story, telling = self._story, self._story.scenario.telling
        last = len(story.turns) - 1
        before = [*self._opening(), *(entry for at in range(last) for entry in self._turn(at))]
        if not story.turns:
            yield Chat(before, telling, newest=True)
        else:
            if before:
                yield Chat(before, telling)
            yield Chat(list(self._turn(last)), telling, newest=True)
        if story.over:
            yield from self._ending()
        else:
            yield ReplyCard([self._inline(reply.text) for reply in story.node.replies], story.path)

    def _opening(self) -> Iterator[Entry]:
        scenario = self._story.scenario
        if scenario.intro is not None:
            yield Entry("told", self._paragraphs(scenario.intro))
        yield from self._said(scenario.node(scenario.start))

    def _turn(self, at: int) -> Iterator[Entry]:
        turn = self._story.turns[at]
        clock = self._story.scenario.clock
        time = clock_words(clock.starts, turn.minutes) if clock else ""
        yield Entry("mine", self._paragraphs(turn.reply.text), at=time)
        remark = list(self._remark(turn, self._story.back_to(at).meters))
        if remark:
            yield Entry("remark", remark)
        yield from self._said(self._story.scenario.node(turn.to))

    def _said(self, node: Node | None) -> Iterator[Entry]:
        for message in node.messages if node else ():
            if message.sender is None:
                yield Entry("told", self._paragraphs(message.text), at=_at(message.at))
            else:
                name = safe(message.sender.say(self._language))
                yield Entry("said", self._paragraphs(message.text), name, _at(message.at))

    def _remark(self, turn: Turn, before: dict[str, int]) -> Iterator[Content]:
        """What the choice did, how it sounds, and what it changed."""
        if turn.reply.why is not None:
            yield self._inline(turn.reply.why).stylize("$text-muted")
        if turn.reply.tone is not None:
            tone = Content.assemble((_("Tone: "), "italic"), self._inline(turn.reply.tone))
            yield tone.stylize("$text-muted")
        belief = self._module.misconception(turn.reply.misconception)
        if belief is not None:
            words = _("A common belief: {belief}").format(belief=safe(belief.belief.say(self._language)))
            yield Content.styled(f"{words} {safe(belief.truth.say(self._language))}", "$text-muted")
        changes = " · ".join(self._changes(turn, before))
        if changes:
            yield Content.styled(changes, "bold")

    def _changes(self, turn: Turn, before: dict[str, int]) -> Iterator[str]:
        scenario = self._story.scenario
        titles = {meter.id: safe(meter.title.say(self._language)) for meter in scenario.meters}
        for name, title in titles.items():
            change = turn.meters[name] - before[name]
            if change:
                yield f"{title} {change:+d}".replace("-", "−")  # noqa: RUF001 - a minus as wide as the plus
        if turn.reply.minutes and scenario.clock is not None:
            count = turn.reply.minutes
            yield ngettext("{count} minute", "{count} minutes", count).format(count=count)
        if turn.cause == LATE:
            yield _("the time is over")
        elif turn.cause is not None:
            yield _("{meter} is used up").format(meter=titles[turn.cause])

    def _ending(self) -> Iterator[Widget]:
        story, node = self._story, self._story.node
        if node.outcome is None:
            words = _("This story goes round in circles, so it stops here. b goes back to an earlier choice.")
            yield Static(words, classes="ending", markup=False)
            return
        style = "bold $success" if node.outcome == "good" else "bold $warning"
        title = Content.styled(f"{outcome_mark(node)} {ending_name(node, self._language)}", style)
        meters = [meter_words(meter, story.meters[meter.id], self._language) for meter in story.scenario.meters]
        parts = [title, *([Content("   ").join(meters)] if meters else [])]
        yield Static(Content("\n").join(parts), classes="ending", markup=False)
        if node.debrief is not None:
            yield Chat([Entry("told", self._paragraphs(node.debrief))], story.scenario.telling).add_class(
                "after-ending"
            )
        yield Static(self._still_open(), classes="quiet after-ending", markup=False)

    def _still_open(self) -> str:
        found = ending_words(len(self._paths.reached), self._paths.endings)
        count = self._paths.open
        if not count:
            return found
        words = ngettext(
            "{count} choice not tried yet. b tries another way.",
            "{count} choices not tried yet. b tries another way.",
            count,
        ).format(count=count)
        return f"{found} · {words}"

    def _paragraphs(self, text: Text) -> Sequence[Paragraph]:
        """The lines as the author has broken them: a message may hold a list, and a chat, a post or a chart."""
        return paragraphs(text.say(self._language), self._story.scenario.facts)

    def _inline(self, text: Text) -> Content:
        return inline(text.say(self._language), self._story.scenario.facts)


def _at(time: str) -> str:
    return clock_words(time, 0) if time else ""
