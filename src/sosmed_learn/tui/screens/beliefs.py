"""Misconceptions that keep coming back: the belief, what is so, where it showed, and questions to settle it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.beliefs import Belief, Sighting
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.module import Misconception
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import SettlingAsked
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import said, short_date


class BeliefsScreen(Page):
    """One belief a page, the most pressing first; ``known`` has all that were met often enough."""

    CSS_PATH = "../styles/concept.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "settle", N_("settle it")),
        Binding("right", "turn(1)", N_("the next one")),
        Binding("left", "turn(-1)", N_("the one before")),
        Binding("escape", "app.back", N_("back")),
    ]

    def __init__(self, known: Insight) -> None:
        super().__init__()
        self._known = known
        found = [(belief, _of(known, belief)) for belief in known.beliefs]
        self._beliefs = [(belief, named) for belief, named in found if named is not None]
        self._at = 0

    def body(self) -> Iterable[Widget]:
        place = _("{step} of {steps}").format(step=self._at + 1, steps=len(self._beliefs)) if self._beliefs else ""
        yield Horizontal(
            Static(_("A belief that keeps coming back"), classes="name", markup=False),
            Static(place, classes="right", markup=False),
            classes="head",
        )
        yield Scroller(*self._parts(), id="reading")

    def _parts(self) -> Iterable[Widget]:
        if not self._beliefs:
            yield Static(_("None so far. One is listed here when it has shown three times."), markup=False)
            return
        belief, named = self._beliefs[self._at]
        yield Static(_("What the answers say"), classes="section", markup=False)
        yield Static(Content.styled(said(named.belief), "italic"), classes="belief", markup=False)
        yield Static(_("What is so"), classes="section", markup=False)
        yield Static(said(named.truth), classes="words", markup=False)
        yield Static(self._standing(belief), classes="words quiet", id="standing", markup=False)
        yield Static(_("Where it showed"), classes="section", markup=False)
        for sighting in reversed(belief.shown):
            yield Hanging(Content.styled("✗! " if sighting.sure else "✗  ", "$warning"), *self._shown(sighting))

    def _standing(self, belief: Belief) -> str:
        if belief.settled:
            return _("Settled: the questions since then that could show it went right.")
        if belief.withstood:
            return _("One question that could show it has gone right since. One more, and it is settled.")
        return ngettext(
            "It has shown {count} time. Two questions in a row that could show it and go right settle it.",
            "It has shown {count} times. Two questions in a row that could show it and go right settle it.",
            len(belief.shown),
        ).format(count=len(belief.shown))

    def _shown(self, sighting: Sighting) -> list[Content]:
        """The question, and when it was."""
        item = self._known.bank.by_place.get((sighting.module, sighting.lesson, sighting.question))
        prompt = inline(words_only(said(item.question.prompt))) if item else Content("")
        when = short_date(sighting.at.date())
        return [prompt, Content.styled(f"{when} · {_('sure')}" if sighting.sure else when, "$text-muted")]

    def on_mount(self) -> None:
        self.calm()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "settle":
            return bool(self._beliefs)
        if action == "turn":
            step = parameters[0] if isinstance(parameters[0], int) else 0
            return 0 <= self._at + step < len(self._beliefs)
        return super().check_action(action, parameters)

    def action_settle(self) -> None:
        self.leave_by(SettlingAsked(*self._beliefs[self._at][0].misconception))

    async def action_turn(self, step: int) -> None:
        self._at += step
        await self.retell()
        self.drawn()


def _of(known: Insight, belief: Belief) -> Misconception | None:
    module = known.bank.module(belief.misconception[0])
    return module.misconception(belief.misconception[1]) if module else None
