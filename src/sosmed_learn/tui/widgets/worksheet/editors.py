"""What one fills in with: a line, several lines, or a choice. Plain text in, ``Typed`` out, and ``leave`` is called.

It is called, not sent: what is typed right behind Tab belongs to the next field. A key that comes to an editor
after the cursor has moved on is handed on.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from sosmed_learn.core.task import LONGEST_LINE, LONGEST_LINES
from sosmed_learn.i18n import N_
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.field import Field
from sosmed_learn.tui.wording import safe


class Typed(Message):
    """Something else stands in the field."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text


Leave = Callable[[int], None]
"""Goes so many fields on, or with 0 only away from typing."""


def _hand_on(widget: Widget, event: events.Key) -> bool:
    """Whether the key was meant for where the cursor is by now; it goes there."""
    there = widget.screen.focused
    if there is widget:
        return False
    event.prevent_default()
    if there is None:
        return True  # it climbs, and is a key of the screen
    event.stop()
    there.post_message(events.Key(event.key, event.character))
    return True


_AWAY: tuple[BindingType, ...] = (
    Binding("shift+tab", "go(-1)", N_("field before")),
    Binding("escape", "go(0)", N_("other keys")),
)
_TAB = Binding("tab", "go(1)", N_("next field"))
_ENTER_TOO = Binding("tab", "go(1)", N_("next field"), show=False)
_LEAVING = {"tab": 1, "shift+tab": -1, "escape": 0}


def _leave_by(event: events.Key, leaving: Mapping[str, int], leave: Leave) -> bool:
    """Whether the key leads away from the field; that is done here and now."""
    if event.key not in leaving:
        return False
    event.stop()
    event.prevent_default()
    leave(leaving[event.key])
    return True


class LineEditor(Field):
    """One line, for words and numbers. Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("next field")), _ENTER_TOO, *_AWAY]

    def __init__(self, text: str, leave: Leave, *, placeholder: str = "") -> None:
        self._leave = leave
        shown = " ".join(safe(text).split("\n"))
        super().__init__(shown, placeholder=placeholder, max_length=LONGEST_LINE, select_on_focus=False)

    async def on_key(self, event: events.Key) -> None:
        """Runs before what any field does with a key."""
        if not _hand_on(self, event):
            _leave_by(event, _LEAVING | {"enter": 1}, self._leave)

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.value

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(Typed(event.value))

    async def action_submit(self) -> None:
        self.action_go(1)

    def action_go(self, by: int) -> None:
        """To another field."""
        self._leave(by)


class LinesEditor(TextArea):
    """Several lines. Enter begins a new one, Tab goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [_TAB, *_AWAY]

    def __init__(self, text: str, leave: Leave) -> None:
        self._leave = leave
        super().__init__(safe(text), soft_wrap=True, show_line_numbers=False, compact=True)

    async def on_key(self, event: events.Key) -> None:
        """Runs before what Textual's own does with a key."""
        if _hand_on(self, event) or _leave_by(event, _LEAVING, self._leave):
            return
        if event.is_printable and len(self.text) >= LONGEST_LINES:
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Runs before Textual's own handler, which takes what is left: nothing that could steer a terminal."""
        event.text = safe(event.text)[: max(0, LONGEST_LINES - len(self.text) + len(self.selected_text))]

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.text

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.post_message(Typed(self.text))

    def action_go(self, by: int) -> None:
        """To another field."""
        self._leave(by)


class ChoiceEditor(ChoiceList, can_focus=True):
    """One of some things, by number, arrows or mouse. ``names`` are what stands for them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go(1)", N_("next field")),
        Binding("1", "pick(0)", N_("pick")),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        _ENTER_TOO,
        *_AWAY,
    ]

    def __init__(self, names: Sequence[str], texts: Sequence[Content], chosen: str, leave: Leave) -> None:
        super().__init__(texts, many=False)
        self._leave = leave
        self._names = names
        self.set_reactive(ChoiceList.cursor, names.index(chosen) if chosen in names else None)

    async def on_key(self, event: events.Key) -> None:
        """Act at once, so that what is typed right behind it goes to the next field."""
        if _hand_on(self, event) or _leave_by(event, _LEAVING | {"enter": 1}, self._leave):
            return
        if event.key.isdecimal() and 0 < int(event.key) <= len(self._names):
            event.stop()
            event.prevent_default()
            self.action_pick(int(event.key) - 1)

    @property
    def typed(self) -> str:
        """What stands for the choice; empty before there is one."""
        return self._names[self.cursor] if self.cursor is not None else ""

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        return f"1-{len(self._names)}" if key == "1" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick":
            index = parameters[0]
            return isinstance(index, int) and index < len(self._names)
        return True

    def action_pick(self, index: int) -> None:
        self.cursor = index
        self.post_message(Typed(self._names[index]))

    def action_move(self, by: int) -> None:
        count = len(self._names)
        self.action_pick((0 if by > 0 else count - 1) if self.cursor is None else (self.cursor + by) % count)

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_pick(event.index)

    def action_go(self, by: int) -> None:
        """To another field."""
        self._leave(by)
