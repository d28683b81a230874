"""The part of the app for what the learner sets, and for the calendar with the goal of days a week."""

import asyncio
from datetime import timedelta

from textual import work
from textual.reactive import var

from sosmed_learn.core.rhythm import WEEKS, answers_by_day
from sosmed_learn.core.settings import CONFIDENCE, OFF
from sosmed_learn.core.text import LANGUAGES
from sosmed_learn.tui import messages
from sosmed_learn.tui.keeping import KeepingApp
from sosmed_learn.tui.reviewing import ReviewingApp


class SettlingApp(ReviewingApp):
    """Whatever is set is an event, so it goes along to another machine; what is seen of it changes at once."""

    asks_confidence: var[bool] = var(default=True)

    @work
    async def on_rhythm_asked(self) -> None:
        from sosmed_learn.tui.screens.rhythm import RhythmScreen  # noqa: PLC0415

        if isinstance(self.screen, RhythmScreen):  # asked for from the list of commands
            return
        await self._catch_up()
        today = self._study.clock.today()
        answers = await asyncio.to_thread(answers_by_day, self.progress, today - timedelta(weeks=WEEKS))
        page = RhythmScreen(today, answers)
        page.set_reactive(RhythmScreen.progress, self.progress)
        self._push(page.data_bind(progress=KeepingApp.progress))

    def on_settings_asked(self) -> None:
        from sosmed_learn.tui.screens.settings import SettingsScreen  # noqa: PLC0415

        if isinstance(self.screen, SettingsScreen):
            return
        page = SettingsScreen()
        page.set_reactive(SettingsScreen.progress, self.progress)
        self._push(page.data_bind(progress=KeepingApp.progress))

    def on_setting_chosen(self, message: messages.SettingChosen) -> None:
        name, value = message.name, message.value
        if name == "language":
            for language in LANGUAGES:
                if language == value:
                    self.post_message(messages.LanguageChosen(language))
        elif name == "theme":
            self.theme = value  # which is saved wherever it is changed
        else:
            if name == CONFIDENCE:
                self.asks_confidence = value != OFF
            self._set(name, value)

    def action_show_rhythm(self) -> None:
        self.post_message(messages.RhythmAsked())

    def action_show_settings(self) -> None:
        self.post_message(messages.SettingsAsked())
