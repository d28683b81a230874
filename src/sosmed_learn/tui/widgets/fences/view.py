"""One fence on screen: its lines are made anew for each width. What they look like is the business of its kind."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sosmed_learn.core.fences import Chart, Chat, Fence, Post
from sosmed_learn.tui.widgets.fences.chart import chart_lines
from sosmed_learn.tui.widgets.fences.chat import chat_lines
from sosmed_learn.tui.widgets.fences.post import post_lines


class FenceView(Widget):
    """A chat, a post or a chart. Everything in it is also there without colour."""

    DEFAULT_CSS = """
    FenceView { height: auto; width: 1fr; margin: 1 0; }
    FenceView.-below-words { margin: 0 0 1 0; }
    """

    def __init__(self, fence: Fence, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._fence = fence
        self._drawn: tuple[int, list[Content]] = (0, [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._drawn[0] != width:
            self._drawn = width, fence_lines(self._fence, max(width, 20))
        return self._drawn[1]


def fence_lines(fence: Fence, width: int) -> list[Content]:
    """The lines of any fence in ``width`` cells; what no drawing can be narrow enough for is wrapped, never cut."""
    lines = _lines(fence, width)
    return [part for line in lines for part in ([line] if line.cell_length <= width else line.wrap(width))]


def _lines(fence: Fence, width: int) -> list[Content]:
    match fence:
        case Chat():
            return chat_lines(fence, width)
        case Post():
            return post_lines(fence, width)
        case Chart():
            return chart_lines(fence, width)
