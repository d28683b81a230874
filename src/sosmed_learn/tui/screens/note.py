"""A note of the learner's own on a step: one line, kept with the step."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.cards.lengths import too_long
from sosmed_learn.tui.widgets.field import Field
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.wording import safe

LONGEST_NOTE = 500
"""Characters."""


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
            yield NoteField(safe(self._note), max_length=LONGEST_NOTE)
            yield Static(self._about(self._note), id="said", classes="quiet", markup=False)
            yield KeyBar(whole=True)

    def _about(self, words: str) -> str:
        return too_long(words, LONGEST_NOTE) or _("Only you see it. An empty line removes it.")

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#said", Static).update(self._about(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)
