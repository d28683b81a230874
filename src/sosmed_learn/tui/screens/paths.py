"""The map of a story's paths, to be read: what was tried, and how much there is still to find."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from sosmed_learn.core.paths import Paths
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.screens.dialog import Dialog
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scenario.story_map import PathMap
from sosmed_learn.tui.widgets.scroller import Scroller


class PathsScreen(Dialog[None]):
    """``language`` is that of the course text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,escape,m", "close", N_("close"))]

    def __init__(self, paths: Paths, language: Language) -> None:
        super().__init__()
        self._paths = paths
        self._language = language

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog tall"):
            yield Static(_("Map of the story"), classes="name", markup=False)
            with Scroller():
                yield PathMap(self._paths, self._language)
            yield KeyBar()

    def action_close(self) -> None:
        self.dismiss(None)
