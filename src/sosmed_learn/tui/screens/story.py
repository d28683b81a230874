"""The part of the lesson screen that plays scenarios: choices, going back, the map. It draws nothing of other steps."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from sosmed_learn.core.events import Event
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.paths import paths_of
from sosmed_learn.core.session import Session
from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import N_
from sosmed_learn.tui.screens.asking import AskingPage
from sosmed_learn.tui.screens.earlier import EarlierScreen
from sosmed_learn.tui.screens.paths import PathsScreen
from sosmed_learn.tui.screens.remarking import Place
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.scenario.chat import Chat
from sosmed_learn.tui.widgets.scenario.reply_card import ReplyCard
from sosmed_learn.tui.widgets.scenario.standing import Standing
from sosmed_learn.tui.widgets.scroller import Scroller


class StoryPage(AskingPage):
    """``session`` is where the learner is in a lesson, ``remarks`` what was said of its steps before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "earlier", N_("earlier choice")),
        Binding("m", "paths", N_("map")),
    ]

    def __init__(
        self,
        session: Session,
        clock: Clock,
        record: Callable[[Event], None],
        remarks: dict[tuple[str, str], LessonProgress],
    ) -> None:
        super().__init__(clock, record, remarks)
        self.session = session
        self._marked: tuple[tuple[str, ...], int | None] = ((), None)

    @property
    def place(self) -> Place:
        return self.session.module, self.session.lesson.id, self.session.step.id

    def story_offers(self, action: str) -> bool | None:
        """Whether the keys of a story do something now; None for other keys."""
        story = self.session.story
        offered = {"earlier": bool(story and story.turns), "paths": story is not None}
        return offered.get(action)

    def settle_story(self) -> None:
        """Take up the line above the story, the mark on a choice, and the cursor."""
        story = self.session.story
        for standing in self.query(Standing):
            standing.show(story, self.shown_language)
        for card in self.query(ReplyCard) if story else ():
            path, index = self._marked
            card.mark(index if path == card.moment else None)
            card.focus(scroll_visible=False)
        # Not every part that is drawn anew is told that it has got a place.
        self.call_after_refresh(self._show_newest)
        # Before the page has got its full height, it cannot be scrolled as far.
        self.watch(self.query_one("#reading", Scroller), "virtual_size", self._got_taller, init=False)

    def _got_taller(self) -> None:
        self.call_after_refresh(self._show_newest)

    def keep_mark(self) -> None:
        """Remember the mark before the step is drawn anew."""
        for card in self.query(ReplyCard):
            self._marked = (card.moment, card.cursor)

    def on_chat_placed(self, message: Chat.Placed) -> None:
        message.stop()
        self._show_newest()

    def _show_newest(self) -> None:
        """What came last is read from its top, even if the choices are then out of sight; unless one has a mark, or
        something was said about them.
        """
        for card in self.query(ReplyCard):
            if card.cursor is not None:
                card.mark(card.cursor)
                return
            if card.speaks:
                return
        story = self.session.story
        reading = self.query_one("#reading", Scroller)
        if story is not None and not story.turns:
            reading.scroll_home(animate=False)  # the cursor on the choices has led there when the page opened
            return
        for chat in self.query(Chat) if story is not None else ():
            if chat.newest:
                reading.scroll_to_widget(chat, top=True, animate=False)

    async def on_reply_card_chosen(self, message: ReplyCard.Chosen) -> None:
        story = self.session.story
        if story is None or message.moment != story.path:
            return
        reply = story.node.replies[message.index].id
        self.session, event = self.session.choose(reply, self._clock.stamp())
        self._record(event)
        await self.redraw()

    async def action_earlier(self) -> None:
        story = self.session.story
        if story is None or not story.turns:
            return
        if len(story.turns) == 1:
            await self._go_back(0)
            return
        facts, language = story.scenario.facts, self.shown_language
        texts = [inline(turn.reply.text.say(language), facts) for turn in story.turns]
        self.app.push_screen(EarlierScreen(texts), self._go_back)

    async def _go_back(self, turns: int | None) -> None:
        if turns is None:
            return
        self.session, event = self.session.rewind(turns, self._clock.stamp())
        if event is not None:
            self._record(event)
            await self.redraw()

    def action_paths(self) -> None:
        story = self.session.story
        if story is not None:
            tried = self.session.tried.get(story.scenario.id, frozenset())
            self.app.push_screen(PathsScreen(paths_of(story, tried), self.shown_language))
