"""Saves events off the event loop, one at a time and in order. What fails waits and is tried again.

Owned by the app, not by a screen, so that leaving a screen cancels nothing. Draws nothing.
"""

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.core.events import Event
from sosmed_learn.core.study import EventStore


class Saver:
    """Hands events to ``store`` from one thread. ``on_change`` is called on the event loop after every outcome."""

    def __init__(self, store: EventStore, on_change: Callable[[], None]) -> None:
        self._store = store
        self._on_change = on_change
        self._waiting: deque[Event] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="saver")
        self._drain: asyncio.Task[None] | None = None
        self.failure: SaveFailed | None = None

    @property
    def unsaved(self) -> int:
        """How many events are not on disk yet."""
        return len(self._waiting)

    @property
    def waiting(self) -> tuple[Event, ...]:
        """The events that are not on disk yet, in their order."""
        return tuple(self._waiting)

    def save(self, event: Event) -> None:
        """Queue ``event``; ``on_change`` tells when it is on disk or has failed."""
        self._waiting.append(event)
        self.retry()

    def retry(self) -> None:
        """Try whatever waits, unless that is going on already."""
        if self._waiting and (self._drain is None or self._drain.done()):
            self._drain = asyncio.create_task(self._save_waiting())

    async def finish(self) -> bool:
        """Wait for what is going on and try once more; whether everything is on disk then."""
        for _attempt in range(2):
            self.retry()
            if self._drain is not None:
                # Whoever waits here may be called off, for example by the end of the app; the saving must not be.
                await asyncio.shield(self._drain)
            if not self._waiting or (self.failure and self.failure.trouble == "locked"):
                break  # another program holds the lock: who waited for that once need not wait again
        return not self._waiting

    def close(self) -> None:
        """End the thread. What waits is lost with the process: ask ``finish`` first."""
        self._thread.shutdown(wait=True)

    async def _save_waiting(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            try:
                await loop.run_in_executor(self._thread, self._store.append, self._waiting[0])
            except SaveFailed as failure:
                self.failure = failure
                self._on_change()
                return
            self._waiting.popleft()
            self.failure = None
            self._on_change()
