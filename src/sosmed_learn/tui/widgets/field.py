"""A line to type in that takes no character with which a paste could steer the terminal."""

from textual import events
from textual.widgets import Input

from sosmed_learn.tui.wording import safe


class Field(Input):
    """Textual's input, which draws what is pasted as it comes."""

    def on_paste(self, event: events.Paste) -> None:
        """Runs before Textual's own handler, which then takes what is left."""
        event.text = safe(event.text)
