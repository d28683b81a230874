"""Home: the one thing to do next with its reason, the modules with how far each is, and what cannot be opened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import ExamFinished
from sosmed_learn.core.examresult import percent
from sosmed_learn.core.module import Module
from sosmed_learn.core.plan import Standing, standing
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import other
from sosmed_learn.core.today import MINUTES, Today
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.messages import (
    DocumentsAsked,
    LanguageChosen,
    MinutesSet,
    ModuleChosen,
    TodayTaken,
    TroublesAsked,
)
from sosmed_learn.tui.page import Page, leave_by
from sosmed_learn.tui.plan_words import plan_facts, plan_reason, plan_title
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import bar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, safe, said, short_date

METER_CELLS = 18
MOST_NUMBERED = 9
"""Modules behind this one have no key of their own; the arrows reach them."""


class OfferBox(Hanging, can_focus=True):
    """The next thing to do. Enter or a click does it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", N_("start"))]

    def __init__(self, today: Today) -> None:
        super().__init__(Content(""), *_plan(today))
        self._today = today

    @property
    def head(self) -> Content:
        """The mark, which shows where the cursor is."""
        return Content.styled("▶ " if self.has_focus else "▷ ", "bold $accent") if self._today.any else Content("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._today.any or action != "take"

    def action_take(self) -> None:
        if self._today.any:
            leave_by(self, TodayTaken())

    def on_click(self) -> None:
        self.action_take()


class ModuleRow(Static, can_focus=True):
    """One module: number, title, meter, how far. Enter, its number or a click opens it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("open"))]

    def __init__(self, number: int, module: Module, progress: Progress) -> None:
        super().__init__(markup=False)
        self._number = number
        self._module = module
        self._standing = standing(module, progress)
        self._exam = progress.exam((module.id, *module.aliases)).best

    def render(self) -> Content:
        standing, width = self._standing, self.content_size.width
        share = standing.finished / max(1, standing.lessons)
        state = _state(standing, self._exam)
        meter = bar(max(share, 0.06 if standing.under_way else 0), METER_CELLS)
        if width < METER_CELLS + 44:
            meter = Content("")
        room = width - 5 - len(meter) - len(state) - (4 if len(meter) else 2)
        mark = "▸" if self.has_focus else " "
        number = str(self._number) if self._number <= MOST_NUMBERED else " "
        head = Content.styled(f"{mark}{number:>2}  ", "bold $accent")
        title = Content(said(self._module.title)).truncate(max(4, room), ellipsis=True, pad=True)
        gap = "  " if len(meter) else ""
        return Content.assemble(head, title, gap, meter, "  ", (state, "$text-muted"))

    def action_open(self) -> None:
        leave_by(self, ModuleChosen(self._module.id))

    def on_click(self) -> None:
        self.action_open()


class HomeScreen(Page):
    """``today`` is what Enter does; ``progress``, ``today`` and ``troubles`` are bound to the app's."""

    AUTO_FOCUS = "OfferBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "open(1)", N_("module")),
        *(Binding(str(n), f"open({n})", N_("module"), show=False) for n in range(2, 10)),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("m", "minutes", N_("time")),
        Binding("l", "switch_language", N_("Bahasa Indonesia")),
        Binding("d", "documents", N_("documents")),
        Binding("x", "troubles", N_("what is wrong")),
        Binding("ctrl+q", "app.quit", N_("close the app"), key_display="Ctrl+Q", priority=True),
    ]

    progress: var[Progress] = var(Progress, init=False)
    today: var[Today] = var(Today(minutes=7), init=False)
    troubles: var[tuple[Trouble, ...]] = var((), init=False)

    def __init__(self, modules: Sequence[Module], today: date) -> None:
        super().__init__()
        self._modules = modules
        self._today = today

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static("sosmed-learn", classes="name", markup=False),
            Static(short_date(self._today), classes="right quiet", markup=False),
            classes="head",
        )
        yield Scroller(
            Static(self._heading(), classes="section", markup=False),
            OfferBox(self.today),
            Static(_("Modules"), classes="section", markup=False),
            *(ModuleRow(n, module, self.progress) for n, module in enumerate(self._modules, start=1)),
            *(Static(_trouble_words(t), classes="trouble", markup=False) for t in self.troubles[:3]),
            id="home-body",
        )

    def _heading(self) -> str:
        if self.today.back:
            return _("Welcome back. These {minutes} will help most.").format(minutes=minutes(self.today.minutes))
        return _("Today, {minutes}").format(minutes=minutes(self.today.minutes))

    def key_name(self, key: str) -> str | None:
        count = min(9, len(self._modules))
        if key == "1":
            return f"1-{count}" if count > 1 else "1"
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return isinstance(parameters[0], int) and parameters[0] <= len(self._modules)
        if action == "troubles":
            return bool(self.troubles)
        if action == "documents":
            return any(done.tasks for done in self.progress.lessons.values())
        return super().check_action(action, parameters)

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

    def action_minutes(self) -> None:
        """The next of the usual lengths of time."""
        longer = (length for length in MINUTES if length > self.today.minutes)
        self.post_message(MinutesSet(next(longer, MINUTES[0])))

    def action_switch_language(self) -> None:
        self.post_message(LanguageChosen(other(in_use())))

    def action_documents(self) -> None:
        self.leave_by(DocumentsAsked())

    def action_troubles(self) -> None:
        self.leave_by(TroublesAsked())


def _plan(today: Today) -> list[Content]:
    """What to do, how long it takes, and why: each a line or more."""
    lines = [(plan_title(today), "bold"), (plan_facts(today), "$text-muted"), (plan_reason(today), "")]
    return [Content.styled(words, style) for words, style in lines if words]


def _state(standing: Standing, exam: ExamFinished | None) -> str:
    """How far a module is, in words of one width, so that the meters stand under each other."""
    done = _("{done} of {all}").format(done=standing.finished, all=standing.lessons)
    words = (_("finished"), _("under way"), _("not begun"), done)
    if exam is not None and exam.passed:
        state = _("exam {points}").format(points=percent(exam.points, exam.asked))
    elif standing.complete:
        state = words[0]
    elif standing.finished:
        state = done
    else:
        state = words[1] if standing.under_way else words[2]
    return state.ljust(max(map(len, words)))


def _trouble_words(trouble: Trouble) -> str:
    title = said(trouble.title)
    if trouble.lesson:
        words = _('{module}: the lesson "{title}" cannot be opened yet: its file has an error. The others are fine.')
        return words.format(title=title, module=said(trouble.module_title) or safe(trouble.module))
    if trouble.module:
        return _('"{title}" cannot be opened yet: its file has an error. The others are fine.').format(title=title)
    return _('The course folder "{title}" cannot be opened yet. The other courses are fine.').format(title=title)
