"""Adding rows of elsewhere: the union, in any order and however often, as a synced folder or a USB stick needs."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import fold
from sosmed_learn.storage.rows import Row, identity, to_row
from sosmed_learn.storage.store import TinyEventStore
from tests.core.test_values import EVENTS
from tests.storage.building import note, notes, raw_rows, saved, store_in

SOME = st.lists(EVENTS, max_size=5)


def added(*parts: Sequence[Event], first: Sequence[Event] = ()) -> tuple[list[Event], set[tuple[str, str]]]:
    """All events and all rows of a store that began with ``first`` and was handed each of ``parts``."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        store = saved(home, first)
        for part in parts:
            store.add([to_row(event) for event in part])
        rows = raw_rows(home)
        assert len(set(map(identity, rows))) == len(rows), "no row stands there twice"
        assert store.progress() == fold(store.load())
        return store.load(), set(map(identity, rows))


def handed_on(first: Sequence[Event], then: Sequence[Event]) -> list[Event]:
    """What a machine that has ``first`` hands on after it was handed ``then``."""
    return added(first, then)[0]


@given(SOME, SOME)
def test_once_more_adds_nothing(one: list[Event], two: list[Event]) -> None:
    assert added(one, two, two, one) == added(one, two)


@given(SOME, SOME)
def test_the_order_does_not_matter(one: list[Event], two: list[Event]) -> None:
    assert added(one, two) == added(two, one)


@given(SOME, SOME, SOME)
def test_nor_does_who_merges_with_whom_first(one: list[Event], two: list[Event], three: list[Event]) -> None:
    assert added(handed_on(one, two), three)[0] == added(one, handed_on(two, three))[0]


@given(st.lists(EVENTS, max_size=4, unique_by=lambda event: event.id), SOME)
def test_nor_does_who_saved_them(one: list[Event], two: list[Event]) -> None:
    assert added(two, first=one) == added(one, two)


def test_how_many_were_new_is_told(home: Path) -> None:
    store = saved(home, notes(2))
    rows: list[Row] = [to_row(event) for event in notes(5)]
    assert store.add(rows) == 3
    assert store.add([*rows, to_row(note("n00000", "lain"))]) == 1
    assert store.add([]) == 0


def test_many_are_added_in_files_that_are_read_in_a_moment(home: Path) -> None:
    store = store_in(home)
    assert store.add([to_row(event) for event in notes(700)]) == 700
    assert [event.id for event in TinyEventStore(home / "progress").load()] == [event.id for event in notes(700)]
    assert len(list((home / "progress").glob("events-*.json"))) == 3
