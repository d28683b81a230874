"""The part of the app that owns what lasts: progress, saving, what is told about them, and leaving when all is safe.

It knows no screen but the one that asks before anything would be lost. Where to go is ``app``'s business.
"""

import asyncio
import contextlib
import os
import signal

from textual import work
from textual.app import App
from textual.reactive import var

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.events import Event, SettingChanged
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Study
from sosmed_learn.i18n import _
from sosmed_learn.tui.notices import aside_notice, copies_notice, elsewhere_words, nowhere_words, unsaved_notice
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.saver import Saver

RETRY_SECONDS = 5.0
"""How often a save that failed is tried again by itself."""


ENDED_FROM_OUTSIDE = 143
"""The exit code that shells give to a command ended by ``SIGTERM``."""


class KeepingApp(App[None]):
    """``progress`` is what is known at the start."""

    progress: var[Progress] = var(Progress)
    notice: var[str] = var("")
    saving: var[str] = var("")

    surveyed = False
    """Whether the course files were looked through."""

    def __init__(self, study: Study, progress: Progress) -> None:
        super().__init__()
        self._study = study
        self._saver = Saver(study.store, self._show_saving)
        self._happened_here: list[Event] = []
        self._leaving = False
        self._ending: asyncio.Task[None] | None = None
        self._trouble = ""
        self.copies = 0  # that a file-sync program has left beside our files
        self.set_reactive(KeepingApp.progress, progress)

    def on_mount(self) -> None:
        self.set_interval(RETRY_SECONDS, self._saver.retry)
        for name in ("SIGHUP", "SIGTERM"):  # the window is closed, the computer goes down
            with contextlib.suppress(AttributeError, RuntimeError, ValueError):  # Windows and other threads have none
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._end_at_once, name)

    def _end_at_once(self, signal_name: str) -> None:
        """Nobody can be asked any more."""
        if self._ending is None:
            self._ending = asyncio.create_task(self._rescue(window_closed=signal_name == "SIGHUP"))

    async def _rescue(self, *, window_closed: bool) -> None:
        """Save what waits, or write it elsewhere, and leave."""
        message = ""
        self._put_down()
        with self.batch_update():  # a terminal that is gone would keep everything waiting that is drawn
            if self._saver.unsaved and not await self._saver.finish():
                message, _failed = await self._write_elsewhere()
        if window_closed:
            os._exit(ENDED_FROM_OUTSIDE)  # there is no screen to put in order, and Textual would wait for it
        self.exit(return_code=ENDED_FROM_OUTSIDE, message=message or None)

    def _happened(self, event: Event) -> None:
        self._happened_here.append(event)
        self.progress = self.progress.apply(event)
        self._saver.save(event)
        self._show_saving()

    def _set(self, name: str, value: str) -> None:
        if self.progress.settings.get(name) != value:
            stamp = self._study.clock.stamp()
            self._happened(SettingChanged(id=stamp.id, at=stamp.at, offset=stamp.offset, name=name, value=value))

    def _show_saving(self) -> None:
        if self._saver.failure:
            self.saving = _("not saved")
        else:
            self.saving = _("saving") if self._saver.unsaved else _("saved")
        self.notice = self.what_is_told()

    def what_is_told(self) -> str:
        """The sentences of the notice line, in the language in use."""
        failure = self._saver.failure
        words = [
            self._trouble,
            unsaved_notice(failure, self._saver.unsaved) if failure else "",
            aside_notice(self._study.store),
            copies_notice(self.copies),
        ]
        return " ".join(told for told in words if told)

    def _tell(self, trouble: str) -> None:
        """Put what just went wrong on the notice line; empty when that is over."""
        self._trouble = trouble
        self.notice = self.what_is_told()

    async def _catch_up(self) -> None:
        """Take in what another window has saved, and what was added or taken away by merging and restoring."""
        news = await asyncio.to_thread(self._study.store.news)
        events = sorted(news.events, key=lambda event: event.id)
        if news.anew or (events and events[0].id <= self.progress.newest):
            await self._fold_anew()
        for event in events:
            if event.id > self.progress.newest:
                self.progress = self.progress.apply(event)
        self._study.clock.after(self.progress.newest)

    async def _fold_anew(self) -> None:
        """Older events have come, or some have gone: only all of them in their order tell what follows."""
        unsaved, before = self._saver.waiting, len(self._happened_here)
        try:
            whole = await asyncio.to_thread(self._study.store.progress)
        except StoreUnusable:
            return  # they are safe on disk, and the next start has them
        self.progress = fold([*unsaved, *self._happened_here[before:]], whole)

    async def action_quit(self) -> None:
        """Leave once everything is on disk; if it cannot be, ask."""
        if not self._leaving:
            self._leaving = True
            self._leave()

    @work
    async def _leave(self) -> None:
        from sosmed_learn.tui.screens.unsaved import UnsavedScreen  # noqa: PLC0415

        message = failed = ""
        await self._flush_keys()
        self._put_down()
        while not message and not await self._saver.finish() and self._saver.failure:
            words = unsaved_notice(self._saver.failure, self._saver.unsaved)
            decision = await self.push_screen_wait(UnsavedScreen(f"{words} {failed}".rstrip()))
            if decision == "stay":
                self._leaving = False
                return
            if decision == "leave":
                break
            if decision == "elsewhere":
                message, failed = await self._write_elsewhere()
        if not self.surveyed:
            # Left before there was time for it: what the library learns by it makes the next start quick.
            await asyncio.to_thread(self._study.library.troubles)
        await asyncio.to_thread(self._study.store.tend, self._study.clock.today())
        self.exit(message=message or None)

    def _put_down(self) -> None:
        """Let every page record what somebody is in the middle of."""
        for page in self.screen_stack:
            if isinstance(page, Page):
                page.put_down()

    async def _write_elsewhere(self) -> tuple[str, str]:
        """Write what waits to another place; what to say when it is there, or else why it is not."""
        try:
            path = await asyncio.to_thread(self._study.store.write_elsewhere, self._saver.waiting)
        except SaveFailed as failure:
            return "", nowhere_words(failure)
        return elsewhere_words(path), ""

    async def _flush_keys(self) -> None:
        """Let keys that are on their way do their work: the last one may be an answer.

        A key climbs from the focused widget to the app, its action starts there, and what it says climbs again.
        """
        for _climb in range(2):
            start = self.screen.focused or self.screen
            for node in (*start.ancestors_with_self, self):
                passed = asyncio.Event()
                if node.is_running and node.call_later(passed.set):
                    await passed.wait()

    async def on_unmount(self) -> None:
        await self._saver.finish()
        self._saver.close()
