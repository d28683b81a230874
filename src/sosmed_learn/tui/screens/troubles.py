"""What cannot be opened, where, why and how to mend it, for the one who can."""

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
    """Each broken file with its first error, and the command that tells all of them."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,x", "close", N_("close"))]

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__()
        self._troubles = troubles

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Cannot be opened yet"), classes="name", markup=False)
            with Scroller():
                yield Static(Content("\n\n").join([_words(trouble) for trouble in self._troubles]), markup=False)
            yield Static(_("To whoever writes the course, every problem is told by:"), classes="section", markup=False)
            yield Static(_command(self._troubles), classes="quiet", markup=False)
            yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)


def _words(trouble: Trouble) -> Content:
    count = ngettext("{count} problem", "{count} problems", trouble.problems).format(count=trouble.problems)
    lines = [
        Content.assemble((said(trouble.title), "bold"), f"  {count}"),
        Content.styled(safe(trouble.where), "$text-muted"),
    ]
    if said(trouble.what):
        lines += [
            Content(said(trouble.what)),
            Content.assemble((_("To mend it:"), "$accent"), f" {said(trouble.hint)}"),
        ]
    return Content("\n").join(lines)


def _command(troubles: Sequence[Trouble]) -> str:
    """The command that checks just the folders in which something is wrong."""
    folders = dict.fromkeys(safe(trouble.folder) for trouble in troubles if trouble.folder)
    return " ".join(["sosmed-learn check", *(f'"{name}"' if " " in name else name for name in folders)])
