"""The scrolling part of a screen and the keys for it. Only up and down: left and right stay free for back and on."""

from typing import Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen

from sosmed_learn.i18n import N_

ResultT = TypeVar("ResultT")

SCROLL_KEYS: tuple[BindingType, ...] = (
    Binding("up", "scroll('up')", N_("scroll up"), show=False),
    Binding("down", "scroll('down')", N_("scroll down"), show=False),
    Binding("pageup", "scroll('page_up')", N_("a page up"), show=False),
    Binding("pagedown", "scroll('page_down')", N_("a page down"), show=False),
    Binding("home", "scroll('home')", N_("to the top"), show=False),
    Binding("end", "scroll('end')", N_("to the end"), show=False),
)


class Scroller(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Scrolls its children. It never takes the focus; the key line is told when there is more or no more to read."""

    @property
    def more_below(self) -> bool:
        """Whether something stands below what is visible."""
        return bool(self.max_scroll_y > self.scroll_target_y)

    def keep_in_view(self, top: int, bottom: int) -> None:
        """Scroll so that the rows of the screen from ``top`` to before ``bottom`` can be seen."""
        view = self.region
        if top < view.y:
            self.scroll_relative(y=top - view.y, animate=False)
        elif bottom > view.bottom:
            self.scroll_relative(y=bottom - view.bottom, animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        # A scroll can still be on its way when the screen has been left.
        if round(old_value) != round(new_value) and self.is_attached:
            self.screen.refresh_bindings()


class Scrolls(Screen[ResultT], Generic[ResultT]):
    """A screen with ``SCROLL_KEYS`` of its own, so that an answer or a row keeps the focus while one reads."""

    @property
    def scrollers(self) -> list[Scroller]:
        """The scrolling parts of the screen. Asked for with every key, which a query by selector would make slow."""
        return self.walk_children(Scroller)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "scroll":
            return any(scroller.max_scroll_y > 0 for scroller in self.scrollers)
        return True

    def action_scroll(self, where: str) -> None:
        for scroller in self.scrollers:
            getattr(scroller, f"scroll_{where}")(animate=False)
