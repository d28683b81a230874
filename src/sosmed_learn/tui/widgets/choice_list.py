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

from sosmed_learn.tui.widgets.hanging import hang


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

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(len(self._lines(index, width)) for index in range(len(self._texts)))

    def render(self) -> RenderResult:
        width = self.content_size.width
        return Content("\n").join([line for index in range(len(self._texts)) for line in self._lines(index, width)])

    def rows_of(self, index: int) -> range:
        """The lines of the widget in which an option stands."""
        heights = [len(self._lines(number, self.content_size.width)) for number in range(len(self._texts))]
        start = sum(heights[:index])
        return range(start, start + heights[index])

    def on_click(self, event: events.Click) -> None:
        for index in range(len(self._texts)):
            if event.y in self.rows_of(index):
                self.post_message(self.Clicked(index))

    def _lines(self, index: int, width: int) -> list[Content]:
        """An option as lines of ``width`` cells."""
        here = index == self.cursor
        style = "bold $accent" if index in self.picked or (here and not self._many) else ""
        box = ("[x] " if index in self.picked else "[ ] ") if self._many else ""
        head = Content.styled(f"{'▸' if here else ' '} {index + 1}  {box}", style or "$text-muted")
        text = self._texts[index].stylize(style) if style else self._texts[index]
        return hang(head, [text], width)
