"""The list of commands and of themes, with all of its words in the reader's language. What it offers is the app's."""

from collections.abc import Iterable

from textual.command import CommandList, CommandPalette, Provider
from textual.content import Content
from textual.widgets import Input

from sosmed_learn.i18n import _

_HARMLESS = r"[^\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]*"
"""What may stand in the line: nothing that could steer the terminal, as a paste can."""


class Palette(CommandPalette):
    """Textual's palette; its one sentence that cannot be handed in is replaced when it has come."""

    def __init__(self, placeholder: str, providers: Iterable[type[Provider]] | None = None) -> None:
        super().__init__(providers, placeholder=placeholder, id="--command-palette")

    def on_mount(self) -> None:
        self.query_one(Input).restrict = _HARMLESS

    def _start_no_matches_countdown(self, search_value: str) -> None:
        super()._start_no_matches_countdown(search_value)
        self.set_timer(self._NO_MATCHES_COUNTDOWN, self._say_no_matches)

    def _say_no_matches(self) -> None:
        commands = self.query_one(CommandList)
        if commands.option_count and commands.get_option_at_index(0).id == self._NO_MATCHES:
            commands.replace_option_prompt(self._NO_MATCHES, Content(_("No command like that.")))
