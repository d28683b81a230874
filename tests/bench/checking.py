"""Measures ``check`` against ``check-jsonschema`` over the same files, and what many modules cost against few.

The other tool does far less: it has our own schema and nothing else to go by. Both are whole processes, start-up
included, and ours is timed with every file judged anew; what a run costs that knows what was clean before is printed
too. There are two figures, and either must keep the limit. The processor time is that of one job, ``--jobs 1``: all the
work that is done, which hardly depends on what else the machine does. The elapsed time is what whoever types the
command waits for, ours with its default of one job a core; on a machine that is busy it says little. The generated
modules are larger in number than any course folder: 200, with eight lessons each.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from random import Random
from statistics import median
from typing import NamedTuple

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.schema import schema_of_any
from sosmed_learn.content.schemafiles import as_text
from tests.bench.telling import report, take_turns
from tests.generated.courses import Size, course, write
from tests.generated.voices import Usual

FEW, MANY = 20, 200
SIZE = Size(lessons=(8, 8), steps=(3, 4))
BEHIND_LIMIT = 1 / 5
"""Ours takes at most a fifth of the time."""
GROWTH_LIMIT = 11
MEMORY_LIMIT = 1.2
"""Of each module its concepts are kept, since any other may need them, and of all files what was told of them."""
BUNDLED_PAIRS = 9
PAIRS = 5
TOOL = "check-jsonschema"

HOME = tempfile.TemporaryDirectory()
"""Where ours keeps what it was told and what it found clean."""

PEAK = """
import re, resource, sys
from pathlib import Path
from sosmed_learn.cli.main import main
try:
    main(sys.argv[1:])
finally:
    status = Path("/proc/self/status")  # on Linux ru_maxrss counts what the starting process had
    peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1] if status.exists() else None
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print("peak", int(peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024) + largest, file=sys.stderr)
"""
"""With the largest of its children, if it has any."""
ONE_JOB = ("--fresh", "--jobs", "1")


class Cost(NamedTuple):
    """Seconds of the processor, and by the clock on the wall."""

    processor: float
    elapsed: float


def cost(command: Sequence[str]) -> Cost:
    """What the command takes, its children included. Raises ``RuntimeError`` when it finds anything wrong."""
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=compiled()) as process:
        said = process.stdout.read().decode("utf-8", "replace") if process.stdout else ""
        _pid, status, used = os.wait4(process.pid, 0)
        elapsed = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}:\n{said[:2_000]}")
    return Cost(used.ru_utime + used.ru_stime, elapsed)


def seconds(command: Sequence[str]) -> float:
    """What the command takes of the processor."""
    return cost(command).processor


def in_turns(commands: Sequence[Sequence[str]], times: int) -> list[Cost]:
    """The medians of each command; their order turns round from time to time."""
    found: list[list[Cost]] = [[] for _ in commands]
    for number in range(times):
        for which in range(len(commands))[:: 1 if number % 2 else -1]:
            found[which].append(cost(commands[which]))
    return [Cost(*map(median, zip(*costs, strict=True))) for costs in found]


def compiled() -> dict[str, str]:
    """Surroundings in which Python keeps the byte code that it makes, as it does for what is installed.

    Nothing is installed there that ours would check besides.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"SOSMED_LEARN_HOME": HOME.name}


def ours(*paths: Path) -> list[str]:
    return [sys.executable, "-m", "sosmed_learn", "--lang", "en", "check", *map(str, paths)]


def theirs(schema: Path, folder: Path) -> list[str]:
    files = sorted(map(str, folder.rglob("*.yaml")))
    return [str(Path(sys.executable).with_name(TOOL)), "--schemafile", str(schema), *files]


def peak(folder: Path, *options: str) -> float:
    """Peak memory of a fresh process that checks the folder, in MB."""
    command = [sys.executable, "-c", PEAK, "--lang", "en", "check", "--fresh", *options, str(folder)]
    told = subprocess.run(command, capture_output=True, check=True).stderr.decode()
    return float(told.rpartition("peak ")[2]) / 1024


def copy_of_bundled(place: Path) -> None:
    """The bundled courses and facts. In quotes ``true`` and ``false`` are names of keys to the other tool too."""
    source = bundled()
    for root, name in ((source.courses, "courses"), (source.seeds, "seeds")):
        for path in root.rglob("*.yaml"):
            target = place / name / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8")
            target.write_text(re.sub(r"(?m)^( +)(true|false):(?= |$)", r'\1"\2":', text), encoding="utf-8")


def generated(place: Path, count: int) -> Path:
    """A folder of so many modules; the few are the first of the many."""
    folder = place / str(count)
    for number in range(count):
        write(folder, course(Random(number), Usual(), [f"module-{number:03}"], SIZE))
    return folder


def against_the_tool(place: Path, many: Path) -> list[bool]:
    """The ratios of time over the bundled courses and over the many modules."""
    schema = place / "schema.json"
    schema.write_text(as_text(schema_of_any()), encoding="utf-8")
    copy = place / "bundled"
    copy_of_bundled(copy)
    print(f"{TOOL} {version(TOOL)}, {sum(path.stat().st_size for path in many.rglob('*.yaml')) / 1e6:.1f} MB generated")
    fine = []
    # Ours is given the bundled courses where they are: of a copy it would also compare the original.
    for name, command, folder, pairs in (
        ("check, bundled courses", ours(), copy, BUNDLED_PAIRS),
        (f"check, {len(list(many.glob('*/module.yaml')))} modules", ours(many), many, PAIRS),
    ):
        other = theirs(schema, folder)
        seconds(command)  # what is clean is known from now on
        again = median(seconds(command) for _ in range(pairs))
        print(f"{name}, after a run that found what is clean: {again:.2f} s")
        one, usual, tool = in_turns([[*command, *ONE_JOB], [*command, "--fresh"], other], pairs)
        told = f"{name}, processor of one job"
        fine.append(report(told, "s", one.processor, tool.processor, BEHIND_LIMIT, beside="theirs"))
        fine.append(report(f"{name}, elapsed", "s", usual.elapsed, tool.elapsed, BEHIND_LIMIT, beside="theirs"))
    return fine


def growing(few: Path, many: Path) -> list[bool]:
    """Ten times the files: the time with and without what an empty check takes, and the memory."""
    empty = few.parent / "empty.yaml"
    empty.write_text("terms: []\n", encoding="utf-8")
    seconds(ours(empty))  # what is not compiled yet is compiled now
    start = min(seconds(ours(empty)) for _ in range(5))
    times = take_turns(lambda _: seconds([*ours(many), *ONE_JOB]), lambda _: seconds([*ours(few), *ONE_JOB]), PAIRS)
    fine = [report("ten times the modules, all in all", "s", *times, GROWTH_LIMIT, beside="few")]
    rest = (times[0] - start, times[1] - start)
    fine.append(report("ten times the modules, without start", "s", *rest, GROWTH_LIMIT, beside="few"))
    for name, options in (("peak memory of one job, ten times", ("--jobs", "1")), ("peak memory, ten times", ())):
        memory = take_turns(
            lambda _, given=options: peak(many, *given),  # type: ignore[misc]
            lambda _, given=options: peak(few, *given),  # type: ignore[misc]
            PAIRS,
        )
        fine.append(report(name, "MB", *memory, MEMORY_LIMIT, beside="few"))
    return fine


def main(many: int = MANY) -> int:
    """Everything about ``check``; with 1 when a ratio is over its limit."""
    try:
        version(TOOL)
    except PackageNotFoundError:
        print(f"{TOOL} is not installed: python3 tests bench installs it")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        few, lot = generated(place, many * FEW // MANY), generated(place, many)
        fine = growing(few, lot) + against_the_tool(place, lot)
    return 0 if all(fine) else 1


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
