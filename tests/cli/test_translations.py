"""``check --translations`` in a real repository, and its sentence where there is none."""

from pathlib import Path

import pytest

from tests.cli.running import LESSON, Run, course
from tests.cli.test_diff import git, needs_git

CHANGED = LESSON.replace('id: "Mana yang dihitung?"', 'id: "Mana yang membayar sewa?"')


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A course in one commit, and another one in which the Indonesian of one question changed."""
    root = tmp_path / "repo é"
    course(root / "courses")
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one", "--date", "2026-01-31T12:00:00")
    (root / "courses" / "shop" / "lessons" / "first.yaml").write_text(CHANGED, encoding="utf-8")
    return root


@needs_git
def test_what_is_older_is_listed_with_its_line_and_day(run: Run, repository: Path) -> None:
    assert CHANGED != LESSON
    git(repository, "commit", "-qam", "two")
    ran = run("--lang", "en", "check", "--translations", str(repository / "courses"))
    assert ran.code == 0
    line = CHANGED.splitlines().index(next(line for line in CHANGED.splitlines() if "membayar sewa?" in line)) + 1
    assert f"first.yaml:{line}:" in ran.out
    assert "W528 The text in `en` may be out of date" in ran.out
    assert run("check", "--strict", "--translations", str(repository / "courses")).code == 1
    assert run("check", "--strict", str(repository / "courses")).code == 0


@needs_git
def test_what_is_not_committed_counts_too_and_a_moved_file_keeps_its_history(run: Run, repository: Path) -> None:
    assert "W528" in run("check", "--translations", str(repository / "courses")).out
    git(repository, "commit", "-qam", "two")
    git(repository, "mv", "courses/shop", "courses/kiosk")
    git(repository, "commit", "-qm", "moved")
    assert "W528" in run("check", "--translations", str(repository / "courses")).out
    file = repository / "courses" / "kiosk" / "lessons" / "first.yaml"
    both = CHANGED.replace("Which one counts?", "Which one pays the rent?")
    assert both != CHANGED
    file.write_text(both, encoding="utf-8")
    ran = run("check", "--translations", str(repository / "courses"))
    assert (ran.code, ran.out) == (0, "")


@needs_git
def test_a_repository_without_a_commit_has_nothing_to_tell(run: Run, tmp_path: Path) -> None:
    folder = course(tmp_path / "courses")
    git(tmp_path, "init", "-q", str(tmp_path))
    ran = run("check", "--translations", str(folder))
    assert (ran.code, ran.out) == (0, "")


def test_outside_of_a_repository_and_without_git_a_sentence_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = course(tmp_path / "courses")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = run("--lang", "en", "check", "--translations", str(folder))
    assert (ran.code, ran.out) == (2, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("--lang", "en", "check", "--translations", str(folder))
    assert (ran.code, ran.out) == (2, "")
    assert "the command git is needed" in ran.err
