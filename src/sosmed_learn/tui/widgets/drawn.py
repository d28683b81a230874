"""Something drawn in lines that are made anew for each width. What is drawn it does not know."""

from collections.abc import Callable

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

NARROWEST = 20
"""Cells below which nothing is drawn narrower: what does not fit is cut then."""


class Drawn(Widget):
    """As high as its lines. ``draw`` makes them for a number of cells, and is asked once for each width."""

    DEFAULT_CSS = """
    Drawn { height: auto; width: 1fr; }
    """

    def __init__(self, draw: Callable[[int], list[Content]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._draw = draw
        self._drawn: tuple[int, list[Content]] = (0, [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._drawn[0] != width:
            self._drawn = width, self._draw(max(width, NARROWEST))
        return self._drawn[1]
