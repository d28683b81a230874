"""Saving: said only when it is true; a failure is told, tried again and never lost; quitting asks first."""

import os
import signal
from pathlib import PurePosixPath

import pytest

from sosmed_learn.core.events import Answered, SettingChanged, StepRead
from tests.fakes import NOW, MemoryStore, finished
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

FULL = "disk penuh"


def in_order_and_once(seat: Seat) -> bool:
    """Whether the events on disk are as they happened, none twice."""
    names = [event.id for event in seat.store.events if event.id.startswith("t")]
    return names == sorted(set(names))


async def test_saved_is_said_only_after_the_store_has_returned() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.hang()
        await seat.press("3", "enter", saving=False)
        assert "✓ 3" in seat.text, "the reasons do not wait for the disk"
        assert "menyimpan" in seat.lines[0]
        assert "tersimpan" not in seat.text
        assert not [event for event in seat.saved(Answered) if event.question == "vanity"]
        seat.store.release()
        await seat.settle()
        assert "tersimpan" in seat.lines[0]
        assert "menyimpan" not in seat.lines[0]
        assert seat.saved(Answered)[-1].question == "vanity"


async def test_keys_are_answered_while_the_store_hangs() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.hang()
        await seat.press("3", "enter", "enter", "1", "3", "enter", "enter", "2", saving=False)
        assert "Omzet sama dengan laba." in seat.text
        assert "▸ 2" in seat.text
        await seat.press("g", saving=False)
        assert seat.on == "Glossary"
        await seat.press("escape", saving=False)
        seat.store.release()
        await seat.settle()
        assert [event.question for event in seat.saved(Answered)][-2:] == ["vanity", "signals"]
        assert in_order_and_once(seat)


@pytest.mark.parametrize(
    ("trouble", "words"),
    [("full", FULL), ("read-only", "hanya bisa dibaca"), ("locked", "program lain")],
)
async def test_a_failure_says_why_and_the_learner_can_go_on(trouble: str, words: str) -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.fail(trouble)  # type: ignore[arg-type]
        await seat.press("3", "enter")
        assert "1 jawaban atau langkah belum tersimpan" in seat.flat
        assert words in seat.flat
        assert "belum tersimpan" in seat.lines[0]
        assert "✓ 3" in seat.text
        await seat.press("enter")
        await seat.answer("signals")
        assert "2 jawaban atau langkah belum tersimpan" in seat.flat
        seat.store.recover()


async def test_an_unknown_failure_tells_the_systems_own_words() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.fail("other", "Input/output error")
        await seat.press("3", "enter")
        assert "Input/output error" in seat.flat
        seat.store.recover()


async def test_after_recovery_everything_is_saved_in_order_and_once_and_the_word_goes() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.fail()
        await seat.answer("vanity")
        await seat.press("enter")
        await seat.answer("signals")
        seat.store.recover()
        await seat.press("enter")
        await seat.answer("margin")
        assert FULL not in seat.flat
        assert "tersimpan" in seat.lines[0]
        assert "belum" not in seat.lines[0]
        assert [event.question for event in seat.saved(Answered)][-3:] == ["vanity", "signals", "margin"]
        assert in_order_and_once(seat)


async def test_it_is_tried_again_without_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sosmed_learn.tui.keeping.RETRY_SECONDS", 0.02)
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.fail()
        await seat.answer("vanity")
        tried = seat.store.tried
        await seat.until(lambda: seat.store.tried > tried + 1)
        assert FULL in seat.flat
        seat.store.recover()
        await seat.until(lambda: FULL not in seat.flat)
        assert seat.saved(Answered)[-1].question == "vanity"
        assert in_order_and_once(seat)


async def test_the_failure_is_told_on_every_screen_and_in_the_language_in_use() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.fail()
        await seat.answer("vanity")
        await seat.press("escape")
        assert seat.on == "Home"
        assert FULL in seat.flat
        await seat.press("l")
        assert "the disk is full" in seat.flat
        await seat.press("1")
        assert "the disk is full" in seat.flat
        seat.store.recover()


async def fail_and_quit(seat: Seat) -> None:
    """Answer with a full disk, then ask to leave."""
    await seat.press("enter")
    seat.store.fail()
    await seat.answer("vanity")
    await seat.press("ctrl+q")
    await seat.until(lambda: seat.on == "Unsaved")


async def test_quitting_with_something_unsaved_asks_and_stay_stays() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await fail_and_quit(seat)
        assert "Belum semuanya tersimpan" in seat.text
        assert FULL in seat.flat
        await seat.press("escape")
        assert seat.on == "Lesson"
        assert seat.app.is_running
        await seat.press("ctrl+q")
        await seat.until(lambda: seat.on == "Unsaved")
        await seat.press("escape")
        seat.store.recover()


async def test_retry_saves_and_leaves_when_it_can() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await fail_and_quit(seat)
        tried = seat.store.tried
        await seat.press("enter")
        await seat.until(lambda: seat.store.tried > tried and seat.on == "Unsaved")
        seat.store.recover()
        await seat.press("enter")
        await seat.until(lambda: not seat.app.is_running)
        assert seat.saved(Answered)[-1].question == "vanity"
        assert in_order_and_once(seat)


async def test_leave_leaves() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await fail_and_quit(seat)
        await seat.press("x")
        await seat.until(lambda: not seat.app.is_running)
        assert not [event for event in seat.saved(Answered) if event.question == "vanity"]


async def test_quit_pressed_again_and_again_asks_once() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await fail_and_quit(seat)
        await seat.press("ctrl+q", "ctrl+q", "escape")
        assert seat.on == "Lesson"
        seat.store.recover()


async def test_quitting_while_the_store_hangs_waits_and_then_leaves() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.hang()
        await seat.press("3", "enter", "ctrl+q", saving=False)
        assert seat.app.is_running
        seat.store.release()
        await seat.until(lambda: not seat.app.is_running)
        assert seat.saved(Answered)[-1].question == "vanity"


async def test_an_app_that_is_ended_from_outside_while_it_waits_still_saves() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter")
        seat.store.hang()
        await seat.press("3", "enter", "ctrl+q", saving=False)
        seat.app.exit()
    assert seat.saved(Answered)[-1].question == "vanity"
    assert in_order_and_once(seat)


async def test_quitting_with_everything_saved_just_leaves() -> None:
    async with sit() as seat:
        await seat.press("ctrl+q")
        await seat.until(lambda: not seat.app.is_running)


async def test_ctrl_c_does_not_quit_but_says_how() -> None:
    async with sit() as seat:
        await seat.press("ctrl+c")
        assert seat.app.is_running


async def test_a_file_moved_aside_is_told_at_the_start() -> None:
    async with sit(store=MemoryStore(aside="data/progress.damaged-2026.json")) as seat:
        assert "progress.damaged-2026.json" in seat.flat
        assert "Semua yang masih terbaca tetap dipakai" in seat.flat


async def test_every_way_out_of_the_question_on_quitting_is_seen_in_the_smallest_window() -> None:
    async with sit(history=done_until("vanity"), size=(40, 12)) as seat:
        await fail_and_quit(seat)
        for words in ("Enter coba lagi", "Esc tetap di aplikasi", "x keluar tanpa menyimpan"):
            assert words in seat.text
        await seat.click("Esc tetap")
        assert seat.on == "Lesson"
        seat.store.recover()


async def test_what_cannot_be_saved_can_be_written_elsewhere_and_the_app_says_where() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await fail_and_quit(seat)
        seat.store.nowhere = True
        await seat.press("w")
        await seat.until(lambda: "Di tempat lain pun belum bisa ditulis (disk penuh)" in seat.flat)
        seat.store.nowhere = False
        await seat.press("w")
        await seat.until(lambda: not seat.app.is_running)
        assert [event.question for event in seat.store.written if isinstance(event, Answered)] == ["vanity"]
        (said,) = seat.app._exit_renderables
        assert "sosmed-learn progress merge home/sosmed-learn-now.jsonl" in str(said)


async def test_copies_of_a_file_sync_program_are_told_with_what_to_do() -> None:
    store = MemoryStore()
    store.sync_copies = [PurePosixPath("journal-ab12cd (1).jsonl")]
    async with sit(store=store) as seat:
        await seat.until(lambda: "1 salinan berkas kemajuan" in seat.flat)
        assert "sosmed-learn progress merge" in seat.flat
        await seat.press("l")
        assert "left 1 copy of a progress file" in seat.flat


async def test_what_another_window_saved_is_there_when_a_lesson_is_opened_or_home_is_seen_again() -> None:
    async with sit() as seat:
        seat.store.elsewhere = done_until("signals")
        await seat.press("enter")
        assert seat.lines[0].endswith("4 dari 8")
        seat.store.elsewhere = [finished("analytics", "units", number=999)]
        await seat.press("escape")
        await seat.until(lambda: "1 dari 2" in seat.text)


async def test_the_backup_of_the_day_is_made_while_nobody_waits() -> None:
    async with sit() as seat:
        await seat.until(lambda: bool(seat.store.tended))
        assert seat.store.tended == [NOW.date()]


async def test_older_events_from_another_machine_do_not_undo_newer_ones() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("l")
        assert "Today" in seat.text
        old = SettingChanged(id="a", at=NOW, offset=420, name="minutes", value="20")
        seat.store.elsewhere = [old, *done_until("signals")]
        await seat.press("enter")
        assert seat.lines[0].endswith("4 of 8")
        assert seat.app.progress.settings["language"] == "en"
        assert seat.app.progress.settings["minutes"] == "7"


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows ends a program without a word")
@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
async def test_when_the_window_is_closed_what_cannot_be_saved_is_written_elsewhere(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sit(history=done_until("vanity")) as seat:
        monkeypatch.setattr("os._exit", lambda code: seat.app.exit(return_code=code))
        await seat.press("enter")
        seat.store.fail()
        await seat.answer("vanity")
        os.kill(os.getpid(), getattr(signal, name))
        await seat.until(lambda: not seat.app.is_running)
        assert seat.app.return_code == 143
        assert [event.question for event in seat.store.written if isinstance(event, Answered)] == ["vanity"]


async def test_what_was_taken_away_by_a_restore_is_gone_from_home_too() -> None:
    async with sit(history=done_until("signals")) as seat:
        assert "langkah 4 dari 8" in seat.flat
        seat.store.events = [event for event in seat.store.events if not isinstance(event, Answered | StepRead)]
        seat.store.taken_away = True
        await seat.press("1", "escape")
        await seat.until(lambda: "langkah 4" not in seat.flat)
