"""Questions: right and wrong answers of each kind, every reason, hints, what is refused, keys too early."""

import pytest

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Typed
from sosmed_learn.core.text import Language
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit


def order(seat: Seat, *words: str) -> bool:
    """Whether ``words`` are seen one below the other."""
    flat = seat.flat
    places = [flat.find(word) for word in words]
    return -1 not in places and places == sorted(places)


async def test_single_wrong_own_choice_first_then_the_right_one_then_the_rest() -> None:
    async with sit(history=done_until("vanity"), size=(80, 30)) as seat:
        await seat.press("enter", "2", "enter")
        assert order(
            seat,
            "✗ 2 Jadi viral (jawabanmu) Alasan v-viral.",
            "✓ 3 60 pesanan per bulan pada 31 Maret Alasan v-orders.",
            "1 Naikin followers Alasan v-more.",
            "Angka, ukuran, dan tanggal membuatnya jelas.",
            "[1] Locke & Latham 2002",
        )
        assert not seat.saved(Answered)[-1].correct


async def test_single_right_shows_the_reasons_of_the_wrong_choices_too() -> None:
    async with sit(history=done_until("vanity"), size=(80, 30)) as seat:
        await seat.press("enter")
        await seat.answer("vanity")
        assert order(seat, "✓ Benar.", "✓ 3 60 pesanan", "Alasan v-orders.", "Alasan v-more.", "Alasan v-viral.")
        assert "Banyak pengikut" not in seat.text, "a belief that was not shown is not named"


async def test_a_wrong_choice_names_the_belief_behind_it() -> None:
    async with sit(history=done_until("vanity"), size=(80, 30)) as seat:
        await seat.press("enter", "1", "enter")
        assert order(
            seat, "✗ 1 Naikin", "Banyak pengikut berarti berhasil.", "Hasil dihitung di kasir.", "Angka, ukuran"
        )


async def test_multiple_half_right_says_how_much_and_marks_each() -> None:
    async with sit(history=done_until("signals"), size=(80, 32)) as seat:
        await seat.press("enter", "1", "enter")
        assert "50%" in seat.text
        assert order(seat, "✓ 1 Pesanan (jawabanmu)", "✓ 3 Laba Alasan", "2 Jumlah suka Alasan", "4 Jangkauan Alasan")
        (event,) = seat.saved(Answered)[-1:]
        assert (event.correct, event.score) == (False, 0.5)


async def test_multiple_right_and_a_tick_taken_back() -> None:
    async with sit(history=done_until("signals"), size=(80, 32)) as seat:
        await seat.press("enter", "1", "2", "3", "2")
        assert order(seat, "1 [x] Pesanan", "2 [ ] Jumlah suka", "3 [x] Laba", "4 [ ] Jangkauan")
        await seat.press("enter")
        assert order(seat, "✓ 1 Pesanan (jawabanmu)", "✓ 3 Laba (jawabanmu)", "Alasan s-likes.", "Alasan s-reach.")
        assert seat.saved(Answered)[-1].correct


@pytest.mark.parametrize(("key", "mark"), [("1", "✗ 1 Benar (jawabanmu)"), ("2", "✓ 2 Salah (jawabanmu)")])
async def test_true_or_false(key: str, mark: str) -> None:
    async with sit(history=done_until("margin")) as seat:
        await seat.press("enter", key, "enter")
        assert order(seat, mark, "Alasan ", "Alasan ", "Biaya memisahkan keduanya.")
        assert ("Omzet itu laba." in seat.text) == (key == "1")


async def test_arrows_choose_too_and_enter_answers() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "up")
        assert "▸ 3" in seat.text
        await seat.press("down", "down", "enter")
        assert "✗ 2  Jadi viral  (jawabanmu)" in seat.text


async def test_the_mouse_picks_and_the_key_line_answers() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        await seat.click("60 pesanan per bulan")
        assert "▸ 3" in seat.text
        await seat.click("Enter agak yakin")
        assert "✓ 3  60 pesanan per bulan pada 31 Maret  (jawabanmu)" in seat.text


@pytest.mark.parametrize("typed", ["Co  Branding", "COBRANDING!", "sebuah kolaborasi merek besar"])
async def test_words_count_however_they_are_written(typed: str) -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.write(typed)
        await seat.press("enter")
        assert order(
            seat, f"✓ {' '.join(typed.split())} (jawabanmu)", "Istilahnya co-branding.", "Dua merek, satu produk."
        )


async def test_a_foreseen_slip_gets_its_own_reason_and_belief() -> None:
    async with sit(history=done_until("term"), size=(80, 30)) as seat:
        await seat.press("enter")
        await seat.write("Endorse")
        await seat.press("enter")
        assert order(
            seat, "✗ Endorse", "Endorse itu dibayar.", "✓ co-branding", "Istilahnya", "Banyak pengikut", "Dua merek"
        )


@pytest.mark.parametrize(
    ("speaking", "typed"),
    [
        ("id", "1.250.000"),
        ("id", "1,25 jt"),
        ("id", "Rp 1.250.000"),
        ("en", "1,250,000"),
        ("en", "1.25 m"),
    ],
)
async def test_numbers_as_people_write_them(speaking: Language, typed: str) -> None:
    async with sit(history=done_until("revenue"), speaking=speaking) as seat:
        await seat.press("enter")
        await seat.write(typed)
        await seat.press("enter")
        assert f"✓ {typed}" in seat.flat
        assert ("Rp1.250.000" if speaking == "id" else "Rp1,250,000") in seat.text, "how it was read"
        event = seat.saved(Answered)[-1]
        assert event.correct
        assert event.response == Typed(typed, speaking)


async def test_a_wrong_number_says_how_it_was_read_and_why_it_tempts() -> None:
    async with sit(history=done_until("revenue"), size=(80, 30)) as seat:
        await seat.press("enter")
        await seat.write("2rb")
        await seat.press("enter")
        assert order(seat, "✗ 2rb", "Rp2.000", "Itu hasil bagi.", "✓ Rp1.250.000", "25 x 50.000.", "Omzet itu laba.")


@pytest.mark.parametrize("typed", ["banyak", "1.2.3", "   "])
async def test_what_is_no_number_is_refused_in_a_sentence_and_not_graded(typed: str) -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        tried = seat.store.tried
        await seat.write(typed)
        await seat.press("enter")
        assert "Itu belum berupa angka." in seat.flat
        assert seat.store.tried == tried
        await seat.press("ctrl+u")
        await seat.answer("revenue")
        assert seat.saved(Answered)[-1].correct


async def test_enter_without_an_answer_is_refused_in_a_sentence() -> None:
    async with sit(history=done_until("vanity")) as seat:
        tried = seat.store.tried
        await seat.press("enter", "enter")
        assert "Pilih jawabannya dulu" in seat.text
        await seat.press("3")
        assert "Pilih jawabannya dulu" not in seat.text
        assert seat.store.tried == tried
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter", "enter")
        assert "Ketik jawabannya dulu." in seat.text
        assert not [event for event in seat.saved(Answered) if event.question == "term"]


async def test_hints_come_one_by_one_with_their_number_and_keep_the_pick() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "2")
        assert "petunjuk" in seat.key_line
        await seat.press("h")
        assert "Petunjuk 1 dari 2: Cari angkanya." in seat.text
        assert "Cari tanggalnya." not in seat.text
        assert "▸ 2" in seat.text
        await seat.press("h")
        assert order(seat, "Petunjuk 1 dari 2: Cari angkanya.", "Petunjuk 2 dari 2: Cari tanggalnya.")
        assert "petunjuk" not in seat.key_line
        await seat.press("h", "enter")
        assert seat.saved(Answered)[-1].hints == 2


async def test_in_a_typed_answer_letters_are_letters_and_escape_gives_the_keys_back() -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.write("hul?!")
        assert "hul?!" in seat.text
        assert seat.on == "Lesson"
        await seat.press("escape", "h")
        assert "Petunjuk 1 dari 1: Kalikan keduanya." in seat.text
        assert "hul?!" in seat.text


async def test_a_first_guess_says_that_it_does_not_count() -> None:
    async with sit() as seat:
        await seat.press("enter")
        assert "Tidak dihitung" in seat.flat
        await seat.press("2", "enter")
        assert order(seat, "2 Panjang kalimatnya (jawabanmu)", "✓ 1 Bisa diperiksa", "Tujuan yang baik bisa diperiksa.")
        assert seat.saved(Answered)[-1].pretest


async def test_a_submit_sent_twice_answers_once() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        before = len(seat.saved(Answered))
        await seat.burst("3", "enter", "enter", "enter")
        assert len(seat.saved(Answered)) == before + 1
        assert "✓ 3" in seat.text, "the answer is seen, not skipped"


async def test_keys_typed_ahead_answer_nothing_of_the_next_step() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter")
        await seat.answer("signals")
        before = len(seat.saved(Answered))
        await seat.burst("enter", "1", "enter", "enter")
        assert len(seat.saved(Answered)) == before
        assert "Omzet sama dengan laba." in seat.text


async def test_an_enter_pressed_twice_in_haste_skips_nothing_that_has_just_come(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 1000.0)
        await seat.press("3", "enter", "enter")
        assert "✓ 3" in seat.text, "the reasons stay until they can have been read"
        assert seat.saved(Answered)[-1].question == "vanity"
        monkeypatch.setattr("sosmed_learn.tui.page.HASTE_SECONDS", 0.0)
        await seat.press("u", "3", "enter", "enter")
        assert "Mana dua ukuran hasil?" in seat.text


async def test_letters_typed_right_behind_enter_are_no_part_of_the_answer() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.burst(*"Co Branding", "enter", *"nu0!")
        assert seat.saved(Answered)[-1].response == Typed("Co Branding", "id")
        assert "✓ Co Branding (jawabanmu)" in seat.flat


async def test_a_number_within_the_tolerance_is_told_exactly_too() -> None:
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.write("1.250.400")
        await seat.press("enter")
        assert order(seat, "✓ 1.250.400", "Cukup dekat; tepatnya Rp1.250.000.")
    async with sit(history=done_until("revenue")) as seat:
        await seat.press("enter")
        await seat.answer("revenue")
        assert "Cukup dekat" not in seat.text


async def test_the_key_line_of_a_question_shows_the_way_out() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        assert "Esc jeda" in seat.key_line
        await seat.resize(40, 12)
        assert "1-3 pilih" in seat.key_line


async def test_a_hint_is_seen_even_below_a_long_question() -> None:
    async with sit(history=done_until("vanity"), size=(40, 12)) as seat:
        await seat.press("enter", "h")
        assert "Cari angkanya." in seat.flat
        await seat.press("h")
        assert "Cari tanggalnya." in seat.flat


async def test_of_many_choices_arrows_alone_tick_none_and_the_sentence_says_what_does() -> None:
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "down", "enter")
        assert "Centang dulu setidaknya satu" in seat.flat
        assert "Spasi" in seat.flat
        await seat.press("space")
        assert "Centang dulu" not in seat.flat
        await seat.press("enter")
        assert seat.saved(Answered)[-1].question == "signals"


async def test_a_paste_that_does_not_fit_is_said_to_be_cut() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.paste("x" * 10_000)
        assert "paling banyak 200 karakter" in seat.flat
        await seat.press("backspace")
        assert "paling banyak" not in seat.flat


async def test_going_back_to_read_keeps_what_was_picked_and_typed() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "2", "left")
        assert "▸ 2" not in seat.text
        await seat.press("right")
        assert "▸ 2  Jadi viral" in seat.text
        await seat.press("3", "enter", "left", "right")
        assert "✓ 3" in seat.text
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.write("pag")
        await seat.press("escape", "left", "right")
        await seat.write("ar")
        assert "pagar" in seat.text
