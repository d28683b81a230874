"""Bringing things into order: by number, by arrow, by mouse; what is refused; what is said about the order."""

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Arranged
from tests.tui.kinds import LATE, kinds_done_until, kinds_library, renamed
from tests.tui.seeing import Seat, sit


def standing(seat: Seat) -> list[str]:
    """The first words of the things from top to bottom."""
    words = {"Baca": "read", "Minta": "ask", "Cek": "check", "Kabari": "tell"}
    rows = [line[6:].split() for line in seat.lines if line[3:4].isdigit()]
    return [words[row[0]] for row in rows if row and row[0] in words]


async def test_the_order_shown_first_is_not_the_right_one_and_is_no_answer() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter")
        assert standing(seat) == ["read", "tell", "check", "ask"]
        tried = seat.store.tried
        await seat.press("enter")
        assert "Belum ada yang dipindah." in seat.flat
        assert seat.store.tried == tried
        await seat.press("down")
        assert "Belum ada yang dipindah." not in seat.flat


async def test_numbers_pick_up_and_put_down_and_enter_puts_down_first() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter")
        assert "1-4 angkat" in seat.key_line
        await seat.press("4")
        assert "↕[4] Minta nomornya" in seat.text
        assert "1-4 ke situ" in seat.key_line
        await seat.press("2")
        assert standing(seat) == ["read", "ask", "tell", "check"]
        assert "▸ 2  Minta nomornya" in seat.text
        await seat.press("3", "down")
        assert "↕[4] Kabari malam ini" in seat.text
        assert seat.key_line.startswith("Enter taruh ")
        await seat.press("enter")
        assert "▸ 4  Kabari malam ini" in seat.text
        assert seat.key_line.startswith("Enter agak yakin ")
        assert not seat.saved(Answered)
        await seat.press("enter")
        assert "✓ Benar." in seat.text
        (event,) = seat.saved(Answered)
        assert event.response == Arranged(("read", "ask", "check", "tell"))
        assert event.correct


async def test_arrows_and_space_and_the_direct_keys() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter", "up", "space", "up", "k")
        assert standing(seat) == ["read", "ask", "tell", "check"]
        await seat.press("space", "down", "shift+down")
        assert standing(seat) == ["read", "ask", "check", "tell"]
        await seat.press("K", "K", "K", "K", "J")
        assert standing(seat) == ["read", "tell", "ask", "check"]
        assert "▸ 2  Kabari" in seat.text
        await seat.press("space", "down", "down", "down")
        assert "↕[4] Kabari" in seat.text, "an item in hand does not go round"


async def test_escape_puts_back_what_is_in_hand_and_only_then_leaves() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter", "1", "down", "down")
        assert standing(seat) == ["tell", "check", "read", "ask"]
        assert "Esc kembalikan" in seat.key_line
        await seat.press("escape")
        assert seat.on == "Lesson"
        assert standing(seat) == ["read", "tell", "check", "ask"]
        assert "▸ 1  Baca" in seat.text
        assert "Esc jeda" in seat.key_line
        await seat.press("escape")
        assert seat.on == "Home"


async def test_the_mouse_picks_up_and_puts_down() -> None:
    async with sit(library=kinds_library()) as seat:
        await seat.press("enter")
        await seat.click("Minta nomornya")
        assert "↕[4] Minta nomornya" in seat.text
        await seat.click("Kabari malam")
        assert standing(seat) == ["read", "ask", "tell", "check"]
        await seat.click("Cek ke kurir")
        await seat.click("Cek ke kurir")
        assert "▸ 4  Cek ke kurir" in seat.text
        await seat.click("Enter agak yakin")
        assert "(33%)" in seat.text


async def test_what_has_to_be_moved_is_marked_with_its_place_and_every_reason_is_told() -> None:
    async with sit(library=kinds_library(), size=(80, 32)) as seat:
        await seat.press("enter", "4", "2", "enter")
        seen = seat.flat
        assert "~ Sebagian tepat (33%)." in seen
        order = [
            "✓ 1 Baca pesannya Alasan read.",
            "✓ 2 Minta nomornya Alasan ask.",
            "✗ 3 Kabari malam ini (tempatnya: 4) Alasan tell.",
            "✗ 4 Cek ke kurir (tempatnya: 3) Alasan check.",
            "✓ Urutannya: Baca pesannya → Minta nomornya → Cek ke kurir → Kabari malam ini",
            "Baca, minta, cek, kabari.",
        ]
        assert [seen.find(words) for words in order] == sorted(seen.index(words) for words in order)
        assert "Banyak pengikut" not in seen, "what stands right shows no belief"


async def test_what_stands_in_its_place_between_the_wrong_ones_is_not_sent_there() -> None:
    async with sit(library=kinds_library(), size=(80, 32)) as seat:
        await seat.press("enter", "3", "1", "4", "2", "enter")
        assert standing(seat) == ["check", "ask", "read", "tell"]
        assert "✗ 2 Minta nomornya (tempatnya tepat, tetangganya belum)" in seat.flat
        assert "✗ 1 Cek ke kurir (tempatnya: 3)" in seat.flat


async def test_a_combination_has_its_reason_in_front_of_all_others() -> None:
    async with sit(library=kinds_library(), size=(80, 32)) as seat:
        await seat.press("enter", "2", "4", "enter")
        assert standing(seat) == ["read", "check", "ask", "tell"]
        seen = seat.flat
        assert "Tanpa nomor tak bisa dicek. Urutanmu: ✓ 1 Baca pesannya" in seen
        assert "Ada yang tepat, ada yang belum." in seen


async def test_a_right_order_needs_no_second_list() -> None:
    async with sit(library=kinds_library(), size=(80, 32)) as seat:
        await seat.press("enter", "4", "2", "4", "3", "enter")
        assert "✓ Benar." in seat.text
        assert "Urutannya:" not in seat.text
        assert all(f"Alasan {name}." in seat.text for name in ("read", "ask", "check", "tell"))


async def test_an_answer_from_before_the_items_were_changed_is_still_shown() -> None:
    history = kinds_done_until("figures")
    async with sit(library=kinds_library(renamed(LATE)), history=history, size=(80, 32)) as seat:
        await seat.press("enter", "left")
        seen = seat.flat
        assert "✓ Benar." in seen, "what was said then stands"
        assert "✓ 1 Baca pesannya Alasan read." in seen
        assert "4 Ucapkan terima kasih (baru ditambahkan setelah kamu menjawab) Alasan thank." in seen
        assert "Kabari malam ini" not in seen
