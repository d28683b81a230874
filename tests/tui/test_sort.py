"""Sorting: bins hold many, say how many, and every thing has its reason."""

from msgspec.structs import replace

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Placed
from sosmed_learn.core.question import Place
from sosmed_learn.core.text import Text
from tests.tui.kinds import GOAL, TRIAGE, kinds_done_until, kinds_library
from tests.tui.seeing import sit

BEFORE = kinds_done_until("triage")


async def test_bins_count_what_is_in_them_and_keep_it() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        assert "a  Sekarang (0)" in seat.text
        await seat.press("1", "a", "3", "a")
        assert "a  Sekarang (2)" in seat.text
        assert "b  Nanti (0)" in seat.text
        assert "▸ 2 → _  Buka hari Minggu?" in seat.text
        await seat.press("space", "b", "1", "b")
        assert "a  Sekarang (1)" in seat.text
        assert "b  Nanti (2)" in seat.text
        await seat.press("1", "a", "enter")
        (event,) = seat.saved(Answered)[-1:]
        assert event.correct
        assert event.response == Placed((("nuts", "now"), ("hours", "later"), ("refund", "now")))


async def test_half_sorted_is_refused_and_the_way_there_is_shown() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        tried = seat.store.tried
        await seat.press("enter", "2", "b", "enter")
        assert "Masih ada 2 yang belum ditempatkan." in seat.flat
        assert "▸ 1 → _" in seat.text
        assert seat.store.tried == tried


async def test_the_mouse_sorts_and_lets_go() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        await seat.click("Buka hari")
        assert "▸[2]→ ?" in seat.text
        await seat.click("Buka hari")
        assert "▸ 2 → _" in seat.text
        await seat.click("Buka hari")
        await seat.click("Nanti")
        assert "2 → b" in seat.text


async def test_each_thing_with_its_bin_the_right_one_and_the_reason() -> None:
    async with sit(library=kinds_library(), history=BEFORE, size=(80, 32)) as seat:
        await seat.press("enter", "1", "b", "2", "b", "3", "a", "enter")
        seen = seat.flat
        order = [
            "~ Sebagian tepat (67%).",
            "✗ 1 Apakah ada kacang? → Nanti ✓ → Sekarang Alasan nuts.",
            "✓ 2 Buka hari Minggu? → Nanti Alasan hours.",
            "✓ 3 Uang belum kembali → Sekarang Alasan refund.",
            "Kesehatan dan uang dulu.",
        ]
        assert [seen.find(words) for words in order] == sorted(seen.index(words) for words in order)


async def test_nothing_right_says_so_kindly() -> None:
    async with sit(library=kinds_library(), history=BEFORE, size=(80, 32)) as seat:
        await seat.press("enter", "1", "b", "2", "a", "3", "b", "enter")
        assert "✗ Bukan begini. Lihat alasannya:" in seat.flat


async def test_an_answer_from_before_a_bin_was_replaced_is_still_shown() -> None:
    bins = (TRIAGE.places[0], Place("tomorrow", Text("Besok", "Tomorrow")))
    items = tuple(replace(one, place="tomorrow") if one.place == "later" else one for one in TRIAGE.items)
    changed = replace(TRIAGE, places=bins, items=items)
    history = kinds_done_until("goal", (TRIAGE, GOAL))
    async with sit(library=kinds_library(changed, GOAL), history=history, size=(80, 32)) as seat:
        await seat.press("enter", "escape", "left")
        assert "✗ 2 Buka hari Minggu? → ? ✓ → Besok" in seat.flat
        assert "✓ 1 Apakah ada kacang? → Sekarang" in seat.flat
