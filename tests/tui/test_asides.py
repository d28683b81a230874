"""Beside the lesson: the other language, notes, reports, sources, the glossary, the list of keys."""

import pytest

from sosmed_learn.core.events import Flagged, Noted, SettingChanged
from tests.fakes import NOW
from tests.tui.course import done_until
from tests.tui.seeing import sit


async def test_peeking_shows_the_other_language_and_keeps_the_picks() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "1", "3", "l")
        assert "Which two measure results?" in seat.text
        assert "1  [x] Orders" in seat.text
        assert "3  [x] Profit" in seat.text
        assert "tekan l untuk kembali" in seat.flat, "the interface stays as it is"
        await seat.press("l")
        assert "1  [x] Pesanan" in seat.text
        assert not [event for event in seat.saved(SettingChanged) if event.value == "en"]


async def test_peeking_keeps_what_was_typed() -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.write("1.25")
        await seat.press("escape", "l")
        assert "The turnover?" in seat.text
        assert "1.25" in seat.text
        await seat.press("tab")
        await seat.write("0.000")
        await seat.press("enter")
        assert "✓ 1.250.000" in seat.flat


async def test_peeking_at_reasons_and_texts() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "1", "enter", "l")
        assert "Reason v-more." in seat.text
        assert "Many followers mean success." in seat.text
        await seat.press("left")
        assert "Mulai dari usaha" in seat.text, "a peek is over with the step"
        await seat.press("l")
        assert "Start from the business" in seat.text


async def test_a_note_is_shown_kept_and_removed() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "2", "n")
        assert seat.on == "Note"
        await seat.write("Tanya Bu Rani")
        await seat.press("enter")
        assert "Catatanmu: Tanya Bu Rani" in seat.text
        assert "▸ 2" in seat.text, "the pick stays"
        assert [(event.step, event.text) for event in seat.saved(Noted)] == [("vanity", "Tanya Bu Rani")]
        await seat.press("n", "ctrl+u", "escape")
        assert "Catatanmu: Tanya Bu Rani" in seat.text, "Escape changes nothing"
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        await again.press("enter")
        assert "Catatanmu: Tanya Bu Rani" in again.text
        await again.press("n", "end", "ctrl+u", "enter")
        assert "Tanya Bu Rani" not in again.text
        assert again.saved(Noted)[-1].text == ""


async def test_a_report_is_shown_kept_and_taken_back() -> None:
    off = SettingChanged(id="t000400", at=NOW, offset=420, name="confidence", value="off")  # so that its keys have room
    async with sit(history=[*done_until("vanity"), off], size=(140, 40)) as seat:
        await seat.press("enter", "1")
        assert "! laporkan" in seat.key_line
        await seat.press("exclamation_mark")
        assert "Kamu melaporkan langkah ini" in seat.flat
        assert "! cabut laporan" in seat.key_line
        assert "▸ 1" in seat.text
        kept = list(seat.store.events)
        await seat.press("exclamation_mark")
        assert "Kamu melaporkan" not in seat.flat
        assert [event.flagged for event in seat.saved(Flagged)] == [True, False]
    async with sit(new=True, history=kept) as again:
        await again.press("enter")
        assert "Kamu melaporkan langkah ini" in again.flat


async def test_sources_open_with_claim_correction_and_stale_mark(visited: list[str]) -> None:
    async with sit(history=done_until("reading"), size=(80, 40)) as seat:
        await seat.press("enter", "s")
        assert seat.on == "Sources"
        for words in (
            "[1] Tujuan yang jelas mendorong hasil.",
            "35 tahun penelitian",
            "Locke & Latham 2002 · dicek Nov 2026.",
            "https://example.org/goals",
            "Dari laboratorium dan lapangan.",
            "[2] Pengguna aktif 143 juta.",
            "Angka terbaru 180 juta.",
            "~ Dicek terakhir Jan 2025; aturan bisa berubah.",
        ):
            assert words in seat.flat
        assert seat.text.count("Dicek terakhir") == 1, "only the stale one is marked"
        assert "ftp:" not in seat.text
        await seat.press("1")
        await seat.click("https://example.org/goals")
        assert visited == ["https://example.org/goals"] * 2
        await seat.press("escape")
        assert seat.on == "Lesson"


async def test_a_step_without_facts_has_no_key_for_sources() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter")
        assert "sumber" not in seat.key_line
        await seat.press("s")
        assert seat.on == "Lesson"


async def test_the_glossary_is_sorted_and_narrows_by_typing_in_either_language() -> None:
    async with sit() as seat:
        await seat.press("enter", "g")
        assert seat.on == "Glossary"
        assert seat.text.index("Audiens") < seat.text.index("Jangkauan") < seat.text.index("ROAS")
        await seat.write("reach")
        assert "Berapa orang melihat." in seat.text
        assert "ROAS" not in seat.text
        await seat.write("xyz")
        assert "Tidak ada istilah seperti itu" in seat.text
        await seat.press("escape")
        assert seat.on == "Lesson"


async def test_the_glossary_opens_from_the_module_too() -> None:
    async with sit(speaking="en") as seat:
        await seat.press("1", "g")
        assert "The people meant." in seat.text
        assert "Audience  Audiens" in seat.text


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_says_the_keys_of_the_screen_and_where_things_are(key: str) -> None:
    async with sit(history=done_until("vanity"), size=(80, 40)) as seat:
        await seat.press("enter", key)
        assert seat.on == "Keys"
        inside = [line.split("│")[1] for line in seat.lines if line.count("│") == 2]
        rows = {line.split()[0]: line for line in inside if line.strip()}
        for shown, what in {"h": "petunjuk", "n": "catat", "!": "laporkan", "g": "glosarium", "1-3": "pilih"}.items():
            assert what in rows[shown]
        assert "data/progress" in seat.flat
        await seat.press("escape")
        assert seat.on == "Lesson"


async def test_the_commands_open_and_switch_the_language() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.write("ganti bahasa")
        await seat.until(lambda: "Ganti bahasa" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: "Today" in seat.text)


async def test_a_paste_that_does_not_fit_into_a_note_is_said_to_be_cut() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "n")
        assert "Hanya kamu yang melihatnya" in seat.flat
        await seat.paste("x" * 10_000)
        assert "paling banyak 500 karakter" in seat.flat
        await seat.press("backspace")
        assert "paling banyak" not in seat.flat
        await seat.press("enter")
        assert [event.text for event in seat.saved(Noted)] == ["x" * 499]


async def test_a_note_is_what_stood_there_at_enter_and_pasted_lines_become_one() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "n")
        await seat.paste("satu\rdua\r\n tiga\n")
        await seat.burst("enter", "x", "u")
        assert [event.text for event in seat.saved(Noted)] == ["satu dua tiga"]


async def test_the_palette_speaks_the_readers_language_throughout() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.write("qqq")
        await seat.until(lambda: "Tidak ada perintah seperti itu." in seat.text)
        await seat.press("escape", "ctrl+p")
        await seat.write("Semua tema")
        await seat.until(lambda: "Pilih tema lain" in seat.text or "Semua tema" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: "Cari tema" in seat.text)


async def test_peeking_stays_where_one_reads() -> None:
    async with sit(history=done_until("vanity"), size=(40, 12)) as seat:
        await seat.press("enter", "1", "enter", "end")
        assert "Angka, ukuran" in seat.flat
        await seat.press("l")
        assert "A number, a measure" in seat.flat
