"""Which earlier choice of a story to go back to."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.picking import PickingScreen


class EarlierScreen(PickingScreen):
    """``texts`` are what the learner did, in order. Gives back the position of one of them, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("go back there")),
        Binding("escape,b", "close", N_("stay here")),
    ]

    def question(self) -> str:
        return _("Back to which choice?")
