"""What the store promises while processes are killed and while two windows are open."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from sosmed_learn.storage.store import TinyEventStore
from tests.storage.appender import note

ROOT = Path(__file__).parents[2]


def appender(file: Path, name: str, how_many: int = 100_000) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.storage.appender", str(file), name, str(how_many)]
    environment = {"PYTHONPATH": str(ROOT / "src"), "PATH": "", "SYSTEMROOT": r"C:\Windows"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    return process


def begin(*processes: "subprocess.Popen[str]") -> None:
    for process in processes:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()


@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.35, 0.5])
def test_a_kill_loses_nothing_that_was_told_as_saved(tmp_path: Path, seconds: float) -> None:
    file = tmp_path / "progress.json"
    process = appender(file, "note")
    begin(process)
    time.sleep(seconds)
    process.kill()  # SIGKILL, or its like on Windows: no handler and no clean-up runs
    told, _ = process.communicate()
    saved = [event.id for event in TinyEventStore(file).load()]
    promised = told.split()
    assert saved[: len(promised)] == promised
    assert len(saved) - len(promised) in {0, 1}, "at most the one that was being told"
    TinyEventStore(file).append(note("after"))
    assert [event.id for event in TinyEventStore(file).load()] == [*saved, "after"]


def test_two_windows_lose_double_and_reorder_nothing(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    one, two = appender(file, "one", 40), appender(file, "two", 40)
    begin(one, two)
    for process in (one, two):
        process.communicate(timeout=60)
        assert process.returncode == 0
    saved = [event.id for event in TinyEventStore(file).load()]
    for name in ("one", "two"):
        assert [event for event in saved if event.startswith(name)] == [f"{name}-{n:05d}" for n in range(40)]
    assert len(saved) == 80


def test_the_lock_of_a_killed_window_is_gone_with_it(tmp_path: Path) -> None:
    file = tmp_path / "progress.json"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file) + ".lock"], stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert holder.stdout
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()
    TinyEventStore(file).append(note("after"))
    assert [event.id for event in TinyEventStore(file).load()] == ["after"]


HOLD = """
import sys, time
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("held", flush=True)
time.sleep(600)
"""
