"""Everything that can be set, on one page: what it is now, and what it does in a sentence."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.progress import Progress
from sosmed_learn.core.settings import SETTINGS, Setting
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.messages import SettingChosen
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.setting_words import title, value_words, what_it_does
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.scroller import Scroller


class SettingRow(Hanging, can_focus=True):
    """One setting. Enter, an arrow or a click gives it its next value."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "change(1)", N_("change")),
        Binding("right", "change(1)", N_("change"), show=False),
        Binding("left", "change(-1)", N_("change back"), show=False),
    ]

    def __init__(self, setting: Setting, settings: Mapping[str, str]) -> None:
        super().__init__(Content(""))
        self._setting = setting
        self._settings = settings
        self._paragraphs = self._words()

    @property
    def head(self) -> Content:
        """The mark, which shows where the cursor is."""
        return Content.styled("▸ " if self.has_focus else "  ", "bold $accent")

    def show(self, settings: Mapping[str, str]) -> None:
        """Say how things are by now."""
        self._settings = settings
        words = self._words()
        if words != self._paragraphs:
            self._paragraphs = words
            self.refresh(layout=True)

    def _words(self) -> tuple[Content, Content]:
        name, value = self._setting.name, self._setting.of(self._settings)
        width = max(len(title(one.name)) for one in SETTINGS)
        now = Content.assemble(f"{title(name):<{width}}   ", (value_words(name, value), "bold $accent"))
        return now, Content.styled(what_it_does(name, value), "$text-muted")

    def action_change(self, by: int) -> None:
        setting = self._setting
        self.post_message(SettingChosen(setting.name, setting.beside(self._settings, by)))

    def on_click(self) -> None:
        self.action_change(1)


class SettingsScreen(Page):
    """``progress`` is bound to the app's."""

    CSS_PATH = "../styles/rhythm.tcss"
    AUTO_FOCUS = "SettingRow"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("escape,o", "app.back", N_("back")),
    ]

    progress: var[Progress] = var(Progress, init=False)

    def body(self) -> Iterable[Widget]:
        yield Static(_("Settings"), classes="name", markup=False)
        now = self._now
        yield Scroller(*(SettingRow(setting, now) for setting in SETTINGS))

    @property
    def _now(self) -> Mapping[str, str]:
        """What is in force, which for these two may be what the terminal or the command line said."""
        return {**self.progress.settings, "language": in_use(), "theme": self.app.theme}

    def watch_progress(self, before: Progress, now: Progress) -> None:
        if self.is_mounted and before is not now:
            for row in self.query(SettingRow):
                row.show(self._now)
