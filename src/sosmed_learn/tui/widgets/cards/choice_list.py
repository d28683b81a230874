"""The options of a question in one widget: numbers, a cursor, ticks. Which are right it does not know.

One widget instead of one a row, because every widget on the screen is felt at every key; and because a long option is
then wrapped beside its number instead of under it.
"""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sosmed_learn.tui.widgets.hanging import beside


class ChoiceList(Widget):
    """``cursor`` is the option under the mark, ``picked`` those that are taken; both count from 0.

    A mark and a tick show them, never colour alone.
    """

    class Clicked(Message):
        """An option was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    cursor: reactive[int | None] = reactive(None)
    picked: reactive[frozenset[int]] = reactive(frozenset())

    def __init__(self, texts: Sequence[Content], *, many: bool) -> None:
        super().__init__()
        self._texts = texts
        self._many = many
        self._wrapped: tuple[int, list[list[Content]]] = (0, [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(map(len, self._lines_in(width)))

    def render(self) -> RenderResult:
        options = enumerate(self._lines_in(self.content_size.width))
        return Content("\n").join([line for index, lines in options for line in self._drawn(index, lines)])

    def rows_of(self, index: int) -> range:
        """The lines of the widget in which an option stands."""
        heights = [len(lines) for lines in self._lines_in(self.content_size.width)]
        start = sum(heights[:index])
        return range(start, start + heights[index])

    def _lines_in(self, width: int) -> list[list[Content]]:
        """The lines of each option without its head. Wrapped once for a width: a key only changes how they look."""
        if self._wrapped[0] != width:
            room = max(8, width - self._head(0).cell_length)
            self._wrapped = width, [text.wrap(room) or [Content("")] for text in self._texts]
        return self._wrapped[1]

    def on_click(self, event: events.Click) -> None:
        for index in range(len(self._texts)):
            if event.y in self.rows_of(index):
                self.post_message(self.Clicked(index))

    def _head(self, index: int) -> Content:
        """The mark, the number and the tick of an option; as wide for each of them."""
        box = ("[x] " if index in self.picked else "[ ] ") if self._many else ""
        mark = "▸" if index == self.cursor else " "
        return Content.styled(f"{mark} {index + 1}  {box}", self._style(index) or "$text-muted")

    def _style(self, index: int) -> str:
        taken = index in self.picked or (index == self.cursor and not self._many)
        return "bold $accent" if taken else ""

    def _drawn(self, index: int, lines: Sequence[Content]) -> list[Content]:
        """The lines of an option behind its head."""
        style, head = self._style(index), self._head(index)
        styled = [line.stylize(style) for line in lines] if style else lines
        return beside(head, styled)
