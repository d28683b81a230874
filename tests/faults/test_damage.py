"""Files are cut, flipped, overwritten, emptied and saved in another encoding: what is whole counts, and all is kept."""

import json
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.progress import fold
from sosmed_learn.storage.formats import DamagedError, NewerError
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.rows import is_checked
from sosmed_learn.storage.segments import read_segment
from tests.faults import FULL
from tests.faults.scenarios import DAY
from tests.storage.building import contents, journal, kept_aside, note, notes, saved, sealed, segments, store_in

Change = Callable[[bytes], bytes]

WHERE = st.floats(0, 1)
GARBAGE = st.binary(min_size=1, max_size=20) | st.text('{}[]":,\\\n0é', min_size=1, max_size=6).map(str.encode)


def _at(content: bytes, where: float) -> int:
    return int(len(content) * where)


def _cut(where: float) -> Change:
    return lambda content: content[: _at(content, where)]


def _without(where: float, size: int) -> Change:
    return lambda content: content[: _at(content, where)] + content[_at(content, where) + size :]


def _flipped(where: float, bit: int) -> Change:
    def flip(content: bytes) -> bytes:
        at = min(_at(content, where), len(content) - 1)
        return content[:at] + bytes([content[at] ^ 1 << bit]) + content[at + 1 :] if content else content

    return flip


def _with(where: float, garbage: bytes) -> Change:
    return lambda content: content[: _at(content, where)] + garbage + content[_at(content, where) :]


def _overwritten(where: float, garbage: bytes) -> Change:
    return lambda content: content[: _at(content, where)] + garbage + content[_at(content, where) + len(garbage) :]


def _encoded(encoding: str) -> Change:
    return lambda content: content.decode("utf-8", "replace").encode(encoding, "replace")


CHANGES = st.one_of(
    st.builds(_cut, WHERE),
    st.builds(_without, WHERE, st.integers(1, 200)),
    st.builds(_flipped, WHERE, st.integers(0, 7)),
    st.builds(_with, WHERE, GARBAGE),
    st.builds(_overwritten, WHERE, GARBAGE | st.just(b"\0" * 128)),
    st.sampled_from(
        [lambda _: b"", _encoded("utf-16"), _encoded("utf-16-be"), _encoded("latin-1"), _encoded("utf-8-sig")]
    ),
)


class Kept(Struct, frozen=True):
    """A file of a learner's folder: its content, its time, and its rows by id as they stand in it."""

    content: bytes
    time: int
    rows: dict[str, bytes]


@cache
def folder() -> dict[str, Kept]:
    """Two sealed files, a journal and a snapshot, as an app leaves them."""
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        sealed(home, notes(3, "a"))
        sealed(home, notes(3, "b"))
        store = saved(home, [note(f"c{number}", f"kata “{number}” {{é}}") for number in range(4)])
        store.tend(DAY)
        files = {name: home / name for name in contents(home) if not name.startswith("backups")}
        return {
            name: Kept(path.read_bytes(), path.stat().st_mtime_ns, _rows(path.read_bytes().decode("utf-8", "replace")))
            for name, path in files.items()
        }


def _rows(text: str) -> dict[str, bytes]:
    found, decoder = {}, json.JSONDecoder()
    for at in [at for at, letter in enumerate(text) if letter == "{"]:
        try:
            value, end = decoder.raw_decode(text, at)
        except ValueError:
            continue
        if is_checked(value):
            found[value["id"]] = text[at:end].encode()
    return found


def lay_out(home: Path) -> None:
    for name, kept in folder().items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept.content)
        os.utime(path, ns=(kept.time, kept.time))


def state_of(path: Path) -> str:
    try:
        (read_journal if path.suffix == ".jsonl" else read_segment)(path)
    except DamagedError:
        return "damaged"
    except NewerError:
        return "newer"
    return "whole"


def check(home: Path, path: Path, damaged: bytes, first: str) -> None:
    """Everything that is promised about a folder of which one file was damaged."""
    state = state_of(path)
    others = {name: content for name, content in contents(home).items() if name != str(path.relative_to(home))}
    name = str(path.relative_to(home))
    must = {row: text for file, kept in folder().items() for row, text in kept.rows.items() if file != name}
    must |= {row: text for row, text in folder()[name].rows.items() if text in damaged}
    store = store_in(home)
    try:
        getattr(store, first)()
        found = [event.id for event in store.load()]
    except StoreUnusable as error:
        assert (error.trouble, state) == ("newer", "newer")  # noqa: PT017 - most often there is none
        assert contents(home) == {**others, name: damaged}, "what a newer app made is left alone"
        return
    assert state != "newer"
    assert not must.keys() - set(found), "every row whose bytes are untouched is kept"
    assert len(found) == len(set(found))
    damage = store.damage()
    assert (damage is not None) == (state == "damaged")
    if damage:
        assert damage.kept
        assert kept_aside(home) == {damage.name: damaged}
    now = contents(home)
    assert {other: now.get(other) for other in others} == others, "nothing good is overwritten"
    store.append(note("z"))
    again = store_in(home)
    assert [event.id for event in again.load()] == [*found, "z"]
    assert again.progress() == fold(again.load())
    assert again.damage() is None


@settings(max_examples=20_000 if FULL else 250, derandomize=not FULL)
@given(
    st.sampled_from([0, 1, 2]), st.lists(CHANGES, min_size=1, max_size=3), st.sampled_from(["load", "progress", "news"])
)
def test_of_a_damaged_file_all_that_is_whole_counts(which: int, changes: list[Change], first: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        lay_out(home)
        path = [*segments(home), journal(home)][which]
        about = path.stat()
        damaged = path.read_bytes()
        for change in changes:
            damaged = change(damaged)
        path.write_bytes(damaged)
        os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))  # a disk that forgets tells nobody
        check(home, path, damaged, first)


@settings(max_examples=5_000 if FULL else 60, derandomize=not FULL)
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_saving_into_a_damaged_journal_saves(changes: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        lay_out(home)
        damaged = journal(home).read_bytes()
        for change in changes:
            damaged = change(damaged)
        journal(home).write_bytes(damaged)
        state = state_of(journal(home))
        store = store_in(home)
        try:
            store.append(note("z"))
        except SaveFailed as error:
            assert (error.trouble, state) == ("newer", "newer")  # noqa: PT017
            assert journal(home).read_bytes() == damaged
            return
        assert (store.damage() is not None) == (state == "damaged")
        kept = {row for row, text in folder()[str(journal(home).relative_to(home))].rows.items() if text in damaged}
        assert kept | {"z"} <= {event.id for event in store_in(home).load()}


@settings(max_examples=5_000 if FULL else 60, derandomize=not FULL)
@given(st.lists(CHANGES, min_size=1, max_size=3))
def test_a_damaged_snapshot_changes_nothing(changes: list[Change]) -> None:
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        lay_out(home)
        path = home / "cache" / "progress.msgpack"
        content = path.read_bytes()
        for change in changes:
            content = change(content)
        path.write_bytes(content)
        store = store_in(home)
        assert store.progress() == fold(store.load())
        assert store.damage() is None


def test_cut_at_any_byte_all_before_it_counts() -> None:
    names = [name for name, kept in folder().items() if kept.rows]
    for name in names:
        size = len(folder()[name].content)
        for at in range(0, size, 1 if FULL else 23):
            with tempfile.TemporaryDirectory() as place:
                home = Path(place)
                lay_out(home)
                damaged = folder()[name].content[:at]
                (home / name).write_bytes(damaged)
                check(home, home / name, damaged, "load")
