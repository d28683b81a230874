"""``diff``: folders and git revisions, exit codes, and sentences where there is nothing to compare."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.running import LESSON, Run, course

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="compares with revisions of git")
RENAMED = LESSON.replace("id: pick-one", "id: pick-1")


def git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{what}": "x@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", "-C", str(folder), *arguments], env={**os.environ, **who, **alone}, check=True, capture_output=True
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A commit with a course, tagged v1, and a change that is not committed."""
    root = tmp_path / "repository"
    course(root / "courses")
    git(tmp_path, "init", "-q", str(root))
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "one")
    git(root, "tag", "v1")
    (root / "courses" / "shop" / "lessons" / "first.yaml").write_text(RENAMED, encoding="utf-8")
    return root


def test_two_folders(run: Run, tmp_path: Path) -> None:
    old, new = course(tmp_path / "old"), course(tmp_path / "new", RENAMED)
    ran = run("--lang", "en", "diff", str(old), str(new))
    assert ran.code == 1
    assert "! Question shop/first/pick-one" in ran.out
    assert "2 changes; 1 of them would lose progress." in ran.err
    ran = run("--lang", "en", "diff", str(old), str(old))
    assert (ran.code, ran.out, ran.err) == (0, "", "Learners would notice nothing.\n")


def test_what_loses_nothing_ends_with_0(run: Run, tmp_path: Path) -> None:
    kept = RENAMED.replace("id: pick-1\n", "id: pick-1\n      aliases: [pick-one]\n")
    ran = run("--lang", "en", "diff", str(course(tmp_path / "old")), str(course(tmp_path / "new", kept)))
    assert ran.code == 0
    assert "= Question shop/first/pick-1" in ran.out


@needs_git
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("v1", "courses"),
        ("v1", "courses/shop"),
        ("HEAD:courses", "courses"),
        ("v1:courses/shop", "courses/shop"),
        ("v1", "."),
    ],
)
def test_a_revision_stands_for_the_folder_as_it_was(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str
) -> None:
    monkeypatch.chdir(repository)
    ran = run("--lang", "en", "diff", old, new)
    assert ran.code == 1
    assert "! Question shop/first/pick-one" in ran.out


@needs_git
def test_two_revisions_and_a_repository_elsewhere(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(repository, "commit", "-qam", "two")
    monkeypatch.chdir(repository)
    assert run("diff", "v1:courses", "HEAD:courses").code == 1
    assert run("diff", "HEAD", "v1").code == 1
    monkeypatch.chdir(repository.parent)
    assert run("diff", "v1", str(repository / "courses")).code == 1


@needs_git
def test_where_the_modules_of_a_revision_are_is_said(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "material" / "class").mkdir(parents=True)
    git(repository, "mv", "courses", "material/class/modules")
    git(repository, "commit", "-qam", "moved")
    monkeypatch.chdir(repository)
    ran = run("--lang", "en", "diff", "HEAD", "HEAD")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no module in `HEAD`. It has some in another folder: HEAD:material/class/modules" in ran.err
    ran = run("--lang", "en", "diff", "HEAD:material", "HEAD")
    assert "folder: HEAD:material/class/modules" in ran.err
    assert run("diff", "HEAD:material/class/modules", "material/class/modules").code == 0
    ran = run("--lang", "en", "diff", "v1", "material/class/modules")
    assert ran.code == 2
    assert "Name the folder: v1:FOLDER." in ran.err


@needs_git
def test_links_in_a_revision_are_not_followed(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = repository / "courses" / "shop" / "glossary.yaml"
    link.symlink_to("/etc/passwd")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "link")
    monkeypatch.chdir(repository)
    ran = run("diff", "HEAD", "HEAD")
    assert (ran.code, ran.out) == (0, "")


@needs_git
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("v9", "courses"), "v9 is neither"),
        (("v1:nowhere", "courses"), "no course file in `nowhere`"),
        (("v1", "courses/shop/module.yaml"), "is a file"),
        (("--", "-x", "courses"), "-x is neither"),
        (("v1",), "'NEW'"),
    ],
)
def test_wrong_use_ends_with_2(
    run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(repository)
    ran = run("--lang", "en", "diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_outside_of_a_repository_and_without_git_a_sentence_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = course(tmp_path / "courses")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = run("--lang", "en", "diff", "v1", str(folder))
    assert (ran.code, ran.out) == (2, "")
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("--lang", "en", "diff", "v1", str(folder))
    assert ran.code == 2
    assert "the command git is needed" in ran.err


def test_a_broken_course_is_not_compared(run: Run, tmp_path: Path) -> None:
    broken = course(tmp_path / "new", LESSON.replace("minutes: 8", "minutes: x"))
    ran = run("--lang", "en", "diff", str(course(tmp_path / "old")), str(broken))
    assert (ran.code, ran.out) == (2, "")
    assert "first.yaml:3" in ran.err
    (tmp_path / "empty").mkdir()
    assert run("diff", str(tmp_path / "empty"), str(tmp_path / "old")).code == 2
