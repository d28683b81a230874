"""A damaged file is kept as it was, what is whole in it counts, and the learner is told. Fuzzed in ``tests/faults``."""

import errno
import json
import os
from pathlib import Path

import pytest

from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.core.progress import fold
from sosmed_learn.core.study import News
from sosmed_learn.storage import disk
from sosmed_learn.storage.mending import good_rows
from sosmed_learn.storage.rows import checksum, salvage, to_line, to_row
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import (
    ids,
    journal,
    kept_aside,
    note,
    notes,
    raw_rows,
    saved,
    sealed,
    segments,
    store_in,
)

WHOLE = "".join(to_line(to_row(note(name))).decode() for name in "ab")
HEAD = '{"format":2}\n'
DAMAGED_JOURNALS = {
    "half a line": (HEAD + WHOLE).encode()[:-40],
    "no end of the line": (HEAD + WHOLE).encode()[:-1],
    "half a head": b'{"for',
    "no head": WHOLE.encode(),
    "zeros": b"\0" * 512,
    "zeros behind, as after a power cut": (HEAD + WHOLE).encode() + b"\0" * 64,
    "not UTF-8": (HEAD + WHOLE).encode().replace("é".encode(), b"\xe9"),
    "UTF-16": (HEAD + WHOLE).encode("utf-16"),
    "a mark before UTF-8": (HEAD + WHOLE).encode("utf-8-sig"),
    "another language": b"<html>not found</html>\n",
    "a list for a head": b"[2]\n",
    "format in words": b'{"format":"two"}\n',
    "format of nobody": b'{"format":0}\n',
    "a row without checksum": (HEAD + WHOLE.replace('"check"', '"chock"')).encode(),
    "a row with a number without end": (HEAD + WHOLE.replace('"offset":420', '"offset":4' + "2" * 400)).encode(),
    "half of a sign": (HEAD + WHOLE.replace("é", "\\ud83d")).encode(),
    "twenty thousand brackets": (HEAD + "[" * 20_000 + "]" * 20_000 + "\n").encode(),
    "twenty thousand braces": (HEAD + '{"a":' * 20_000 + "\n").encode(),
}
GOOD = {"half a line": "a", "no end of the line": "ab", "no head": "ab", "a mark before UTF-8": "ab", "UTF-16": "ab"}
GOOD["zeros behind, as after a power cut"] = "ab"


@pytest.mark.parametrize("kind", DAMAGED_JOURNALS)
@pytest.mark.parametrize("first", ["load", "append"])
def test_a_damaged_journal_is_kept_and_its_good_rows_count(home: Path, kind: str, first: str) -> None:
    content = DAMAGED_JOURNALS[kind]
    journal(home).parent.mkdir(parents=True)
    journal(home).write_bytes(content)
    store = store_in(home)
    good = list(GOOD.get(kind, ""))
    if first == "load":
        assert [event.id for event in store.load()] == good
    store.append(note("z"))
    damage = store.damage()
    assert damage is not None
    assert damage.kept
    assert kept_aside(home) == {damage.name: content}
    assert damage.name.startswith(f"{journal(home).name}.damaged-2")
    assert [row["id"] for row in raw_rows(home)] == [*good, "z"]
    after = store_in(home)
    assert [event.id for event in after.load()] == [*good, "z"]
    assert after.damage() is None


def spoil(path: Path, old: bytes, new: bytes) -> bytes:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
    return path.read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (b"catatan 1", b"catatan 7", ["n00001"]),
        (b'"n00001"', b'"n00007"', ["n00001"]),
        (b'"2": {', b'"2": {{', []),
        (b'"format": 2', b'"format": 1.5', []),
        (b'"format": 2', b'"farmat": 2', []),
        (b'"meta"', b'"mota"', []),
        (b'"events"', b'"event\xff"', []),
        (b'"verb": "noted",\n   "id": "n00001"', b'"verb": "noted",\n   "id": n00001', ["n00001"]),
        (b'"1": {\n   "verb"', b'"6": {\n   "verb"', []),
    ],
)
def test_a_damaged_sealed_file_is_kept_and_its_good_rows_count(
    home: Path, old: bytes, new: bytes, lost: list[str]
) -> None:
    other = sealed(home, notes(2, "o"))
    untouched = other.read_bytes()
    path = sealed(home, notes(3))
    content = spoil(path, old, new)
    store = store_in(home)
    good = [event.id for event in [*notes(3), *notes(2, "o")] if event.id not in lost]
    assert [event.id for event in store.load()] == good
    assert (store.damage() or pytest.fail("not told")).kept
    assert list(kept_aside(home).values()) == [content]
    assert other.read_bytes() == untouched
    assert sorted(row["id"] for row in raw_rows(home)) == good
    again = store_in(home)
    assert again.progress() == fold(again.load())
    assert again.damage() is None


@pytest.mark.parametrize("content", [b"", b"\0" * 100, b"null", b"{}", b"[]"])
def test_a_sealed_file_in_which_nothing_is_left(home: Path, content: bytes) -> None:
    path = sealed(home, notes(3))
    path.write_bytes(content)
    store = saved(home, [note("a")])
    assert [event.id for event in store.load()] == ["a"]
    assert list(kept_aside(home).values()) == [content]
    assert segments(home) == []


def test_an_empty_journal_is_gone_on_with(home: Path) -> None:
    """As after a stop between making it and the first line."""
    saved(home, [note("a")])
    journal(home).write_bytes(b"")
    store = store_in(home)
    assert store.load() == []
    store.append(note("b"))
    assert [row["id"] for row in raw_rows(home)] == ["b"]


def test_each_damaged_file_gets_a_name_of_its_own(home: Path) -> None:
    saved(home, [])
    journal(home).parent.mkdir(parents=True)
    for content in (b"one", b"two", b"three"):
        journal(home).write_bytes(content)
        store_in(home).load()
    assert sorted(kept_aside(home).values()) == [b"one", b"three", b"two"]


def failing(number: int, *_: object) -> None:
    raise OSError(number, os.strerror(number))


@pytest.mark.parametrize("call", ["replace", "open_beside", "write"])
def test_damage_that_cannot_be_mended_is_read_around_and_mended_later(
    home: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    path = sealed(home, notes(3))
    content = spoil(path, b"catatan 1", b"catatan 7")
    with monkeypatch.context() as patched:
        patched.setattr(disk, call, lambda *_: failing(errno.ENOSPC))
        for _ in range(3):
            store = store_in(home)
            assert [event.id for event in store.load()] == ["n00000", "n00002"]
            damage = store.damage()
            assert damage is not None
            assert (damage.name, damage.kept) == (path.name, False)
    assert path.read_bytes() == content
    assert ids(home) == ["n00000", "n00002"]
    assert list(kept_aside(home).values()) == [content]


def test_mending_that_stops_half_way_piles_up_no_copies(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = sealed(home, notes(3))
    content = spoil(path, b"catatan 1", b"catatan 7")
    with monkeypatch.context() as patched:
        patched.setattr(disk, "remove", lambda *_: failing(errno.EIO))
        for _ in range(3):
            assert ids(home) == ["n00000", "n00002"]
    assert ids(home) == ["n00000", "n00002"]
    assert list(kept_aside(home).values()) == [content]


@pytest.mark.usefixtures("_small")
def test_a_journal_that_went_bad_behind_our_back_is_mended_when_it_is_sealed(home: Path) -> None:
    """A disk forgets without a new time on the file, so the damage shows only when the file is read again."""
    store = saved(home, notes(3))
    about = journal(home).stat()
    content = spoil(journal(home), b"catatan 1", b"catatan 7")
    os.utime(journal(home), ns=(about.st_atime_ns, about.st_mtime_ns))
    for event in notes(8)[3:]:
        store.append(event)
    assert (store.damage() or pytest.fail("not told")).kept
    assert [kept.startswith(content) for kept in kept_aside(home).values()] == [True]
    assert ids(home) == [event.id for event in notes(8) if event.id != "n00001"]
    assert segments(home), "sealing goes on"


@pytest.mark.usefixtures("_small")
def test_a_damaged_sealed_file_does_not_keep_a_journal_from_being_sealed(home: Path) -> None:
    first, *rest = notes(5)
    path = sealed(home, [first])
    path.write_bytes(b"{")
    saved(home, [first, *rest])
    assert len(segments(home)) == 2
    assert ids(home) == [event.id for event in notes(5)]


def test_copies_of_a_file_sync_program_are_found_and_not_read(home: Path) -> None:
    saved(home, [note("a")])
    path = sealed(home, notes(2))
    folder = home / "progress"
    for name in (f"{journal(home).stem} (conflicted copy).jsonl", f"{path.stem}.sync-conflict-20261126-1.json"):
        (folder / name).write_bytes(b"anything")
    (folder / "notes of my own.txt").write_bytes(b"mine")
    assert [copy.name for copy in store_in(home).copies()] == sorted(
        [f"{journal(home).stem} (conflicted copy).jsonl", f"{path.stem}.sync-conflict-20261126-1.json"]
    )
    assert len(ids(home)) == 3


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_a_link_to_nowhere_is_said(home: Path) -> None:
    path = sealed(home, notes(2))
    path.rename(home / "elsewhere")
    path.symlink_to(home / "gone")
    with pytest.raises(StoreUnusable):
        store_in(home).load()
    assert store_in(home).news() == News()
    assert store_in(home).copies() == ()


@pytest.mark.parametrize("act", [TinyEventStore.load, TinyEventStore.progress])
def test_a_file_in_the_place_of_the_folder_is_said(home: Path, act: object) -> None:
    home.mkdir()
    (home / "progress").write_bytes(b"in the way")
    with pytest.raises(StoreUnusable):
        act(store_in(home))  # type: ignore[operator]
    assert (home / "progress").read_bytes() == b"in the way"


def test_salvage_finds_rows_behind_any_number_of_rows() -> None:
    """What counts as a try is a bracket behind which no row begins, not a good row."""
    row = {"id": "a", "verb": "noted"}
    line = json.dumps(row | {"check": checksum(row)}).encode()
    assert len(salvage(b"~" + line * 150_000)) == 150_000


def test_a_row_that_has_come_to_lie_in_another_is_found() -> None:
    """A piece of the file is gone, from the middle of one row to the beginning of the next."""
    first, second = (json.dumps(to_row(note(name))) for name in "ab")
    assert [row["id"] for row in good_rows(f'{first[:-20]}"2": {second}}}'.encode())] == ["b"]


def test_an_emptied_journal_is_told_and_kept(home: Path) -> None:
    saved(home, notes(3))
    journal(home).write_bytes(b"")
    store = store_in(home)
    assert store.load() == []
    damage = store.damage()
    assert damage is not None
    assert damage.kept
    store.append(note("x"))
    assert ids(home) == ["x"]
