"""Files that wait to be looked after: damaged ones that were kept, copies by file-sync programs. Changes nothing."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from sosmed_learn.storage import backups
from sosmed_learn.storage.findings import Finding, Places
from sosmed_learn.storage.formats import DAMAGED, Contents, look
from sosmed_learn.storage.merging import Known, weigh
from sosmed_learn.storage.rows import Row
from sosmed_learn.storage.sources import read


def waiting(places: Places, contents: Contents, known: Known) -> Iterator[Finding]:
    """Damaged files that were kept, sync copies, and the file of format 1 after it was taken in.

    ``count`` is how many events in them are not known yet. Raises ``OSError``.
    """
    for path in kept_damaged(places):
        news = weigh([*read(path).rows, *rows_in_backups(places, path)], ()).new
        yield Finding("kept", path, sum(row not in known for row in news), path.stat().st_size)
    for path in contents.copies:
        yield Finding("copy", path, sum(row not in known for row in read(path).rows), path.stat().st_size)
    for path in sorted(places.data.glob(f"{places.legacy.name}.format-*")):
        yield Finding("migrated", path, size=path.stat().st_size)


def kept_damaged(places: Places) -> tuple[Path, ...]:
    """Damaged files that were kept and that nobody has looked after yet. Raises nothing."""
    found: list[Path] = []
    for folder in (places.folder, places.data):
        with contextlib.suppress(OSError):
            found += look(folder).damaged
    return tuple(found)


def rows_in_backups(places: Places, kept: Path) -> Sequence[Row]:
    """What the file that was kept as ``kept`` had in it before it was damaged, if a backup has it whole.

    A sealed file's name tells what is in it, so any backup will do. A journal grows: the newest one is taken, but not
    one from before a restore, which was to take something out. Raises ``OSError`` where backups may not be looked into.
    """
    name = kept.name.partition(DAMAGED)[0]
    for backup in reversed(backups.listed(places.backups)):
        path = backup.path / name
        if path.is_file() and (path.suffix == ".json" or not backup.name.startswith(backups.before("restore", ""))):
            found = read(path)
            if found.rows and found.trouble is None:
                return found.rows
    return ()
