"""Reading the folder: every row that can be had, damage mended on the way. Writes nothing but what mending puts back.

Needs no lock: journals are read before sealed files, so an event that is being moved is seen twice, never missed.
"""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.core.study import Damage
from sosmed_learn.storage.formats import Contents, DamagedError, NewerError, look
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.mending import good_rows, mend
from sosmed_learn.storage.rows import Row
from sosmed_learn.storage.segments import read_segment
from sosmed_learn.storage.troubles import trouble_of

_TRIES = 5
_T = TypeVar("_T")


class Found(Struct, frozen=True):
    """What stood in the folder, the rows of the journals, and those of the sealed files that were asked for."""

    contents: Contents
    recent: list[Row]
    sealed: list[Row]


class Reader:
    """Reads ``folder``; ``lock`` makes the lock under which a damaged file may be mended."""

    def __init__(self, folder: Path, lock: Callable[[], AbstractContextManager[Any]]) -> None:
        self._folder = folder
        self._lock = lock
        self.damage: Damage | None = None
        """The newest damage that was met."""

    def read(self, wanted: Callable[[Contents], Iterable[str]]) -> Found:
        """The rows of the journals and of those sealed files that ``wanted`` names. Raises ``StoreUnusable``."""

        def take(contents: Contents, recent: list[Row]) -> Found:
            return Found(contents, recent, [row for name in wanted(contents) for row in self.sealed(name)])

        return self.look_and(take)

    def look_and(self, take: Callable[[Contents, list[Row]], _T]) -> _T:
        """What ``take`` makes of the folder's contents and the rows of the journals; it may ask for sealed files.

        Raises ``StoreUnusable`` when the folder or a file may not be read, or was made by a newer app.
        """
        trouble = OSError()
        for _ in range(_TRIES):
            try:
                recent = [row for path in look(self._folder).journals for row in self._rows(path)]
                return take(look(self._folder), recent)
            except FileNotFoundError as error:  # another window has mended it meanwhile: its rows stand elsewhere now
                trouble = error
            except OSError as error:
                trouble = error
                break
        path = str(trouble.filename or self._folder)
        raise StoreUnusable(trouble_of(trouble), path, trouble.strerror or str(trouble)) from trouble

    def sealed(self, name: str) -> list[Row]:
        """The rows of that sealed file. Raises ``OSError`` and ``StoreUnusable``."""
        return self._rows(self._folder / name)

    def _rows(self, path: Path) -> list[Row]:
        read = read_journal if path.suffix == ".jsonl" else read_segment
        try:
            try:
                return read(path)
            except DamagedError:
                return self._mended(path, read)
        except NewerError as error:
            raise StoreUnusable("newer", str(path)) from error

    def _mended(self, path: Path, read: Callable[[Path], list[Row]]) -> list[Row]:
        """The good rows of a damaged file, which is mended if that can be done."""
        try:
            with self._lock():
                try:
                    return read(path)  # it may have been no damage, but a line that was just being written
                except DamagedError:
                    rows = good_rows(path.read_bytes())
                    self.damage = Damage(name=mend(path).name, kept=True)
                    return rows
        except FileNotFoundError:
            raise
        except OSError:
            self.damage = Damage(name=path.name, kept=False)
            return good_rows(path.read_bytes())
