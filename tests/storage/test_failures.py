"""The disk says no. An administrator may write anywhere, so the calls to the system are replaced. The rest of it, call
by call, is in ``tests/faults``."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.study import News
from sosmed_learn.storage import disk
from sosmed_learn.storage import store as store_module
from sosmed_learn.storage.rows import salvage, to_row
from sosmed_learn.storage.store import TinyEventStore
from tests.faults.layer import between, counted
from tests.storage.building import contents, ids, note, notes, saved, sealed, store_in


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    ("owner", "call", "number", "trouble"),
    [
        (disk, "write", errno.ENOSPC, "full"),
        (disk, "write", getattr(errno, "EDQUOT", errno.ENOSPC), "full"),
        (disk, "sync", errno.EIO, "other"),
        (disk, "open_for_append", errno.EACCES, "denied"),
        (disk, "open_for_append", errno.EPERM, "denied"),
        (FileLock, "acquire", errno.EACCES, "denied"),
        (disk, "make_folder", errno.EROFS, "read-only"),
    ],
)
def test_a_failed_save_says_why_and_leaves_all_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, call: str, number: int, trouble: str
) -> None:
    store = saved(home, [note("before")])
    before = contents(home)
    with monkeypatch.context() as patched:
        patched.setattr(owner, call, failing(number))
        for window in (store, store_in(home)):
            with pytest.raises(SaveFailed) as caught:
                window.append(note("lost"))
            assert caught.value.trouble == trouble
            assert caught.value.path == str(home / "progress")
        assert ids(home) == ["before"], "reading goes on"
    assert contents(home) == before
    store.append(note("z"))
    assert ids(home) == ["before", "z"]


def test_a_file_system_without_locks_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> Any:
        raise NotImplementedError

    path = sealed(home, notes(2))
    path.write_bytes(path.read_bytes()[:-30])
    monkeypatch.setattr(FileLock, "acquire", unknown)
    store = store_in(home)
    with pytest.raises(SaveFailed):
        store.append(note("a"))
    with pytest.raises(SaveFailed):
        store.add([to_row(note("a"))])
    assert [event.id for event in store.load()] == ["n00000"]


def test_a_save_that_is_on_disk_is_saved_whatever_closing_says(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Told as a failure, it would be saved twice."""
    really = disk.close

    def close(handle: int) -> None:
        really(handle)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(disk, "close", close)
    saved(home, [note("a")])
    assert ids(home) == ["a"]


def test_a_save_that_could_not_be_taken_back_counts_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The line is in the file, was told as not saved, and is saved again."""
    store = saved(home, [note("a")])
    with monkeypatch.context() as patched:
        patched.setattr(disk, "sync", failing(errno.EIO))
        patched.setattr(disk, "truncate", failing(errno.EIO))
        with pytest.raises(SaveFailed):
            store.append(note("b"))
    store.append(note("b"))
    store.append(note("c"))
    assert ids(home) == ["a", "b", "c"]
    assert store_in(home).progress().newest == "c"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no call to sync a folder")
def test_a_folder_that_cannot_be_synced_is_no_failure(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def no_folders(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "no reading here")
        return really(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", no_folders)
    saved(home, [note("a")])
    sealed(home, notes(2))
    assert ids(home) == ["a", "n00000", "n00001"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no call to sync a folder")
def test_the_names_of_what_is_made_are_synced_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The journal's, and those of the folders above it; also when it was made by a window that was stopped then."""
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    saved(home, [note("a")])
    assert synced == [home.parent, home, home / "progress"]
    synced.clear()
    store = saved(home, [note("b")])
    assert synced == [home / "progress"]
    store.append(note("c"))
    assert synced == [home / "progress"], "and not with every save"


def test_a_save_is_synced_before_it_returns_and_so_is_a_seal(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A power cut shows none of this in a test: what is left unsynced is only gone on a real machine."""
    store = saved(home, [note("a")])
    calls: list[str] = []
    with between(counted(calls)):
        store.append(note("b"))
    save = ["make_folder", "open_for_append", "write", "sync", "close"]
    assert calls == save
    calls.clear()
    monkeypatch.setattr(store_module, "SEAL_BYTES", 1)
    with between(counted(calls)):
        store.append(note("c"))
    whole_file = ["open_beside", "write", "sync", "close", "replace", "sync_folder"]
    assert calls == [*save, *whole_file, "remove", "sync_folder"]


@pytest.mark.parametrize("act", [TinyEventStore.load, TinyEventStore.progress])
def test_what_may_not_be_read_is_said(
    home: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[TinyEventStore], object]
) -> None:
    saved(home, [note("a")])
    for owner, call in ((Path, "read_bytes"), (os, "scandir")):
        with monkeypatch.context() as patched:
            patched.setattr(owner, call, failing(errno.EACCES))
            with pytest.raises(StoreUnusable) as caught:
                act(store_in(home))
            assert caught.value.trouble == "denied"
            assert store_in(home).news() == News()
    assert ids(home) == ["a"]


def test_what_cannot_be_saved_is_written_elsewhere(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: home)
    home.mkdir()
    store = store_in(home)
    one, two = store.write_elsewhere(notes(3)), store.write_elsewhere(notes(2, "o"))
    assert one != two, "not even in the same second does one take the other's place"
    assert one.parent == home
    store.add([*salvage(one.read_bytes()), *salvage(two.read_bytes())])
    assert ids(home) == [event.id for event in [*notes(3), *notes(2, "o")]]
    assert os.name == "nt" or one.stat().st_mode & 0o077 == 0


def no_home() -> Path:
    raise RuntimeError("Could not determine home directory.")


def test_without_a_home_it_goes_where_temporary_files_go(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert store_in(home).write_elsewhere([note("a", "\ud83d")]).parent == tmp_path


def test_when_there_is_no_room_anywhere_it_is_said(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", no_home)
    monkeypatch.setattr(tempfile, "gettempdir", failing(errno.ENOSPC))
    with pytest.raises(SaveFailed) as caught:
        store_in(home).write_elsewhere([note("a")])
    assert caught.value.trouble == "full"


def test_tending_raises_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sealed(home, notes(2))
    for call in ("make_folder", "open_beside", "copy", "replace"):
        with monkeypatch.context() as patched:
            patched.setattr(disk, call, failing(errno.ENOSPC))
            store_in(home).tend(note("a").at.date())
    assert ids(home) == ["n00000", "n00001"]
