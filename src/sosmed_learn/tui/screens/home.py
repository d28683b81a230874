"""Home: the one thing to do next with its reason, the modules with how far each is, and what cannot be opened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.module import Module
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.rhythm import rhythm
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import other
from sosmed_learn.core.today import MINUTES, Today
from sosmed_learn.i18n import N_, _, in_use, ngettext
from sosmed_learn.tui.messages import (
    BeliefsAsked,
    ChangesAsked,
    DocumentsAsked,
    LanguageChosen,
    MapAsked,
    MinutesSet,
    ModuleChosen,
    NumbersAsked,
    RhythmAsked,
    SettingsAsked,
    TroublesAsked,
)
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.rhythm_words import this_week_in_short
from sosmed_learn.tui.widgets.module_row import ModuleRow, spot_words
from sosmed_learn.tui.widgets.offer_box import OfferBox
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, safe, said, short_date

_PAGES: dict[str, type[Message]] = {
    "map": MapAsked,
    "changes": ChangesAsked,
    "beliefs": BeliefsAsked,
    "numbers": NumbersAsked,
    "rhythm": RhythmAsked,
    "settings": SettingsAsked,
    "documents": DocumentsAsked,
    "troubles": TroublesAsked,
}
"""The pages that are one key away."""


class HomeScreen(Page):
    """``today`` is what Enter does; ``progress``, ``today`` and ``troubles`` are bound to the app's."""

    AUTO_FOCUS = "OfferBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "open(1)", N_("module")),
        *(Binding(str(n), f"open({n})", N_("module"), show=False) for n in range(2, 10)),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("p", "page('map')", N_("map")),
        Binding("m", "minutes", N_("time")),
        Binding("b", "page('beliefs')", N_("belief")),
        Binding("c", "page('changes')", N_("what has changed")),
        Binding("w", "page('numbers')", N_("why these numbers"), show=False),
        Binding("l", "switch_language", N_("Bahasa Indonesia")),
        Binding("d", "page('documents')", N_("documents")),
        Binding("x", "page('troubles')", N_("what is wrong")),
        Binding("k", "page('rhythm')", N_("calendar")),
        Binding("o", "page('settings')", N_("settings")),
        Binding("ctrl+q", "app.quit", N_("close the app"), key_display="Ctrl+Q", priority=True),
    ]

    progress: var[Progress] = var(Progress, init=False)
    today: var[Today] = var(Today(minutes=7), init=False)
    troubles: var[tuple[Trouble, ...]] = var((), init=False)

    def __init__(self, modules: Sequence[Module], today: date) -> None:
        super().__init__()
        self._modules = modules
        self._day = today

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static("sosmed-learn", classes="name", markup=False),
            Static(self._head(), classes="right quiet", markup=False),
            classes="head",
        )
        spots = spot_words([self.today.blind_spots.get(module.id, 0) for module in self._modules])
        yield Scroller(
            Static(self._heading(), classes="section", markup=False),
            OfferBox(self.today),
            *self._asides(),
            Static(_("Modules"), classes="section", markup=False),
            *(ModuleRow(n, module, self.progress, spots[n - 1]) for n, module in enumerate(self._modules, start=1)),
            *(Static(_trouble_words(t), classes="trouble", markup=False) for t in self.troubles[:3]),
            id="home-body",
        )

    def _head(self) -> str:
        """The day, and how the week goes where there is a goal."""
        day = self.today.day or self._day
        week = rhythm(self.progress, day)
        return " · ".join(words for words in (short_date(day), this_week_in_short(week)) if words)

    def _heading(self) -> str:
        if self.today.back:
            return _("Welcome back. These {minutes} will help most.").format(minutes=minutes(self.today.minutes))
        return _("Today, {minutes}").format(minutes=minutes(self.today.minutes))

    def _asides(self) -> Iterable[Widget]:
        """What else there is to look at, which nobody has to."""
        if count := len(self.today.changed):
            words = ngettext(
                "Something you knew has changed since: c asks about it.",
                "{count} things you knew have changed since: c asks about them.",
                count,
            ).format(count=count)
            yield Static(words, classes="trouble", id="changed", markup=False)
        if count := self.today.beliefs:
            words = ngettext(
                "A belief keeps coming back in your answers: b looks at it.",
                "{count} beliefs keep coming back in your answers: b looks at them.",
                count,
            ).format(count=count)
            yield Static(words, classes="trouble", id="beliefs", markup=False)
        if self.today.map_is_old:
            words = _("Your map is a month old: p opens it, and r there shows what has changed since.")
            yield Static(words, classes="quiet foot words", id="old-map", markup=False)

    def key_name(self, key: str) -> str | None:
        count = min(9, len(self._modules))
        if key == "1":
            return f"1-{count}" if count > 1 else "1"
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return isinstance(parameters[0], int) and parameters[0] <= len(self._modules)
        return self._has(str(parameters[0])) if action == "page" else super().check_action(action, parameters)

    def _has(self, page: str) -> bool:
        """Whether there is anything on it."""
        match page:
            case "troubles":
                return bool(self.troubles)
            case "map":
                return any(module.diagnosis for module in self._modules)
            case "changes":
                return bool(self.today.changed)
            case "beliefs":
                return self.today.beliefs > 0
            case "documents":
                return any(work.written for done in self.progress.lessons.values() for work in done.tasks.values())
        return True

    async def watch_progress(self, before: Progress, now: Progress) -> None:
        await self._draw_again(before, now)

    async def watch_today(self, before: Today, now: Today) -> None:
        if before != now:
            await self._draw_again(before, now)
            self.calm()

    async def watch_troubles(self, before: tuple[Trouble, ...], now: tuple[Trouble, ...]) -> None:
        await self._draw_again(before, now)

    async def renew(self, modules: Sequence[Module]) -> None:
        """Show other modules from now on."""
        before, self._modules = self._modules, modules
        if before != modules:
            await self.retell()
            self.drawn()

    def on_screen_resume(self) -> None:
        for box in self.query(OfferBox):
            box.focus()

    async def _draw_again(self, before: object, now: object) -> None:
        if not self.is_mounted or before is now:
            return
        at_offer = not isinstance(self.focused, ModuleRow)
        await self.retell()
        if at_offer:
            for box in self.query(OfferBox):  # the app may have ended meanwhile
                box.focus()
        self.refresh_bindings()

    def action_open(self, number: int) -> None:
        self.leave_by(ModuleChosen(self._modules[number - 1].id))

    def action_page(self, page: str) -> None:
        self.leave_by(_PAGES[page]())

    def action_minutes(self) -> None:
        """The next of the usual lengths of time."""
        longer = (length for length in MINUTES if length > self.today.minutes)
        self.post_message(MinutesSet(next(longer, MINUTES[0])))

    def action_switch_language(self) -> None:
        self.post_message(LanguageChosen(other(in_use())))


def _trouble_words(trouble: Trouble) -> str:
    title = said(trouble.title)
    if trouble.lesson:
        words = _('{module}: the lesson "{title}" cannot be opened yet: its file has an error. The others are fine.')
        return words.format(title=title, module=said(trouble.module_title) or safe(trouble.module))
    if trouble.module:
        return _('"{title}" cannot be opened yet: its file has an error. The others are fine.').format(title=title)
    return _('The course folder "{title}" cannot be opened yet. The other courses are fine.').format(title=title)
