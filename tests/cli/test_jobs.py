"""``check --jobs``: the command with other processes beside it, and how all of them end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.running import SRC, Run, course

CHILDREN = """
import os, sys, time
from pathlib import Path
from sosmed_learn.cli.main import main
from sosmed_learn.content import check
fork, judge, parent = os.fork, check.check_lesson, os.getpid()
print("said before", end=" ")
def told():
    number = fork()
    if number:
        print("child", end=" ")
    return number
def slow(*given):
    Path("%d.alive" % os.getpid()).touch()
    time.sleep({pause})
    judge(*given)
os.fork, check.check_lesson = told, slow
sys.argv = ["sosmed-learn", "--lang", "en", "check", "--fresh", *{arguments}]
main()
"""

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="there are no children to judge anything"
)


@contextmanager
def checking(place: Path, *arguments: str, pause: float = 0) -> Iterator["subprocess.Popen[str]"]:
    """The command on the bundled courses, in a group of its own as in a terminal, each lesson taking so many seconds.

    Its streams only end when the last process that has them is gone.
    """
    with subprocess.Popen(
        [sys.executable, "-c", CHILDREN.format(pause=pause, arguments=arguments)],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        cwd=place,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(place: Path, processes: int) -> None:
    """Until so many judge."""
    late = time.monotonic() + 30
    while len(list(place.glob("*.alive"))) < processes:
        assert time.monotonic() < late
        time.sleep(0.01)


@pytest.mark.parametrize(("jobs", "children"), [("1", 0), ("2", 1), ("3", 2), ("50", 4)])
def test_so_many_judge_and_each_word_is_said_once(tmp_path: Path, jobs: str, children: int) -> None:
    with checking(tmp_path, "--jobs", jobs, "--format", "json") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out.split()) == (0, ["said", "before", *["child"] * children, "[]"])
    assert "39 lessons" in err
    assert len(err.splitlines()) == 1
    assert len(list(tmp_path.glob("*.alive"))) == children + 1


def test_without_a_number_there_are_as_many_as_there_are_cores(tmp_path: Path) -> None:
    with checking(tmp_path, "--format", "json") as process:
        out, _ = process.communicate(timeout=60)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert out.count("child") == min(cores, 5) - 1


@pytest.mark.parametrize("everybody", [True, False], ids=["the terminal's Ctrl+C", "a signal to the command alone"])
def test_an_interrupt_ends_all_of_them_at_once(tmp_path: Path, *, everybody: bool) -> None:
    with checking(tmp_path, "--jobs", "3", pause=60) as process:
        wait_for(tmp_path, 3)
        (os.killpg if everybody else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, err.split()) == (130, ["Aborted!"])
    assert out.count("said before") == 1


def test_a_child_does_not_go_on_for_nobody(tmp_path: Path) -> None:
    with checking(tmp_path, "--jobs", "2", pause=0.2) as process:
        wait_for(tmp_path, 2)
        process.kill()
        _, err = process.communicate(timeout=3)  # its own share alone would take longer
    assert err == ""


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_that_is_none_is_wrong_use(run: Run, tmp_path: Path, number: str) -> None:
    ran = run("--lang", "en", "check", "--jobs", number, str(course(tmp_path)))
    assert (ran.code, ran.out) == (2, "")
    assert "--jobs" in ran.err
