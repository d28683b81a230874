"""Notices that course files have changed. Told by the system, and looking for itself from time to time.

Looking finds what the system does not tell: changes on a network drive, and a folder that was put in another's place.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event

QUIET_MS = 30
"""A file is read when nothing has happened for so long: some editors empty a file before they write it."""
LONGEST_MS = 200
"""But no later than this after the first change."""
LOOK_MS = 500
"""How often we look for ourselves."""

Signature = tuple[tuple[str, int, int, int], ...]


def watch_files(folders: Sequence[Path], last: Signature, changed: Callable[[], None], stop: Event) -> None:
    """Call ``changed`` whenever a YAML file in ``folders`` has changed, come or gone, until ``stop`` is set.

    ``last`` is how they were when they were read, so that nothing is missed before the system begins to tell.
    """
    from watchfiles import watch  # noqa: PLC0415 - only for --watch

    while not stop.is_set():
        there = [folder for folder in folders if folder.is_dir()]
        places = identities(there)
        if there:
            news = watch(
                *there,
                watch_filter=None,
                debounce=LONGEST_MS,
                step=QUIET_MS,
                stop_event=stop,
                rust_timeout=LOOK_MS,
                yield_on_timeout=True,
                raise_interrupt=False,
                ignore_permission_denied=True,
            )
            try:
                for _news in news:
                    last = _compare(folders, last, changed)
                    if identities(there) != places:
                        break
            except OSError:  # a folder is gone, or the system has no room for another watch
                stop.wait(LOOK_MS / 1000)
        else:
            stop.wait(LOOK_MS / 1000)
        last = _compare(folders, last, changed)


def _compare(folders: Sequence[Path], last: Signature, changed: Callable[[], None]) -> Signature:
    now = signature(folders)
    if now != last:
        changed()
    return now


def identities(folders: Sequence[Path]) -> list[tuple[int, int]]:
    """Which folders they are: another one under the same name is not the one that is watched."""
    found = [_state(str(folder)) for folder in folders]
    return [(state.st_dev, state.st_ino) if state else (0, 0) for state in found]


def signature(folders: Sequence[Path]) -> Signature:
    """Name, time, size and number of every YAML file in the folders."""
    return tuple(sorted(set(_files(folders))))


def _files(folders: Sequence[Path]) -> Iterator[tuple[str, int, int, int]]:
    for folder in folders:
        for place, inner, names in os.walk(folder):
            inner[:] = [name for name in inner if not name.startswith(".")]
            for name in names:
                path = os.path.join(place, name)  # noqa: PTH118 - walk gives strings, and there may be many
                if name.endswith(".yaml") and (state := _state(path)):
                    yield path, state.st_mtime_ns, state.st_size, state.st_ino


def _state(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - the same
    except OSError:  # gone meanwhile
        return None
