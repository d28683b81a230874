"""What everything that opens over a screen has: its place in the middle, its styles, and keys to scroll it."""

from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from sosmed_learn.i18n import N_
from sosmed_learn.tui.widgets.scroller import SCROLL_KEYS, Scrolls

ResultT = TypeVar("ResultT")


class Dialog(Scrolls[ResultT], ModalScreen[ResultT], Generic[ResultT]):
    """Gives back a value of the type in brackets when it closes."""

    CSS_PATH = "../styles/dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*SCROLL_KEYS, Binding("down", "scroll('down')", N_("scroll"))]
