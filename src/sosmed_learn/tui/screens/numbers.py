"""Where the numbers on the screens come from, each in a few sentences, with the model's name and source."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.insight import READING, USUAL
from sosmed_learn.core.memory import RETENTION
from sosmed_learn.core.posterior import PRESUMED
from sosmed_learn.core.remembering import Remembered
from sosmed_learn.core.spots import STRONG, SURE, UNSURE
from sosmed_learn.core.today import REVIEW_SHARE
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import number, short_date


class NumbersScreen(Page):
    """Text alone. ``asked`` is the question from which one came, and ``today`` counts the days since 1970."""

    CSS_PATH = "../styles/concept.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,left", "app.back", N_("back")),
        Binding("space", "read_on", N_("read on")),
    ]

    def __init__(self, asked: Remembered | None = None, today: int = 0) -> None:
        super().__init__()
        self._own = _question(asked, today) if asked else None

    def body(self) -> Iterable[Widget]:
        yield Static(_("Where the numbers come from"), classes="name", markup=False)
        yield Scroller(*self._parts(), id="reading")

    def _parts(self) -> Iterable[Widget]:
        for title, text in [*([self._own] if self._own else []), *_chapters()]:
            yield Static(title, classes="section", markup=False)
            yield Static(text, classes="words", markup=False)

    def on_mount(self) -> None:
        self.calm()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "read_on":
            return any(reading.more_below for reading in self.scrollers)
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        self.query_one("#reading", Scroller).scroll_page_down(animate=False)


def _chapters() -> list[tuple[str, str]]:
    """Titles and texts. The figures in them are those of the code."""
    return [_mastery(), _places(), _recall(), _map(), _minutes(), _exams()]


def _question(asked: Remembered, today: int) -> tuple[str, str]:
    """Why the chance of just this question is what it is."""
    memory = asked.memory
    ago = max(0, today - memory.day)
    often = ngettext("once", "{count} times", memory.reviews).format(count=memory.reviews)
    told = [_("You were asked it {often}, last on {day}.").format(often=often, day=short_date(_day(memory.day)))]
    if missed := memory.missed:
        words = ngettext("It went wrong on {count} day.", "It went wrong on {count} days.", missed)
        told.append(words.format(count=missed))
    stability = max(Decimal("0.1"), Decimal(f"{memory.stability:.1f}"))
    words = ngettext(
        "Its stability in days has been {stability} since then; {count} day on, the chance is about {recall}%.",
        "Its stability in days has been {stability} since then; {count} days on, the chance is about {recall}%.",
        ago,
    )
    told.append(words.format(stability=number(stability), count=number(ago), recall=_hundred(asked.recall)))
    return _("This question"), " ".join(told)


def _day(counted: int) -> date:
    return date(1970, 1, 1) + timedelta(days=counted)


def _mastery() -> tuple[str, str]:
    text = _(
        "Think of a hundred questions that ask you to use it. Nobody can tell how many you would know, so every "
        "number is held to be possible, some more than others, and each answer shifts that: a hard question more "
        "than an easy one, a typed answer more than one picked from three, a hint or a guess less. What is shown "
        "is the mean of what is possible, and between what and what most of it lies. Before any answer {presumed} "
        "is presumed of everybody. What is not used fades back towards that. An answer to the contrary takes "
        "weight from older ones, since people learn."
    )
    model = _("Model: beta-binomial true scores with guessing and slips (Lord 1965), with forgetting.")
    return _("How much you know of a concept"), f"{text.format(presumed=_hundred(PRESUMED))}\n{model}"


def _places() -> tuple[str, str]:
    text = _(
        "Strong: {strong} or more, or {sure} where nothing went wrong and you were sure. Unsure: {unsure} or "
        "more. Not yet: less. A blind spot: you were sure of something else, and too little has gone right since "
        "to settle it. In brackets it is a guess: fewer than two questions were asked, or only what you know of "
        "other things speaks for it."
    )
    figures = {"strong": _hundred(STRONG), "sure": _hundred(SURE), "unsure": _hundred(UNSURE)}
    return _("The four words for it"), text.format(**figures)


def _recall() -> tuple[str, str]:
    text = _(
        "A memory has a stability: after how many days the chance to recall it is 90%. Each time you are asked, "
        "stability grows if you are right and falls if you are not; right with a hint counts as hard, and a lucky "
        "guess as not remembered. A question is asked again when its chance has come down to what you want to "
        "keep, {retention}% unless you set it otherwise."
    )
    model = _("Model: FSRS-6 (Ye and others) with its published weights.")
    told = text.format(retention=_hundred(RETENTION))
    return _("The chance that you remember a question"), f"{told}\n{model}"


def _map() -> tuple[str, str]:
    text = _(
        "Each question of the diagnosis is the one that is expected to tell most. What it says of one concept is "
        "carried to others along what needs what: who can do the harder thing nearly always can do what it rests "
        "on. The map is a guide for studying; nobody has validated it as a test, and it certifies nothing."
    )
    model = _("Model: Bayesian student model (Millán & Pérez-de-la-Cruz 2002).")
    return _("Blind-spot map"), f"{text}\n{model}"


def _minutes() -> tuple[str, str]:
    text = _(
        "A question takes as long as your last answers took at the median, and {reading} seconds for the reasons; "
        "{usual} seconds in all until there are five to go by. A lesson takes what its author has estimated. Of your "
        "minutes, {share}% at most go to questions asked again, or all of them after weeks away. What you were asked "
        "again today counts towards that until you have done a lesson."
    )
    return _("Minutes"), text.format(reading=READING, usual=READING + USUAL, share=_hundred(REVIEW_SHARE))


def _exams() -> tuple[str, str]:
    text = _(
        "Points are those of the questions, of which some can be partly right. Questions on a fact that is past "
        "its date are left out."
    )
    return _("Exams"), text


def _hundred(share: float) -> str:
    return number(round(100 * share))
