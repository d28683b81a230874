"""What cannot be opened and where, for the one who can mend it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.study import Trouble
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import safe, said


class TroublesScreen(Dialog[None]):
    """Each broken file with its place, and the command that explains it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,x", "close", N_("close"))]

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__()
        self._troubles = troubles

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Cannot be opened yet"), classes="name", markup=False)
            with Scroller():
                yield Static(Content("\n\n").join([_words(trouble) for trouble in self._troubles]), markup=False)
            yield Static(_("Whoever writes the course sees each problem with: sosmed-learn check"), classes="section")
            yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)


def _words(trouble: Trouble) -> Content:
    count = ngettext("{count} problem", "{count} problems", trouble.problems).format(count=trouble.problems)
    return Content.assemble((said(trouble.title), "bold"), f"  {count}\n", (safe(trouble.where), "$text-muted"))
