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
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import month_of, safe, said

_SURE = {
    "seen": N_("Seen at the source."),
    "secondary": N_("Seen in a second-hand account; the original was not seen."),
    "memory": N_("Not checked at a source yet; look it up before you rely on it."),
}


class AddressRow(Hanging):
    """A web address behind the number that opens it; written out for terminals without a browser."""

    class Clicked(Message):
        """The address was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, address: str) -> None:
        super().__init__(Content.styled(f"{number}  ", "bold $accent"), Content(safe(address)), classes="address")
        self._number = number

    def on_click(self) -> None:
        self.post_message(self.Clicked(self._number))


class SourcesScreen(Dialog[None]):
    """Shows ``facts`` in the order of their numbers in the text; a number key opens the address behind it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,s", "close", N_("close")),
        Binding("1", "open(1)", N_("open in the browser")),
        *(Binding(str(n), f"open({n})", N_("open in the browser"), show=False) for n in range(2, 10)),
    ]

    class Opened(Message):
        """An address is to be opened."""

        def __init__(self, address: str) -> None:
            super().__init__()
            self.address = address

    def __init__(self, facts: Sequence[Fact], today: date) -> None:
        super().__init__()
        self._facts = facts
        self._today = today
        self._addresses = [a for fact in facts for a in fact.addresses if a.startswith(("https://", "http://"))]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Where this comes from"), classes="name", markup=False)
            with Scroller():
                for number, fact in enumerate(self._facts, start=1):
                    yield Static(_fact_words(number, fact, self._today), classes="fact", markup=False)
                    for address in fact.addresses:
                        if address in self._addresses:
                            yield AddressRow(self._addresses.index(address) + 1, address)
            yield Static(id="opened", classes="quiet", markup=False)
            yield KeyBar()

    def key_name(self, key: str) -> str | None:
        count = min(9, len(self._addresses))
        return (f"1-{count}" if count > 1 else "1") if key == "1" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            return isinstance(parameters[0], int) and parameters[0] <= len(self._addresses)
        return super().check_action(action, parameters)

    def on_address_row_clicked(self, message: AddressRow.Clicked) -> None:
        self.action_open(message.number)

    def action_open(self, number: int) -> None:
        address = self._addresses[number - 1]
        self.post_message(self.Opened(address))
        self.query_one("#opened", Static).update(
            _("Asked your browser to open {address}").format(address=safe(address))
        )

    def action_close(self) -> None:
        self.dismiss(None)


def _fact_words(number: int, fact: Fact, today: date) -> Content:
    rows = [Content.assemble((f"[{number}] ", "bold $accent"), said(fact.claim))]
    if fact.figure:
        rows.append(Content.styled(said(fact.figure), "bold"))
    if fact.correction:
        rows.append(Content.assemble((_("Correction: "), "bold $warning"), said(fact.correction)))
    checked = _("checked {month}").format(month=month_of(fact.seen))
    rows.append(Content.styled(f"{said(fact.source)} · {checked}. {_(_SURE[fact.confidence])}", "$text-muted"))
    if fact.is_stale(today):
        stale = _("Last checked {month}; rules may have changed.").format(month=month_of(fact.seen))
        rows.append(Content.styled(f"~ {stale}", "$warning"))
    if fact.note:
        rows.append(Content.styled(said(fact.note), "$text-muted"))
    return Content("\n").join(rows)
