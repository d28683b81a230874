"""The store beside a plain list of events, driven at random: two windows, kills, sealing, merging, an older layout."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sosmed_learn.core.events import Event, Undone
from sosmed_learn.core.progress import fold
from sosmed_learn.storage.rows import CHECK, to_row
from sosmed_learn.storage.segments import seal
from sosmed_learn.storage.store import TinyEventStore
from tests.faults import FULL
from tests.faults.layer import between
from tests.faults.scenarios import DAY
from tests.storage.building import NOON, chosen, journal, note, store_in

WINDOWS = st.sampled_from([0, 1])


class Killed(BaseException):
    """The process ends here: no handler of the store's may catch this."""


class StoreBesideAList(RuleBasedStateMachine):
    """``events`` is what must be on disk, by id; ``heard`` what each of the two windows has been told of it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.home = self.folder / "home"
        self.events: dict[str, Event] = {}
        self.heard: list[set[str]] = [set(), set()]
        self.number = 500

    @initialize()
    def begin(self) -> None:
        self.windows = [store_in(self.home), store_in(self.home)]
        for which in (0, 1):
            self.reopen(which)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def new_id(self, *, earlier: bool = False) -> str:
        """A new id behind all others or, as when the clock was set back or another machine saved, before them."""
        self.number += 1
        return f"{1000 - self.number:04d}-e" if earlier else f"{self.number:04d}-l"

    def save(self, window: int, event: Event) -> None:
        self.windows[window].append(event)
        self.events[event.id] = event
        self.heard[window].add(event.id)

    @rule(window=WINDOWS, text=st.text(max_size=200), earlier=st.booleans())
    def a_note_is_saved(self, window: int, text: str, earlier: bool) -> None:  # noqa: FBT001 - drawn
        self.save(window, note(self.new_id(earlier=earlier), text.encode("utf-8", "ignore").decode()))

    @rule(window=WINDOWS, count=st.integers(5, 40))
    def many_are_saved(self, window: int, count: int) -> None:
        for number in range(count):
            self.save(window, chosen(self.new_id(), str(number)))

    @precondition(lambda self: self.events)
    @rule(window=WINDOWS, data=st.data())
    def one_is_undone(self, window: int, data: st.DataObject) -> None:
        target = data.draw(st.sampled_from(sorted(self.events)))
        self.save(window, Undone(id=self.new_id(), at=NOON, offset=0, target=target))

    @rule(window=WINDOWS)
    def reopen(self, window: int) -> None:
        self.windows[window] = store_in(self.home)
        assert self.windows[window].progress() == fold(self.events.values())
        self.heard[window] = set(self.events)

    @rule(window=WINDOWS)
    def a_window_asks_for_news(self, window: int) -> None:
        news = [event.id for event in self.windows[window].news().events]
        assert len(news) == len(set(news))
        self.heard[window].update(news)
        assert self.heard[window] == set(self.events)

    @rule(window=WINDOWS)
    def the_journal_is_sealed(self, window: int) -> None:
        with self.windows[window].lock():
            seal(journal(self.home))
        assert not journal(self.home).exists()

    @rule(window=WINDOWS, call=st.integers(0, 25), size=st.sampled_from([0, 600]))
    def a_window_is_killed_while_it_saves(self, window: int, call: int, size: int) -> None:
        event = note(self.new_id(), "x" * size)

        def step(number: int, _name: str, really: Any, given: tuple[Any, ...]) -> Any:
            if number >= call:
                raise Killed
            return really(*given)

        try:
            with between(step):
                self.save(window, event)
        except Killed:
            self.windows[window] = store_in(self.home)
            found = {one.id: one for one in self.windows[window].load()}
            if event.id in found:  # it was not told as saved, and may be
                self.events[event.id] = event
            self.reopen(window)

    @rule(window=WINDOWS, count=st.integers(0, 9), data=st.data())
    def another_machines_events_are_added(self, window: int, count: int, data: st.DataObject) -> None:
        theirs: list[Event] = [note(self.new_id(earlier=data.draw(st.booleans()))) for _ in range(count)]
        known = data.draw(st.lists(st.sampled_from(sorted(self.events)))) if self.events else []
        rows = [to_row(event) for event in [*theirs, *(self.events[name] for name in known)]]
        assert self.windows[window].add(data.draw(st.permutations(rows))) == count
        self.events |= {event.id: event for event in theirs}

    @rule(window=WINDOWS, day=st.integers(0, 40))
    def a_window_tends(self, window: int, day: int) -> None:
        self.windows[window].tend(DAY.fromordinal(DAY.toordinal() + day))

    @rule(content=st.binary(max_size=40) | st.none())
    def the_snapshot_is_spoilt(self, content: bytes | None) -> None:
        path = self.home / "cache" / "progress.msgpack"
        if path.exists():
            path.write_bytes(path.read_bytes()[:-1] if content is None else content)

    @rule(count=st.integers(0, 9))
    def an_older_app_was_started_once_more(self, count: int) -> None:
        events = [note(self.new_id()) for _ in range(count)]
        rows = [{key: value for key, value in to_row(event).items() if key != CHECK} for event in events]
        tables = {"meta": {"1": {"format": 1}}, "events": {str(n): row for n, row in enumerate(rows, 1)}}
        self.home.mkdir(exist_ok=True)
        (self.home / "progress.json").write_text(json.dumps(tables), encoding="utf-8")
        self.events |= {event.id: event for event in events}
        self.reopen(0)  # whoever starts next takes it in

    @precondition(lambda self: (self.home / "backups").exists())
    @rule(data=st.data())
    def a_backup_is_opened_elsewhere(self, data: st.DataObject) -> None:
        backup = data.draw(st.sampled_from(sorted((self.home / "backups").iterdir())))
        for event in TinyEventStore(backup).load():
            assert self.events[event.id] == event

    @invariant()
    def all_is_there_and_nothing_else(self) -> None:
        store = store_in(self.home)
        assert store.load() == [self.events[name] for name in sorted(self.events)]
        assert store.progress() == fold(self.events.values())
        assert store.damage() is None


StoreBesideAList.TestCase.settings = settings(
    max_examples=1000 if FULL else 25, stateful_step_count=40 if FULL else 25, derandomize=not FULL
)
TestStoreBesideAList = StoreBesideAList.TestCase
