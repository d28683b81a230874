"""Progress from any number of sealed files with a few of them in memory at a time."""

from collections.abc import Iterable, Sequence

from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.storage.rows import Row, to_events


def follow(
    parts: Iterable[Sequence[Row]], progress: Progress, *, begun: bool, waiting: Sequence[Row] = ()
) -> Progress | None:
    """``progress`` after the rows in ``parts`` and those ``waiting``; None when they do not come in order of time.

    The parts may overlap, as those of two machines do: a row waits until a part begins behind it. ``begun`` says that
    ``progress`` is of some events already; a row that belongs before one of them comes too late.
    """
    pending = list(waiting)
    if begun and any(row["id"] <= progress.newest for row in pending):
        return None
    for part in filter(None, parts):
        first = min(row["id"] for row in part)
        ready = [row for row in pending if row["id"] < first]
        progress, begun = fold(to_events(ready), progress), begun or bool(ready)
        if begun and first <= progress.newest:
            return None
        pending = [*(row for row in pending if row["id"] >= first), *part]
    return fold(to_events(pending), progress)
