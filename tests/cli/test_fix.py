"""``check --fix``: the difference first, then a question, then whole files, then what is left."""

import json
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from sosmed_learn.content.fixing.files import Change
from sosmed_learn.content.fixing.showing import difference
from tests.cli.running import LESSON, Run, course, in_a_process
from tests.terminal import Terminal, needs_terminal, this_checkout

PATIENCE_SECONDS = 20
SPOILT = LESSON.replace("id: Mulai dari pesanan", "id: Pakai #promo").replace("      id: pick-one\n", "")
MENDED = LESSON.replace("id: Mulai dari pesanan", 'id: "Pakai #promo"').replace(
    "      id: pick-one\n", "      id: mana-yang-dihitung\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return course(tmp_path / "courses", SPOILT)


def _lesson(folder: Path) -> str:
    return (folder / "shop" / "lessons" / "first.yaml").read_text(encoding="utf-8")


def test_where_nobody_can_be_asked_it_shows_the_difference_and_writes_nothing(run: Run, folder: Path) -> None:
    ran = run("--lang", "en", "check", "--fix", str(folder))
    assert ran.code == 1
    assert '+title: {id: "Pakai #promo", en: Start from orders}' in ran.out
    assert "+      id: mana-yang-dihitung" in ran.out
    assert "This would mend 2 places in 1 file; to do so, add --yes." in ran.err
    assert _lesson(folder) == SPOILT


def test_with_yes_it_writes_and_a_second_run_finds_nothing(run: Run, folder: Path) -> None:
    ran = run("--lang", "en", "check", "--fix", "--yes", str(folder))
    assert ran.code == 0
    assert '+title: {id: "Pakai #promo", en: Start from orders}' in ran.out
    assert "Mended 2 places in 1 file." in ran.err
    assert "Nothing is wrong." in ran.err
    assert _lesson(folder) == MENDED
    again = run("--lang", "en", "check", "--fix", "--yes", str(folder))
    assert (again.code, again.out) == (0, "")
    assert "Nothing in these files can be mended without you." in again.err


def test_what_is_left_is_told_as_by_any_check(run: Run, tmp_path: Path) -> None:
    folder = course(tmp_path / "courses", SPOILT.replace("minutes: 8", "minutes: acht"))
    ran = run("--lang", "en", "check", "--fix", "-y", str(folder))
    assert ran.code == 1
    assert "first.yaml:3:10: E206" in ran.out
    assert "E117" not in ran.out
    assert "Found 1 error and 0 warnings." in ran.err


def test_without_fix_it_is_said_how_many_could_be_mended(run: Run, folder: Path) -> None:
    ran = run("--lang", "en", "check", str(folder))
    assert ran.code == 1
    assert f"2 of these can be mended by `sosmed-learn check --fix {folder}`." in ran.err
    listed = json.loads(run("check", "--format", "json", str(folder)).out)
    assert [(row["code"], row["fixable"]) for row in listed] == [("E117", True), ("E202", True)]
    for style in ("json", "github", "sarif"):
        assert "--fix" not in run("--lang", "en", "check", "--format", style, str(folder)).err


def test_a_path_full_of_escapes_does_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    folder = str(course(tmp_path / "a\x1b[31mb", SPOILT))
    for arguments in (("check", folder), ("check", "--fix", folder), ("check", "--fix", "--yes", folder)):
        ran = run(*arguments)
        assert "\x1b" not in ran.out + ran.err


def test_what_cannot_be_mended_is_not_promised(run: Run, tmp_path: Path) -> None:
    folder = course(tmp_path, LESSON.replace("minutes: 8", "minutes: acht"))
    assert "--fix" not in run("--lang", "en", "check", str(folder)).err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--yes",), "--fix"),
        (("--fix",), "PATH"),
        (("--fix", "--format", "json"), "--format"),
        (("--fix", "--format", "sarif"), "--format"),
        (("--fix", "--explain", "W601"), "--explain"),
    ],
)
def test_what_says_nothing_together_is_wrong_use(
    run: Run, folder: Path, arguments: tuple[str, ...], named: str
) -> None:
    where = () if arguments == ("--fix",) else (str(folder),)
    ran = run("--lang", "en", "check", *arguments, *where)
    assert (ran.code, ran.out) == (2, "")
    assert named in ran.err
    assert _lesson(folder) == SPOILT


def test_a_file_that_can_only_be_read_gets_one_sentence(run: Run, folder: Path) -> None:
    lesson = folder / "shop" / "lessons" / "first.yaml"
    lesson.chmod(0o444)
    ran = run("--lang", "en", "check", "--fix", "--yes", str(folder))
    lesson.chmod(0o644)
    assert ran.code == 1
    assert ran.err == f"{lesson} cannot be written: permission denied. It was left as it is.\n"
    assert _lesson(folder) == SPOILT


def test_a_file_that_was_saved_meanwhile_gets_one_sentence(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lesson = folder / "shop" / "lessons" / "first.yaml"

    def save_meanwhile(wanted: Sequence[Change]) -> str:
        lesson.write_text("# mine\n", encoding="utf-8")
        return difference(wanted)

    monkeypatch.setattr("sosmed_learn.cli.commands.mending.difference", save_meanwhile)
    ran = run("--lang", "en", "check", "--fix", "--yes", str(folder))
    assert ran.code == 1
    assert "was changed in the meantime" in ran.err
    assert _lesson(folder) == "# mine\n"


def test_the_difference_can_be_handed_on(folder: Path) -> None:
    done = in_a_process("--lang", "en", "check", "--fix", "courses/shop", SOSMED_LEARN_HOME=os.devnull)
    assert done.returncode == 2  # no such folder from here
    done = in_a_process("--lang", "en", "check", "--fix", str(folder / "shop"))
    assert done.returncode == 1
    assert all(line[:1] in {"-", "+", " ", "@"} for line in done.stdout.splitlines())


@needs_terminal
@pytest.mark.parametrize(
    ("language", "answer", "written", "code"),
    [("en", "y", True, 0), ("id", "ya", True, 0), ("en", "", False, 1), ("id", "t", False, 1)],
)
def test_a_person_is_asked(
    folder: Path,
    tmp_path: Path,
    language: str,
    answer: str,
    written: bool,  # noqa: FBT001 - a column of the table
    code: int,
) -> None:
    command, env = this_checkout(tmp_path / "home", "--lang", language, "check", "--fix", "courses")
    with Terminal.start(command, env, rows=50, cwd=tmp_path) as terminal:
        screen = terminal.wait_for("[y/N]" if language == "en" else "[y/T]")
        assert '+title: {id: "Pakai #promo", en: Start from orders}' in screen
        assert _lesson(folder) == SPOILT
        terminal.press(*([answer] if answer else []), "enter")
        assert terminal.wait() == code
        said = "Nothing was written." if language == "en" else "Tidak ada yang ditulis."
        assert (said in terminal.text) != written
    assert _lesson(folder) == (MENDED if written else SPOILT)


@needs_terminal
def test_giving_up_at_the_question_writes_nothing(folder: Path, tmp_path: Path) -> None:
    command, env = this_checkout(tmp_path / "home", "--lang", "en", "check", "--fix", "courses")
    with Terminal.start(command, env, rows=50, cwd=tmp_path) as terminal:
        terminal.wait_for("[y/N]")
        end = time.monotonic() + PATIENCE_SECONDS
        while not terminal.ended and time.monotonic() < end:
            # One that comes right before the program waits for an answer is only seen with the next: Python's way.
            terminal.process.send_signal(signal.SIGINT)
            terminal.read(0.3)
        assert terminal.wait() != 0
        assert "Traceback" not in terminal.text
    assert _lesson(folder) == SPOILT
