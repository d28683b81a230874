"""The sources behind a step's claims: what is claimed, how sure it is, who says so, when it was seen, where to look."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sosmed_learn.core.fact import Fact
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import month_of, safe, said

_SURE = {
    "seen": N_("Seen at the source."),
    "secondary": N_("Seen in a second-hand account; the original was not seen."),
    "memory": N_("Not checked at a source yet; look it up before you rely on it."),
}


class AddressRow(Static, can_focus=True):
    """A web address. Enter or a click opens it in the browser; it is written out for terminals without one."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("open in the browser"))]

    class Opened(Message):
        """The address is to be opened."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, address: str) -> None:
        super().__init__(safe(address), classes="address", markup=False)
        self._address = address

    def action_open(self) -> None:
        self.post_message(self.Opened(self._address))

    def on_click(self) -> None:
        self.action_open()


class SourcesScreen(Dialog[None]):
    """Shows ``facts`` in the order of their numbers in the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,s", "close", N_("close")),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
    ]

    def __init__(self, facts: Sequence[Fact], today: date) -> None:
        super().__init__()
        self._facts = facts
        self._today = today

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Where this comes from"), classes="name", markup=False)
            with Scroller():
                for number, fact in enumerate(self._facts, start=1):
                    yield Static(_fact_words(number, fact, self._today), classes="fact", markup=False)
                    for address in fact.addresses:
                        if address.startswith(("https://", "http://")):
                            yield AddressRow(address)
            yield KeyBar()

    def on_mount(self) -> None:
        """Enter opens the first address; the reading begins at the top all the same."""
        for row in self.query(AddressRow):
            row.focus(scroll_visible=False)
            break

    def action_close(self) -> None:
        self.dismiss(None)


def _fact_words(number: int, fact: Fact, today: date) -> Content:
    rows = [Content.assemble((f"[{number}] ", "bold $accent"), said(fact.claim))]
    if fact.figure:
        rows.append(Content.styled(said(fact.figure), "bold"))
    if fact.correction:
        rows.append(Content.assemble((_("Correction: "), "bold $warning"), said(fact.correction)))
    checked = _("checked {month}").format(month=month_of(fact.seen))
    rows.append(Content.styled(f"{safe(fact.source)} · {checked}. {_(_SURE[fact.confidence])}", "$text-muted"))
    if fact.is_stale(today):
        stale = _("Last checked {month}; rules may have changed.").format(month=month_of(fact.seen))
        rows.append(Content.styled(f"~ {stale}", "$warning"))
    if fact.note:
        rows.append(Content.styled(said(fact.note), "$text-muted"))
    return Content("\n").join(rows)
