"""``check``: exit codes and formats, on courses of our own."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import LESSON, Run, course
from tests.terminal import Terminal, needs_terminal, this_checkout

TYPO = LESSON.replace("minutes:", "minuts:")


def test_a_clean_course_ends_with_0_and_says_what_was_looked_at(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "check", str(course(tmp_path / "courses")))
    assert (ran.code, ran.out) == (0, "")
    assert "1 lesson, 1 question" in ran.err
    assert "Nothing is wrong." in ran.err


@pytest.mark.parametrize("name", ["shop", "shop/lessons/first.yaml", "shop/module.yaml"])
def test_a_module_or_a_single_file_can_be_checked(run: Run, tmp_path: Path, name: str) -> None:
    assert run("check", str(course(tmp_path) / name)).code == 0


def test_a_problem_ends_with_1_and_names_place_and_fix(run: Run, tmp_path: Path) -> None:
    folder = course(tmp_path / "courses", TYPO)
    ran = run("check", "--lang", "en", str(folder))
    assert ran.code == 1
    assert "first.yaml:3:1: E" in ran.out
    assert "minuts: 8" in ran.out
    assert "^^^^" in ran.out
    assert "`minutes`" in ran.out
    assert "Nothing is wrong." not in ran.err


def test_the_words_follow_the_language_and_the_codes_do_not(run: Run, tmp_path: Path) -> None:
    folder = str(course(tmp_path / "courses", TYPO))
    indonesian, english = run("check", "--lang", "id", folder), run("check", "--lang", "en", folder)
    codes = [
        [line.split()[1] for line in ran.out.splitlines() if "first.yaml:" in line] for ran in (indonesian, english)
    ]
    assert codes[0] == codes[1] != []
    assert indonesian.out != english.out


def test_json_is_a_list_of_all_problems(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "check", "--format", "json", str(course(tmp_path / "bad", TYPO)))
    assert ran.code == 1
    listed = json.loads(ran.out)
    assert {row["line"] for row in listed} >= {3}
    assert all({"code", "severity", "path", "line", "column", "message", "hint"} <= row.keys() for row in listed)
    ran = run("check", "--format", "json", str(course(tmp_path / "good")))
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_github_gets_a_line_a_problem(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "check", "--format", "github", str(course(tmp_path, TYPO)))
    assert ran.code == 1
    assert all(line.startswith("::error file=") for line in ran.out.splitlines())
    assert "line=3,col=1" in ran.out


@pytest.mark.parametrize(
    "arguments",
    [("check", "nowhere"), ("check", "--format", "xml"), ("check", "--colour")],
    ids=["path", "format", "option"],
)
def test_wrong_use_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err


def test_the_bundled_courses_and_the_extra_ones_are_checked_without_a_path(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("check").code == 0
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(course(tmp_path / "extra", TYPO)))
    ran = run("check")
    assert ran.code == 1
    assert "first.yaml:3:1" in ran.out


def test_a_path_full_of_escapes_does_not_reach_the_terminal(run: Run, tmp_path: Path) -> None:
    ran = run("check", str(course(tmp_path / "a\x1b[31mb", TYPO)))
    assert ran.code == 1
    assert "\x1b" not in ran.out
    ran = run("check", str(tmp_path / "no\x1b[31mwhere"))
    assert ran.code == 2
    assert "\x1b" not in ran.err


def test_every_problem_of_a_file_comes_at_once(run: Run, tmp_path: Path) -> None:
    spoilt = TYPO.replace("kind: single", "kind: singel").replace("level: 1", "level: 9")
    ran = run("check", "--format", "json", str(course(tmp_path, spoilt)))
    assert len({row["line"] for row in json.loads(ran.out)}) >= 3


@needs_terminal
def test_the_caret_stands_under_its_word_in_a_narrow_terminal(tmp_path: Path) -> None:
    long = "dan pesanan yang masuk dari toko " * 5
    folder = course(tmp_path / "courses", LESSON.replace("minutes: 8", f"{long}: 8"))
    command, env = this_checkout(tmp_path / "home", "--lang", "en", "check", folder.name)
    with Terminal.start(command, env, columns=60, rows=60, cwd=tmp_path) as terminal:
        assert terminal.wait() == 1
        lines = terminal.lines
    source = next(at for at, line in enumerate(lines) if line.startswith(" 3 |"))
    assert lines[source].endswith("…")
    assert lines[source + 1].startswith("   | ^^^^")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody is in")
def test_a_folder_that_is_gone_is_called_that(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = course(tmp_path / "courses")
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    for name in (".", "lessons"):
        ran = run("--lang", "en", "check", name)
        assert (ran.code, ran.out) == (2, "")
        assert "does not exist any more" in ran.err
    assert run("check", str(folder)).code == 0


FLAWED = LESSON.replace("{text: {id: Suka, en: Likes}", "{text: {id: Semua benar, en: Likes}")


def test_a_warning_can_be_left_out(run: Run, tmp_path: Path) -> None:
    folder = str(course(tmp_path, FLAWED))
    ran = run("--lang", "en", "check", "--strict", folder)
    assert (ran.code, "W604" in ran.out) == (1, True)
    for left_out in (["--ignore", "w604", "--ignore", "W605"], ["--ignore", "W605,w604"], ["--ignore", "W605, W604"]):
        ran = run("--lang", "en", "check", "--strict", *left_out, folder)
        assert (ran.code, ran.out) == (0, "")
        assert "Nothing is wrong." in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("--ignore", "W999"), ("--ignore", "E401"), ("--explain", "nothing"), ("--ignore", "W601,W999"), ("--ignore", "")],
)
def test_codes_that_mean_nothing_here_are_wrong_use(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("--lang", "en", "check", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert arguments[1].rpartition(",")[2] in ran.err


def test_a_code_is_explained_in_both_languages_and_nothing_is_checked(run: Run, tmp_path: Path) -> None:
    said = [run("--lang", language, "check", "--explain", "w605", str(tmp_path / "none")) for language in ("id", "en")]
    assert [ran.code for ran in said] == [0, 0]
    assert said[0].out != said[1].out
    assert all("W605" in ran.out and "Haladyna" in ran.out and not ran.err for ran in said)


@pytest.mark.parametrize("asked", [("W605", "--explain", "E117"), ("w605,e117,W605",)])
def test_several_codes_are_explained_one_after_the_other(run: Run, asked: tuple[str, ...]) -> None:
    ran = run("--lang", "en", "check", "--explain", *asked)
    assert ran.code == 0
    assert [line[:4] for line in ran.out.splitlines() if line[4:6] == " ("] == ["W605", "E117"]


def test_a_path_has_one_name_in_the_indonesian_help(run: Run) -> None:
    for command in (("check",), ("transcript",), ("progress", "merge")):
        usage = run("--lang", "id", *command, "--help").out.partition("\n")[0]
        assert "[JALUR]" in usage


def test_sarif_is_one_log(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--format", "sarif", str(course(tmp_path, TYPO)))
    assert ran.code == 1
    assert json.loads(ran.out)["runs"][0]["results"][0]["level"] == "error"


def test_the_bundled_courses_have_not_a_single_warning(run: Run) -> None:
    # Facts go out of date by themselves; whoever checks them sees it, and this test does not wait for that day.
    ran = run("check", "--strict", "--ignore", "W523", "--ignore", "W524")
    assert (ran.code, ran.out) == (0, "")
