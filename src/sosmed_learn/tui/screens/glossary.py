"""A module's glossary, sorted in the reader's language, narrowed by typing."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from sosmed_learn.core.folding import fold
from sosmed_learn.core.module import Term
from sosmed_learn.core.text import other
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.field import Field
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import safe, said


class GlossaryScreen(Dialog[None]):
    """Shows ``terms`` with their name in the other language too, since people search in one and work in the other."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", N_("close"), priority=True)]

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self._terms = _in_order(terms)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Glossary"), classes="name", markup=False)
            yield Field(placeholder=_("type to narrow the list"))
            with Scroller():
                yield Static(self._entries(""), id="entries", markup=False)
            yield KeyBar()

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#entries", Static).update(self._entries(event.value))

    def renew(self, terms: Sequence[Term]) -> None:
        """Show other terms from now on, narrowed as before."""
        self._terms = _in_order(terms)
        self.query_one("#entries", Static).update(self._entries(self.query_one(Field).value))

    def _entries(self, wanted: str) -> Content:
        found = [term for term in self._terms if fold(wanted) in fold(f"{term.term.id} {term.term.en}")]
        if not found:
            return Content(_("No term like that in this module."))
        return Content("\n\n").join([_entry(term) for term in found])

    def action_close(self) -> None:
        self.dismiss(None)


def _in_order(terms: Sequence[Term]) -> list[Term]:
    return sorted(terms, key=lambda term: fold(said(term.term)))


def _entry(term: Term) -> Content:
    name, twin = said(term.term), safe(term.term.say(other(in_use())))
    also = f"  {twin}" if twin != name else ""
    return Content.assemble((name, "bold $accent"), (also, "$text-muted"), "\n", said(term.definition))
