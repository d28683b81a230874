"""What everything that opens over a screen has: its place in the middle and its styles."""

from typing import Generic, TypeVar

from textual.screen import ModalScreen

ResultT = TypeVar("ResultT")


class Dialog(ModalScreen[ResultT], Generic[ResultT]):
    """Gives back a value of the type in brackets when it closes."""

    CSS_PATH = "../styles/dialog.tcss"
