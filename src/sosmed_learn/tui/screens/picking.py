"""Which of some things, over the page. What is asked, and what the keys are called, is said by each kind of it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.i18n import N_
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import Scroller

BY_NUMBER = 9
"""Choices that have a key of their own."""


class PickingScreen(Dialog[int | None]):
    """``texts`` are the things, the last of them marked. Gives back the position of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "mark(0)", N_("pick")),
        *(Binding(str(n), f"mark({n - 1})", N_("pick"), show=False) for n in range(2, BY_NUMBER + 1)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
    ]

    def __init__(self, texts: Sequence[Content]) -> None:
        super().__init__()
        self._count = len(texts)
        self._choices = ChoiceList(texts, many=False)
        self._choices.set_reactive(ChoiceList.cursor, self._count - 1)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(self.question(), classes="name", markup=False)
            with Scroller():
                yield self._choices
            yield KeyBar(whole=True)

    def question(self) -> str:
        """What is asked above the list."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.call_after_refresh(self._mark, self._count - 1)

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        return f"1-{min(self._count, BY_NUMBER)}" if key == "1" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "mark" and parameters:
            # The one there is has the mark already.
            return isinstance(parameters[0], int) and parameters[0] < self._count and self._count > 1
        return super().check_action(action, parameters)

    def action_mark(self, index: int) -> None:
        self._mark(index)

    def action_move(self, by: int) -> None:
        self._mark(((self._choices.cursor or 0) + by) % self._count)

    def _mark(self, index: int) -> None:
        self._choices.cursor = index
        lines, top = self._choices.rows_of(index), self._choices.region.y
        self.query_one(Scroller).keep_in_view(top + lines.start, top + lines.stop)

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self._mark(event.index)

    def action_choose(self) -> None:
        self.dismiss(self._choices.cursor)

    def action_close(self) -> None:
        self.dismiss(None)
