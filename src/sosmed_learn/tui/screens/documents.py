"""Which of the learner's documents to go on with."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.picking import PickingScreen


class DocumentsScreen(PickingScreen):
    """``texts`` are the titles of the documents with their files. Gives back the position of one, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("open the worksheet")),
        Binding("escape,d", "close", N_("close")),
    ]

    def question(self) -> str:
        return _("Your documents")
