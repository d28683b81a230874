"""The scrolling part of a screen. Only up and down: left and right stay free for going back and on."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from sosmed_learn.i18n import N_


class Scroller(VerticalScroll, inherit_bindings=False):
    """Scrolls its children. The key line is told when there is more or no more to read below.

    One that cannot be focused holds rows that can: the arrow keys are then left to moving between these.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", N_("scroll up"), show=False),
        Binding("down", "scroll_down", N_("scroll down"), show=False),
        Binding("pageup", "page_up", N_("a page up"), show=False),
        Binding("pagedown", "page_down", N_("a page down"), show=False),
        Binding("home", "scroll_home", N_("to the top"), show=False),
        Binding("end", "scroll_end", N_("to the end"), show=False),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"scroll_up", "scroll_down"} and not self.can_focus:
            return False
        return self.allow_vertical_scroll or not action.startswith(("scroll_", "page_"))

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
