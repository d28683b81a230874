"""What a scenario looks like, in our two themes; see ``test_snapshots`` for how the pictures are read and kept."""

import pytest

from tests.tui.seeing import sit
from tests.tui.storycourse import library, played
from tests.tui.test_snapshots_of_kinds import change_themes, compare_in_both

PLACES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "asked": ((), ("enter", "2")),
    "poor-choice": (("blame",), ("enter",)),
    "ending": (("sorry",), ("enter", "1", "enter")),
    "map": (("blame", "repair"), ("enter", "m")),
    "earlier": (("blame", "repair"), ("enter", "b")),
}


NAMES = {f"story-{place}" for place in PLACES}


@pytest.mark.parametrize("place", PLACES)
async def test_a_scenario(place: str) -> None:
    """Asked: a line with title, time, meter and minutes; a bubble on the left, two choices, the second marked.

    Poor choice: own bubble on the right in accent, the remark quiet below it, its changes bold. Ending: its name, the
    meter, what to take from it, the source. Map: what was tried in words, what not as a question mark and a number.
    """
    path, keys = PLACES[place]
    async with sit(library=library(), history=played(*path)) as seat:
        await change_themes(seat)
        await seat.press(*keys)
        await compare_in_both(seat, f"story-{place}")
