"""``schema``: what is printed, and what is written beside courses."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Run


@pytest.mark.parametrize("kind", ["module", "lesson", "glossary", "facts"])
def test_a_schema_is_printed_as_json(run: Run, kind: str) -> None:
    ran = run("schema", kind)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["$schema"].startswith("http://json-schema.org/draft-07")


def test_it_is_the_same_in_either_language(run: Run) -> None:
    assert run("--lang", "id", "schema", "lesson").out == run("--lang", "en", "schema", "lesson").out


def test_without_a_kind_one_schema_tells_the_files_apart(run: Run) -> None:
    assert json.loads(run("schema").out)["if"]["required"] == ["facts"]


def test_the_files_are_written_beside_the_modules(run: Run, tmp_path: Path) -> None:
    ran = run("--lang", "en", "schema", "--write", str(tmp_path / "courses"))
    assert ran.code == 0
    paths = [Path(line) for line in ran.out.splitlines()]
    assert [path.name for path in paths] == ["module.json", "lesson.json", "glossary.json", "facts.json"]
    assert all(json.loads(path.read_text(encoding="utf-8"))["title"] for path in paths)
    assert "# yaml-language-server: $schema=../../.schema/lesson.json" in ran.err


def test_a_place_that_cannot_be_written_to_is_told_in_a_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "courses").write_text("a file", encoding="utf-8")
    assert run("schema", "--write", str(tmp_path / "courses")).code == 2
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / ".schema").write_text("a file", encoding="utf-8")
    ran = run("schema", "--write", str(tmp_path / "shop"))
    assert (ran.code, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("schema", "tugas"), ("schema", "lesson", "--write", ".")])
def test_wrong_use_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
