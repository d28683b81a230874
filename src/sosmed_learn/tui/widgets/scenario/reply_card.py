"""The choices at a moment of a story: plain data in, one ``Chosen`` out. Where they lead it does not know."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.scroller import Scroller

MOST_REPLIES = 9


class ReplyCard(Vertical, can_focus=True):
    """``texts`` are what can be done, at most nine. A number or an arrow marks one, Enter does it.

    ``moment`` is the way on which they are offered: a second Enter that was still meant for them does nothing later.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", N_("do this")),
        Binding("1", "mark(0)", N_("pick")),
        *(Binding(str(n), f"mark({n - 1})", N_("pick"), show=False) for n in range(2, MOST_REPLIES + 1)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
    ]

    class Chosen(Message):
        """The learner did that."""

        def __init__(self, index: int, moment: tuple[str, ...]) -> None:
            super().__init__()
            self.index = index
            self.moment = moment

    def __init__(self, texts: Sequence[Content], moment: tuple[str, ...]) -> None:
        super().__init__()
        self.moment = moment
        self._count = len(texts)
        self._choices = ChoiceList(texts, many=False)
        self._line = Static(classes="say -empty", markup=False)

    def compose(self) -> ComposeResult:
        yield self._choices
        yield self._line

    @property
    def cursor(self) -> int | None:
        """The choice under the mark, counted from 0."""
        return self._choices.cursor

    def mark(self, index: int | None) -> None:
        """Put the mark on that choice, or on none."""
        self._choices.cursor = index if index is not None and index < self._count else None
        self._say("")
        if self._choices.cursor is not None and (region := self._choices.region):
            lines = self._choices.rows_of(self._choices.cursor)
            for scroller in (node for node in self.ancestors if isinstance(node, Scroller)):
                scroller.keep_in_view(region.y + lines.start, region.y + lines.stop)

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        return f"1-{self._count}" if key == "1" and self._count > 1 else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "mark" and parameters:
            return isinstance(parameters[0], int) and parameters[0] < self._count
        return True

    def action_mark(self, index: int) -> None:
        self.mark(index)

    def action_move(self, by: int) -> None:
        at = self.cursor
        self.mark((0 if by > 0 else self._count - 1) if at is None else (at + by) % self._count)

    def action_choose(self) -> None:
        if self.cursor is None:
            self._say(_("Pick something to do first, with its number or the arrow keys."))
        else:
            self.post_message(self.Chosen(self.cursor, self.moment))

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.focus()
        self.mark(event.index)

    @property
    def speaks(self) -> bool:
        """Whether a word to the learner stands below the choices."""
        return not self._line.has_class("-empty")

    def _say(self, words: str) -> None:
        self._line.update(words)
        self._line.set_class(not words, "-empty")
        if words:
            self.call_after_refresh(self._line.scroll_visible, animate=False)
