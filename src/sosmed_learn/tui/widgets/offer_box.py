"""The one thing to do now, with how long it takes and why, in a box."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from sosmed_learn.core.today import Today
from sosmed_learn.i18n import N_
from sosmed_learn.tui.messages import TodayTaken
from sosmed_learn.tui.page import leave_by
from sosmed_learn.tui.plan_words import plan_facts, plan_reason, plan_title
from sosmed_learn.tui.widgets.hanging import Hanging


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


def _plan(today: Today) -> list[Content]:
    """What to do, how long it takes, and why: each a line or more."""
    lines = [(plan_title(today), "bold"), (plan_facts(today), "$text-muted"), (plan_reason(today), "")]
    return [Content.styled(words, style) for words, style in lines if words]
