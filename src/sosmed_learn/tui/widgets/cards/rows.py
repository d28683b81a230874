"""Numbered or lettered rows in one widget, drawn as they are told to be. What they mean it does not know.

One widget instead of one a row, because every widget on the screen is felt at every key.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from sosmed_learn.tui.widgets.hanging import hang


class Row(NamedTuple):
    """``head`` stands in front of the words, which hang beside it."""

    head: Content
    words: Content


class Rows(Widget):
    """``show`` says what stands there. A click is told by the row's position."""

    class Clicked(Message):
        """A row was clicked."""

        def __init__(self, rows: "Rows", index: int) -> None:
            super().__init__()
            self.rows = rows
            self.index = index

    def __init__(self, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Draw these rows from now on. They are laid out anew only when they need more lines or fewer."""
        width = self.content_size.width
        before, after = self.height_in(width), sum(len(_lines(row, width)) for row in rows)
        self._rows = tuple(rows)
        self.refresh(layout=before != after or not before)

    def height_in(self, width: int) -> int:
        """How many lines the rows take in so many cells."""
        return sum(len(_lines(row, width)) for row in self._rows)

    def rows_of(self, index: int) -> range:
        """The lines of the widget in which a row stands."""
        heights = [len(_lines(row, self.content_size.width)) for row in self._rows]
        return range(sum(heights[:index]), sum(heights[: index + 1]))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self.height_in(width)

    def render(self) -> RenderResult:
        width = self.content_size.width
        return Content("\n").join([line for row in self._rows for line in _lines(row, width)])

    def on_click(self, event: events.Click) -> None:
        for index in range(len(self._rows)):
            if event.y in self.rows_of(index):
                self.post_message(self.Clicked(self, index))


def _lines(row: Row, width: int) -> list[Content]:
    return hang(row.head, [row.words], width)
