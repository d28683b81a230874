"""Home: the one thing to do next with its reason, the modules with how far each is, and what cannot be opened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import ExamFinished
from sosmed_learn.core.examresult import percent
from sosmed_learn.core.module import Module
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.plan import Offer, Standing, standing
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import other
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.messages import (
    DocumentsAsked,
    ExamAsked,
    LanguageChosen,
    LessonChosen,
    ModuleChosen,
    TroublesAsked,
    WorksheetAsked,
)
from sosmed_learn.tui.page import Page, leave_by
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import bar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, offer_title, safe, said, short_date

METER_CELLS = 18
MOST_NUMBERED = 9
"""Modules behind this one have no key of their own; the arrows reach them."""


class OfferBox(Hanging, can_focus=True):
    """The next thing to do. Enter or a click does it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "take", N_("start"))]

    def __init__(self, view: OfferView | None, minutes_a_day: int) -> None:
        super().__init__(Content(""), *_offer_words(view, minutes_a_day))
        self._view = view

    @property
    def head(self) -> Content:
        """The mark, which shows where the cursor is."""
        return Content.styled("▶ " if self.has_focus else "▷ ", "bold $accent") if self._view else Content("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._view is not None or action != "take"

    def action_take(self) -> None:
        if self._view:
            leave_by(self, _way_to(self._view.offer))

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
    """``offer`` is what Enter does; ``progress``, ``offer`` and ``troubles`` are bound to the app's."""

    AUTO_FOCUS = "OfferBox"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "open(1)", N_("module")),
        *(Binding(str(n), f"open({n})", N_("module"), show=False) for n in range(2, 10)),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("l", "switch_language", N_("Bahasa Indonesia")),
        Binding("d", "documents", N_("documents")),
        Binding("x", "troubles", N_("what is wrong")),
        Binding("ctrl+q", "app.quit", N_("close the app"), key_display="Ctrl+Q", priority=True),
    ]

    progress: var[Progress] = var(Progress, init=False)
    offer: var[OfferView | None] = var(None, init=False)
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
            Static(_("Today"), classes="section", markup=False),
            OfferBox(self.offer, self._minutes),
            Static(_("Modules"), classes="section", markup=False),
            *(ModuleRow(n, module, self.progress) for n, module in enumerate(self._modules, start=1)),
            *(Static(_trouble_words(t), classes="trouble", markup=False) for t in self.troubles[:3]),
            id="home-body",
        )

    @property
    def _minutes(self) -> int:
        """What the learner has on a usual day; 0 where it was not said."""
        said_minutes = self.progress.settings.get("minutes", "")
        return int(said_minutes) if said_minutes.isdecimal() else 0

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

    async def watch_offer(self, before: OfferView | None, now: OfferView | None) -> None:
        await self._draw_again(before, now)

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

    def action_switch_language(self) -> None:
        self.post_message(LanguageChosen(other(in_use())))

    def action_documents(self) -> None:
        self.leave_by(DocumentsAsked())

    def action_troubles(self) -> None:
        self.leave_by(TroublesAsked())


def _way_to(offer: Offer) -> Message:
    """What opens the thing that is offered."""
    match offer.reason:
        case "task":
            return WorksheetAsked(offer.module, offer.lesson, offer.task)
        case "sitting" | "exam":
            return ExamAsked(offer.module)
    return LessonChosen(offer.module, offer.lesson, again=offer.reason == "repeat")


def _offer_words(view: OfferView | None, minutes_a_day: int) -> list[Content]:
    if view is None:
        return [Content(_("There is no lesson to open yet."))]
    # The title of an exam says of which module it is.
    module = "" if view.offer.reason in {"sitting", "exam"} else said(view.module_title)
    facts = " · ".join(words for words in (module, minutes(view.minutes)) if words)
    if 0 < minutes_a_day < view.minutes:
        facts += _(", in parts if you like")
    why = {
        "continue": _("You stopped at step {step} of {steps}; go on from there."),
        "next": _("It comes next in the module you were in."),
        "first": _("A good place to begin for what you do."),
        "other": _("You have not begun this module yet."),
        "task": _("You wrote this a few days ago. See what of it holds by now."),
        "sitting": _("You stopped in the middle of it, with {done} of {steps} questions answered."),
        "exam": _("All lessons are done. The exam shows what has stayed."),
        "repeat": _("All lessons are done. This one went least well, so it is worth another look."),
    }[view.offer.reason].format(step=min(view.done + 1, view.steps), steps=view.steps, done=view.done)
    return [
        Content.styled(offer_title(view), "bold"),
        Content.styled(facts, "$text-muted"),
        Content(why),
    ]


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
