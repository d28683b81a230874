"""A part of a story in one widget: messages, what the learner did, and remarks on it, from top to bottom."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from sosmed_learn.core.scenario import Telling
from sosmed_learn.tui.widgets.scenario.bubbles import Entry, draw

FEW_ROWS = 18
"""Rows of the window below which bubbles have no frames."""


class Chat(Widget):
    """Draws ``entries`` as the author tells the story. One widget for many bubbles: each is felt at every key."""

    class Placed(Message):
        """The newest part of a story has another place on the screen."""

    def __init__(self, entries: Sequence[Entry], telling: Telling, *, newest: bool = False) -> None:
        super().__init__(classes="chat")
        self.newest = newest
        self._entries = entries
        self._telling = telling
        self._drawn: tuple[tuple[int, bool], list[Content]] | None = None

    def on_resize(self) -> None:
        if self.newest:
            self.post_message(self.Placed())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        """Drawn once for a width: a long story is not wrapped anew at every key."""
        wanted = width, self.app.size.height < FEW_ROWS
        if self._drawn is None or self._drawn[0] != wanted:
            self._drawn = wanted, draw(self._entries, self._telling, width, compact=wanted[1])
        return self._drawn[1]
