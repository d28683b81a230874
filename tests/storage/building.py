"""Events to save, folders to save them in, and a look at what lies in them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sosmed_learn.core.events import Event, Noted, SettingChanged
from sosmed_learn.storage.formats import journal_path, look
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.rows import Row, to_row
from sosmed_learn.storage.segments import read_segment
from sosmed_learn.storage.store import TinyEventStore

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


def note(name: str, text: str = "catatan é") -> Noted:
    """A note on a step of its own, so that progress without it is another."""
    return Noted(id=name, at=NOON, offset=420, module="strategy", lesson="first", step=f"step {name}", text=text)


def notes(count: int, prefix: str = "n") -> list[Event]:
    return [note(f"{prefix}{number:05d}", f"catatan {number}") for number in range(count)]


def chosen(name: str, value: str) -> SettingChanged:
    return SettingChanged(id=name, at=NOON + timedelta(minutes=1), offset=420, name="language", value=value)


def store_in(home: Path) -> TinyEventStore:
    """A window's store over the learner's folder ``home``, with everything that the app gives it."""
    return TinyEventStore(
        home / "progress",
        snapshot=home / "cache" / "progress.msgpack",
        backups=home / "backups",
        legacy=home / "progress.json",
    )


def saved(home: Path, events: Iterable[Event]) -> TinyEventStore:
    store = store_in(home)
    for event in events:
        store.append(event)
    return store


def sealed(home: Path, events: Iterable[Event]) -> Path:
    """One more sealed file with ``events``."""
    store = TinyEventStore(home / "progress")
    before = set(segments(home))
    store.add([to_row(event) for event in events])
    (made,) = set(segments(home)) - before
    return made


def ids(home: Path) -> list[str]:
    return [event.id for event in store_in(home).load()]


def journal(home: Path) -> Path:
    return journal_path(home / "progress")


def segments(home: Path) -> list[Path]:
    return [home / "progress" / name for name in look(home / "progress").segments]


def raw_rows(home: Path) -> list[Row]:
    """Every row in the folder, as often as it stands there. Fails where a file cannot be read whole."""
    found = [row for path in look(home / "progress").journals for row in read_journal(path)]
    return found + [row for path in segments(home) for row in read_segment(path)]


def contents(folder: Path) -> dict[str, bytes]:
    """All files below ``folder`` but the lock."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "lock"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def kept_aside(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in look(home / "progress").damaged}
