"""The rubric: points to tick, one after the other. Which ones hold only the learner knows."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from sosmed_learn.i18n import N_
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.scroller import Scroller


class RubricCard(Vertical, can_focus=True):
    """A number ticks or unticks a point; the arrows move a mark, and Space ticks where it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", N_("tick")),
        Binding("1", "pick(0)", N_("tick"), show=False),
        *(Binding(str(n), f"pick({n - 1})", N_("tick"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("up,k", "move(-1)", N_("up"), show=False),
    ]

    def __init__(self, texts: Sequence[Content], ticked: frozenset[int]) -> None:
        super().__init__()
        self._count = len(texts)
        self._list = ChoiceList(texts, many=True)
        self._list.set_reactive(ChoiceList.cursor, 0)
        self._list.set_reactive(ChoiceList.picked, ticked)

    @property
    def ticked(self) -> frozenset[int]:
        """The points that hold, counted from 0."""
        return self._list.picked

    def compose(self) -> ComposeResult:
        yield self._list

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick":
            index = parameters[0]
            return isinstance(index, int) and index < self._count
        return True

    def action_pick(self, index: int) -> None:
        self._list.picked = self.ticked ^ {index}
        self._mark(index)

    def action_tick(self) -> None:
        self.action_pick(self._list.cursor or 0)

    def action_move(self, by: int) -> None:
        self._mark(((self._list.cursor or 0) + by) % self._count)

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_pick(event.index)

    def _mark(self, index: int) -> None:
        self._list.cursor = index
        if region := self._list.region:
            rows = self._list.rows_of(index)
            for scroller in (node for node in self.ancestors if isinstance(node, Scroller)):
                scroller.keep_in_view(region.y + rows.start, region.y + rows.stop)
