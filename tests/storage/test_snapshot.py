"""The snapshot spares reading and is never believed against the events."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sosmed_learn.core.events import Undone
from sosmed_learn.core.progress import fold
from sosmed_learn.storage import reading, snapshot
from sosmed_learn.storage import segments as segments_module
from sosmed_learn.storage.rows import Row
from tests.storage.building import NOON, chosen, note, notes, saved, sealed, segments, store_in

DAY = date(2026, 11, 26)


@pytest.fixture(name="kept")
def _kept(home: Path) -> Path:
    """Two sealed files, a journal, and a snapshot of the sealed ones."""
    sealed(home, notes(3, "a"))
    sealed(home, notes(3, "b"))
    saved(home, notes(2, "c")).tend(DAY)
    return home / "cache" / "progress.msgpack"


@pytest.fixture(name="opened")
def _opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the sealed files that are read."""
    names: list[str] = []
    really = segments_module.read_segment

    def read(path: Path) -> list[Row]:
        names.append(path.name)
        return really(path)

    monkeypatch.setattr(reading, "read_segment", read)
    return names


def right(home: Path) -> bool:
    """Whether progress is what follows from the events, as any other way of reading them says."""
    return store_in(home).progress() == fold(store_in(home).load())


def test_with_a_snapshot_no_sealed_file_is_read(home: Path, kept: Path, opened: list[str]) -> None:
    progress = store_in(home).progress()
    assert kept.exists()
    assert opened == []
    assert progress == fold(store_in(home).load())
    assert progress.newest == "c00001"


def test_only_what_was_sealed_since_is_read(home: Path, kept: Path, opened: list[str]) -> None:
    assert kept.exists()
    new = sealed(home, notes(2, "d"))
    opened.clear()
    store_in(home).progress()
    assert opened == [new.name]
    assert right(home)


def changed_size(home: Path) -> None:
    path = segments(home)[0]
    path.write_bytes(path.read_bytes() + b"\n")


def changed_time(home: Path) -> None:
    path = segments(home)[0]
    path.write_bytes(path.read_bytes())


def gone(home: Path) -> None:
    segments(home)[0].unlink()


def older_came(home: Path) -> None:
    sealed(home, notes(2, "0"))


def older_saved(home: Path) -> None:
    store_in(home).append(note("0"))


def undone(home: Path) -> None:
    store_in(home).append(Undone(id="d", at=NOON, offset=420, target="a00001"))


@pytest.mark.parametrize("change", [changed_size, changed_time, gone, older_came, older_saved, undone])
def test_a_snapshot_that_is_stale_is_not_believed(home: Path, kept: Path, change: Callable[[Path], None]) -> None:
    assert kept.exists()
    change(home)
    assert right(home)
    store_in(home).tend(DAY)
    assert right(home)


@pytest.mark.parametrize("cut", [0, 3, 4, 5, 60, -1])
def test_a_snapshot_that_is_cut_is_not_believed(home: Path, kept: Path, cut: int) -> None:
    kept.write_bytes(kept.read_bytes()[:cut])
    assert right(home)
    store_in(home).tend(DAY)
    assert right(home)


def test_no_flipped_bit_of_a_snapshot_is_believed(home: Path, kept: Path) -> None:
    content = kept.read_bytes()
    expected = fold(store_in(home).load())
    for at in range(len(content)):
        kept.write_bytes(content[:at] + bytes([content[at] ^ 0x41]) + content[at + 1 :])
        assert store_in(home).progress() == expected, at


def test_a_snapshot_is_missing(home: Path, kept: Path) -> None:
    kept.unlink()
    assert right(home)


def test_a_folder_in_the_place_of_the_snapshot(home: Path, kept: Path) -> None:
    kept.unlink()
    kept.mkdir()
    assert right(home)
    store_in(home).tend(DAY)
    assert right(home)


@pytest.mark.parametrize("what", ["__version__", "_code"])
def test_other_code_draws_its_own_conclusions(
    home: Path, kept: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    assert kept.exists()
    other = "0.0.1" if what == "__version__" else lambda: ((1, 1),)
    monkeypatch.setattr(snapshot, what, other)
    store_in(home).progress()
    assert len(opened) == 2, "all sealed files are read anew"


def test_tending_makes_it_anew_when_older_events_came(home: Path, kept: Path, opened: list[str]) -> None:
    sealed(home, [chosen("0", "en")])
    sealed(home, [chosen("9", "id")])
    before = kept.read_bytes()
    store_in(home).tend(DAY)
    assert kept.read_bytes() != before
    opened.clear()
    assert store_in(home).progress().settings == {"language": "id"}
    assert opened == []


def test_tending_changes_nothing_when_nothing_was_sealed(home: Path, kept: Path, opened: list[str]) -> None:
    before = kept.stat().st_mtime_ns
    store_in(home).append(note("z"))
    store_in(home).tend(DAY)
    assert (kept.stat().st_mtime_ns, opened) == (before, [])
