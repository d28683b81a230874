"""What six screens look like, as plain text that can be read in a review.

``SOSMED_LEARN_SNAPSHOTS=update`` writes them anew; look at the difference before you keep it. Under the picture stand
the places that are drawn in another way than plain, by the names of our colours: ``row  "words"  accent bold``.
"""

import os
from pathlib import Path

import pytest
from rich.style import Style
from textual.color import Color

from sosmed_learn.tui.theme import DARK
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "SOSMED_LEARN_SNAPSHOTS"
NAMED = {"accent": DARK.accent, "warning": DARK.warning, "error": DARK.error, "muted": DARK.variables["text-muted"]}
INKS = {Color.parse(value).rgb: name for name, value in NAMED.items() if value}


def manner(style: Style | None) -> str:
    """How something is drawn, in words; nothing for plain text."""
    if style is None:
        return ""
    ink = Color.from_rich_color(style.color).rgb if style.color else None
    kinds = [name for name in ("bold", "italic", "underline", "reverse") if getattr(style, name)]
    return " ".join([*([INKS[ink]] if ink in INKS else []), *kinds])


def picture(seat: Seat) -> str:
    """The screen's text, a rule, and what is not drawn plainly."""
    notes = []
    for number, row in enumerate(seat.segments, start=1):
        runs: list[list[str]] = []
        for segment in row:
            how = manner(segment.style)
            if runs and runs[-1][1] == how:
                runs[-1][0] += segment.text
            else:
                runs.append([segment.text, how])
        notes += [f'{number:>2}  "{words.strip()}"  {how}' for words, how in runs if how and words.strip(" ─━╭╮╰╯│")]
    return "\n".join([*seat.lines, "=" * 80, *notes]) + "\n"


def compare(seat: Seat, name: str) -> None:
    """Fail when the screen is not as kept under ``name``."""
    file = FOLDER / f"{name}.txt"
    now = picture(seat)
    if os.environ.get(UPDATE) == "update":
        file.write_text(now, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    assert now == kept, f"{name} looks different; see the head of this file"


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


async def test_the_result() -> None:
    """Five of five, nothing to look at again, what one can do now, what comes next, and that it is saved."""
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        await seat.until(lambda: "tersimpan" in seat.text and "Berikutnya" in seat.text)
        compare(seat, "result")


def test_every_kept_picture_belongs_to_a_test() -> None:
    names = {"home-id", "home-en", "text", "asked", "answered", "result"}
    assert {file.stem for file in FOLDER.iterdir()} == names
