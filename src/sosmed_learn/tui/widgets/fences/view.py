"""One fence on screen: its lines are made anew for each width. What they look like is the business of its kind."""

from functools import partial

from textual.content import Content

from sosmed_learn.core.fences import Chart, Chat, Fence, Post
from sosmed_learn.tui.widgets.drawn import Drawn
from sosmed_learn.tui.widgets.fences.chart import chart_lines
from sosmed_learn.tui.widgets.fences.chat import chat_lines
from sosmed_learn.tui.widgets.fences.post import post_lines


class FenceView(Drawn):
    """A chat, a post or a chart. Everything in it is also there without colour."""

    DEFAULT_CSS = """
    FenceView { margin: 1 0; }
    FenceView.-below-words { margin: 0 0 1 0; }
    """

    def __init__(self, fence: Fence, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(partial(fence_lines, fence), id=id)


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
