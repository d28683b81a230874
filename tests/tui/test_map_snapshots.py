"""What the blind-spot map and what leads to it look like, in our two themes; see ``test_snapshots`` for how pictures
are kept.
"""

import pytest

from tests.tui.mapcourse import ask_for_map, library, sat_before
from tests.tui.seeing import sit
from tests.tui.test_snapshots_of_kinds import compare_in_both

PLACES = ("start", "map")
NAMES = {f"diagnosis-{place}" for place in PLACES}


@pytest.mark.parametrize("place", PLACES)
async def test_the_map(place: str) -> None:
    """Start: two lengths, the first one marked, and what to know before. Map: what to do first in words, the concepts
    of a module in a row, each with a mark that needs no colour, guesses in brackets, then the path.
    """
    history = sat_before(["yes", "lure", "no"] * 2 + ["yes"] * 2) if place == "map" else []
    async with sit(library=library(), history=history) as seat:
        await ask_for_map(seat)
        await compare_in_both(seat, f"diagnosis-{place}")
