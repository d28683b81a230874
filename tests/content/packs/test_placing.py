"""The folder of installed modules: one step in, one step out, and nothing of what others left is read."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sosmed_learn.content.packs.installed import installed
from sosmed_learn.content.packs.judging import same_content
from sosmed_learn.content.packs.origin import origin
from sosmed_learn.content.packs.pack import Pack
from sosmed_learn.content.packs.placing import clean, place, remove, stage
from tests.content.packs.making import mine

ROOT = Path(__file__).parents[3]


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    folder = tmp_path / "courses"
    folder.mkdir()
    return folder


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return mine(tmp_path / "author")


@pytest.mark.skipif(os.name == "nt", reason="dies in a fork")
def test_an_update_killed_at_any_call_leaves_the_old_version_or_the_new(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.content.packs.killing", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        timeout=110,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    deaths, kept, changed = map(int, ran.stdout.split())
    assert deaths == kept + changed
    assert kept > 5, "before the rename"
    assert changed > 0, "behind it, while the old one is cleared away"


def test_what_is_staged_or_left_is_not_read(pack: Pack, courses: Path) -> None:
    stage(pack, courses)
    (courses / ".gone-x" / "mine.1").mkdir(parents=True)
    for name in ("mine", "mine.x", "Mine.1", "mine.0", "mine.01", "mine.1 "):
        (courses / name).mkdir()
    (courses / "file.1").write_text("", encoding="utf-8")
    (courses / "link.1").symlink_to(courses / "mine")
    assert installed(courses) == {}
    assert installed(courses / "none") == {}


def test_of_several_only_the_newest_counts(pack: Pack, courses: Path) -> None:
    for number in (2, 10, 9):
        (courses / f"mine.{number}").mkdir()
    assert installed(courses) == {"mine": courses / "mine.10"}
    there = place(stage(pack, courses), "mine", courses)
    assert there == courses / "mine.11"
    assert list(courses.iterdir()) == [there]
    assert origin(there) == pack.source


def test_removing_leaves_nothing_also_of_older_ones(pack: Pack, courses: Path) -> None:
    (courses / "mine.1").mkdir()
    place(stage(pack, courses), "other", courses)
    stage(pack, courses).rename(courses / "mine.2")
    remove("mine", courses)
    assert list(installed(courses)) == ["other"]
    assert [path.name for path in courses.iterdir()] == ["other.1"]


def test_cleaning_follows_no_link(courses: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "file").write_text("x", encoding="utf-8")
    (courses / ".new-link").symlink_to(precious)
    (courses / ".gone-x").mkdir()
    (courses / ".gone-x" / "link").symlink_to(precious)
    clean(courses)
    assert (precious / "file").exists()
    assert not (courses / ".gone-x").exists()


@pytest.mark.parametrize("call", ["fsync", "mkdir", "open", "rename"])
def test_a_call_that_fails_leaves_the_old_version(
    pack: Pack, courses: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, call: str
) -> None:
    there = place(stage(pack, courses), "mine", courses)
    new = mine(tmp_path / "new", "1.1.0")

    def fail(*_arguments: object, **_keywords: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os if call == "fsync" else Path, call, fail)
        with pytest.raises(OSError, match="full"):
            place(stage(new, courses), "mine", courses)
    assert installed(courses) == {"mine": there}
    assert same_content(pack, there)
    clean(courses)
    assert list(courses.iterdir()) == [there]


def test_a_note_that_cannot_be_read_is_none(pack: Pack, courses: Path) -> None:
    there = place(stage(pack, courses), "mine", courses)
    for content in (b"", b"[]", b'{"source": 1}', b"\xff", b"[" * 20_000):
        (there / ".origin.json").write_bytes(content)
        assert origin(there) is None
