"""Measures what a long history costs: saving behind up to a million events, and starting behind a hundred thousand."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sosmed_learn.core.events import Event
from sosmed_learn.storage import disk
from sosmed_learn.storage.rows import to_line, to_row
from sosmed_learn.storage.store import TinyEventStore
from tests.bench.history import BEGUN, answer, make_folder
from tests.bench.telling import report, take_turns

SIZES = (0, 1_000, 100_000, 1_000_000)
SAVES = 3_000
"""So many that the slowest hundredth is thirty saves, and as many at each size as at the others."""
GROWTH_LIMIT = 1.3
BARE_LIMIT = 8
LONG = 100_000
MEMORY_LIMIT = 1.5
MEMORY_PAIRS = 5
FAR = "7fff{:08x}-0000-0000000000000000"
"""Ids of what is saved here: behind all that is there."""

PEAK = """
import re, resource, sys
from pathlib import Path
from sosmed_learn.storage.store import TinyEventStore
home = Path(sys.argv[1])
TinyEventStore(home / "progress", snapshot=home / "cache" / "progress.msgpack").progress()
status = Path("/proc/self/status")  # on Linux ru_maxrss counts what the starting process had
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else None
print(peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def percentile(seconds: list[float], part: float) -> float:
    """The time below which that part of all stays, in microseconds."""
    return sorted(seconds)[int(len(seconds) * part)] * 1e6


def saving(folder: Path) -> Callable[[int], float]:
    """Seconds for one more save into ``folder``."""
    store = TinyEventStore(folder)

    def save(number: int) -> float:
        event = an_answer(number)
        begun = time.perf_counter()
        store.append(event)
        return time.perf_counter() - begun

    return save


def appending(path: Path) -> Callable[[int], float]:
    """Seconds for appending and syncing the same bytes, and nothing else."""
    handle = disk.open_for_append(path)

    def append(number: int) -> float:
        line = to_line(to_row(an_answer(number)))
        begun = time.perf_counter()
        os.write(handle, line)
        disk.sync(handle)
        return time.perf_counter() - begun

    return append


def an_answer(number: int) -> Event:
    """The answer that is saved at that turn."""
    return answer("question", id=FAR.format(number), at=BEGUN, offset=420, module="module-0", lesson="lesson-0")


def curve(place: Path) -> bool:
    """Saving behind each number of events, all of them and a bare append taking turns; whether all is within bounds."""
    turns = {f"{size:9,} events": saving(place / str(size)) for size in SIZES}
    turns["bare append and sync"] = appending(place / "bare")
    names, found = list(turns), {name: list[float]() for name in turns}
    for number in range(SAVES):
        for name in names[number % len(names) :] + names[: number % len(names)]:
            found[name].append(turns[name](number))
    print(f"\nsaving one answer, {SAVES} saves each in turns (µs)        p50      p90      p99      max")
    for name, seconds in found.items():
        figures = "".join(f"{percentile(seconds, part):9.0f}" for part in (0.5, 0.9, 0.99, 0.9999))
        print(f"  behind {name:37}{figures}" if "events" in name else f"  {name:44}{figures}", flush=True)
    first, *_, last, bare = found.values()
    fine = []
    for part, name in ((0.5, "p50"), (0.99, "p99")):
        theirs = [percentile(seconds, part) for seconds in (first, last, bare)]
        fine.append(
            report(f"saving, 1,000,000 against 0, {name}", "µs", theirs[1], theirs[0], GROWTH_LIMIT, beside="none")
        )
        fine.append(report(f"saving against a bare append, {name}", "µs", theirs[0], theirs[2], BARE_LIMIT))
    return all(fine)


def peak_of_progress(home: Path) -> float:
    """Peak memory of a fresh process that asks for progress, in MB."""
    command = [sys.executable, "-c", PEAK, str(home)]
    return float(subprocess.run(command, capture_output=True, check=True).stdout) / 1024


def starting(place: Path) -> bool:
    """Asking for progress behind a long history and behind none, with what the app keeps for a start."""
    homes = [place / "short", place / "long"]
    for home, count in zip(homes, (0, LONG), strict=True):
        shutil.copytree(place / str(count), home / "progress")
        tended(home)
    short, long = ([seconds_for_progress(home) for _ in range(50)] for home in homes)
    kept = (homes[1] / "cache" / "progress.msgpack").stat().st_size
    print(f"\nprogress with a warm snapshot, p50: {percentile(short, 0.5):.0f} µs behind no events, ", end="")
    print(f"{percentile(long, 0.5):.0f} µs behind {LONG:,} (snapshot of {kept / 1000:.0f} kB)")
    memory = take_turns(lambda _: peak_of_progress(homes[1]), lambda _: peak_of_progress(homes[0]), MEMORY_PAIRS)
    return report(f"peak memory of progress, {LONG:,}", "MB", *memory, MEMORY_LIMIT, beside="none")


def tended(home: Path) -> TinyEventStore:
    """The store in ``home`` after the app has rested once."""
    store = TinyEventStore(home / "progress", snapshot=home / "cache" / "progress.msgpack")
    store.tend(date(2026, 11, 26))
    return store


def seconds_for_progress(home: Path) -> float:
    """Of a store that has just been opened."""
    begun = time.perf_counter()
    TinyEventStore(home / "progress", snapshot=home / "cache" / "progress.msgpack").progress()
    return time.perf_counter() - begun


def main() -> int:
    """Everything about the store; with 1 when a ratio is over its limit."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for size in SIZES:
            make_folder(place / str(size), size)
        fine = [starting(place), curve(place)]
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main())
