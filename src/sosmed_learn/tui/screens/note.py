"""A note of the learner's own on a step: one line, kept with the step."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.field import Field
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.wording import safe


class NoteField(Field):
    """The note; Enter keeps it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("keep"))]


class NoteScreen(Dialog[str | None]):
    """Gives back the note, empty to remove it, or None when nothing is to change."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", N_("leave it as it was"))]

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Your note on this step"), classes="name", markup=False)
            yield NoteField(safe(self._note), max_length=500)
            yield Static(_("Only you see it. An empty line removes it."), classes="quiet", markup=False)
            yield KeyBar(whole=True)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)
