"""What seven screens look like. How pictures are kept, read and written anew, is said in ``pictures``."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.module import QuestionStep
from tests.fakes import MemoryLibrary
from tests.tui.course import CLOSING, MODULES, TOUR, VANITY, done_until, lesson
from tests.tui.pictures import FOLDER, compare
from tests.tui.seeing import sit
from tests.tui.test_exam_snapshots import NAMES as EXAM_NAMES
from tests.tui.test_map_snapshots import NAMES as MAP_NAMES
from tests.tui.test_rhythm import FOUR_WEEKS
from tests.tui.test_snapshots_of_kinds import NAMES
from tests.tui.test_snapshots_of_plain_kinds import NAMES as PLAIN_NAMES
from tests.tui.test_story_snapshots import NAMES as STORY_NAMES
from tests.tui.test_worksheet_snapshots import NAMES as TASK_NAMES


@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_home(speaking: str) -> None:
    """One box with what to do next and why, in accent; five modules with a meter; two sentences on what is broken.

    The bottom line begins with Enter and ends with help.
    """
    async with sit(speaking="en" if speaking == "en" else "id", history=done_until("signals")) as seat:
        compare(seat, f"home-{speaking}")


async def test_a_text() -> None:
    """Heading in accent, table, quote, two quiet notes; the second is in warning and says that it is old."""
    async with sit(history=done_until("reading")) as seat:
        await seat.press("enter")
        compare(seat, "text")


async def test_a_question_asked() -> None:
    """The prompt with bold words, three choices, the second with the mark, one hint of two."""
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "h", "2")
        compare(seat, "asked")


async def test_a_question_answered() -> None:
    """Own choice with a cross first, the right one with a tick, the rest, the belief, the explanation, the source."""
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "1", "enter")
        compare(seat, "answered")


async def test_a_wrong_answer_with_tries_left() -> None:
    """The same, with the try and how many are left under the verdict, and the key for the next one."""
    limited = lesson("tour", TOUR.title, QuestionStep(replace(VANITY, tries=3)), CLOSING)
    async with sit(library=MemoryLibrary(MODULES[:1], {("strategy", "tour"): limited})) as seat:
        await seat.press("enter", "1", "enter", "r", "2", "enter")
        compare(seat, "tries-left")


async def test_the_result() -> None:
    """Five of five, nothing to look at again, what one can do now, what comes next, and that it is saved."""
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        await seat.until(lambda: "tersimpan" in seat.text and "Berikutnya" in seat.text)
        compare(seat, "result")


async def test_the_calendar() -> None:
    """Four weeks under their month, one kept, today in brackets, a full day in bold; then what the marks mean."""
    async with sit(history=FOUR_WEEKS) as seat:
        await seat.press("k")
        compare(seat, "rhythm")


async def test_the_settings() -> None:
    """Nine settings with what they are in accent and a quiet sentence each; the mark of the cursor at the first."""
    async with sit() as seat:
        await seat.press("o")
        compare(seat, "settings")


def test_every_kept_picture_belongs_to_a_test() -> None:
    names = {"home-id", "home-en", "text", "asked", "answered", "tries-left", "result", "rhythm", "settings"}
    names |= NAMES | PLAIN_NAMES | STORY_NAMES | TASK_NAMES | EXAM_NAMES | MAP_NAMES
    assert {file.stem for file in FOLDER.iterdir()} == names
