"""Matching: letters that act only with something in hand, letters that move over, what is still open, the reasons."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Placed
from sosmed_learn.core.text import Text
from tests.tui.kinds import FIGURES, TRIAGE, item, kinds_done_until, kinds_library
from tests.tui.seeing import sit

BEFORE = kinds_done_until("figures")


async def test_a_number_then_a_letter_and_on_to_the_next() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        assert "▸ 1 → _  Berapa orang melihat" in seat.text
        assert "ada huruf yang tidak terpakai" in seat.flat
        assert "a-d" not in seat.key_line
        await seat.press("1")
        assert "▸[1]→ ?  Berapa orang melihat" in seat.text
        assert "a-d ke situ" in seat.key_line
        await seat.press("c")
        assert "1 → c  Berapa orang melihat" in seat.text
        assert "c  Jangkauan ← 1" in seat.text
        assert "▸ 2 → _  Berapa yang mengeklik" in seat.text
        await seat.press("space", "d", "space", "b", "enter")
        (event,) = seat.saved(Answered)[-1:]
        assert event.response == Placed((("seen", "seen"), ("click", "click"), ("back", "back")))
        assert event.correct
        assert "✓ Benar." in seat.text


async def test_letters_are_the_lessons_keys_unless_something_is_in_hand() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter", "a", "d")
        assert "→ a" not in seat.text
        await seat.press("h")
        assert "CTR punya klik." in seat.text
        await seat.press("2", "escape")
        assert "▸ 2 → _" in seat.text
        await seat.press("l")
        assert "Which figure answers what?" in seat.text
        await seat.press("2", "l")
        assert "Angka mana menjawab apa?" in seat.text, "l is no letter of a place here, so it stays the lesson's"
        await seat.press("escape", "g")
        assert seat.on == "Glossary"


async def test_with_ten_places_l_and_k_are_letters_while_something_is_in_hand() -> None:
    places = (*FIGURES.places, *(replace(FIGURES.places[-1], id=f"more-{n}") for n in range(8)))
    async with sit(library=kinds_library(replace(FIGURES, places=places)), size=(80, 40)) as seat:
        await seat.press("enter", "1", "l", "2", "k", "3", "j")
        assert all(f"{number} → {letter}" in seat.text for number, letter in ((1, "l"), (2, "k"), (3, "j")))
        await seat.press("l")
        assert "How many saw it" in seat.text
        await seat.press("j")
        assert "▸ 1 → l" in seat.text


async def test_arrows_alone_are_enough() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter", "space", "down", "down", "down")
        assert "▸[1]→ c" in seat.text
        assert "▸ c  Jangkauan" in seat.text
        assert seat.key_line.startswith("Enter taruh ")
        await seat.press("enter", "space", "up", "space")
        assert "2 → d" in seat.text
        await seat.press("space", "down", "down", "enter", "enter")
        assert "✓ Benar." in seat.text


async def test_a_letter_in_use_moves_over_and_backspace_takes_out() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter", "1", "c", "2", "c")
        assert "1 → _" in seat.text
        assert "2 → c" in seat.text
        assert "c  Jangkauan ← 2" in seat.text
        await seat.press("2", "backspace")
        assert "▸ 2 → _" in seat.text
        await seat.press("1", "a", "up", "delete")
        assert "→ a" not in seat.text


async def test_what_is_still_open_is_counted_and_gone_to() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        tried = seat.store.tried
        await seat.press("enter", "1", "c", "up", "enter")
        assert "Masih ada 2 yang belum ditempatkan." in seat.flat
        assert "▸ 2 → _" in seat.text
        await seat.press("3", "b", "enter")
        assert "Masih ada 1 yang belum ditempatkan." in seat.flat
        assert seat.store.tried == tried
        await seat.press("2", "enter")
        assert "▸ 2 → _" in seat.text, "with nothing chosen Enter lets go"
        assert seat.store.tried == tried


async def test_how_many_are_open_cannot_be_taken_for_which_one() -> None:
    async with sit(library=kinds_library(), history=BEFORE, speaking="en") as seat:
        await seat.press("enter", "1", "c", "2", "b", "enter")
        assert "▸ 3 → _" in seat.text
        assert "One is still open. Press its number" in seat.flat


async def test_the_mouse_matches() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter")
        await seat.click("Jangkauan")
        assert "Angkat dulu" in seat.flat
        for left, right in (("Berapa orang", "Jangkauan"), ("Berapa yang", "CTR"), ("Berapa omzet", "ROAS")):
            await seat.click(left)
            await seat.click(right)
        await seat.click("Enter agak yakin")
        assert "✓ Benar." in seat.text


async def test_places_stand_beside_where_there_is_room_and_beneath_where_not() -> None:
    async with sit(library=kinds_library(), history=BEFORE) as seat:
        await seat.press("enter", "1")
        assert any("Berapa orang melihat" in line and "a  Suka" in line for line in seat.lines)
        await seat.resize(60, 20)
        assert not any("Berapa orang melihat" in line and "a  Suka" in line for line in seat.lines)
        assert "a  Suka" in seat.text
        await seat.resize(140, 40)
        assert any("Berapa orang melihat" in line and "a  Suka" in line for line in seat.lines)
        assert "▸[1]→ ?" in seat.text


@pytest.mark.parametrize("lines", [6, 8])
async def test_they_stand_beside_again_after_a_long_review_is_left(lines: int) -> None:
    long = Text.same("Alasan yang panjang sekali. " * 3)
    figures = replace(
        FIGURES,
        prompt=Text.same("Angka mana menjawab apa? " * lines),
        items=tuple(replace(one, why=long) for one in FIGURES.items),
    )
    async with sit(library=kinds_library(figures)) as seat:
        await seat.press("enter", "1", "d", "2", "c", "3", "b", "enter", "u")
        assert any("Berapa orang melihat" in line and "a  Suka" in line for line in seat.lines)


async def test_own_pairs_first_then_where_each_belongs_and_why() -> None:
    async with sit(library=kinds_library(), history=BEFORE, size=(80, 32)) as seat:
        await seat.press("enter", "1", "d", "2", "c", "3", "b", "enter")
        seen = seat.flat
        order = [
            "~ Sebagian tepat (33%).",
            "Keduanya tertukar.",
            "✗ 1 Berapa orang melihat → CTR ✓ → Jangkauan Alasan seen.",
            "✗ 2 Berapa yang mengeklik → Jangkauan ✓ → CTR Alasan click.",
            "✓ 3 Berapa omzet iklannya → ROAS Alasan back.",
            "Banyak pengikut berarti berhasil.",
            "Tanya dulu, baru pilih.",
        ]
        assert [seen.find(words) for words in order] == sorted(seen.index(words) for words in order)
        assert "Omzet itu laba" not in seen


async def test_an_answer_from_before_a_pair_was_replaced_is_still_shown() -> None:
    talk = item("talk", "Berapa orang membalas", "How many replied", place="talk")
    places = (*FIGURES.places[:2], replace(FIGURES.places[2], id="talk"))
    changed = replace(FIGURES, items=(*FIGURES.items[:2], talk), places=places)
    history = kinds_done_until("triage", (FIGURES, TRIAGE))
    async with sit(library=kinds_library(changed, TRIAGE), history=history, size=(80, 32)) as seat:
        await seat.press("enter", "left")
        seen = seat.flat
        assert "✓ Benar." in seen, "what was said then stands"
        assert "✓ 2 Berapa yang mengeklik → CTR" in seen
        assert "3 Berapa orang membalas (baru ditambahkan setelah kamu menjawab) ✓ → ROAS" in seen
