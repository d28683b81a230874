"""The key line and the help tell only what is true: each key that they show does something on that screen."""

import pytest

from sosmed_learn.tui.widgets.key_bar import active_keys
from tests.tui.places import BY_NAME, OF_KINDS, Place, at
from tests.tui.seeing import Seat

HELPED = ("home", "multiple", "result", "order-held", "match")
"""Screens of which every key of the help is tried; of the others below, those of the key line."""
SHOWN = (
    *("role", "module", "text", "typed", "typed-left", "note", "sources", "glossary", "keys", "troubles", "unsaved"),
    *("rhythm", "settings"),
    *(place.name for place in OF_KINDS),
)


def look(seat: Seat, visited: list[str]) -> object:
    """Everything by which one can see that a key did something."""
    if not seat.app.is_running:
        return "gone"
    styled = [[(segment.text, str(segment.style)) for segment in row] for row in seat.segments]
    typing = bool(seat.app.screen.query("Input"))  # its cursor blinks
    return seat.on, seat.text if typing else styled, len(visited), seat.store.tried, len(seat.app._notifications)


async def acts(seat: Seat, key: str, visited: list[str]) -> bool:
    """Whether ``key`` does something; when it is about going up, from further down."""
    if key in {"up", "pageup", "home"} and seat.app.screen.query("Scroller"):
        await seat.press("end")
    before = look(seat, visited)
    await seat.press(key)
    if key == "ctrl+q" and seat.app.is_running:
        await seat.until(lambda: not seat.app.is_running or seat.on == "Unsaved")
    return look(seat, visited) != before


async def back_to(seat: Seat, before: object) -> bool:
    """Whether what was seen before can be had back without a new start."""
    for key in ("home", "escape"):
        if look(seat, []) != before and seat.app.is_running and seat.on != "Unsaved":
            await seat.press(key)
    return look(seat, []) == before


def shown_keys(seat: Seat, *, hidden: bool) -> list[str]:
    """The keys of the help, or those that found room in the key line."""
    line = seat.key_line
    hints = active_keys(seat.app.screen, hidden=hidden)
    return [hint.key for hint in hints if hidden or f"{hint.shown} {hint.what}" in line]


async def idle_keys(place: Place, visited: list[str], *, hidden: bool, size: tuple[int, int]) -> list[str]:
    """The keys that ``place`` shows and that do nothing. It is gone to anew whenever a key changed it for good."""
    keys: list[str] | None = None
    idle = []
    while keys is None or keys:
        async with at(place, size=size) as seat:
            if keys is None:
                keys = shown_keys(seat, hidden=hidden)
                assert keys, "a screen without keys"
            before = look(seat, [])
            while keys and seat.app.is_running:
                key = keys.pop(0)
                if not await acts(seat, key, visited):
                    idle.append(key)
                if keys and not await back_to(seat, before):
                    break
    return idle


@pytest.mark.parametrize("name", SHOWN)
async def test_each_key_of_the_key_line_acts(name: str, visited: list[str]) -> None:
    assert await idle_keys(BY_NAME[name], visited, hidden=False, size=(80, 24)) == []


@pytest.mark.parametrize("name", HELPED)
async def test_each_key_of_the_help_acts(name: str, visited: list[str]) -> None:
    assert await idle_keys(BY_NAME[name], visited, hidden=True, size=(60, 20)) == []


async def test_a_key_of_the_key_line_can_be_clicked() -> None:
    async with at(BY_NAME["home"]) as seat:
        await seat.click("? bantuan")
        assert seat.on == "Keys"
        await seat.click("Enter tutup")
        assert seat.on == "Home"
        await seat.click("l English")
        assert "Today" in seat.text
