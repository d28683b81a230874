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
        self._wrapped: list[list[Content]] = []
        self._wrapped_at = -1

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(map(len, self._rows(width)))

    def render(self) -> RenderResult:
        lines: list[Content] = []
        for index, row in enumerate(self._rows(self.content_size.width)):
            style = self._style(index)
            head = self._head(index)
            heads = [Content.styled(head, style or "$text-muted")] + [Content(" " * len(head))] * (len(row) - 1)
            lines += [
                Content.assemble(head, line.stylize(style) if style else line)
                for head, line in zip(heads, row, strict=True)
            ]
        return Content("\n").join(lines)

    def rows_of(self, index: int) -> range:
        """The lines of the widget in which an option stands."""
        heights = [len(row) for row in self._rows(self.content_size.width)]
        start = sum(heights[:index])
        return range(start, start + heights[index])

    def on_click(self, event: events.Click) -> None:
        for index in range(len(self._texts)):
            if event.y in self.rows_of(index):
                self.post_message(self.Clicked(index))

    def _rows(self, width: int) -> list[list[Content]]:
        """Each option's text as lines that fit beside its number."""
        if width != self._wrapped_at:
            self._wrapped_at = width
            room = max(8, width - len(self._head(0)))
            self._wrapped = [text.wrap(room) or [Content("")] for text in self._texts]
        return self._wrapped

    def _head(self, index: int) -> str:
        mark = "▸" if index == self.cursor else " "
        box = ("[x] " if index in self.picked else "[ ] ") if self._many else ""
        return f"{mark} {index + 1}  {box}"

    def _style(self, index: int) -> str:
        here = index == self.cursor and not self._many
        return "bold $accent" if here or index in self.picked else ""
