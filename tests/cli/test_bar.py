"""The progress bar: late, only for a person, and gone at the end."""

import io
import sys
from pathlib import Path

import pytest

from sosmed_learn.cli.bar import PATIENCE, Bar
from tests.cli.running import course
from tests.terminal import Terminal, needs_terminal, this_checkout


class _Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


def _drawn(monkeypatch: pytest.MonkeyPatch, times: list[float], *, terminal: bool = True) -> str:
    screen = _Screen(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    left = iter(times)
    with Bar("Checking", now=lambda: next(left)) as bar:
        for done in range(1, 4):
            bar.show(done, 3)
    return screen.getvalue()


@pytest.fixture(autouse=True)
def _a_usual_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)


LATE = [float(at) for at in range(9)]


def test_what_is_quick_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _drawn(monkeypatch, [0.0, *[PATIENCE - 0.01] * 9]) == ""


def test_what_takes_longer_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = _drawn(monkeypatch, LATE)
    assert "Checking" in drawn
    assert "3/3" in drawn
    assert "\n" not in drawn


def test_it_is_not_drawn_for_every_single_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = _drawn(monkeypatch, [0.0, 1.0, 1.0, 1.001, 1.002])
    assert drawn.count("Checking") == 1


@pytest.mark.parametrize(("name", "value"), [("TERM", "dumb"), ("CI", "true")])
def test_not_where_nobody_could_read_it(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert _drawn(monkeypatch, LATE) == ""


def test_not_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _drawn(monkeypatch, LATE, terminal=False) == ""


_SLOW_CLOCK = """
import os
import time
from itertools import count
from functools import partial
from sosmed_learn.cli import bar
from sosmed_learn.cli.main import main
ticks = count()
bar.Bar = partial(bar.Bar, now=lambda: next(ticks))
show = bar.Bar.func.show
def held(self, done, total):
    show(self, done, total)
    while not os.path.exists("seen"):
        time.sleep(0.01)
bar.Bar.func.show = held
main(["--lang", "en", "check", "courses"])
"""


@needs_terminal
@pytest.mark.parametrize("columns", [80, 40])
def test_on_a_real_screen_it_is_seen_and_then_gone(tmp_path: Path, columns: int) -> None:
    course(tmp_path / "courses")
    _, env = this_checkout(tmp_path / "home")
    command = [sys.executable, "-c", _SLOW_CLOCK]
    with Terminal.start(command, env, columns=columns, cwd=tmp_path) as terminal:
        screen = terminal.wait_for("1/1")
        assert "Checking lessons" in screen
        (tmp_path / "seen").touch()
        assert terminal.wait() == 0
        assert "1/1" not in terminal.text
        assert "Checking lessons" not in terminal.text
        assert "Nothing is wrong." in terminal.text.replace("\n", " ")
