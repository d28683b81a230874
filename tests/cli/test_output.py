"""What commands write into files is whole, or there is no file: a disk that fills up leaves no half of it."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sosmed_learn.storage.locations import progress_folder
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.running import Run, course
from tests.cli.test_documents import NAME, typed
from tests.fakes import TickingClock


def fills_up(watched: Path) -> Callable[[int], None]:
    """The disk has room for all but what is written into the folder ``watched``."""

    def sync(handle: int) -> None:
        written = os.fstat(handle)
        if any(os.path.samestat(written, path.stat()) for path in watched.iterdir()):
            raise OSError(28, "No space left on device")

    return sync


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder on a full disk."""
    folder = tmp_path / "full"
    folder.mkdir()
    monkeypatch.setattr(os, "fsync", fills_up(folder))
    return folder


def test_no_half_of_a_new_file_is_left(run: Run, tmp_path: Path, out: Path) -> None:
    typed(TickingClock(), usaha="Keripik")
    assert TinyEventStore(progress_folder()).load()
    played = str(course(tmp_path / "courses"))
    for asked in (["documents", "export", NAME], ["progress", "export"], ["transcript", played]):
        ran = run("--lang", "en", *asked, "-o", str(out / "mine"))
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.splitlines() == [f"{out / 'mine'} cannot be written: the disk is full"]
        assert list(out.iterdir()) == []


def test_an_older_transcript_stays_as_it_was(
    run: Run, tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, file = course(tmp_path / "courses"), out / "t.txt"
    with monkeypatch.context() as room:
        room.setattr(os, "fsync", lambda _handle: None)
        assert run("transcript", str(folder), "-o", str(file)).code == 0
    before = file.read_bytes()
    lesson = folder / "shop" / "lessons" / "first.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("sewa", "gaji"), encoding="utf-8")
    ran = run("--lang", "en", "transcript", str(folder), "-o", str(file))
    assert ran.code == 1
    assert "the disk is full" in ran.err
    assert file.read_bytes() == before
    assert list(out.iterdir()) == [file]
