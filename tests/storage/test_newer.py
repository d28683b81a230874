"""What a newer app has written is refused and left byte for byte as it is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.study import News
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import contents, ids, journal, note, notes, saved, sealed, segments, store_in


def newer_journal(home: Path) -> Path:
    saved(home, notes(2))
    path = journal(home)
    path.write_bytes(path.read_bytes().replace(b'{"format":2}', b'{"format":3,"mood":"new"}') + b"~ no JSON ~")
    return path


def newer_segment(home: Path) -> Path:
    path = sealed(home, notes(2))
    path.write_bytes(path.read_bytes().replace(b'"format": 2', b'"format": 3'))
    return path


def newer_single_file(home: Path) -> Path:
    home.mkdir()
    path = home / "progress.json"
    path.write_bytes(b'{"meta": {"1": {"format": 2}}, "events": {"1": {"verb": "dreamt"}}, "dreams": {}}')
    return path


MAKERS = [newer_journal, newer_segment, newer_single_file]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("look", [TinyEventStore.load, TinyEventStore.progress, TinyEventStore.rows])
def test_looking_is_refused(home: Path, make: Callable[[Path], Path], look: Callable[[TinyEventStore], object]) -> None:
    path = make(home)
    before = contents(home)
    store = store_in(home)
    with pytest.raises(StoreUnusable) as caught:
        look(store)
    assert (caught.value.trouble, caught.value.path) == ("newer", str(path))
    assert store.damage() is None
    assert store.news() == News()
    store.tend(date(2026, 11, 26))
    assert {name: content for name, content in contents(home).items() if not name.startswith("backups")} == before


@pytest.mark.parametrize("make", [newer_journal, newer_single_file])
def test_saving_is_refused(home: Path, make: Callable[[Path], Path]) -> None:
    make(home)
    before = contents(home)
    with pytest.raises(SaveFailed) as caught:
        store_in(home).append(note("a"))
    assert caught.value.trouble == "newer"
    assert contents(home) == before


def test_saving_beside_a_newer_sealed_file_does_not_touch_it(home: Path) -> None:
    """As when the other machine was updated first and a file-sync program brought its files."""
    path = newer_segment(home)
    content = path.read_bytes()
    store_in(home).append(note("a"))
    assert path.read_bytes() == content
    path.write_bytes(content.replace(b'"format": 3', b'"format": 2'))
    assert ids(home) == ["a", "n00000", "n00001"]


@pytest.mark.parametrize("make", MAKERS)
def test_adding_is_refused(home: Path, make: Callable[[Path], Path]) -> None:
    make(home)
    before = contents(home)
    with pytest.raises(StoreUnusable):
        store_in(home).add([])
    assert contents(home) == before


@pytest.mark.usefixtures("_small")
def test_a_newer_file_beside_it_does_not_keep_a_journal_from_being_sealed(home: Path) -> None:
    """It begins with the same event, as what a newer app has sealed out of this very journal would."""
    first, *rest = notes(6)
    path = sealed(home, [first])
    content = path.read_bytes().replace(b'"format": 2', b'"format": 3')
    path.write_bytes(content)
    saved(home, [first, *rest])
    assert path.read_bytes() == content
    assert len(segments(home)) == 2
