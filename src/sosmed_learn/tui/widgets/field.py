"""A line to type in: what stands in it when Enter is pressed is what counts, and no paste can steer the terminal."""

import re

from textual import events
from textual.widgets import Input

from sosmed_learn.tui.wording import safe


class Field(Input):
    """Textual's input, which draws what is pasted as it comes, and lets Enter climb to the app before it acts on it."""

    async def on_key(self, event: events.Key) -> None:
        """Take Enter here and now: letters typed right behind it would else be part of what is sent."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def on_paste(self, event: events.Paste) -> None:
        """Runs before Textual's own handler, which then takes what is left. Lines become one line, and what is too long
        is cut: Textual would take none of it.
        """
        words = safe(re.sub(r"\s*[\r\n]+\s*", " ", event.text.strip("\r\n")))
        if self.max_length:
            words = words[: max(0, self.max_length - len(self.value) + len(self.selected_text))]
        event.text = words
