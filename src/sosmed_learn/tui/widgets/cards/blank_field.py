"""The line in which gaps are filled, one after the other: whatever is typed goes to the gap where one is by then."""

from typing import ClassVar, Protocol

from textual import events
from textual.binding import Binding, BindingType

from sosmed_learn.i18n import N_
from sosmed_learn.tui.widgets.cards.base import QuestionCard
from sosmed_learn.tui.widgets.cards.lengths import LONGEST_ANSWER
from sosmed_learn.tui.widgets.field import Field


class Gaps(Protocol):
    """What the line needs of the card that it stands on."""

    @property
    def wants_words(self) -> bool:
        """Whether something is to be typed where one is."""

    def typed(self, words: str) -> None:
        """Something else stands in the line."""

    def key_words(self, key: str) -> str | None:
        """What a key does now."""

    def action_submit(self) -> None:
        """On to the next gap, or answer."""

    def action_go(self, by: int) -> None:
        """To another gap."""


class BlankField(Field):
    """Calls its card instead of sending messages: what is typed right behind Enter belongs to the next gap."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("tab", "go(1)", N_("next gap")),
        Binding("shift+tab", "go(-1)", N_("gap before"), show=False),
        Binding("escape", "leave", N_("other keys")),
    ]

    def __init__(self, card: Gaps) -> None:
        super().__init__(max_length=LONGEST_ANSWER, select_on_focus=False)
        self._card = card

    async def on_key(self, event: events.Key) -> None:
        """Runs before what any field does with a key. When the gap is no longer one to type in, the card takes it."""
        if not self._card.wants_words:
            event.prevent_default()
        elif event.key in {"tab", "shift+tab"}:
            event.stop()
            event.prevent_default()
            self.action_go(1 if event.key == "tab" else -1)

    def watch_value(self, value: str) -> None:
        self._card.typed(value)

    def key_words(self, key: str) -> str | None:
        """What Enter does, as the card says."""
        return self._card.key_words(key) if key == "enter" else None

    async def action_submit(self) -> None:
        self._card.action_submit()

    def action_go(self, by: int) -> None:
        self._card.action_go(by)

    def action_leave(self) -> None:
        self.screen.query_one(QuestionCard).focus()
