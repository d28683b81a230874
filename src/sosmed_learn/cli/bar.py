"""A progress bar on stderr for what takes longer than half a second while a person is watching. It leaves no trace.

    with Bar(_("Checking")) as bar:
        check(..., watch=bar.show)

Nothing is drawn where stderr is no terminal or a dumb one, or on a machine that builds (``CI``).
"""

import os
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from sosmed_learn.cli.streams import mute

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

PATIENCE = 0.5
"""Seconds before anything is drawn."""

_BETWEEN = 0.05  # seconds; drawing more often only costs time
_WIDTH = 24  # cells of the bar itself
_NUMBERS = 16  # cells for its brackets and the numbers behind it: a line that wrapped could not be taken away


def _columns() -> int:
    import shutil  # noqa: PLC0415 - it brings all kinds of archives along

    return shutil.get_terminal_size().columns


class Bar:
    """One bar. ``now`` gives seconds from any start."""

    def __init__(self, label: str, now: Callable[[], float] = time.monotonic) -> None:
        self._label = label
        self._now = now
        self._next = 0.0
        self._drawn: ProgressBar[Any] | None = None
        self._wanted = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")

    def __enter__(self) -> Self:
        self._next = self._now() + PATIENCE
        return self

    def __exit__(self, *_: object) -> None:
        if self._drawn is not None:
            # Click's own end would leave the line on the screen; it has hidden the cursor, but not on Windows.
            self._write("\r" + " " * (_columns() - 1) + "\r" + ("" if os.name == "nt" else "\x1b[?25h"))

    def show(self, done: int, total: int) -> None:
        """``done`` of ``total`` are done. Raises nothing."""
        if not self._wanted or self._now() < self._next:
            return
        self._next = self._now() + _BETWEEN
        if self._drawn is None:
            import click  # noqa: PLC0415 - not without a bar

            width = max(1, min(_WIDTH, _columns() - len(self._label) - _NUMBERS))
            self._drawn = click.progressbar(
                length=total, label=self._label, file=sys.stderr, show_eta=False, show_pos=True, width=width
            )
        self._drawn.length = total
        self._drawn.pos = done
        try:
            self._drawn.render_progress()
        except OSError:
            mute(sys.stderr)

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            mute(sys.stderr)
