"""The figures that the tests of this folder find are printed below the last of them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
_figures = pytest.StashKey[list[str]]()

Run = Callable[..., dict[str, Any]]


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Put a line below the last test."""
    return request.config.stash.setdefault(_figures, []).append


@pytest.fixture
def run() -> Run:
    """Run a module of this folder in a process of its own; what it printed."""

    def run_it(module: str, *arguments: object) -> dict[str, Any]:
        command = [sys.executable, "-m", f"tests.faults.{module}", *map(str, arguments)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.stdout, done.stderr
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return run_it


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    figures = config.stash.get(_figures, [])
    if figures:
        terminalreporter.section("faults", sep="-")
        for line in figures:
            terminalreporter.write_line(line)
