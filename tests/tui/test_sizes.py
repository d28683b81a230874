"""Every screen in a small, a usual and a wide window; too small says so; resizing loses nothing."""

import pytest
from rich.cells import cell_len

from sosmed_learn.core.text import Language
from tests.tui.course import done_until
from tests.tui.places import BY_NAME, SCREENS, Place, at
from tests.tui.seeing import Seat, sit

SIZES = [(60, 20), (80, 24), (160, 50)]
TOO_SMALL = [(39, 24), (80, 11), (20, 5)]
PAGES = [
    place
    for place in SCREENS
    if place.screen in {"Welcome", "Home", "Module", "Lesson", "Result", "Rhythm", "Settings"}
]
ENGLISH = ("home", "reasons", "result", "rhythm", "settings", "unsaved")
BOTH: list[tuple[Place, Language]] = [
    *((place, "id") for place in SCREENS),
    *((place, "en") for place in SCREENS if place.name in ENGLISH),
]


async def check_place(seat: Seat, place: Place, sees: str) -> None:
    """Its main text can be read, nothing is cut off at the right, and the key line begins and ends as always."""
    columns, rows = seat.app.size
    assert seat.on == place.screen
    assert sees in await seat.read_all(), f"at {columns}x{rows}:\n{seat.text}"
    lines = seat.lines
    assert len(lines) == rows
    assert all(cell_len(line) <= columns for line in lines)
    names = [part.split()[0] for part in seat.key_line.split("   ")]
    assert names[0] == "Enter" or (place.screen == "Glossary" and "Esc" in names)
    assert "?" not in names[:-1]
    assert ("?" in names) == (place in PAGES and place.name != "typed")


@pytest.mark.parametrize(("place", "speaking"), BOTH, ids=[f"{place.name}-{speaking}" for place, speaking in BOTH])
async def test_key_line_and_main_text_are_seen_at_every_size(place: Place, speaking: Language) -> None:
    sees = place.sees[0 if speaking == "id" else 1]
    async with at(place, speaking=speaking, size=SIZES[0]) as seat:
        await check_place(seat, place, sees)
        for size in SIZES[1:] if speaking == "id" else []:
            await seat.resize(*size)
            await check_place(seat, place, sees)


@pytest.mark.parametrize("name", ["welcome", "home", "module", "text", "multiple", "typed", "reasons", "result"])
async def test_a_window_too_small_says_so_and_recovers(name: str) -> None:
    place = BY_NAME[name]
    async with at(place) as seat:
        before = seat.text
        for columns, rows in TOO_SMALL:
            await seat.resize(columns, rows)
            seen = seat.flat
            assert "terlalu kecil" in seen
            assert f"{columns}x{rows}" in seen
            assert "40x12" in seen
            assert place.sees[0] not in seen or name == "result"
        await seat.resize(80, 24)
        assert seat.text == before


@pytest.mark.parametrize("name", ["note", "sources", "glossary", "unsaved"])
async def test_a_dialog_in_a_window_too_small_breaks_nothing(name: str) -> None:
    async with at(BY_NAME[name]) as seat:
        before = seat.text
        for columns, rows in TOO_SMALL:
            await seat.resize(columns, rows)
            assert all(cell_len(line) <= columns for line in seat.lines)
        await seat.resize(80, 24)
        assert seat.text == before


async def test_just_large_enough_is_enough() -> None:
    async with sit(history=done_until("vanity"), size=(40, 12)) as seat:
        assert "terlalu kecil" not in seat.flat
        await seat.press("enter", "3", "enter")
        assert "✓ 3" in seat.text
        assert "Enter" in seat.key_line


async def test_resizing_keeps_the_picks_and_the_hint() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "1", "3")
        for size in [(60, 20), (20, 5), (160, 50), (45, 13), (80, 24)]:
            await seat.resize(*size)
        assert "1  [x] Pesanan" in seat.text
        assert "3  [x] Laba" in seat.text
        await seat.press("enter")
        assert "✓ Benar." in seat.text


async def test_resizing_keeps_typed_text_and_cursor() -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.write("1.250")
        for size in [(60, 20), (20, 5), (160, 50), (80, 24)]:
            await seat.resize(*size)
        await seat.write(".000")
        await seat.press("enter")
        assert "✓ 1.250.000" in seat.flat


async def test_resizing_in_a_dialog_keeps_what_was_typed() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "n")
        await seat.write("ingat ini")
        await seat.resize(60, 20)
        await seat.resize(120, 40)
        await seat.press("enter")
        assert "ingat ini" in seat.text


@pytest.mark.parametrize("name", ["text", "reasons", "home", "result"])
async def test_text_stays_within_a_readable_width_in_a_wide_window(name: str) -> None:
    async with at(BY_NAME[name], size=(160, 50)) as seat:
        outline = next((line.index("Isi pelajaran ini") for line in seat.lines if "Isi pelajaran ini" in line), 160)
        columns = {len(line[:outline].rstrip()) for line in seat.lines[2:-2]}
        assert max(columns) <= 80


async def test_the_rows_of_a_module_hang_behind_their_number_where_they_wrap() -> None:
    async with sit(history=done_until("closing"), size=(40, 30)) as seat:
        await seat.press("1")
        rows = seat.text[seat.text.index("Pelajaran") :].splitlines()
        first = next(at for at, row in enumerate(rows) if row.startswith(" ▸ 1  "))
        below = rows[first + 1 : first + 1 + rows[first + 1 :].index("")]
        assert len(below) > 1
        assert all(row.startswith("      ") for row in below)
