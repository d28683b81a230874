"""``python3 tests``: sets everything up, then the whole gate. All steps run even when one fails.

``python3 tests -k number`` hands its arguments to pytest alone; ``python3 tests bench`` measures instead, while
``python3 tests cues`` tells what gives keys away in the courses, and ``python3 tests faults`` takes minutes to do to
the store what the gate does in short.
"""

import contextlib
import glob
import io
import os
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[0] = os.path.join(ROOT, "src")

import environment  # noqa: E402 - found by the line above

SCREENS = "tests/tui"
BESIDE = (SCREENS, "tests/generated", "tests/journeys", "tests/packaging", "tests/faults", "tests/cli")
"""Folders of tests that run while the steps do."""


def main():
    """Run what the arguments ask for and give the exit code."""
    environment.require_python()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that cannot show a sign must not end the gate
    python = environment.prepare(ROOT, "dev")
    arguments = sys.argv[1:]
    if arguments[:1] in (["bench"], ["cues"], ["faults"]):
        return environment.wait_for(
            [python, "-m", "tests." + arguments[0], *arguments[1:]], cwd=ROOT, env=surroundings()
        )
    if arguments:
        return environment.wait_for([python, "-m", "pytest", *arguments], cwd=ROOT, env=surroundings())
    return gate(python)


def steps(python):
    """Name and command of each step, the quick ones first."""
    contracts = environment.script_of(os.path.join(ROOT, ".venv"), "lint-imports")
    return [
        ("lint", [python, "-m", "ruff", "check", "."]),
        ("format", [python, "-m", "ruff", "format", "--check", "."]),
        ("types", [python, "-m", "mypy"]),
        ("contracts", [contracts]),
        ("catalogues", [python, "-m", "tests.catalogues", "check"]),
        ("reference", [python, "-m", "tests.reference", "check"]),
        ("courses", [python, "-m", "sosmed_learn", "--lang", "en", "check"]),
        ("tests", [python, "-m", "pytest", *("--ignore=" + folder for folder in BESIDE)]),
    ]


def groups():
    """Tests that run beside the steps by the name of their group, each in a process of its own.

    Those that draw the app take half of the time, so they are two groups; those that start programs often wait for
    them, and leave the processor to the others.
    """
    drawn = sorted(glob.glob(os.path.join(SCREENS, "test_*.py"), root_dir=ROOT))
    others = [folder for folder in BESIDE if folder != SCREENS]
    return {"screens": drawn[::2], "screens 2": drawn[1::2], "processes": others}


def gate(python):
    """Run every step, then say in one line each how it went; the tests that run beside them are shown after them."""
    begun = time.monotonic()
    with contextlib.ExitStack() as running:
        beside = [(name, *running.enter_context(started(python, paths))) for name, paths in groups().items()]
        told = [step(name, command) for name, command in steps(python)]
        for name, process, output in beside:
            process.wait()
            print("\n== {0}".format(name), flush=True)
            output.seek(0)
            told.append((name, process.returncode, time.monotonic() - begun, show(output)))
    print("\n== summary")
    for name, code, seconds, last in told:
        print("{0:10} {1:6} {2:6.1f} s   {3}".format(name, "FAILED" if code else "ok", seconds, last))
    failed = [name for name, code, _, _ in told if code]
    print("\ngate failed: {0}".format(", ".join(failed)) if failed else "\ngate passed")
    return 1 if failed else 0


@contextlib.contextmanager
def started(python, paths):
    """The tests at ``paths`` while they run, and the file that their output goes to."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [python, "-m", "pytest", *paths], cwd=ROOT, env=surroundings(), stdout=output, stderr=subprocess.STDOUT
        )
        with process:
            yield process, output


def step(name, command):
    """Run one step with its output shown as it comes; give its name, exit code, seconds, and last line."""
    print("\n== {0}".format(name), flush=True)
    begun = time.monotonic()
    pipe, same = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=ROOT, env=surroundings(), stdout=pipe, stderr=same) as process:
        last = show(process.stdout or ())
    return name, process.returncode, time.monotonic() - begun, last


def surroundings():
    """Those of this process, with output that any sign fits into, and compiled code kept inside ``.venv``.

    Hundreds of tests start the app, and without that each of them would compile all of it anew where somebody has set
    ``PYTHONDONTWRITEBYTECODE``.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return dict(kept, PYTHONIOENCODING="utf-8", PYTHONPYCACHEPREFIX=os.path.join(ROOT, ".venv", "pycache"))


def show(lines):
    """Print the lines; give the last one that says something."""
    last = ""
    for raw in lines:
        line = raw.decode("utf-8", "replace").rstrip()
        print(line, flush=True)
        last = line.strip("= ") or last
    return last


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
