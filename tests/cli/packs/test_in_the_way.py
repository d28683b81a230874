"""Another command, a full disk, leftovers: what can be in the way of an installation."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sosmed_learn.storage import locking
from sosmed_learn.storage.locations import courses_folder
from tests.cli.packs.making import english, left, pack
from tests.cli.running import SRC, Run


def test_two_commands_do_not_get_in_each_others_way(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = str(pack(run, here / "a"))
    monkeypatch.setattr(locking, "SECONDS", 0)
    with locking.alone_in(courses_folder()):
        ran = english(run, "install", made, "--yes")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert "Another command is changing the courses" in ran.err
    assert english(run, "install", made, "--yes").code == 0


def test_a_folder_that_cannot_be_is_one_sentence(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = str(pack(run, here / "a"))
    (here / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(here / "file"))
    ran = english(run, "install", made, "--yes")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    monkeypatch.setenv("SOSMED_LEARN_HOME", "~nobody-of-this-name/x")
    assert "SOSMED_LEARN_HOME" in english(run, "install", made, "--yes").err
    assert english(run, "courses", "list").code == 0


def test_a_disk_that_fills_up_leaves_the_old_version(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    newer = str(pack(run, here / "a", "1.1.0"))

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    ran = english(run, "install", newer, "--yes")
    assert (ran.code, ran.out) == (1, "")
    assert "the disk is full" in ran.err
    assert left() == ["shop.1"]


def test_what_others_left_half_done_is_cleared_away(run: Run, here: Path) -> None:
    made = str(pack(run, here / "a"))
    for name in (".new-x/lessons", ".gone-y", "shop.3/lessons"):
        (courses_folder() / name).mkdir(parents=True)
    assert english(run, "install", made, "--yes").code == 0
    assert left() == ["shop.4"]


@pytest.mark.skipif(os.name == "nt", reason="written in the words of a POSIX shell")
def test_an_answer_that_nobody_takes_does_not_undo_the_installation(run: Run, here: Path) -> None:
    made = str(pack(run, here / "a"))
    ran = subprocess.run(
        f"{sys.executable} -m sosmed_learn --lang en install {made} --yes >&-",
        shell=True,
        env={**os.environ, "PYTHONPATH": str(SRC)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "stdout" in ran.stderr
    assert left() == ["shop.1"]
