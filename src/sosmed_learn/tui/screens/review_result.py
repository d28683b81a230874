"""The end of questions asked again: what is still known, what comes back and when, and what is next with its reason."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.asks import Ask
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.reviewsession import ReviewSession
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import LessonChosen, NumbersAsked, ReviewUndoAsked
from sosmed_learn.tui.offering import way_to
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.plan_words import offer_reason
from sosmed_learn.tui.timebox import TimeBox
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, offer_title, safe, said


class ReviewResultScreen(Page):
    """``offer`` and ``saving`` are bound to the app's. ``left`` are the minutes that are left of those taken for now,
    None where nobody took any.
    """

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("home")),
        Binding("space", "read_on", N_("read on")),
        Binding("u", "undo", N_("undo the last answer")),
        Binding("w", "numbers", N_("why these numbers"), show=False),
        Binding("escape,left", "app.home", N_("home")),
    ]

    offer: var[OfferView | None] = var(None, init=False)
    saving: var[str] = var("", init=False)

    def __init__(self, session: ReviewSession, timebox: TimeBox | None, left: int | None) -> None:
        super().__init__()
        self.session = session
        self._timebox = timebox
        self._left = left

    @property
    def _goes_on(self) -> bool:
        """Whether Enter leads on to what comes next, rather than home."""
        if self.session.purpose == "test":
            return not self.session.passed
        return self.session.purpose == "today" and self.offer is not None and self._left != 0

    def body(self) -> Iterable[Widget]:
        right, asked = self.session.score
        yield Horizontal(
            Static(self._title(), classes="name", markup=False),
            Static(safe(self.saving), id="saving", classes="right", markup=False),
            classes="head",
        )
        yield Meter(right / max(1, asked))
        yield Scroller(*self._parts(right, asked), id="reading")

    def _title(self) -> str:
        match self.session.purpose:
            case "test":
                return _("Test passed") if self.session.passed else _("Test taken")
            case "settle":
                return _("Settled for now") if not self._wrong else _("Not settled yet")
        return _("Review done")

    @property
    def _wrong(self) -> tuple[Ask, ...]:
        return (*self.session.surely_wrong, *self.session.lost)

    def _parts(self, right: int, asked: int) -> Iterable[Widget]:
        yield Static(self._summary(right, asked), classes="section", markup=False)
        yield Static(self._next(), id="next", markup=False)
        sure, lost = self.session.surely_wrong, self.session.lost
        yield from _section(_("You were sure of something else; this comes back tomorrow"), "✗! ", "$warning", sure)
        yield from _section(_("Not there yet; this comes back soon"), "✗  ", "$warning", lost)
        wrong = {ask.item.place for ask in self._wrong}
        known = [self.session.asks[name] for name in self.session.first]
        kept = [ask for ask in known if ask.item.place not in wrong]
        yield from _section(_("Still there; this comes back later"), "✓  ", "$success", kept)

    def _summary(self, right: int, asked: int) -> str:
        if self.session.purpose == "test" and self.session.passed:
            return _("{right} of {asked} right. This lesson counts as known; some of it is asked again later.").format(
                right=right, asked=asked
            )
        if self.session.purpose == "test":
            return _("{right} of {asked} right. Most of the lesson is still worth its minutes.").format(
                right=right, asked=asked
            )
        return _("{right} of {asked} you still know.").format(right=right, asked=asked)

    def _next(self) -> str:
        words = []
        if self._timebox is not None and self.session.purpose == "today":
            words.append(_time_words(self._timebox.minutes, self._left or 0))
        if self.offer is not None and self.session.purpose == "today":
            title, time = offer_title(self.offer), minutes(self.offer.minutes)
            words.append(_('Next: "{title}", {minutes}.').format(title=title, minutes=time))
            words.append(offer_reason(self.offer))
        return " ".join(words)

    def on_mount(self) -> None:
        self._take_up()
        self.calm()

    async def retell(self) -> None:
        await super().retell()
        self._take_up()

    def _take_up(self) -> None:
        """Say what may have changed after the parts were made and before they could be found."""
        self.watch_offer()
        self.watch_saving()

    def watch_offer(self) -> None:
        for line in self.query("#next").results(Static):
            line.update(self._next())
        self.refresh_bindings()

    def watch_saving(self) -> None:
        for line in self.query("#saving").results(Static):
            line.update(safe(self.saving))

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        if key == "enter" and self._goes_on:
            return _("to the lesson") if self.session.purpose == "test" else _("go on")
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        offered = {
            "read_on": lambda: any(reading.more_below for reading in self.scrollers),
            "undo": lambda: self.session.undoable is not None,
        }
        return offered[action]() if action in offered else super().check_action(action, parameters)

    async def action_go_on(self) -> None:
        if not self._goes_on:
            await self.run_action("app.home")
        elif self.session.purpose == "test":
            self.leave_by(LessonChosen(*self.session.tested[0], again=True))
        elif self.offer is not None:
            self.leave_by(way_to(self.offer.offer))

    def action_undo(self) -> None:
        self.leave_by(ReviewUndoAsked(self.session))

    def action_numbers(self) -> None:
        self.leave_by(NumbersAsked())

    def action_read_on(self) -> None:
        self.query_one("#reading", Scroller).scroll_page_down(animate=False)


def _section(title: str, mark: str, style: str, asks: Sequence[Ask]) -> Iterable[Widget]:
    if asks:
        yield Static(title, classes="section", markup=False)
    for ask in asks:
        question = ask.item.question
        yield Hanging(Content.styled(mark, style), inline(words_only(said(question.prompt))), classes="reason")


def _time_words(taken: int, left: int) -> str:
    if not left:
        words = ngettext("Your {count} minute is over.", "Your {count} minutes are over.", taken)
        return words.format(count=taken)
    return ngettext("{count} minute is left.", "{count} minutes are left.", left).format(count=left)
