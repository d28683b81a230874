"""After a lesson: what was right, what to look at again and why, what comes next."""

import pytest

from sosmed_learn.core.events import LessonFinished, StepRead, Undone
from sosmed_learn.core.grading import Picked, Typed
from tests.fakes import finished
from tests.tui.course import done_until
from tests.tui.kinds import GIVEN, kinds_done_until, kinds_library
from tests.tui.seeing import sit
from tests.tui.storycourse import library as story_course
from tests.tui.storycourse import played
from tests.tui.taskcourse import MemoryDocuments, done
from tests.tui.taskcourse import library as task_course

MISSED = done_until("closing", guess=Picked(("g-long",)), vanity=Picked(("v-more",)), revenue=Typed("7", "id"))


async def test_the_score_leaves_first_guesses_out() -> None:
    async with sit(history=MISSED, size=(80, 40)) as seat:
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        assert "Tujuan yang bisa diperiksa" in seat.lines[0]
        assert "3 dari 5 benar." in seat.flat
        assert [(event.right, event.asked) for event in seat.saved(LessonFinished)] == [(3, 5)]
        share = seat.lines[1].count("━") / len(seat.lines[1].strip())
        assert abs(share - 3 / 5) < 0.02


async def test_what_was_missed_is_named_with_its_belief_and_explanation() -> None:
    async with sit(history=MISSED, size=(80, 40)) as seat:
        await seat.press("enter", "enter")
        seen = seat.flat
        assert "✗ Tujuan mana yang bisa diperiksa?" in seen
        assert "Hasil dihitung di kasir." in seen
        assert "Angka, ukuran, dan tanggal membuatnya jelas." in seen
        assert "✗ 25 pesanan, masing-masing Rp50.000. Omzetnya?" in seen
        assert "Orders" not in seen
        assert "Tebak:" not in seen, "a first guess is not held against anybody"
        assert "✗ Mana dua ukuran hasil?" not in seen
        assert "Kamu bisa menulis tujuan." in seen


async def test_a_long_result_can_be_read_to_its_end_in_a_small_window() -> None:
    async with sit(history=MISSED, size=(60, 20)) as seat:
        await seat.press("enter", "enter")
        assert "Kamu bisa menulis tujuan." not in seat.text
        await seat.press("end")
        assert "Kamu bisa menulis tujuan." in seat.text


async def test_the_space_bar_reads_on_and_is_named_as_long_as_there_is_more() -> None:
    async with sit(history=MISSED, size=(60, 20)) as seat:
        await seat.press("enter", "enter")
        while "Spasi turun" in seat.key_line:
            before = seat.text
            await seat.press("space")
            assert seat.text != before
        assert "Kamu bisa menulis tujuan." in seat.text


async def test_all_right_says_so_and_names_what_comes_next() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        assert "5 dari 5 benar." in seat.flat
        assert "✗" not in seat.text
        assert "tidak ada yang perlu dilihat lagi" in seat.flat
        await seat.until(lambda: 'Berikutnya: "Menulis brief", 5 menit. Ini lanjutan dari modul' in seat.flat)
        await seat.until(lambda: "tersimpan" in seat.text)
        await seat.press("enter")
        assert seat.on == "Home"
        assert "▶ Menulis brief" in seat.text


async def test_the_result_is_in_both_languages() -> None:
    async with sit(history=done_until("closing"), speaking="en") as seat:
        await seat.press("enter", "enter")
        assert "Goals that can be checked" in seat.lines[0]
        assert "5 of 5 right." in seat.flat
        await seat.until(lambda: 'Next: "Writing a brief", 5 minutes.' in seat.text)
        assert "You can write a goal." in seat.text


async def test_escape_goes_back_to_where_the_lesson_was_opened() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("1", "enter", "enter")
        assert seat.on == "Result"
        await seat.press("escape")
        assert seat.on == "Module"
        assert "✓ selesai, 5 dari 5 benar" in seat.text


async def test_a_lesson_of_which_only_the_finish_is_missing_ends_with_the_result() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter", "enter")
        kept = [event for event in seat.store.events if not isinstance(event, LessonFinished)]
    async with sit(new=True, history=kept) as again:
        await again.press("enter")
        assert again.on == "Result"
        assert "5 dari 5 benar." in again.flat


async def test_the_result_of_a_finished_lesson_can_be_opened_again() -> None:
    async with sit(history=MISSED) as seat:
        await seat.press("enter", "enter")
        kept = seat.store.events
    async with sit(new=True, history=kept, ticks=600) as again:
        await again.press("1", "enter")
        assert again.on == "Result"
        assert "3 dari 5 benar." in again.flat
        await again.press("escape", "escape")
        assert "▶ Menulis brief" in again.text, "looking back begins nothing"
        await again.press("1", "enter", "u")
        assert again.on == "Lesson"


async def test_switching_the_language_while_the_result_is_saved_leaves_no_old_word() -> None:
    async with sit(history=done_until("closing")) as seat:
        await seat.press("enter")
        seat.store.hang()
        await seat.press("enter", saving=False)
        assert "menyimpan" in seat.text
        seat.app.action_switch_language()
        seat.store.release()
        await seat.until(lambda: "saved" in seat.lines[0])
        assert "saving" not in seat.text


@pytest.mark.parametrize("size", [(60, 20), (80, 40)])
async def test_of_things_in_places_only_the_misplaced_are_named_each_on_its_line(size: tuple[int, int]) -> None:
    history = kinds_done_until("end", triage=GIVEN["triage"])
    async with sit(library=kinds_library(), history=history, size=size) as seat:
        await seat.press("enter", "enter")
        seen = await seat.read_all()
        assert "✗ Apakah ada kacang? → Nanti ✓ → Sekarang" in seen
        assert "Buka hari Minggu?" not in seen
        assert "Uang belum kembali" not in seen


async def test_a_lesson_that_asked_nothing_tells_no_score_and_has_no_answer_to_take_back() -> None:
    async with sit(library=story_course(), history=played("sorry", "tell")) as seat:
        await seat.press("enter", "enter")
        assert seat.on == "Result"
        assert "benar" not in seat.text
        assert "Berikutnya" in seat.flat
        await seat.press("u")
        assert seat.on == "Result"
        await seat.press("enter", "1")
        assert "✓ selesai" in seat.text
        assert "0 dari 0" not in seat.text
        await seat.press("1", "r", "enter", "escape")
        assert "✓ selesai; sedang kamu ulangi" in seat.text
    assert seat.saved(Undone) == []


async def test_a_scenario_can_be_looked_back_at_by_its_ending() -> None:
    async with sit(library=story_course(), history=played("sorry", "tell"), size=(80, 40)) as seat:
        await seat.press("enter", "enter")
        for words in ("✓ Sambal Dabu Mama Ina", "Rani tenang", "Kabar yang tepat waktu", "1 dari 3 akhir ditemukan"):
            assert words in seat.flat
        assert "dokumen" not in seat.key_line


async def test_a_task_can_be_looked_back_at_by_its_check_and_opened() -> None:
    async with sit(library=task_course(), history=done(0), documents=MemoryDocuments(), size=(80, 40)) as seat:
        await seat.press("1", "1")
        assert seat.on == "Result"
        assert "✓ Strategi satu halaman" in seat.flat
        assert "Sudah dicek: 1 dari 2 butir terpenuhi." in seat.flat
        await seat.press("d", "enter")
        assert seat.on == "Worksheet"
        await seat.press("escape")
        assert seat.on == "Result"


async def test_a_task_that_came_after_the_finish_is_not_said_to_be_checked() -> None:
    end = finished("strategy", "plan", right=0, asked=0)
    read = StepRead(id="a0", at=end.at, offset=420, module="strategy", lesson="plan", step="after")
    history = [read, end]
    async with sit(library=task_course(), history=history, size=(80, 40)) as seat:
        await seat.press("1", "1")
        assert seat.on == "Result"
        assert "·  Strategi satu halaman" in seat.text
        assert "Sudah dicek" not in seat.flat
        assert "tiga hari" not in seat.flat
