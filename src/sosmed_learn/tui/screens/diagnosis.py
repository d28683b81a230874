"""The diagnosis, one question at a time: nothing is told about an answer before the map is drawn."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Event
from sosmed_learn.core.mapping.interview import Interview
from sosmed_learn.core.study import Clock
from sosmed_learn.core.text import Language, other
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.map_opening import MapMaterial
from sosmed_learn.tui.messages import DiagnosisEnded
from sosmed_learn.tui.page import ANSWERING
from sosmed_learn.tui.screens.remarking import Place, RemarkingPage
from sosmed_learn.tui.widgets.cards import QuestionCard, card_for
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.widgets.step_view import Remarks


class DiagnosisScreen(RemarkingPage):
    """``saving`` is bound to the app's word on whether everything is on disk; ``asks_confidence`` says whether the
    learner is asked how sure they are.
    """

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "map", N_("see the map")),
        Binding("b,f8", "unknown", N_("don't know yet")),
        Binding("f", "map", N_("see the map")),
        Binding("escape", "app.back", N_("pause")),
        Binding("u", "undo", N_("undo")),
        Binding("l", "peek", N_("Indonesian")),
        Binding("n", "note", N_("note"), show=False),
        Binding("exclamation_mark", "flag", N_("report"), key_display="!", show=False),
    ]
    answering = ANSWERING | {"b", "f8"}

    saving: var[str] = var("", init=False)
    asks_confidence: var[bool] = var(default=True, init=False)

    def __init__(
        self, material: MapMaterial, session: Interview, clock: Clock, record: Callable[[Event], None]
    ) -> None:
        super().__init__(clock, record, material.remarks)
        self.session = session
        self._since = clock.seconds()
        self._peeking = False

    @property
    def place(self) -> Place | None:
        return self.session.item.place if self.session.item else None

    @property
    def _language(self) -> Language:
        return other(in_use()) if self._peeking else in_use()

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(_("Blind-spot map"), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        yield Scroller(*self._shown(), id="reading")

    def _shown(self) -> Iterable[Widget]:
        question, place = self.session.question, self.place
        if question is None or place is None:
            yield Static(_("That was the last question."), classes="section", markup=False)
            yield Static(_("Enter shows the map; u takes the last answer back."), classes="quiet", markup=False)
            return
        yield Remarks(self.note_on(place), flagged=self.is_flagged(place))
        if self._peeking:
            yield Static(_("In the other language; l goes back."), classes="quiet", markup=False)
        card = card_for(question, self._language, in_use())
        card.asks_confidence = self.asks_confidence
        yield card
        if not self.session.replies:
            words = _('"Don\'t know yet" is a good answer too: b, or F8 while you type.')
            yield Static(words, classes="quiet foot", id="welcome-words", markup=False)

    def on_mount(self) -> None:
        self._settle()
        self.calm()

    async def retell(self) -> None:
        draft = self._draft()
        await super().retell()
        self._restore(draft)
        self._settle()

    async def remarked(self) -> None:
        await self._redraw(same=True)

    async def _redraw(self, *, same: bool = False) -> None:
        """Show the question on which the session stands; ``same`` if it stood there before."""
        draft = self._draft() if same else None
        reading = self.query_one("#reading", Scroller)
        with self.app.batch_update():
            await reading.remove_children()
            if not reading.is_attached:  # the app has ended meanwhile
                return
            await reading.mount(*self._shown())
            reading.scroll_home(animate=False, immediate=True)
            self._restore(draft)
            self._settle()
        if not same:
            self._since = self._clock.seconds()
            self.calm()

    def _settle(self) -> None:
        self.query_one(Meter).share = self.session.replies / max(1, self.session.begun.length)
        self._tell_count()
        for card in self.query(QuestionCard):
            card.focus_answer()
        self.drawn()
        self.call_after_refresh(self._laid_out)

    def _laid_out(self) -> None:
        self.refresh_bindings()
        for card in self.query(QuestionCard):
            card.fit()

    def watch_saving(self) -> None:
        self._tell_count()

    def _tell_count(self) -> None:
        length = self.session.begun.length
        number = min(self.session.replies + (not self.session.over), length)
        count = _("{number} of at most {count}").format(number=number, count=length)
        for label in self.query("#count").results(Static):
            label.update(Content("  ").join([Content(words) for words in (self.saving, count) if words]))

    def key_words(self, key: str) -> str | None:
        return _("your language") if key == "l" and self._peeking else super().key_words(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        offered = {
            "map": self.session.over or bool(self.session.replies),
            "unknown": not self.session.over,
            "undo": bool(self.session.replies),
            "peek": not self.session.over,
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    @property
    def _seconds(self) -> int:
        """For how long the question has been on screen."""
        return max(0, int(self._clock.seconds() - self._since))

    async def on_question_card_submitted(self, message: QuestionCard.Submitted) -> None:
        if not self.session.over:
            stamp = self._clock.stamp()
            answered = self.session.answer(message.response, message.confidence, stamp, self._seconds)
            await self._go_on(*answered)

    async def action_unknown(self) -> None:
        await self._go_on(*self.session.unknown(self._clock.stamp(), self._seconds))

    async def action_undo(self) -> None:
        await self._go_on(*self.session.undo(self._clock.stamp()))

    async def _go_on(self, session: Interview, event: Event | None) -> None:
        self.session = session
        if event is not None:
            self._record(event)
        self._peeking = False
        await self._redraw()

    def action_map(self) -> None:
        self.leave_by(DiagnosisEnded(self))

    async def action_peek(self) -> None:
        self._peeking = not self._peeking
        await self._redraw(same=True)

    def _draft(self) -> object:
        cards = self.query(QuestionCard)
        return cards.first().draft if cards else None

    def _restore(self, draft: object) -> None:
        cards = self.query(QuestionCard)
        if draft is not None and cards:
            cards.first().restore(draft)
