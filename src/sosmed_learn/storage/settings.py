"""One setting of the learner's without opening the store: for commands that only want to speak the right language."""

from collections.abc import Iterator

from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.storage import locations, snapshot
from sosmed_learn.storage.formats import DamagedError, NewerError, look
from sosmed_learn.storage.journal import read_journal
from sosmed_learn.storage.migrations import rows_of_single_file
from sosmed_learn.storage.rows import Row


def newest_setting(name: str) -> str | None:
    """The value of the setting, as far as it can be told from what is quickly read. Changes and raises nothing."""
    try:
        rows = [row for row in _recent() if (row.get("verb"), row.get("name")) == ("set", name)]
        row = max(rows, key=lambda row: str(row["id"]), default=None)
        folded = snapshot.last_known(locations.snapshot_file())
        if row and (row["id"] > folded.newest or name not in folded.settings):
            return str(row.get("value"))
        return folded.settings.get(name)
    except (OSError, StoreUnusable, DamagedError, NewerError):
        return None


def _recent() -> Iterator[Row]:
    for path in look(locations.progress_folder()).journals:
        yield from read_journal(path)
    if locations.single_file().exists():
        yield from rows_of_single_file(locations.single_file())
