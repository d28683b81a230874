"""A program in a pseudo-terminal, read by a real terminal emulator: tests press keys and look at the screen.

    with Terminal.start([python, "-m", "sosmed_learn"], env) as terminal:
        terminal.wait_for("Pilih bahasa")
        terminal.press("1", "enter", "ctrl+q")
        assert terminal.wait() == 0

Pseudo-terminals are a POSIX thing: on Windows a test that needs one says so with ``needs_terminal``.
"""

import codecs
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte
import pytest

needs_terminal = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals that Python can open")

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "space": " ",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "home": "\x1b[H",
    "end": "\x1b[F",
}

LOOKING_SECONDS = 0.25
"""Longer than the app takes an Enter for one that was still meant for what stood there before."""

# Sequences with a private mark (the keyboard protocol of kitty, for example), which pyte would show as text; and
# colours, which nobody looks at here: they are most of what the app writes, and pyte takes them sign by sign.
_SKIPPED = re.compile(r"\x1b\[(?:[<=>][0-9;:]*[@-~]|[0-9;:]*m)")
_UNFINISHED = re.compile(r"\x1b(?:\[[<=>]?[0-9;:]*)?$")


class Terminal:
    """One program on one screen. Ends the program, by force if need be, at the end of the ``with`` block."""

    def __init__(self, process: "subprocess.Popen[bytes]", handle: int, columns: int, rows: int) -> None:
        self.process = process
        self._usage = 0
        self._handle = handle
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self._lines: list[str] | None = None

    @classmethod
    def start(
        cls,
        argv: Sequence[str | os.PathLike[str]],
        env: Mapping[str, str] | None = None,
        columns: int = 80,
        rows: int = 24,
        cwd: str | os.PathLike[str] | None = None,
    ) -> "Terminal":
        """Start ``argv`` on a new screen. ``env`` is added to a small environment, not to that of the tests."""
        import pty  # noqa: PLC0415 - not on Windows

        ours, theirs = pty.openpty()
        _set_size(theirs, columns, rows)
        process = subprocess.Popen(
            [os.fspath(part) for part in argv],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env=surroundings(env),
            start_new_session=True,
        )
        os.close(theirs)
        return cls(process, ours, columns, rows)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.returncode is None:
            self.kill()
        os.close(self._handle)

    @property
    def lines(self) -> list[str]:
        """The rows on screen, without the spaces behind them."""
        if self._lines is None:  # what is waited for is looked for again and again
            columns, rows = range(self._screen.columns), range(self._screen.lines)
            cells = self._screen.buffer
            # Behind a sign of two cells stands one without text.
            self._lines = ["".join([cells[row][column].data for column in columns]).rstrip() for row in rows]
        return self._lines

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    def press(self, *keys: str) -> None:
        """Send keys by name (``enter``, ``ctrl+q``) or as the text that they type. Enter comes when one has looked."""
        for key in keys:
            if key == "enter":
                time.sleep(LOOKING_SECONDS)
            control = re.fullmatch(r"ctrl\+([a-z])", key)
            self.send(chr(ord(control[1]) - 96) if control else KEYS.get(key, key))

    def send(self, text: str) -> None:
        """Send exactly ``text``."""
        os.write(self._handle, text.encode())

    def read(self, seconds: float) -> bool:
        """Let the screen take in what comes within ``seconds``; True as soon as something did."""
        raw = self._take(seconds)
        self._show(raw)
        return bool(raw)

    def seconds_until(self, wanted: bytes, limit: float = 20) -> float:
        """Seconds until the program has written ``wanted``, or anything if empty; the emulator is kept out of it."""
        begun, raw = time.monotonic(), b""
        while not raw or wanted not in raw:
            raw += self._take(limit)
            if time.monotonic() - begun > limit or self.ended:
                raise AssertionError(f"{wanted!r} was not written. Screen:\n{self.text}")
        passed = time.monotonic() - begun
        self._show(raw)
        return passed

    def _take(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._handle], [], [], seconds)
        if not ready:
            return b""
        try:
            raw = os.read(self._handle, 65536)
        except OSError:  # Linux says so when the program has ended
            raw = b""
        if not raw:
            time.sleep(min(seconds, 0.01))
        return raw

    def _show(self, raw: bytes) -> None:
        text = _SKIPPED.sub("", self._held + self._decode(raw))
        held = _UNFINISHED.search(text)
        self._held = held.group() if held else ""
        self._stream.feed(text.removesuffix(self._held))
        self._lines = None

    def wait_until(self, seen: Callable[[str], bool], what: str, seconds: float = 20) -> str:
        """The screen's text once ``seen`` says yes to it; an assertion with the screen in it otherwise."""
        end = time.monotonic() + seconds
        while not seen(self.text):
            if time.monotonic() > end or (not self.read(0.05) and self.ended and not self.read(0)):
                state = "ended" if self.ended else "still running"
                raise AssertionError(f"{what}: not within {seconds} s; the program is {state}. Screen:\n{self.text}")
        return self.text

    def wait_for(self, text: str, seconds: float = 20) -> str:
        """Wait until ``text`` is on the screen."""
        return self.wait_until(lambda screen: text in screen, f"waiting for {text!r}", seconds)

    def settle(self, quiet: float = 0.3) -> str:
        """The screen's text once nothing has come for ``quiet`` seconds."""
        while self.read(quiet):
            pass
        return self.text

    def resize(self, columns: int, rows: int) -> None:
        """Another size of the window."""
        _set_size(self._handle, columns, rows)
        self._screen.resize(rows, columns)
        self._lines = None
        self.process.send_signal(signal.SIGWINCH)

    def peak_memory(self) -> float:
        """Peak memory of the program so far, in MB; where the system tells it only of ended programs, end it first."""
        status = Path(f"/proc/{self.process.pid}/status")
        if status.exists():
            # Linux counts what the starting process had into ru_maxrss of what it starts, so that is of no use here.
            kilobytes = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
            assert kilobytes
            return int(kilobytes[1]) / 1024
        self.kill()
        return self._usage / 2**20

    @property
    def ended(self) -> bool:
        """Whether the program is over."""
        if self.process.returncode is None:
            pid, status, usage = os.wait4(self.process.pid, os.WNOHANG)
            if pid:
                self.process.returncode = os.waitstatus_to_exitcode(status)
                self._usage = usage.ru_maxrss
        return self.process.returncode is not None

    def wait(self, seconds: float = 20) -> int:
        """The exit code, while the screen takes in the last words."""
        end = time.monotonic() + seconds
        while not self.ended:
            if time.monotonic() > end:
                raise AssertionError(f"the program did not end within {seconds} s. Screen:\n{self.text}")
            self.read(0.02)
        while self.read(0):
            pass
        return int(self.process.returncode)

    def kill(self) -> int:
        """End the program as ``kill -9`` does."""
        self.process.kill()
        return self.wait()


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """An environment in which every run looks alike: a capable terminal, UTF-8, no person's settings."""
    inherited = ("PATH", "HOME", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH")
    ours = {name: os.environ[name] for name in inherited if name in os.environ}
    ours |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return ours | dict(more or {})


def this_checkout(home: Path, *arguments: str) -> tuple[list[str], dict[str, str]]:
    """Command and environment that run the app of this checkout with its data in ``home``."""
    source = Path(__file__).parents[1] / "src"
    command = [sys.executable, "-m", "sosmed_learn", *arguments]
    return command, {"SOSMED_LEARN_HOME": str(home), "PYTHONPATH": str(source)}


def _set_size(handle: int, columns: int, rows: int) -> None:
    import fcntl  # noqa: PLC0415 - not on Windows
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
