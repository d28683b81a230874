"""A page on which one thing after the other is asked: drawn anew as one goes on, and for a look at the other language.

What is asked, and what comes of an answer, is for the pages that build on it: lessons, exams, the diagnosis.
"""

from collections.abc import Callable, Iterable

from textual.reactive import var
from textual.widget import Widget

from sosmed_learn.core.events import Event
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.study import Clock
from sosmed_learn.core.text import Language, other
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui.screens.remarking import RemarkingPage
from sosmed_learn.tui.widgets.cards import QuestionCard
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.scroller import Scroller


class AskingPage(RemarkingPage):
    """Pages put ``shown`` into a scroller called ``reading``, below a ``Meter``.

    ``saving`` is bound to the app's word on whether everything is on disk.
    """

    saving: var[str] = var("", init=False)

    def __init__(
        self, clock: Clock, record: Callable[[Event], None], remarks: dict[tuple[str, str], LessonProgress]
    ) -> None:
        super().__init__(clock, record, remarks)
        self._peeking = False
        self._since = clock.seconds()

    def shown(self) -> Iterable[Widget]:
        """What is asked now."""
        return ()

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        return 0.0

    def tell_place(self) -> None:
        """Say how far one is."""

    def kept_draft(self) -> object:
        """What was picked or typed here before one left it, None for nothing; it is given out once."""
        return None

    def keep_mark(self) -> None:
        """Remember what a part has to know when it is drawn anew."""

    def settle_parts(self) -> None:
        """Bring the parts up to date that only this page has."""

    @property
    def shown_language(self) -> Language:
        """The language of the course text: that of the interface, or the other one while peeking."""
        return other(in_use()) if self._peeking else in_use()

    @property
    def seconds(self) -> int:
        """For how long that what is asked has been on screen."""
        return max(0, int(self._clock.seconds() - self._since))

    def on_mount(self) -> None:
        self._settle()
        self.calm()

    async def retell(self) -> None:
        draft = self.draft()
        self.keep_mark()
        await super().retell()
        self._restore(draft)
        self._settle()

    async def remarked(self) -> None:
        await self.redraw(same=True)

    async def redraw(self, *, same: bool = False) -> None:
        """Show what is asked now; ``same`` if it stood there before.

        Keys pressed meanwhile do nothing. A question that is drawn anew keeps what was picked or typed, and whether
        one was typing; one to which one comes back from an earlier step has what was picked or typed there.
        """
        draft = self.draft() if same else self.kept_draft()
        self.keep_mark()
        typing = not (same and isinstance(self.focused, QuestionCard))
        reading = self.query_one("#reading", Scroller)
        with self.app.batch_update():
            await reading.remove_children()
            if not reading.is_attached:  # the app has ended meanwhile
                return
            await reading.mount(*self.shown())
            reading.scroll_home(animate=False, immediate=True)
            self._restore(draft)
            self._settle(typing=typing)
        if not same:
            self._since = self._clock.seconds()
            self.calm()

    def _settle(self, *, typing: bool = True) -> None:
        self.query_one(Meter).share = self.share
        self.tell_place()
        cards = self.query(QuestionCard)
        if cards and typing:
            cards.first().focus_answer()
        elif cards:
            cards.first().focus()
        self.settle_parts()
        self.drawn()
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        """Not every part that is drawn anew is told that it has got its place."""
        self.refresh_bindings()
        for card in self.query(QuestionCard):
            card.fit()

    def watch_saving(self) -> None:
        self.tell_place()

    def key_words(self, key: str) -> str | None:
        return _("your language") if key == "l" and self._peeking else super().key_words(key)

    async def action_peek(self) -> None:
        self._peeking = not self._peeking
        reading = self.query_one("#reading", Scroller)
        at = reading.scroll_offset.y
        await self.redraw(same=True)
        self.call_after_refresh(reading.scroll_to, y=at, animate=False)

    def draft(self) -> object:
        """What is picked or typed and not answered yet, None where nothing can be."""
        cards = self.query(QuestionCard)
        return cards.first().draft if cards else None

    def _restore(self, draft: object) -> None:
        cards = self.query(QuestionCard)
        if draft is not None and cards:
            cards.first().restore(draft)
