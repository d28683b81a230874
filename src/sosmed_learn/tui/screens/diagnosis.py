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
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.map_opening import MapMaterial
from sosmed_learn.tui.messages import DiagnosisEnded
from sosmed_learn.tui.page import ANSWERING
from sosmed_learn.tui.screens.asking import AskingPage
from sosmed_learn.tui.screens.remarking import Place
from sosmed_learn.tui.timebox import TimeBox, stop_words
from sosmed_learn.tui.widgets.cards import QuestionCard, card_for
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.widgets.step_view import Remarks


class DiagnosisScreen(AskingPage):
    """``asks_confidence`` says whether the learner is asked how sure they are."""

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

    asks_confidence: var[bool] = var(default=True, init=False)

    def __init__(
        self, material: MapMaterial, session: Interview, clock: Clock, record: Callable[[Event], None]
    ) -> None:
        super().__init__(clock, record, material.remarks)
        self.session = session
        self.timebox: TimeBox | None = None

    @property
    def place(self) -> Place | None:
        return self.session.item.place if self.session.item else None

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(_("Blind-spot map"), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        yield Scroller(*self.shown(), id="reading")

    def shown(self) -> Iterable[Widget]:
        question, place = self.session.question, self.place
        if question is None or place is None:
            yield Static(_("That was the last question."), classes="section", markup=False)
            yield Static(_("Enter shows the map; u takes the last answer back."), classes="quiet", markup=False)
            return
        yield Remarks(self.note_on(place), flagged=self.is_flagged(place))
        if words := stop_words(self.timebox, self._clock):
            yield Static(words, classes="quiet", id="time-up", markup=False)
        if self._peeking:
            yield Static(_("In the other language; l goes back."), classes="quiet", markup=False)
        card = card_for(question, self.shown_language, in_use())
        card.asks_confidence = self.asks_confidence
        yield card
        if not self.session.replies:
            words = _('"Don\'t know yet" is a good answer too: b, or F8 while you type.')
            yield Static(words, classes="quiet foot", id="welcome-words", markup=False)

    @property
    def share(self) -> float:
        return self.session.replies / max(1, self.session.begun.length)

    def tell_place(self) -> None:
        length = self.session.begun.length
        number = min(self.session.replies + (not self.session.over), length)
        count = _("{number} of at most {count}").format(number=number, count=length)
        for label in self.query("#count").results(Static):
            label.update(Content("  ").join([Content(words) for words in (self.saving, count) if words]))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        offered = {
            "map": self.session.over or bool(self.session.replies),
            "unknown": not self.session.over,
            "undo": bool(self.session.replies),
            "peek": not self.session.over,
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    async def on_question_card_submitted(self, message: QuestionCard.Submitted) -> None:
        if not self.session.over:
            stamp = self._clock.stamp()
            answered = self.session.answer(message.response, message.confidence, stamp, self.seconds)
            await self._go_on(*answered)

    async def action_unknown(self) -> None:
        await self._go_on(*self.session.unknown(self._clock.stamp(), self.seconds))

    async def action_undo(self) -> None:
        await self._go_on(*self.session.undo(self._clock.stamp()))

    async def _go_on(self, session: Interview, event: Event | None) -> None:
        self.session = session
        if event is not None:
            self._record(event)
        self._peeking = False
        await self.redraw()

    def action_map(self) -> None:
        self.leave_by(DiagnosisEnded(self))
