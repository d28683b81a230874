"""Filling gaps: typed and picked ones, the way from one to the next, whatever is pasted, and the reasons."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Filled
from sosmed_learn.core.question import Accepted
from sosmed_learn.core.text import Language, Text
from tests.tui.kinds import GOAL, kinds_done_until, kinds_library
from tests.tui.seeing import sit

BEFORE = kinds_done_until("goal")


async def test_enter_leads_from_gap_to_gap_and_answers_at_the_last() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        assert "Pesanan ▸1[____] naik ke 60 per 2[____], dengan 3[____] 35%." in seat.flat
        await seat.write("WA")
        assert "▸1[WA]" in seat.text
        assert seat.key_line.startswith("Enter berikutnya")
        await seat.press("enter")
        assert "▸2[____]" in seat.text
        assert "2  bulan" in seat.text
        await seat.press("2")
        assert "▸ 2  bulan" in seat.text
        await seat.press("enter")
        await seat.write("margin kotor")
        assert seat.key_line.startswith("Enter agak yakin")
        assert not [event for event in seat.saved(Answered) if event.question == "goal"]
        await seat.press("enter")
        event = seat.saved(Answered)[-1]
        assert event.response == Filled((("source", "WA"), ("period", "p-month"), ("guard", "margin kotor")))
        assert event.correct


async def test_whatever_is_typed_in_one_go_lands_in_its_gap() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        await seat.burst(*"WA", "enter", "2", "enter", *"margin kotor", "enter", *"nu!")
        event = seat.saved(Answered)[-1]
        assert event.response == Filled((("source", "WA"), ("period", "p-month"), ("guard", "margin kotor")))


async def test_empty_gaps_are_counted_and_gone_to() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        tried = seat.store.tried
        await seat.press("enter", "enter")
        assert "Masih ada 3 isian yang kosong." in seat.flat
        await seat.press("tab", "tab", "tab", "shift+tab")
        await seat.write("  ")
        await seat.press("enter")
        assert "▸1[" in seat.text
        assert "Masih ada 3 isian yang kosong." in seat.flat
        assert seat.store.tried == tried
        await seat.write("WA")
        assert "Masih ada" not in seat.flat


async def test_arrows_and_the_mouse_pick_and_a_click_goes_to_a_gap() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter", "tab", "down", "down")
        assert "▸2[bulan]" in seat.text
        await seat.press("up", "up")
        assert "▸2[dasawarsa]" in seat.text
        await seat.click("1  jam")
        assert "▸2[jam]" in seat.text
        await seat.click("3[____]")
        await seat.write("x")
        assert "▸3[x]" in seat.text
        await seat.click("1[____]")
        await seat.write("y")
        assert "▸1[y]" in seat.text
        assert "3[x]" in seat.text


async def test_escape_gives_the_letters_back_to_the_lesson() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        await seat.write("hul")
        assert "▸1[hul]" in seat.text
        await seat.press("escape", "h")
        assert "Hitung di kasir." in seat.text
        assert "▸1[hul]" in seat.text
        await seat.press("shift+tab", "tab")
        await seat.write("u")
        assert "▸1[hulu]" in seat.text


@pytest.mark.parametrize(
    ("pasted", "seen"),
    [
        ("satu\r\ndua\n", "▸1[satu dua]"),
        ("x" * 10_000, "▸1[xxxxxxxxxxxxxxxxxxxxxxx…]"),
        ("\U0001f389\U0001f469\u200d\U0001f467 ", "\U0001f389"),
        ("\u202eمرحبا\u202c", "مرحبا"),
        ("\x1b[31m[/b][@click=app.quit]", "[31m[/b]"),
    ],
)
async def test_anything_can_be_pasted(pasted: str, seen: str) -> None:
    async with sit(library=kinds_library(replace(GOAL, blanks=GOAL.blanks[:1]))) as seat:
        await seat.press("enter")
        await seat.paste(pasted)
        assert seen in seat.text
        await seat.press("enter")
        assert "✗ 1" in await seat.read_all()
        (event,) = seat.saved(Answered)
        assert isinstance(event.response, Filled)
        assert 0 < len(event.response.blanks[0][1]) <= 200
        assert "\x1b" not in seat.text


async def test_the_sentence_with_ticks_then_each_gap_with_all_its_reasons() -> None:
    async with sit(library=kinds_library(), history=BEFORE, size=(80, 36)) as seat:
        await seat.press("enter")
        await seat.burst(*"Instagram", "enter", "1", "enter", *"margin kotor", "enter")
        seen = seat.flat
        order = [
            "~ Sebagian tepat (33%).",
            "Pesanan ✗[Instagram] naik ke 60 per ✗[jam], dengan ✓[margin kotor] 35%.",
            "✗ 1 Instagram (jawabanmu) Di sana orang melihat. ✓ WhatsApp Di sana pesanan masuk.",
            "✗ 2 jam (jawabanmu) Alasan p-hour. ✓ bulan: Alasan p-month. dasawarsa: Alasan p-decade.",
            "✓ 3 margin kotor (jawabanmu) Supaya tidak rugi.",
            "Banyak pengikut berarti berhasil.",
        ]
        assert [seen.find(words) for words in order] == sorted(seen.index(words) for words in order)


async def test_an_answer_from_before_the_gaps_were_changed_is_still_shown() -> None:
    new = replace(GOAL.blanks[1], choices=GOAL.blanks[1].choices[::2], id="period")
    changed = replace(GOAL, blanks=(replace(GOAL.blanks[0], id="origin"), new))
    asked = (GOAL, replace(GOAL, id="other"))
    history = kinds_done_until("other", asked)
    async with sit(library=kinds_library(changed, asked[1]), history=history, size=(80, 36)) as seat:
        await seat.press("enter", "escape", "left")
        assert "✗ 1 ____ (jawabanmu)" in seat.flat
        assert "✗ 2 ____ (jawabanmu)" in seat.flat


@pytest.mark.parametrize(("language", "key"), [("id", "✓ sendok"), ("en", "✓ spoon")])
async def test_what_belongs_into_a_gap_is_told_in_ones_own_language(language: Language, key: str) -> None:
    source = replace(GOAL.blanks[0], accept=(Accepted("sendok"), Accepted("spoon")), model=Text("sendok", "spoon"))
    spoon = replace(GOAL, blanks=(source, *GOAL.blanks[1:]))
    async with sit(library=kinds_library(spoon), speaking=language, size=(80, 40)) as seat:
        await seat.press("enter", *"garpu", "enter", "2", "enter", *"margin kotor", "enter")
        assert key in seat.text


async def test_a_gap_that_is_full_says_so() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        await seat.paste("x" * 10_000)
        assert "paling banyak 200 karakter" in seat.flat
