"""Progress made of many sealed files, a few of them in memory at a time, is what it is from all events at once."""

from collections.abc import Iterator, Sequence

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.storage.following import follow
from sosmed_learn.storage.rows import Row, to_events, to_row
from tests.core.test_values import EVENTS
from tests.storage.building import note, notes

PARTS = st.lists(st.lists(EVENTS, max_size=4), max_size=5)


def rows(events: Sequence[Event]) -> list[Row]:
    return [to_row(event) for event in events]


@given(PARTS, st.lists(EVENTS, max_size=3), st.booleans())
def test_it_is_the_same_or_says_that_it_cannot_tell(parts: list[list[Event]], waiting: list[Event], tidy: bool) -> None:  # noqa: FBT001 - drawn
    if tidy:
        parts = [sorted(part, key=lambda event: event.id) for part in parts if part]
        parts.sort(key=lambda part: part[0].id)
    everything = [row for part in [*parts, waiting] for row in rows(part)]
    found = follow(map(rows, parts), Progress(), begun=False, waiting=rows(waiting))
    assert found == fold(to_events(everything)) or (found is None and not tidy)


@given(PARTS, st.lists(EVENTS, min_size=1, max_size=4))
def test_behind_what_is_known_it_is_the_same_or_cannot_tell(parts: list[list[Event]], known: list[Event]) -> None:
    base = fold(to_events(rows(known)))
    found = follow(map(rows, parts), base, begun=True)
    assert found is None or found == fold(to_events([row for part in [known, *parts] for row in rows(part)]))


def test_files_of_two_machines_overlap() -> None:
    mine, theirs = notes(20), notes(40)[20:]
    parts = [[*mine[:8], *theirs[:1]], mine[8:12], theirs[1:9], [*mine[12:], *theirs[9:]]]
    assert follow(map(rows, parts), Progress(), begun=False) is None, "the last begins before what is folded"
    parts = [mine[:8:2], mine[1:8:2], [*mine[8:], *theirs]]
    assert follow(map(rows, parts), Progress(), begun=False, waiting=rows([note("n00003")])) is not None


def test_it_lets_go_of_what_it_has_read() -> None:
    alive = 0

    class Counted(list[Row]):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    most = 0

    def parts() -> Iterator[Sequence[Row]]:
        nonlocal alive, most
        for number in range(50):
            alive += 1
            most = max(most, alive)
            yield Counted(rows([note(f"{number:03d}")]))

    assert follow(parts(), Progress(), begun=False) == fold([note(f"{number:03d}") for number in range(50)])
    assert most <= 3
