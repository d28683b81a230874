"""The union of events: what other files and machines have is added, and nothing is ever taken away by it.

An event counts once however often and wherever it is found, so merging may be done again, in any order and any way
round. Where the files come from and how they are read is the business of ``sources``.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from sosmed_learn.storage import backups
from sosmed_learn.storage.mending import file_time
from sosmed_learn.storage.rows import CHECK, Row, to_event, to_row
from sosmed_learn.storage.sources import Source

_MOVABLE = {None, "damaged"}


class Store(Protocol):
    """What merging needs of the event store."""

    @property
    def place(self) -> Path:
        """The folder that holds the events."""

    def rows(self) -> list[Row]:
        """All rows. Raises ``StoreUnusable``."""

    def add(self, rows: Sequence[Row]) -> int:
        """Add those that are not there yet; how many. Raises ``SaveFailed`` and ``StoreUnusable``."""


class Known:
    """Rows by which another row is known again, also when an older app wrote the same event in fewer words."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self._rows: dict[str, list[Row]] = {}
        for row in rows:
            self.learn(row)

    def learn(self, row: Row) -> bool:
        """Know ``row`` from now on; whether it was new."""
        if row in self:
            return False
        self._rows.setdefault(row["id"], []).append(row)
        return True

    def __contains__(self, row: Row) -> bool:
        return any(_alike(row, other) for other in self._rows.get(row["id"], ()))

    def __len__(self) -> int:
        """How many different events there are."""
        return sum(map(len, self._rows.values()))


class Weighed(Struct, frozen=True):
    """What there is to merge: ``new`` rows, each once, and how many events were ``known`` already."""

    new: tuple[Row, ...]
    known: int


def weigh(theirs: Iterable[Row], ours: Iterable[Row]) -> Weighed:
    """What of ``theirs`` is not among ``ours``."""
    here = Known(ours)
    seen = Known()
    new = []
    for row in theirs:
        known = row in here
        if seen.learn(row) and not known:
            new.append(row)
    return Weighed(tuple(new), len(seen) - len(new))


def merge(store: Store, new: Sequence[Row], backups_folder: Path, what: str = "merge") -> Path | None:
    """Add the ``new`` rows after a backup of what there was; that backup, if there was anything.

    Raises ``OSError`` when no backup could be made, ``SaveFailed`` and ``StoreUnusable``.
    """
    backup = backups.make(store.place, backups_folder, backups.before(what, file_time()))
    store.add(new)
    return backup


def put_copies_away(sources: Iterable[Source], backups_folder: Path) -> Path | None:
    """Move the copies whose events are merged among the backups; where. One that could not be read stays.

    Raises ``OSError``.
    """
    merged = [source.path for source in sources if source.trouble in _MOVABLE]
    return backups.move_aside(merged, backups_folder, "copies", file_time())


def _alike(row: Row, other: Row) -> bool:
    """Whether both are the same event: word for word, or because ``row`` says nothing beyond what ``other`` does."""
    if _bare(row) == _bare(other):
        return True
    event = to_event(row)
    return event is not None and event == to_event(other) and row.keys() <= to_row(event).keys()


def _bare(row: Row) -> Row:
    return {key: value for key, value in row.items() if key != CHECK}
