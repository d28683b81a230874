"""Measures Home's first paint, peak memory and a key on the question screen, each against a bare Textual app; then
what a long history costs: the first paint and the memory again, and the store by itself.

Ours and the bare one take turns within one run, so that what else the machine does hits both; the medians are compared.
``python3 tests bench [PAIRS]``; alone, ``store`` measures the store, ``check`` that command, and ``preview`` how long a
saved file takes to be seen. Of simulated learners, ``memory`` tells how well reviews are planned, ``calibration`` how
true their mastery is foretold, and ``diagnosis`` how soon a map of what they know is right. Ends with 1 when a ratio is
over its limit.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench import bare_home, calibration, checking, diagnosis, history, previewing, recorded, storing
from tests.bench import memory as remembering
from tests.bench.telling import report, take_turns
from tests.terminal import Terminal, surroundings, this_checkout

PAINT_LIMIT = 1.35
MEMORY_LIMIT = 1.5
KEY_LIMIT = 1.5
LONG_PAINT_LIMIT = 1.2
PAIRS = 15
MEMORY_PAIRS = 5
SETTLED = 1.5
"""Seconds after which an app has also done what it puts off until after the first screen."""

HERE = Path(__file__).parent
LAST_TITLE = bare_home.TITLES[-1].encode()

Command = tuple[list[str], dict[str, str]]


def bare(name: str) -> Command:
    """The command of a bare app."""
    return [sys.executable, str(HERE / f"{name}.py")], {}


def set_up(ours: Command) -> None:
    """Go through the welcome, so that Home comes first from now on, and write the byte code of both."""
    with Terminal.start(*ours) as terminal:
        for asked in ("Pilih bahasa", "Apa pekerjaanmu", "Berapa waktumu"):
            terminal.wait_for(asked)
            terminal.press("1")
        terminal.wait_for(LAST_TITLE.decode())
        terminal.settle()
        leave(terminal)
    first_paint(bare("bare_home"))


def leave(terminal: Terminal) -> None:
    """End the app as its reader does."""
    terminal.press("ctrl+q")
    terminal.wait()


def first_paint(command: Command) -> float:
    """Seconds from the start of the process until the fifth module stands on the terminal."""
    begun = time.monotonic()
    with Terminal.start(*command) as terminal:
        terminal.seconds_until(LAST_TITLE)
        passed = time.monotonic() - begun
        terminal.settle()
        leave(terminal)
    return passed


def peak_memory(command: Command) -> float:
    """Peak memory of an app that has come to rest, in MB."""
    with Terminal.start(*command) as terminal:
        terminal.wait_for(LAST_TITLE.decode())
        terminal.settle(SETTLED)
        return terminal.peak_memory()


@contextmanager
def at_question(command: Command, *keys: str) -> Iterator[Terminal]:
    """An app that shows a question and rests."""
    with Terminal.start(*command) as terminal:
        for key in (*keys, ""):
            terminal.settle(0.7)
            terminal.press(key)
        terminal.wait_for("putuskan")
        yield terminal
        leave(terminal)


def key_time(terminal: Terminal, key: str) -> float:
    """Seconds from a key until the screen begins to change."""
    terminal.settle(0.15)
    terminal.press(key)
    return terminal.seconds_until(b"")


def bare_key() -> float:
    """Seconds that a key takes on the bare question screen."""
    with at_question(bare("bare_question")) as plain:
        return median(key_time(plain, ("down", "up")[n % 2]) for n in range(2 * PAIRS))


def slow_imports(ours: Command) -> None:
    """Print what of ours, and what of others, costs most of a start."""
    script = "import sosmed_learn.cli.main, sosmed_learn.tui.app"
    command = [sys.executable, "-X", "importtime", "-c", script]
    told = subprocess.run(command, env=surroundings(ours[1]), capture_output=True, check=True).stderr.decode()
    rows = []
    for line in told.splitlines():
        own, whole, name = line.removeprefix("import time:").split("|")
        if whole.strip().isdigit():
            rows.append((int(whole) / 1000, int(own) / 1000, name.strip()))
    print("\nslowest imports of ours, with what each pulls in (ms)")
    for milliseconds, _, name in sorted(row for row in rows if row[2].startswith("sosmed_learn"))[:-11:-1]:
        print(f"  {milliseconds:7.1f}  {name}")
    print("slowest single modules, without what they pull in (ms)")
    for _, milliseconds, name in sorted(rows, key=lambda row: row[1])[:-11:-1]:
        print(f"  {milliseconds:7.1f}  {name}")


def behind_a_history(place: Path, pairs: int) -> list[bool]:
    """Our app with many events behind it, against our app with none; whether each ratio is within its limit."""
    short, long = this_checkout(place / "short"), this_checkout(place / "long")
    history.make_folder(place / "long" / "progress", storing.LONG)
    for app in (short, long):
        set_up(app)
        with Terminal.start(*app) as terminal:
            terminal.wait_for(LAST_TITLE.decode())
            terminal.settle(SETTLED)  # after which the snapshot is made
            leave(terminal)
    paint = take_turns(lambda _: first_paint(long), lambda _: first_paint(short), pairs)
    told = f"{storing.LONG:,} events"
    fine = [
        report(f"first paint behind {told}", "ms", paint[0] * 1000, paint[1] * 1000, LONG_PAINT_LIMIT, beside="none")
    ]
    memory = take_turns(lambda _: peak_memory(long), lambda _: peak_memory(short), MEMORY_PAIRS)
    return [*fine, report(f"peak memory behind {told}", "MB", *memory, storing.MEMORY_LIMIT, beside="none")]


def main(pairs: int) -> int:
    """Measure everything."""
    with tempfile.TemporaryDirectory() as folder:
        ours = this_checkout(Path(folder))
        set_up(ours)
        home = bare("bare_home")
        print(f"medians of {pairs} pairs, {sys.version.split()[0]} on {sys.platform}")
        paint = take_turns(lambda _: first_paint(ours), lambda _: first_paint(home), pairs)
        fine = [report("first paint of Home", "ms", paint[0] * 1000, paint[1] * 1000, PAINT_LIMIT)]
        memory = take_turns(lambda _: peak_memory(ours), lambda _: peak_memory(home), MEMORY_PAIRS)
        fine.append(report("peak memory at rest", "MB", *memory, MEMORY_LIMIT))
        with at_question(ours, "enter", "enter") as mine, at_question(bare("bare_question")) as plain:
            keys = ("down", "up")
            key = take_turns(lambda n: key_time(mine, keys[n % 2]), lambda n: key_time(plain, keys[n % 2]), 2 * pairs)
        fine.append(report("a key on the question screen", "ms", key[0] * 1000, key[1] * 1000, KEY_LIMIT))
        fine += behind_a_history(Path(folder), pairs)
        slow_imports(ours)
    fine += [storing.main() == 0, checking.main() == 0, remembering.main(bare_key) == 0, calibration.main() == 0]
    fine.append(diagnosis.main(bare_key) == 0)
    return 0 if all(fine) else 1


def asked_for(arguments: list[str]) -> int:
    """Measure what the arguments ask for: everything, in so many pairs, or one thing by its name."""
    alone = {"store": storing.main, "check": checking.main, "preview": previewing.main}
    alone |= {"calibration": calibration.main}
    alone["diagnosis"] = lambda: diagnosis.main(bare_key)
    alone["memory"] = lambda: remembering.main(bare_key)
    alone["recorded"] = lambda: recorded.main(arguments[1:])
    what = arguments[0] if arguments else str(PAIRS)
    if what in alone:
        return alone[what]()
    if what.isdecimal():
        return main(int(what))
    print(f"bench knows {', '.join(alone)}, or a number of pairs; without any of them it measures everything")
    return 2


if __name__ == "__main__":
    sys.exit(asked_for(sys.argv[1:]))
