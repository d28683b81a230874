"""Events are on disk when ``append`` returns, and a file that cannot be read is never lost."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.storage.locations import data_folder, progress_file
from sosmed_learn.storage.store import TinyEventStore
from tests.core.test_values import EVENTS
from tests.storage.appender import note


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.json"


def ids(file: Path) -> list[str]:
    return [event.id for event in TinyEventStore(file).load()]


def others(file: Path) -> list[Path]:
    return sorted(path for path in file.parent.iterdir() if path not in {file, file.with_name("progress.json.lock")})


def filled(file: Path, count: int = 3) -> bytes:
    for number in range(count):
        TinyEventStore(file).append(note(f"n{number}"))
    return file.read_bytes()


def test_nothing_is_made_by_looking(file: Path) -> None:
    assert TinyEventStore(file).load() == []
    assert not file.parent.exists()


def test_events_come_back_in_the_order_in_which_they_were_saved(file: Path) -> None:
    store = TinyEventStore(file)
    for name in ("b", "c", "a"):
        store.append(note(name))
    assert ids(file) == ["b", "c", "a"]
    assert store.set_aside() is None
    assert others(file) == []


@given(events=st.lists(EVENTS, max_size=4))
def test_every_event_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, events: list[Any]) -> None:
    store = TinyEventStore(tmp_path_factory.mktemp("data") / "progress.json")
    for event in events:
        store.append(event)
    assert TinyEventStore(store.place).load() == events


def test_more_than_nine_events_keep_their_order(file: Path) -> None:
    filled(file, 12)
    assert ids(file) == [f"n{number}" for number in range(12)]


def test_the_file_is_text_that_a_person_can_read(file: Path) -> None:
    TinyEventStore(file).append(note("é"))
    tables = json.loads(file.read_text(encoding="utf-8"))
    assert tables["meta"] == {"1": {"format": 1}}
    assert tables["events"]["1"]["verb"] == "noted"
    assert "é" in file.read_text(encoding="utf-8")
    assert file.read_bytes().endswith(b"}\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes; the file lies in the user's own profile")
def test_only_the_owner_can_read(file: Path) -> None:
    before = os.umask(0)
    try:
        filled(file)
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.with_name("progress.json.lock").stat().st_mode) == 0o600


def damaged_files() -> dict[str, bytes]:
    whole = b'{\n "meta": {"1": {"format": 1}},\n "events": {"1": {"verb": "noted", "id": "a"}}\n}\n'
    cuts = {f"cut at {at}": whole[:at] for at in (0, 1, 2, 17, 40, len(whole) - 3)}
    return cuts | {
        "zeros": b"\0" * 512,
        "not UTF-8": whole.replace(b"noted", b"n\xffted"),
        "UTF-16": whole.decode().encode("utf-16"),
        "a list": b"[1, 2]",
        "a word": b'"progress"',
        "no tables": b"{}",
        "tables of another shape": b'{"meta": {"1": 5}, "events": {}}',
        "no format": b'{"meta": {"1": {"version": 1}}, "events": {}}',
        "format in words": b'{"meta": {"1": {"format": "newest"}}, "events": {}}',
        "format without end": b'{"meta": {"1": {"format": 1e999}}, "events": {}}',
        "rows without numbers": b'{"meta": {"1": {"format": 1}}, "events": {"first": {}}}',
        "events in a list": b'{"meta": {"1": {"format": 1}}, "events": []}',
        "TinyDB of somebody else": b'{"_default": {"1": {"name": "x"}}}',
        "twenty thousand brackets": b'{"meta": {"1": ' + b"[" * 20_000 + b"]" * 20_000 + b"}}",
    }


@pytest.mark.parametrize("content", damaged_files().values(), ids=damaged_files().keys())
@pytest.mark.parametrize("first", ["load", "append"])
def test_a_damaged_file_is_moved_aside_whole_and_one_goes_on(file: Path, content: bytes, first: str) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    store = TinyEventStore(file)
    if first == "load":
        assert store.load() == []
    store.append(note("after"))
    aside = store.set_aside()
    assert aside is not None
    assert aside.read_bytes() == content
    assert aside.name.startswith("progress.damaged-2")
    assert others(file) == [aside]
    assert ids(file) == ["after"]


def test_each_damaged_file_gets_a_name_of_its_own(file: Path) -> None:
    file.parent.mkdir()
    for content in (b"one", b"two", b"three"):
        file.write_bytes(content)
        TinyEventStore(file).load()
    assert sorted(path.read_bytes() for path in others(file)) == [b"one", b"three", b"two"]


def test_a_file_of_a_newer_app_is_left_alone(file: Path) -> None:
    content = b'{"meta": {"1": {"format": 2}}, "events": {"1": {"verb": "dreamt"}}, "dreams": {}}'
    file.parent.mkdir()
    file.write_bytes(content)
    store = TinyEventStore(file)
    for act in (store.load, lambda: store.append(note("a"))):
        with pytest.raises(Exception, match="newer") as caught:
            act()
        assert caught.value.trouble == "newer"  # type: ignore[attr-defined]
        assert caught.value.path == str(file)  # type: ignore[attr-defined]
    assert file.read_bytes() == content
    assert others(file) == []


def test_rows_and_tables_that_this_app_does_not_know_stay(file: Path) -> None:
    filled(file, 1)
    tables = json.loads(file.read_text(encoding="utf-8"))
    strange = {"verb": "sang", "id": "x", "song": "Rayuan Pulau Kelapa"}
    tables["events"] |= {"2": strange, "3": 5}
    tables["more"] = {"1": {"a": 1}}
    file.write_text(json.dumps(tables), encoding="utf-8")
    assert ids(file) == ["n0"]
    TinyEventStore(file).append(note("after"))
    kept = json.loads(file.read_text(encoding="utf-8"))
    assert kept["events"]["2"] == strange
    assert kept["more"] == {"1": {"a": 1}}
    assert ids(file) == ["n0", "after"]
    assert others(file) == []


def test_a_folder_in_the_place_of_the_file_is_said(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(StoreUnusable):
        TinyEventStore(file).load()
    assert file.is_dir()


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(tmp_path / "my data"))
    assert data_folder() == tmp_path / "my data"
    assert progress_file() == tmp_path / "my data" / "progress.json"
    assert not (tmp_path / "my data").exists()


def test_the_variable_may_begin_with_the_users_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOSMED_LEARN_HOME", "~/belajar")
    assert data_folder() == Path.home() / "belajar"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_without_the_variable_it_is_the_systems_own_place(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv("SOSMED_LEARN_HOME")
    else:
        monkeypatch.setenv("SOSMED_LEARN_HOME", value)
    assert data_folder().is_absolute()
    assert data_folder().name == "sosmed-learn"
