"""Format 1, one file ``progress.json``, is taken in. ``formats/1`` holds a file that an app of that time made."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.core.progress import fold
from sosmed_learn.storage import disk
from tests.storage.building import contents, ids, note, raw_rows, store_in

REAL = (Path(__file__).parent / "formats" / "1" / "progress.json").read_bytes()
IDS = [row["id"] for row in json.loads(REAL)["events"].values()]


@pytest.fixture(name="old")
def _old(home: Path) -> Path:
    home.mkdir()
    path = home / "progress.json"
    path.write_bytes(REAL)
    return path


def kept(home: Path) -> list[bytes]:
    return [path.read_bytes() for path in home.glob("progress.json.*")]


@pytest.mark.parametrize("first", ["load", "progress", "append", "add"])
def test_whatever_is_done_first_takes_it_in(home: Path, old: Path, first: str) -> None:
    store = store_in(home)
    new = [] if first in {"load", "progress"} else ["z"]
    actions: dict[str, Callable[[], object]] = {
        "load": store.load,
        "progress": store.progress,
        "append": lambda: store.append(note("z")),
        "add": lambda: store.add([{"verb": "read", "id": "z"} | Z]),
    }
    actions[first]()
    assert ids(home) == [*IDS, *new]
    assert not old.exists()
    assert kept(home) == [REAL], "and the file is kept as it was"
    assert store.damage() is None


Z: dict[str, Any] = {"at": "2026-11-23T02:00:14Z", "offset": 0, "module": "m", "lesson": "l", "step": "s"}


def test_every_event_says_what_it_said(home: Path, old: Path) -> None:
    assert old.exists()
    store = store_in(home)
    events = store.load()
    rows = list(json.loads(REAL)["events"].values())
    assert [{key: value for key, value in row.items() if key != "check"} for row in raw_rows(home)] == rows
    assert store.progress() == fold(events)
    lesson = store.progress().lesson(["strategy"], ["smart-goals"])
    assert lesson.notes == {"text-1": "Tanyakan omzet “Keripik Mbok Sarti” – é"}
    assert lesson.past is not None
    assert set(lesson.past.answers) == {"vanity-goal", "reach"}


def test_taken_in_twice_it_counts_once(home: Path, old: Path) -> None:
    """An app of that time was started once more and wrote the file anew, with one event more."""
    store_in(home).load()
    tables = json.loads(REAL)
    tables["events"]["10"] = {"verb": "read", "id": "zz"} | Z
    old.write_text(json.dumps(tables), encoding="utf-8")
    assert ids(home) == [*IDS, "zz"]
    assert len(kept(home)) == 2


def test_a_file_cut_short_gives_what_is_whole_and_is_kept(home: Path, old: Path) -> None:
    content = REAL[:1700]
    old.write_bytes(content)
    store = store_in(home)
    good = [name for name in IDS if content.count(name.encode() + b'"') and content.find(name.encode()) < 1500]
    assert [event.id for event in store.load()] == good
    damage = store.damage()
    assert damage is not None
    assert damage.kept
    assert (home / damage.name).read_bytes() == content
    assert ".damaged-" in damage.name
    assert not old.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 512,
        b"[1, 2]",
        b"{}",
        REAL.decode().encode("utf-16")[3:],
        b'{"meta": {"1": 5}, "events": {}}',
        b'{"meta": {"1": {"format": "newest"}}, "events": {}}',
        b'{"meta": {"1": {"format": 1e999}}, "events": {}}',
        b'{"meta": {"1": {"format": 1}}, "events": {"first": {}}}',
        b'{"meta": {"1": {"format": 1}}, "events": []}',
        b'{"_default": {"1": {"name": "x"}}}',
        b'{"meta": {"1": ' + b"[" * 20_000 + b"]" * 20_000 + b"}}",
    ],
)
def test_a_file_in_which_nothing_is_whole_is_kept(home: Path, old: Path, content: bytes) -> None:
    old.write_bytes(content)
    store = store_in(home)
    assert store.load() == []
    store.append(note("a"))
    assert ids(home) == ["a"]
    assert kept(home) == [content]
    assert (store.damage() or pytest.fail("not told")).kept


def test_rows_that_no_app_understood_hurt_nobody(home: Path, old: Path) -> None:
    tables = json.loads(REAL)
    tables["events"] |= {"10": {"id": "no verb"}, "11": {"verb": "sang", "id": "x"}}
    old.write_text(json.dumps(tables), encoding="utf-8")
    store = store_in(home)
    assert [event.id for event in store.load()] == IDS
    assert store.damage() is None
    assert "x" in {row["id"] for row in raw_rows(home)}


def test_where_nothing_can_be_written_it_is_read(home: Path, old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any, **__: Any) -> Any:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patched:
        patched.setattr(FileLock, "acquire", refused)
        patched.setattr(disk, "make_folder", refused)
        store = store_in(home)
        assert [event.id for event in store.load()] == IDS
        assert store.progress() == fold(store.load())
        with pytest.raises(SaveFailed) as caught:
            store.append(note("lost"))
        assert caught.value.trouble == "read-only"
        old.write_bytes(REAL[:1700])
        assert 0 < len(store.load()) < len(IDS)
        damage = store.damage()
        assert damage is not None
        assert (damage.name, damage.kept) == ("progress.json", False)
        assert contents(home) == {"progress.json": REAL[:1700]}
        old.write_bytes(REAL)
    assert ids(home) == IDS


def test_a_folder_in_the_place_of_the_file_is_said(home: Path) -> None:
    (home / "progress.json").mkdir(parents=True)
    with pytest.raises(StoreUnusable):
        store_in(home).load()
    with pytest.raises(SaveFailed):
        store_in(home).append(note("a"))
    assert (home / "progress.json").is_dir()
