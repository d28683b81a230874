"""The disk says no. Failures are made by replacing the system's calls, because an administrator may write anywhere."""

import errno
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import pytest
from filelock import FileLock

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.storage import store as store_module
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.appender import note


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "progress.json"
    TinyEventStore(path).append(note("before"))
    return path


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: Any, **__: Any) -> Any:
        raise OSError(number, os.strerror(number))

    return fail


class FullDisk:
    """A file that takes half of what it is given and then finds no more room."""

    def __init__(self, handle: int, _mode: str) -> None:
        self._handle = handle

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def write(self, content: bytes) -> None:
        os.write(self._handle, content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("owner", "call", "replacement", "trouble"),
    [
        (os, "fdopen", FullDisk, "full"),
        (os, "fsync", failing(errno.ENOSPC), "full"),
        (os, "fsync", failing(errno.EIO), "other"),
        (os, "replace", failing(errno.EACCES), "denied"),
        (os, "replace", failing(errno.EPERM), "denied"),
        (tempfile, "mkstemp", failing(errno.EROFS), "read-only"),
        (tempfile, "mkstemp", failing(getattr(errno, "EDQUOT", errno.ENOSPC)), "full"),
        (FileLock, "acquire", failing(errno.EACCES), "denied"),
        (Path, "mkdir", failing(errno.EROFS), "read-only"),
    ],
)
def test_a_failed_save_says_why_and_leaves_the_old_content(
    file: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, call: str, replacement: Any, trouble: str
) -> None:
    content = file.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(owner, call, replacement)
        with pytest.raises(SaveFailed) as caught:
            TinyEventStore(file).append(note("lost"))
    assert caught.value.trouble == trouble
    assert caught.value.path == str(file)
    assert file.read_bytes() == content
    assert {path.name for path in file.parent.glob("*")} <= {"progress.json", "progress.json.lock"}
    assert not list(file.parent.glob(".*.new"))
    TinyEventStore(file).append(note("after"))
    assert [event.id for event in TinyEventStore(file).load()] == ["before", "after"]


def test_a_failed_first_save_leaves_nothing_that_hinders_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = TinyEventStore(tmp_path / "new" / "progress.json")
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", failing(errno.ENOSPC))
        with pytest.raises(SaveFailed):
            store.append(note("lost"))
    assert store.load() == []
    store.append(note("after"))
    assert [event.id for event in store.load()] == ["after"]


def test_another_window_that_never_lets_go_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "LOCK_SECONDS", 0.05)
    with FileLock(str(file) + ".lock"), pytest.raises(SaveFailed) as caught:
        TinyEventStore(file).append(note("lost"))
    assert caught.value.trouble == "locked"
    assert [event.id for event in TinyEventStore(file).load()] == ["before"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no call to sync a folder")
def test_a_folder_that_cannot_be_synced_is_no_failure(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.open

    def no_folders(path: Any, flags: int, *rest: Any, **more: Any) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "no reading here")
        return really(path, flags, *rest, **more)

    monkeypatch.setattr(os, "open", no_folders)
    TinyEventStore(file).append(note("after"))
    assert [event.id for event in TinyEventStore(file).load()] == ["before", "after"]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS])
def test_in_a_read_only_folder_progress_can_still_be_read(
    file: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(FileLock, "acquire", failing(number))
    assert [event.id for event in TinyEventStore(file).load()] == ["before"]


def test_a_damaged_file_that_cannot_be_moved_is_left_and_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(b"{ not what it was")
    monkeypatch.setattr(os, "rename", failing(errno.EROFS))
    store = TinyEventStore(file)
    with pytest.raises(StoreUnusable) as unusable:
        store.load()
    with pytest.raises(SaveFailed) as failed:
        store.append(note("lost"))
    assert (unusable.value.trouble, failed.value.trouble) == ("read-only", "read-only")
    assert store.set_aside() is None
    assert file.read_bytes() == b"{ not what it was"


@pytest.mark.parametrize("calls", [["read_bytes"], ["read_bytes", "exists"]], ids=["file", "folder"])
def test_what_may_not_be_read_is_said(file: Path, monkeypatch: pytest.MonkeyPatch, calls: list[str]) -> None:
    with monkeypatch.context() as patched:
        for call in calls:
            patched.setattr(Path, call, failing(errno.EACCES))
        with pytest.raises(StoreUnusable) as caught:
            TinyEventStore(file).load()
    assert caught.value.trouble == "denied"
    assert [event.id for event in TinyEventStore(file).load()] == ["before"]
