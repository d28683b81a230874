"""What all screens have: the key line, a word when the window is too small, a notice line, and the language."""

import math
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.key_bar import KeyBar
from sosmed_learn.tui.widgets.scroller import SCROLL_KEYS, Scrolls

SMALLEST = (40, 12)
"""Columns and rows below which nothing sensible can be shown."""
NARROW = 78
"""Columns below which only the most needed stands in the top line."""
SHORT = 30
"""Rows below which blank lines are saved."""
TINY = 18
"""Rows below which only what one has to act on is shown."""
WIDE = 116
"""Columns from which there is room for a second column beside the text."""


HASTE_SECONDS = 0.2
"""How long nothing is answered once something new is shown: who presses a key twice has not read that yet."""
ANSWERING = frozenset({"enter", "y", "t", "f6", "f7", "f"})
"""The keys that answer, go on, or hand in."""


class Page(Scrolls[None]):
    """A screen with its body above the key line. Subclasses yield their widgets in ``body``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *SCROLL_KEYS,
        Binding("question_mark", "app.show_keys", N_("help")),
        Binding("f1", "app.show_keys", N_("help"), show=False, key_display="F1"),
    ]

    drawn_at: float = math.inf
    """When the screen last changed as a whole, on the clock of Textual's messages. Older keys were meant for what
    stood there before, and the app drops them."""

    answering: ClassVar[frozenset[str]] = ANSWERING
    """The keys for which a hasty second press is not meant."""

    calm_at: float = 0.0
    """On the same clock, when Enter may act on what is shown."""

    language: var[Language] = var("id", init=False)
    notice: var[str] = var("", init=False)

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield from self.body()
            yield Static(self.notice, id="notice", markup=False)
            yield KeyBar()
        yield Static(id="too-small", markup=False)

    def body(self) -> Iterable[Widget]:
        """The widgets of this screen, top to bottom."""
        return ()

    def on_mount(self) -> None:
        self._show_notice()
        self.drawn()

    @property
    def too_small(self) -> bool:
        """Whether nothing but the sentence about the window's size is to be seen."""
        return self.has_class("-too-small")

    def on_resize(self, event: events.Resize) -> None:
        columns, rows = event.size
        before = self.classes
        for so, name in (
            (columns < SMALLEST[0] or rows < SMALLEST[1], "-too-small"),
            (columns >= WIDE, "-wide"),
            (columns < NARROW, "-narrow"),
            (rows < SHORT, "-short"),
            (rows < TINY, "-tiny"),
        ):
            self.set_class(so, name, update=False)
        if self.classes != before:  # once for all of them: each time, every part of the page is styled anew
            self.update_node_styles()
        message = _("This window is too small ({columns}x{rows}). Make it at least {wide}x{high}.")
        words = message.format(columns=columns, rows=rows, wide=SMALLEST[0], high=SMALLEST[1])
        self.query_one("#too-small", Static).update(words)

    def watch_notice(self) -> None:
        if self.is_mounted:
            self._show_notice()

    def _show_notice(self) -> None:
        for line in self.query("#notice").results(Static):
            line.update(self.notice)
            line.display = bool(self.notice)

    def drawn(self) -> None:
        """Say that the screen shows something else from now on."""
        self.drawn_at = Message().time
        self.refresh_bindings()

    def calm(self) -> None:
        """Say that it is something new, to be read before Enter goes on."""
        self.calm_at = Message().time + HASTE_SECONDS

    def is_stray(self, key: events.Key) -> bool:
        """Whether nobody can have meant ``key`` for what the screen shows."""
        hasty = key.key in self.answering and key.time < self.calm_at and not self._types(key)
        return self.too_small or key.time < self.drawn_at or hasty

    def _types(self, key: events.Key) -> bool:
        """Whether the key only puts a letter where something is typed."""
        return bool(key.is_printable) and isinstance(self.focused, Input | TextArea)

    def leave_by(self, message: Message) -> None:
        """Send a message that leads to another screen, once: until this one is on top again, it takes no keys."""
        if self.drawn_at < math.inf:
            self.drawn_at = math.inf
            self.post_message(message)

    def put_down(self) -> None:
        """Record what is not recorded yet, such as words being typed. Called before the app is left."""

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.drawn()

    async def watch_language(self, before: Language, now: Language) -> None:
        # Binding a value sets it once more: what is the same already is not put together a second time.
        if self.is_mounted and before != now:
            await self.retell()

    async def retell(self) -> None:
        """Say everything again in the language in use. The cursor stays at the part where it is.

        What changes while the page is put together must be taken up at the end, as after the first time.
        """
        chain = self.focus_chain
        at = chain.index(self.focused) if self.focused in chain else None
        await self.recompose()
        self._show_notice()
        if at is not None and (chain := self.focus_chain):
            self.set_focus(chain[min(at, len(chain) - 1)])


def leave_by(widget: Widget, message: Message) -> None:
    """``Page.leave_by`` for a part of a page."""
    if isinstance(widget.screen, Page):
        widget.screen.leave_by(message)
