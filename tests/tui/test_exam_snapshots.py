"""What an exam looks like, in our two themes; see ``test_snapshots`` for how pictures are kept."""

import pytest
from msgspec.structs import replace

from tests.tui.examcourse import answer, begun, library, open_exam
from tests.tui.seeing import Seat, sit
from tests.tui.test_snapshots_of_kinds import compare_in_both

PLACES = ("start", "left", "asked", "soon", "given", "end", "passed", "failed", "waiting")
NAMES = {f"exam-{place}" for place in PLACES}


async def _go_to(seat: Seat, place: str) -> None:
    if place == "start":
        return
    await seat.press("enter")
    if place == "soon":
        seat.app._study.clock.passed += 29 * 60 + 30  # type: ignore[attr-defined]
        await seat.press("l", "l")
    if place == "left":
        await answer(seat)
        await seat.press("escape", "e")
    elif place == "given":
        await answer(seat)
        await seat.press("f3")
    elif place == "end":
        for _ in range(4):
            await seat.press("f4")
    elif place in {"passed", "failed", "waiting"}:
        for _ in range(4):
            await answer(seat, right=place == "passed")
        await seat.press("enter", *(["escape", "e"] if place == "waiting" else []))


@pytest.mark.parametrize("place", PLACES)
async def test_an_exam(place: str) -> None:
    """Start: what it is like, in five points, and Enter begins. Left: how far it is, and Enter goes on. Asked: the
    question with the time that is left. Soon: the same, and the time stands out. Given: the answer in bold without any
    mark. End: which are without an answer. Passed and failed: points, then concept by concept, what to study with its
    key, and the questions. Waiting: when the next try can begin, and earlier results.
    """
    four = ("vanity", "signals", "margin")
    event = replace(begun(), questions=(*(("tour", name) for name in four), ("bank", "extra")))
    async with sit(library=library(), history=[event] if place != "start" else []) as seat:
        await seat.press("l", "l")  # so that it says "saved" from the beginning
        await open_exam(seat)
        await _go_to(seat, place)
        await compare_in_both(seat, f"exam-{place}")
