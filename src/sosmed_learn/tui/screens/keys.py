"""Help: the keys that work on the screen below, taken from that screen itself, and where things are."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.key_bar import KeyBar, KeyHint
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import safe


class KeysScreen(Dialog[None]):
    """``hints`` are the keys of the screen below, ``place`` the file with the learner's data, if any is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,question_mark,f1", "close", N_("close"))]

    def __init__(self, hints: Sequence[KeyHint], place: str, version: str) -> None:
        super().__init__()
        self._hints = hints
        self._place = place
        self._version = version

    def compose(self) -> ComposeResult:
        width = max((len(hint.shown) for hint in self._hints), default=1)
        rows = [Content.assemble((f"{hint.shown:<{width}}", "bold $accent"), "   ", hint.what) for hint in self._hints]
        with Vertical(classes="dialog tall"):
            yield Static(_("Keys on this screen"), classes="name", markup=False)
            with Scroller():
                yield Static(Content("\n").join(rows), markup=False)
                yield Static(
                    _("Everything can also be clicked. Ctrl+P lists all commands."), classes="section", markup=False
                )
                kept = _("Your progress is kept in {place}.").format(place=safe(self._place))
                where = kept if self._place else _("This is a preview: nothing that you do here is kept.")
                yield Static(f"{where}\nsosmed-learn {self._version}", classes="quiet", markup=False)
            yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)
