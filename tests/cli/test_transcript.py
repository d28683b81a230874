"""``transcript``: to the screen and to a file."""

from pathlib import Path

import pytest

from tests.cli.running import LESSON, Run, course


def test_a_transcript_is_printed_in_the_language_asked_for(run: Run, tmp_path: Path) -> None:
    folder = str(course(tmp_path))
    english, indonesian = run("--lang", "en", "transcript", folder), run("transcript", folder, "--lang", "id")
    assert (english.code, indonesian.code) == (0, 0)
    assert "Which one counts?" in english.out
    assert "Mana yang dihitung?" in indonesian.out


@pytest.mark.parametrize("name", ["shop", "shop/module.yaml", "shop/lessons/first.yaml"])
def test_a_module_or_a_lesson_can_be_asked_for(run: Run, tmp_path: Path, name: str) -> None:
    assert "[2/2]" in run("transcript", str(course(tmp_path) / name)).out


def test_without_a_path_the_bundled_courses_are_played(run: Run) -> None:
    assert run("transcript").out.count("=" * 70) >= 10


def test_it_can_be_written_again_but_never_over_another_file(run: Run, tmp_path: Path) -> None:
    folder, file = course(tmp_path / "courses"), tmp_path / "t.txt"
    for _ in range(2):
        ran = run("transcript", str(folder), "-o", str(file))
        assert (ran.code, ran.out) == (0, "")
    assert file.read_text(encoding="utf-8") == run("transcript", str(folder)).out
    lesson = folder / "shop" / "lessons" / "first.yaml"
    ran = run("--lang", "en", "transcript", str(folder), "-o", str(lesson))
    assert (ran.code, ran.out) == (1, "")
    assert "not a transcript" in ran.err
    assert lesson.read_text(encoding="utf-8") == LESSON


def test_a_broken_lesson_is_named_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "transcript", str(course(tmp_path, LESSON.replace("minutes: 8", "minutes: x"))))
    assert (ran.code, ran.out) == (1, "")
    assert "first.yaml:3" in ran.err


def test_a_folder_without_lessons_is_named_so_that_it_can_be_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("--lang", "id", "transcript", ".")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith("di `.`.\n")


def test_wrong_use_ends_with_2(run: Run) -> None:
    assert run("transcript", "nowhere").code == 2
