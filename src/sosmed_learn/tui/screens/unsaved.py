"""Asked on quitting while something is not on disk: try again, write it elsewhere, stay, or leave all the same."""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.key_bar import KeyBar

Decision = Literal["retry", "elsewhere", "stay", "leave"]


class UnsavedScreen(Dialog[Decision]):
    """``words`` say what is not saved and why."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "decide('retry')", N_("try again")),
        Binding("w", "decide('elsewhere')", N_("write it elsewhere")),
        Binding("escape", "decide('stay')", N_("stay in the app")),
        Binding("x", "decide('leave')", N_("leave without saving")),
    ]

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Not everything is saved"), classes="name", markup=False)
            yield Static(self._words, markup=False)
            yield KeyBar(whole=True)

    def action_decide(self, decision: Decision) -> None:
        self.dismiss(decision)
