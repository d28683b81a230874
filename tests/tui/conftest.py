"""The screens are tested without waiting and without a browser."""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import nullcontext
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

HANG_SECONDS = 240
"""A test that takes so long hangs: the run ends and tells where."""


@pytest.fixture(scope="session")
def real_stderr(request: pytest.FixtureRequest) -> Iterator[int]:
    """Standard error as it is outside of pytest's capturing."""
    manager = request.config.pluginmanager.getplugin("capturemanager")
    with manager.global_and_fixture_disabled() if manager else nullcontext():
        number = os.dup(2)
    yield number
    os.close(number)


@pytest.fixture(autouse=True)
def _no_waiting_for_ever(real_stderr: int) -> Iterator[None]:
    faulthandler.dump_traceback_later(HANG_SECONDS, exit=True, file=real_stderr)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True, scope="session")
def _css_parsed_once() -> Iterator[None]:
    """Textual keeps what it has parsed for as long as an app lives; here hundreds live with the same sheets."""
    known: dict[object, list[RuleSet]] = {}
    parsed = Stylesheet._parse_rules

    def parsed_once(sheet: Stylesheet, css: str, *rest: Any, **more: Any) -> list[RuleSet]:
        key = (*sheet._variables.items(), css, *rest, *more.items())
        if key not in known:
            known[key] = parsed(sheet, css, *rest, **more)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parsed_once)
        yield


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be opened is looked for at once, so that it does not come in between the keys of a test."""
    monkeypatch.setattr("sosmed_learn.tui.app.SURVEY_DELAY", 0.001)


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cursor that blinks twice a second keeps a busy machine from ever coming to rest."""
    monkeypatch.setattr("textual.widgets.Input.cursor_blink", False)


@pytest.fixture(autouse=True)
def _no_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses Enter when it has seen what is there, however quickly that was."""
    monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 0.0)


@pytest.fixture(autouse=True)
def visited(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were to be opened in the browser; none of them is."""
    addresses: list[str] = []
    monkeypatch.setattr("textual.app.App.open_url", lambda _app, url, **_more: addresses.append(url))
    return addresses
