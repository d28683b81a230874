"""A paragraph that hangs: a mark or a number in front, the text beside it however often it wraps, more text below."""

from collections.abc import Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class Hanging(Widget):
    """``head`` stands in front of the first of ``paragraphs``; all of them keep its width free on the left."""

    def __init__(self, head: Content, *paragraphs: Content, classes: str = "") -> None:
        super().__init__(classes=classes)
        self._head = head
        self._paragraphs = paragraphs

    @property
    def head(self) -> Content:
        """What stands in front."""
        return self._head

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(hang(self.head, self._paragraphs, width))

    def render(self) -> RenderResult:
        return Content("\n").join(hang(self.head, self._paragraphs, self.content_size.width))


def hang(head: Content, paragraphs: Sequence[Content], width: int) -> list[Content]:
    """The lines of ``paragraphs`` in ``width`` cells, the first one behind ``head``."""
    indent = head.cell_length
    room = max(8, width - indent)
    return beside(head, [line for paragraph in paragraphs for line in (paragraph.wrap(room) or [Content("")])])


def beside(head: Content, lines: Sequence[Content]) -> list[Content]:
    """``lines`` with ``head`` in front of the first and its width kept free before the others."""
    indent = " " * head.cell_length
    return [Content.assemble(head if number == 0 else indent, line) for number, line in enumerate(lines)]
