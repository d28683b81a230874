"""A meter one cell high: how much of something is done, readable without colour by its two kinds of line."""

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class Meter(Widget):
    """``share`` from 0 to 1, drawn over the whole width."""

    share = reactive(0.0)

    def __init__(self, share: float = 0.0, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.set_reactive(Meter.share, share)

    def render(self) -> RenderResult:
        return bar(self.share, self.content_size.width)


def bar(share: float, width: int) -> Content:
    """The line itself. Anything done shows at least one cell, anything left too."""
    full = round(share * width)
    if 0 < share < 1:
        full = min(max(full, 1), width - 1)
    return Content.assemble(("━" * full, "$accent"), ("─" * (width - full), "$border"))
