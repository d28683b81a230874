"""What a learner's folder holds, and what is then done to it while things go wrong."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from sosmed_learn.core.events import Event
from sosmed_learn.storage import segments as segments_module
from sosmed_learn.storage import store as store_module
from sosmed_learn.storage.rows import to_row
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import journal, note, notes, saved, sealed, segments

DAY = date(2026, 11, 26)
OLD_FILE = Path(__file__).parents[1] / "storage" / "formats" / "1" / "progress.json"


class Save(Struct, frozen=True):
    """One answer."""

    event: Event

    @property
    def events(self) -> Sequence[Event]:
        return (self.event,)

    def do(self, store: TinyEventStore) -> None:
        store.append(self.event)


class Add(Struct, frozen=True):
    """Another machine's events."""

    events: Sequence[Event]

    def do(self, store: TinyEventStore) -> None:
        store.add([to_row(event) for event in self.events])


class Read(Struct, frozen=True):
    """A start of the app and a list of all events."""

    events: Sequence[Event] = ()

    def do(self, store: TinyEventStore) -> None:
        store.progress()
        store.load()


class Tend(Struct, frozen=True):
    """What is done while nobody waits."""

    day: date
    events: Sequence[Event] = ()

    def do(self, store: TinyEventStore) -> None:
        store.tend(self.day)


Act = Save | Add | Read | Tend


class Scenario(Struct, frozen=True):
    """``prepare`` fills a folder and gives the events that must be had from it; ``acts`` are done in turn."""

    prepare: Callable[[Path], Sequence[Event]]
    acts: Sequence[Act]


def small() -> None:
    """Seal journals after the fourth event or so, in this process."""
    patch.object(store_module, "SEAL_BYTES", 600).start()
    patch.object(segments_module, "SEGMENT_ROWS", 4).start()


def _nothing(_home: Path) -> Sequence[Event]:
    return ()


def _some(home: Path) -> Sequence[Event]:
    events = notes(3)
    saved(home, events)
    return events


def _sealed_and_some(home: Path) -> Sequence[Event]:
    events = notes(9)
    saved(home, events)
    return events


def _sealed_but_not_removed(home: Path) -> Sequence[Event]:
    """As a stop leaves it between the two steps of sealing."""
    events = notes(4)
    sealed(home, events)
    before = [path.rename(home / path.name) for path in segments(home)]
    with patch.object(store_module, "SEAL_BYTES", 10_000):
        saved(home, events)
    for path in before:
        path.rename(home / "progress" / path.name)
    return events


def _torn_line(home: Path) -> Sequence[Event]:
    events = _some(home)
    with journal(home).open("ab") as file:
        file.write(b'{"verb":"noted","id":"n0')
    return events


def _damaged_segments(home: Path) -> Sequence[Event]:
    sealed(home, notes(4))
    path = segments(home)[0]
    path.write_bytes(path.read_bytes().replace(b"catatan 2", b"catatan 9"))
    saved(home, notes(2, "o"))
    return [event for event in notes(4) if event.id != "n00002"] + notes(2, "o")


def _old_file(home: Path) -> Sequence[Event]:
    return _taken_from(home, OLD_FILE.read_bytes())


def _old_file_cut(home: Path) -> Sequence[Event]:
    return _taken_from(home, OLD_FILE.read_bytes()[:1700])


def _taken_from(home: Path, content: bytes) -> Sequence[Event]:
    home.mkdir()
    (home / "progress.json").write_bytes(content)
    copy = home.with_name("taken")
    shutil.copytree(home, copy)
    events = TinyEventStore(copy / "progress", legacy=copy / "progress.json").load()
    shutil.rmtree(copy)
    return events


LATER = [Save(event) for event in notes(3, "x")]

SCENARIOS = {
    "first save": Scenario(_nothing, LATER[:1]),
    "a save": Scenario(_some, LATER[:1]),
    "saves that seal": Scenario(_some, LATER),
    "sealing once more": Scenario(_sealed_but_not_removed, LATER),
    "mending a journal to save": Scenario(_torn_line, LATER[:1]),
    "mending a journal to read": Scenario(_torn_line, [Read()]),
    "mending a sealed file": Scenario(_damaged_segments, [Read(), *LATER[:1]]),
    "migration": Scenario(_old_file, [Read(), *LATER[:1]]),
    "migration of a damaged file": Scenario(_old_file_cut, LATER[:1]),
    "backup and snapshot": Scenario(_sealed_and_some, [Tend(DAY), *LATER[:1], Tend(date(2026, 11, 27))]),
    "adding": Scenario(_sealed_and_some, [Add(notes(10, "m")), *LATER[:1]]),
    "adding to what is damaged": Scenario(_damaged_segments, [Add([*notes(3, "m"), note("n00002", "catatan 2")])]),
}
