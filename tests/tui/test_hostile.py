"""Text from courses, learners and the computer is never markup and never steers the terminal, on any screen."""

import unicodedata

import pytest

from sosmed_learn.core.text import Language
from tests.fakes import MemoryStore
from tests.tui.course import BROKEN_AT, done_until
from tests.tui.hostile import MARKUP, POISON, library
from tests.tui.places import BY_NAME, SCREENS, Place, at
from tests.tui.seeing import Seat, sit

BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
NAME = POISON.replace("/", "|")
"""The name of a file, which has no slash."""
SMALL, USUAL = (60, 20), (80, 24)
COURSE_FREE = {"welcome", "note", "rhythm", "settings"}
"""Screens that show nothing of a course on top."""
ENGLISH = ("home", "reasons", "result", "troubles")
BOTH: list[tuple[Place, Language]] = [
    *((place, "id") for place in SCREENS),
    *((place, "en") for place in SCREENS if place.name in ENGLISH),
]


def steering(seat: Seat) -> list[str]:
    """Characters on the terminal that could steer it, and links and actions behind what is drawn."""
    found = []
    for row in seat.segments:
        for segment in row:
            found += [hex(ord(c)) for c in segment.text if unicodedata.category(c) in {"Cc", "Cs"} or c in BIDI]
            style = segment.style
            found += [str(style.link)] if style and style.link else []
            found += [str(style.meta) for key in ("@click",) if style and style.meta and key in style.meta]
    return found


async def assert_harmless(seat: Seat) -> None:
    """Whatever is scrolled into view; the app is still there."""
    scrollers = list(seat.app.screen.query("Scroller"))
    for _page in range(60):
        assert steering(seat) == []
        assert seat.app.is_running
        if not scrollers or scrollers[0].scroll_offset.y >= scrollers[0].max_scroll_y:
            break
        scrollers[0].scroll_page_down(animate=False, force=True)
        await seat.settle()


@pytest.mark.parametrize(("place", "speaking"), BOTH, ids=[f"{place.name}-{speaking}" for place, speaking in BOTH])
async def test_a_hostile_course_on_every_screen(place: Place, speaking: Language) -> None:
    store = MemoryStore(place=f"data/{POISON}.json", aside=f"data/{POISON}.json" if place.name != "keys" else "")
    async with at(place, library=library(), store=store, size=SMALL, speaking=speaking) as seat:
        assert seat.on == place.screen
        if place.name not in COURSE_FREE:
            assert "[b]tebal[/b]" in await seat.read_all(), "brackets are seen as they are written"
        await assert_harmless(seat)
        if speaking == "id":
            await seat.resize(*USUAL)
            await assert_harmless(seat)


@pytest.mark.parametrize("name", ["home", "text", "hint", "reasons"])
async def test_markup_is_seen_whole_and_a_click_on_it_does_not_quit(name: str) -> None:
    async with at(BY_NAME[name], library=library(), size=(100, 40)) as seat:
        seen = await seat.read_all()
        for words in MARKUP.split():
            assert words in seen
        places = [line for line in seat.lines if "klik" in line]
        assert places
        for nth in range(min(3, len(places))):
            if seat.on == BY_NAME[name].screen and sum("klik" in line for line in seat.lines) > nth:
                await seat.click("klik", nth=nth)
        assert seat.app.is_running
        await seat.press("question_mark")
        assert seat.app.is_running


@pytest.mark.parametrize("question", ["signals", "term", "revenue"])
async def test_hostile_reasons_of_every_kind(question: str) -> None:
    async with sit(library=library(), history=done_until(question), size=USUAL) as seat:
        await seat.press("enter")
        if question in {"term", "revenue"}:
            await seat.write("[/b]5" if question == "term" else "2000")
        else:
            await seat.press("1")
        await seat.press("enter")
        assert "(jawabanmu)" in await seat.read_all()
        await assert_harmless(seat)
        await seat.press("l")
        await assert_harmless(seat)


async def test_a_hostile_answer_and_note_of_the_learner() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.write("[/b][@click=app.quit]x[/]")
        await seat.press("enter")
        assert "✗ [/b][@click=app.quit]x[/] (jawabanmu)" in seat.flat
        await seat.press("n")
        await seat.write("list[int] [/b]")
        await seat.press("enter")
        assert "Catatanmu: list[int] [/b]" in seat.text
        assert steering(seat) == []


async def test_the_palette_draws_no_pasted_control_characters_either() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.paste("a\x1b[31mb\x9b31m\u202ec")
        assert steering(seat) == []
        await seat.write("tema")
        await seat.until(lambda: "Semua tema" in seat.text)


async def test_pasted_control_characters_are_not_drawn() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.paste("a\x1b[31mb\x9b31m\u202ec")
        assert steering(seat) == []
        await seat.press("enter")
        assert "(jawabanmu)" in seat.text
        assert steering(seat) == []


@pytest.mark.parametrize("size", [SMALL, USUAL])
async def test_a_hostile_failure_and_a_hostile_place(size: tuple[int, int]) -> None:
    store = MemoryStore(place=f"data/{NAME}", aside=f"data/{NAME}")
    async with sit(store=store, history=done_until("vanity"), size=size) as seat:
        assert "[b]tebal[" in seat.flat
        await assert_harmless(seat)
        store.fail("other", POISON)
        await seat.press("enter", "3", "enter")
        assert "[b]tebal[/b]" in seat.flat
        await assert_harmless(seat)
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.on == "Unsaved" and "[b]tebal[/b]" in seat.flat)
        await assert_harmless(seat)
        await seat.press("escape", "question_mark")
        assert "[b]tebal[" in await seat.read_all()
        await assert_harmless(seat)
        store.recover()


async def test_a_hostile_place_of_an_error_in_a_lesson() -> None:
    courses = library()
    async with sit(library=courses) as seat:
        await seat.press("1")
        courses.spoil("strategy", "tour", BROKEN_AT + POISON)
        await seat.press("1")
        assert BROKEN_AT in seat.flat
        await assert_harmless(seat)
        assert "Enter" in seat.key_line


async def test_the_outline_and_the_wide_window_are_harmless_too() -> None:
    async with at(BY_NAME["multiple"], library=library(), size=(160, 50)) as seat:
        await assert_harmless(seat)
        await seat.resize(40, 12)
        await assert_harmless(seat)
