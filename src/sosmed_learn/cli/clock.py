"""The real clock and real chance, for everything that takes them as arguments."""

import os
import threading
import time
from datetime import UTC, date, datetime

from sosmed_learn.core.events import Stamp

MOST_COUNT = 0xFFFF
"""The counter of an id has four digits; what comes after is told as a millisecond later."""


class SystemClock:
    """Implements ``core.study.Clock``. Ids grow with every stamp of this process, even when the clock is set back."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last = (0, 0)

    def after(self, newest: str) -> None:
        """Let all further ids sort behind ``newest``, the newest on disk, also when the clock was set back since."""
        millisecond, _, rest = newest.partition("-")
        count = rest.partition("-")[0]
        try:
            self._last = max(self._last, (int(millisecond, 16), int(count, 16)))
        except ValueError:
            return  # an id that is not of our making says nothing about time

    def stamp(self) -> Stamp:
        now = datetime.now(UTC)
        offset = now.astimezone().utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        return Stamp(id=self._next_id(), at=now, offset=minutes)

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return datetime.now(UTC).astimezone().date()

    def seconds(self) -> float:
        return time.monotonic()

    def _next_id(self) -> str:
        """Milliseconds, a counter, and chance, in the order of UUID version 7 (RFC 9562): sorts by time as text."""
        with self._lock:
            millisecond, count = time.time_ns() // 1_000_000, 0
            if millisecond <= self._last[0]:
                millisecond, count = self._last[0], self._last[1] + 1
            if count > MOST_COUNT:
                millisecond, count = millisecond + 1, 0
            self._last = (millisecond, count)
        return f"{millisecond:012x}-{count:04x}-{os.urandom(8).hex()}"
