"""What a scenario looks like, in our two themes; see ``test_snapshots`` for how the pictures are read and kept."""

import pytest

from sosmed_learn.core.scenario import Telling
from tests.tui.seeing import sit
from tests.tui.storycourse import library, played, told_as
from tests.tui.test_snapshots_of_kinds import change_themes, compare_in_both

PLACES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "asked": ((), ("enter", "2")),
    "poor-choice": (("blame",), ("enter",)),
    "ending": (("sorry",), ("enter", "1", "enter")),
    "map": (("blame", "repair"), ("enter", "m")),
    "earlier": (("blame", "repair"), ("enter", "b")),
}


TOLD: tuple[Telling, ...] = ("comments", "notes")
NAMES = {f"story-{place}" for place in (*PLACES, *TOLD, "result")}


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


@pytest.mark.parametrize("telling", TOLD)
async def test_a_scenario_told_in_public_or_as_a_log(telling: Telling) -> None:
    """Comments: names above their words, the answer hanging below in accent. Notes: the time before each line, what was
    done behind an arrow. In both the remark is quiet and its changes are bold.
    """
    async with sit(library=told_as(telling), history=played("blame")) as seat:
        await change_themes(seat)
        await seat.press("enter")
        await compare_in_both(seat, f"story-{telling}")


async def test_a_scenario_looked_back_at() -> None:
    """The result of a lesson that asks nothing: no score; the scenario with its ending and what to take from it."""
    async with sit(library=library(), history=played("sorry", "tell")) as seat:
        await change_themes(seat)
        await seat.press("enter", "enter")
        await compare_in_both(seat, "story-result")
