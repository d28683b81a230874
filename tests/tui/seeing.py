"""Sitting before the app: press keys, wait until all is quiet, read what is seen. Private parts only for waiting."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import PurePath
from typing import Any, TypeVar
from unittest.mock import patch

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual._compositor import LayoutUpdate
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.worker import Worker

from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import fold
from sosmed_learn.core.study import Documents, Editing, Study
from sosmed_learn.core.text import Language
from sosmed_learn.tui.app import LearnApp
from sosmed_learn.tui.widgets.key_bar import KeyBar
from tests.fakes import MemoryLibrary, MemoryStore, TickingClock, settings
from tests.tui.course import RIGHT
from tests.tui.course import library as small_course

SIZE = (80, 24)
QUIET_ROUNDS = 6
"""How often nothing must happen before the app counts as at rest: another thread may still have something to say."""
CHARACTERS = {"enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "question_mark": "?", "exclamation_mark": "!"}
PATIENCE_SECONDS = 20.0
"""How long something may take to come, on a machine that has much else to do, before the test says what it sees."""
FRAME_SECONDS = 0.25
"""How often the app draws of itself what has changed."""
_E = TypeVar("_E", bound=Event)


class Seat:
    """One learner before one running app."""

    def __init__(self, app: LearnApp, pilot: Pilot[None], store: MemoryStore) -> None:
        self.app = app
        self.pilot = pilot
        self.store = store
        self.ignored = {"_leave"}
        """Workers that are not waited for: quitting waits for the learner's answer, and may."""

    async def settle(self, *, saving: bool = True) -> None:
        """Wait until no work and no message is left and, unless ``saving`` is False, nothing waits to be saved."""
        quiet = 0
        last = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < last:
            if not self.app.is_running:
                return
            while self._working and self.app.is_running and time.monotonic() < last:
                await asyncio.sleep(0.001)
            with suppress(TimeoutError):  # what moves while the app ends never arrives
                await asyncio.wait_for(self.app.animator.wait_until_complete(), 1.0)
            busy = await self._all_run()
            if not busy and quiet in {0, QUIET_ROUNDS - 1}:
                busy = await self._all_heard()
            waiting = saving and self.app._saver.unsaved and not self.app._saver.failure
            resizing = self.app._resize_event is not None  # Textual hands a new size on a moment later
            quiet = 0 if busy or waiting or resizing or self._working else quiet + 1
            if quiet == QUIET_ROUNDS:
                return
            await asyncio.sleep(0.001)  # real time, for what other threads have still to say
        pytest.fail(f"the app does not come to rest:\n{self.text}")

    @property
    def _working(self) -> list[Worker[Any]]:
        return [one for one in self.app.workers if not one.is_finished and one.name not in self.ignored]

    async def _all_run(self) -> bool:
        """Let the app run until nothing is left that it could do now, drawing included; whether there was anything.

        Asking every widget, as below, costs more than most keys: this asks the event loop, which knows it too.
        """
        loop = asyncio.get_running_loop()
        busy = False
        await asyncio.sleep(0)
        while loop._ready:  # type: ignore[attr-defined]
            busy = True
            await asyncio.sleep(0)
        if not self.app.is_running or not self.app.screen_stack:
            return False
        screen = self.app.screen
        put_off = bool(screen._callbacks)
        screen._on_timer_update()
        return busy or put_off or bool(loop._ready)  # type: ignore[attr-defined]

    async def _all_heard(self) -> bool:
        """Wait until everything drawn and everything behind it has dealt with its messages; whether there were any.

        Whoever waits for a thread in the middle of a message has nothing to run and yet is not at rest.
        Textual's own pilot sleeps until the processor is idle, which takes longer than most tests.
        """
        if not self.app.is_running or not self.app.screen_stack:
            return False
        # A screen below that hears anything repaints the one on top a frame later: one at rest is left in peace, or a
        # machine on which a round takes longer than a frame would never come to rest.
        below = [screen for screen in self.app.screen_stack[:-1] if screen.message_queue_size]
        nodes = [
            node for node in (self.app, *below, self.app.screen, *self.app.screen.walk_children()) if node.is_running
        ]
        busy = any(node.message_queue_size for node in nodes)
        heard = [asyncio.Event() for _node in nodes]
        for node, event in zip(nodes, heard, strict=True):
            node.call_later(event.set)
        for node, event in zip(nodes, heard, strict=True):
            # A widget that is taken away never sets its event.
            while not event.is_set() and node.is_running and not node._closing and self.app.is_running:
                await asyncio.sleep(0)
        await asyncio.sleep(0)
        return busy or any(node.message_queue_size for node in nodes)

    async def press(self, *keys: str, saving: bool = True) -> None:
        """Press ``keys``, each after all that the one before it did is done."""
        for key in keys:
            self._strike(key)
            await self.settle(saving=saving)

    async def write(self, words: str) -> None:
        """Type ``words`` and wait."""
        await self.burst(*words)

    async def burst(self, *keys: str) -> None:
        """Press ``keys`` at once, without waiting for what each of them does, as a terminal hands on what it has."""
        for key in keys:
            self._strike(key)
        await self.settle()

    async def paste(self, words: str) -> None:
        """Paste ``words`` where the cursor is."""
        self.app.post_message(events.Paste(words))
        await self.settle()

    def _strike(self, key: str) -> None:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        self.app.post_message(events.Key(name, key if len(key) == 1 else CHARACTERS.get(key)))

    async def resize(self, columns: int, rows: int) -> None:
        """Another size of the window, as ``Pilot.resize_terminal`` makes it, which then sleeps longer than need be."""
        size = Size(columns, rows)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))
        await self.settle()

    async def click(self, words: str, *, nth: int = 0) -> None:
        """Click on the first letter of the ``nth`` place where ``words`` stand."""
        places = [(line, text) for line, text in enumerate(self.lines) if words in text]
        assert len(places) > nth, f"{words!r} is not seen in:\n{self.text}"
        row, text = places[nth]
        await self.pilot.click(offset=(cell_len(text[: text.index(words)]), row))
        await self.settle()

    async def answer(self, question: str) -> None:
        """Give the right answer to ``question``, which is on screen."""
        await self.press(*RIGHT[question], "enter")

    async def until(self, come: Callable[[], bool]) -> None:
        """Wait for something that comes by itself."""
        last = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < last:
            await self.settle(saving=False)
            if come():
                return
            await asyncio.sleep(0.001)
        pytest.fail(f"it does not come:\n{self.text}")

    @property
    def segments(self) -> list[list[Segment]]:
        """The rows of the terminal as they are drawn, screens below included."""
        return drawn(self.app)

    @property
    def lines(self) -> list[str]:
        return ["".join(segment.text for segment in row).rstrip() for row in self.segments]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def flat(self) -> str:
        """What is seen as one line with single spaces, for sentences that are wrapped."""
        return " ".join(self.text.replace("│", " ").replace("▌", " ").replace("▁", " ").replace("█", " ").split())

    @property
    def key_line(self) -> str:
        """The line of keys of the screen on top."""
        bar = self.app.screen.query_one(KeyBar).region
        row = "".join(segment.text for segment in self.segments[bar.y])
        return row[bar.x : bar.right].strip()

    @property
    def on(self) -> str:
        """The kind of screen on top."""
        return type(self.app.screen).__name__.removesuffix("Screen")

    async def read_all(self) -> str:
        """Everything on the screen, paged through from top to bottom."""
        seen = [self.flat]
        for scroller in self.app.screen.query("Scroller"):
            scroller.scroll_home(animate=False, force=True)
            await self.settle()
            seen = [self.flat]
            while scroller.scroll_offset.y < scroller.max_scroll_y:
                scroller.scroll_page_down(animate=False, force=True)
                await self.settle()
                seen.append(self.flat)
            break
        return "\n".join(seen)

    def saved(self, kind: type[_E]) -> list[_E]:
        """The events of one kind that are on disk."""
        return [event for event in self.store.events if isinstance(event, kind)]


@asynccontextmanager
async def sit(
    *,
    library: MemoryLibrary | None = None,
    store: MemoryStore | None = None,
    history: Iterable[Event] = (),
    speaking: Language = "id",
    asked: Language | None = None,
    new: bool = False,
    size: tuple[int, int] = SIZE,
    survey: bool = True,
    ticks: int = 500,
    documents: Documents | None = None,
    editor: Callable[[PurePath], Editing] | None = None,
) -> AsyncIterator[Seat]:
    """Start the app and sit down. ``new`` is a learner's first start; ``asked`` is what ``--lang`` says.

    Unless ``survey`` is False, what cannot be opened has been looked for when the test begins. ``ticks`` is later for
    a second start, whose events must not have the ids of the first.
    """
    courses = library or small_course()
    known = [] if new else settings(role="admin", minutes="7", language=speaking)
    events_before = [*known, *history]
    kept = store or MemoryStore()
    kept.events[:0] = events_before
    study = Study(courses, kept, TickingClock(ticks), documents, editor)
    app = LearnApp(study, fold(kept.load()), asked)
    app.animation_level = "none"
    # Tests read at once what is shown, and have it drawn by settling: what a frame shows before that is drawn in vain.
    with patch("sosmed_learn.tui.page.HASTE_SECONDS", 0.0), patch("textual.screen.UPDATE_PERIOD", FRAME_SECONDS):
        async with app.run_test(size=size) as pilot:
            seat = Seat(app, pilot, kept)
            if not survey:
                seat.ignored.add("_survey")
            last = time.monotonic() + PATIENCE_SECONDS
            while survey and not courses.surveyed and app.is_running:
                assert time.monotonic() < last, f"what cannot be opened is not looked for:\n{seat.text}"
                await asyncio.sleep(0.001)
            await seat.settle()
            try:
                yield seat
            finally:
                kept.release()


def drawn(app: LearnApp) -> list[list[Segment]]:
    """The whole terminal as rows of segments."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, LayoutUpdate)
    return [[segment for strip in row for segment in strip] for row in update.strips]
