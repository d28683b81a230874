"""Events come back as they were, in files that a person can read and only their owner may."""

import json
import os
import stat
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import fold
from sosmed_learn.core.study import News
from sosmed_learn.storage.rows import checksum, to_row
from sosmed_learn.storage.segments import seal
from tests.core.test_values import EVENTS
from tests.storage.building import (
    contents,
    ids,
    journal,
    note,
    notes,
    raw_rows,
    saved,
    sealed,
    segments,
    store_in,
)

DIFFERENT = st.lists(EVENTS, max_size=6, unique_by=lambda event: event.id)


def test_nothing_is_made_by_looking(home: Path) -> None:
    store = store_in(home)
    assert store.load() == []
    assert store.progress().newest == ""
    assert store.news() == News()
    assert store.copies() == ()
    assert store.damage() is None
    assert not home.exists()


@given(events=DIFFERENT)
def test_every_event_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, events: list[Event]) -> None:
    home = tmp_path_factory.mktemp("home")
    saved(home, events)
    assert store_in(home).load() == sorted(events, key=lambda event: event.id)
    assert store_in(home).progress() == fold(events)


@given(events=DIFFERENT)
def test_every_event_comes_back_from_sealed_files_too(
    tmp_path_factory: pytest.TempPathFactory, events: list[Event]
) -> None:
    home = tmp_path_factory.mktemp("home")
    store = store_in(home)
    assert store.add([to_row(event) for event in events]) == len(events)
    assert not journal(home).exists()
    assert store_in(home).load() == sorted(events, key=lambda event: event.id)
    assert store_in(home).progress() == fold(events)


def test_events_come_back_in_the_order_of_their_ids(home: Path) -> None:
    saved(home, [note("b"), note("c"), note("a")])
    assert ids(home) == ["a", "b", "c"]
    assert [row["id"] for row in raw_rows(home)] == ["b", "c", "a"]


def test_a_journal_is_a_line_an_event_behind_a_line_with_the_format(home: Path) -> None:
    saved(home, [note("a"), note("b")])
    head, *lines, end = journal(home).read_text(encoding="utf-8").split("\n")
    assert (json.loads(head), end) == ({"format": 2}, "")
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]
    assert "catatan é" in lines[0]


@pytest.mark.usefixtures("_small")
def test_a_journal_that_has_grown_is_sealed_as_tables_that_a_person_can_read(home: Path) -> None:
    saved(home, notes(10))
    path, *_ = segments(home)
    text = path.read_text(encoding="utf-8")
    tables = json.loads(text)
    assert tables["meta"] == {"1": {"format": 2}}
    assert [row["id"] for row in tables["events"].values()] == ["n00000", "n00001", "n00002", "n00003"]
    assert text.endswith("}\n")
    assert text.count("\n") > 20
    assert len(segments(home)) == 2
    assert [row["id"] for row in raw_rows(home)] == [f"n{number:05d}" for number in (8, 9, *range(8))]
    assert ids(home) == [f"n{number:05d}" for number in range(10)]


def test_sealed_files_never_change_again(home: Path) -> None:
    first = sealed(home, notes(3))
    content, about = first.read_bytes(), first.stat()
    sealed(home, notes(3, "other"))
    saved(home, [note("z")]).tend(date(2026, 11, 26))
    store_in(home).load()
    assert (first.read_bytes(), first.stat().st_mtime_ns) == (content, about.st_mtime_ns)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes; the folder lies in the user's own profile")
@pytest.mark.usefixtures("_small")
def test_only_the_owner_can_read(home: Path) -> None:
    before = os.umask(0)
    try:
        saved(home, notes(5))
    finally:
        os.umask(before)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*") if path.is_file()}
    assert len(modes) == 3, "a journal, a sealed file and the lock"
    assert set(modes.values()) == {0o600}
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (home, home / "progress")} == {0o700}


@pytest.mark.usefixtures("_small")
def test_rows_that_this_app_does_not_know_stay(home: Path) -> None:
    strange: dict[str, Any] = {"verb": "sang", "id": "x", "song": "Rayuan Pulau Kelapa"}
    odd = to_row(note("y")) | {"mood": "senang"}
    store = store_in(home)
    store.add([strange, odd])
    saved(home, notes(4))
    assert ids(home) == ["n00000", "n00001", "n00002", "n00003", "y"]
    kept = {row["id"]: row for row in raw_rows(home)}
    assert kept["x"] == strange | {"check": checksum(strange)}
    assert kept["y"]["mood"] == "senang"


def test_ids_of_several_machines_lie_together_in_time(home: Path) -> None:
    sealed(home, [note("0002-a"), note("0004-a")])
    sealed(home, [note("0001-b"), note("0003-b")])
    saved(home, [note("0005-a")])
    assert ids(home) == ["0001-b", "0002-a", "0003-b", "0004-a", "0005-a"]


def test_of_two_rows_with_one_id_every_machine_takes_the_same(tmp_path: Path) -> None:
    one, two = note("same", "satu"), note("same", "dua")
    saved(tmp_path / "a", [one]).add([to_row(two)])
    saved(tmp_path / "b", [two]).add([to_row(one)])
    assert store_in(tmp_path / "a").load() == store_in(tmp_path / "b").load()
    assert len(store_in(tmp_path / "a").load()) == 1
    assert len(raw_rows(tmp_path / "a")) == 2, "the other is not ours to drop"


@pytest.mark.usefixtures("_small")
def test_sealing_keeps_both_of_two_rows_with_one_id(home: Path) -> None:
    """The first of them is sealed already, as after a stop between sealing and removing the journal."""
    first = note("n00000", "lain")
    sealed(home, [first])
    saved(home, notes(5))
    assert {row["text"] for row in raw_rows(home) if row["id"] == "n00000"} == {"lain", "catatan 0"}


@pytest.mark.usefixtures("_small")
def test_sealing_that_was_stopped_is_ended_without_sealing_anything_twice(home: Path) -> None:
    """The sealed file is there, and the journal is too."""
    store = saved(home, notes(3))
    line = journal(home).read_bytes()
    with store.lock():
        seal(journal(home))
    journal(home).write_bytes(line)
    for event in notes(6)[3:]:
        store.append(event)
    assert len(segments(home)) == 2
    assert sorted(row["id"] for row in raw_rows(home)) == [event.id for event in notes(6)]


def test_an_id_may_be_anything(home: Path) -> None:
    names = ["", "a/b", "..", "e\u0301", "x" * 300, "CON"]
    for name in names:
        sealed(home, [note(name)])
    assert ids(home) == sorted(names)
    assert all(path.parent == home / "progress" for path in segments(home))


def test_text_that_no_file_can_hold_is_saved_as_far_as_it_can_be(home: Path) -> None:
    """Half of a sign, as some terminals hand it on. Every later answer would wait for it in vain."""
    saved(home, [note("a", "bagus \ud83d"), note("b")])
    assert [event.text for event in store_in(home).load()] == ["bagus ?", "catatan é"]  # type: ignore[union-attr]


def test_the_clock_was_set_back(home: Path) -> None:
    store = saved(home, notes(3))
    sealed(home, notes(3, "z"))
    store.tend(note("x").at.date())
    store.append(note("a", "sebelum semuanya"))
    assert ids(home)[0] == "a"
    assert store_in(home).progress() == fold(store_in(home).load())


def test_a_folder_elsewhere_by_another_name(tmp_path: Path) -> None:
    real = tmp_path / "disk" / "progress"
    real.mkdir(parents=True)
    home = tmp_path / "home"
    home.mkdir()
    (home / "progress").symlink_to(real, target_is_directory=True)
    saved(home, notes(2))
    sealed(home, notes(2, "o"))
    assert ids(home) == ["n00000", "n00001", "o00000", "o00001"]
    assert (home / "progress").is_symlink()
    assert len(contents(real)) == 2


def test_a_folder_that_went_away_is_made_again(home: Path) -> None:
    store = saved(home, [note("a")])
    (home / "progress").rename(home / "elsewhere")
    store.append(note("b"))
    assert ids(home) == ["b"]
