"""Several stores over one folder, as several windows and commands are."""

import shutil
import subprocess
import sys
import threading
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.storage import journal as journal_module
from sosmed_learn.storage import reading
from sosmed_learn.storage import store as store_module
from sosmed_learn.storage.journal import write_journal
from sosmed_learn.storage.rows import Row, to_row
from sosmed_learn.storage.segments import seal
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import ids, journal, note, notes, saved, sealed, segments, store_in


def news(store: TinyEventStore) -> list[str]:
    return [event.id for event in store.news().events]


def test_a_window_hears_once_what_another_saved_and_never_what_it_saved_itself(home: Path) -> None:
    saved(home, [note("a")])
    one, two = store_in(home), store_in(home)
    one.progress()
    two.progress()
    one.append(note("b"))
    two.append(note("c"))
    two.append(note("d"))
    assert news(one) == ["c", "d"]
    assert news(one) == []
    assert news(two) == ["b"]


@pytest.mark.usefixtures("_small")
def test_news_is_heard_across_sealing(home: Path) -> None:
    one, two = store_in(home), store_in(home)
    one.progress()
    events = notes(11)
    for event in events:
        two.append(event)
    assert sorted(news(one)) == [event.id for event in events]
    one.append(note("z"))
    assert sorted(news(two)) == ["z"]


def test_news_of_merged_events_is_heard(home: Path) -> None:
    one = saved(home, [note("a")])
    one.progress()
    store_in(home).add([to_row(note("b"))])
    assert news(one) == ["b"]


def test_a_list_of_all_events_does_not_swallow_the_news(home: Path) -> None:
    one, two = store_in(home), store_in(home)
    one.progress()
    two.append(note("a"))
    assert len(one.load()) == 1
    assert news(one) == ["a"]


def test_news_that_cannot_be_had_comes_the_next_time(home: Path) -> None:
    one, two = store_in(home), store_in(home)
    one.progress()
    two.append(note("a"))
    (home / "progress").rename(home / "away")
    (home / "progress").write_bytes(b"in the way")
    assert news(one) == []
    (home / "progress").unlink()
    (home / "away").rename(home / "progress")
    assert news(one) == ["a"]


def test_a_line_that_is_just_being_written_is_no_damage(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window looks while another is in the middle of a save: it waits for the lock and looks again."""
    whole = len(journal(saved(home, [note("a")]).place.parent).read_bytes())
    saved(home, [note("b")])
    both = journal(home).read_bytes()
    journal(home).write_bytes(both[: whole + 20])
    really = TinyEventStore.lock

    def the_save_ends_then(store: TinyEventStore) -> AbstractContextManager[Any]:
        journal(home).write_bytes(both)
        return really(store)

    monkeypatch.setattr(TinyEventStore, "lock", the_save_ends_then)
    store = store_in(home)
    assert [event.id for event in store.load()] == ["a", "b"]
    assert store.damage() is None


def test_events_that_are_being_sealed_are_seen_all_the_same(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between a window's look at the folder and its reading of the journal, another window seals that."""
    saved(home, notes(3))
    really = journal_module.read_journal

    def read(path: Path) -> list[Row]:
        if path.exists():
            seal(path)
        return really(path)

    monkeypatch.setattr(reading, "read_journal", read)
    assert [event.id for event in store_in(home).load()] == [event.id for event in notes(3)]
    assert segments(home)


def test_threads_of_one_window_lose_and_double_nothing(home: Path) -> None:
    store = store_in(home)

    def save(name: str) -> None:
        for event in notes(20, name):
            store.append(event)

    threads = [threading.Thread(target=save, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ids(home) == [event.id for name in "xyz" for event in notes(20, name)]


def test_another_window_that_never_lets_go_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved(home, [note("before")])
    monkeypatch.setattr(store_module, "LOCK_SECONDS", 0.05)
    with FileLock(home / "progress" / "lock"):
        with pytest.raises(SaveFailed) as caught:
            store_in(home).append(note("lost"))
        assert caught.value.trouble == "locked"
        with pytest.raises(SaveFailed) as caught:
            store_in(home).add([to_row(note("lost"))])
        assert caught.value.trouble == "locked"
        assert ids(home) == ["before"], "reading needs no lock"
    store_in(home).append(note("z"))
    assert ids(home) == ["before", "z"]


def test_adding_does_not_wait_for_itself(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads under the lock, and reading mends what is damaged and takes in an older layout, under the lock too."""
    path = sealed(home, notes(3))
    path.write_bytes(path.read_bytes()[:-30])
    (home / "progress.json").write_bytes(b'{"meta": {"1": {"format": 1}}, "events": {}}')
    monkeypatch.setattr(store_module, "LOCK_SECONDS", 0.05)
    store = store_in(home)
    store.add([to_row(note("new"))])
    assert (store.damage() or pytest.fail("not told")).kept
    assert not (home / "progress.json").exists()
    assert ids(home) == ["n00000", "n00001", "new"]


HOLD = """
import sys
from filelock import FileLock
FileLock(sys.argv[1]).acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_the_lock_of_a_killed_window_is_gone_with_it(home: Path) -> None:
    saved(home, [note("a")])
    command = [sys.executable, "-c", HOLD, str(home / "progress" / "lock")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8") as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.kill()
    store_in(home).append(note("b"))
    assert ids(home) == ["a", "b"]


def test_leavings_of_a_killed_window_are_swept_up(home: Path) -> None:
    store = saved(home, [note("a")])
    left = home / "progress" / ".events-a-00000000.json.x7.new"
    left.write_bytes(b"half of a sealed f")
    store.tend(date(2026, 11, 26))
    assert not left.exists()
    assert {path.name for path in (home / "progress").iterdir()} == {journal(home).name, "lock"}


def test_a_window_hears_that_something_was_taken_away(home: Path) -> None:
    saved(home, notes(3))
    store = store_in(home)
    store.progress()
    write_journal(journal(home), [to_row(event) for event in notes(2)])
    assert store.news().anew
    assert not store.news().anew
    store.append(note("x"))
    seal(journal(home))
    assert not store.news().anew, "what is sealed is not gone"


def test_a_folder_that_is_removed_under_a_window_is_told_and_saving_goes_on(home: Path) -> None:
    store = store_in(home)
    store.append(note("a"))
    shutil.rmtree(store.place)
    store.append(note("b"))
    damage = store.damage()
    assert damage is not None
    assert damage.gone
    assert ids(home) == ["b"]


def test_a_journal_that_another_window_sealed_is_not_gone(home: Path) -> None:
    store = store_in(home)
    store.append(note("a"))
    seal(journal(home))
    store.append(note("b"))
    assert store.damage() is None
    assert ids(home) == ["a", "b"]
