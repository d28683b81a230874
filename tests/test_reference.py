"""The author's guide says what the format says, and its examples work."""

import re
from datetime import date
from pathlib import Path

import pytest

from sosmed_learn.cli.group import make_cli
from sosmed_learn.content.check import check
from sosmed_learn.content.inserting import with_step
from sosmed_learn.content.locations import bundled
from sosmed_learn.content.scaffold import LONGEST_ID, NewModule, Title, Voice, module_files, slug
from sosmed_learn.content.schema import FILES, schema_of
from tests import reference

TEXT = reference.PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_the_tables_are_up_to_date() -> None:
    assert reference.page(TEXT) == TEXT, "run: python -m tests.reference update"


def test_updating_twice_changes_nothing_and_a_missing_place_is_an_error() -> None:
    assert reference.page(reference.page(TEXT)) == reference.page(TEXT)
    with pytest.raises(ValueError, match="reference id"):
        reference.page("# nothing")


def test_every_key_is_in_the_tables_of_both_languages() -> None:
    keys = {key for name in FILES for part in _groups(name) for key in part.get("properties", {})}
    for language in reference.LANGUAGES:
        listed = set(re.findall(r"(?m)^\| `([a-z-]+)` \|", reference.tables(language)))
        assert listed == keys


def _groups(name: str) -> list[dict[str, dict[str, object]]]:
    schema = schema_of(name)
    return [schema, *schema["definitions"].values()]


def test_check_and_the_courses_do_not_stumble_over_the_guide() -> None:
    courses = bundled().courses
    assert (courses / "README.md").is_file()
    assert check([courses]).problems == ()


def test_the_examples_are_right(tmp_path: Path) -> None:
    lines = {"module": "# m", "glossary": "# g", "lesson": "# l"}
    title = Title("Foto produk", "Product photos")
    new = NewModule("foto-produk", title, "satu", date(2026, 11, 23))
    for place, text in module_files(new, Voice("id"), lines).items():
        path = tmp_path / "foto-produk" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    lesson = tmp_path / "foto-produk" / "lessons" / "satu.yaml"
    questions = [example for example in EXAMPLES if example.startswith("- question:")]
    assert len(questions) == 7
    for question in questions:
        lesson.write_bytes(with_step(lesson.read_bytes(), question))
    scenarios = [example for example in EXAMPLES if example.startswith("- scenario:")]
    assert len(scenarios) == len(reference.LANGUAGES)
    assert len(set(scenarios)) == 1
    tasks = [example for example in EXAMPLES if example.startswith("- task:")]
    assert len(tasks) == len(reference.LANGUAGES)
    assert len(set(tasks)) == 1
    for step in (scenarios[0], tasks[0]):
        lesson.write_bytes(with_step(lesson.read_bytes(), step))
    facts = [example for example in EXAMPLES if example.startswith("format: 1")]
    assert len(facts) == 1
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "foto.yaml").write_text(facts[0], encoding="utf-8")
    # Only the question as it was before it was mended has something against it, and the draft of a scenario is told
    # what it lacks: that is what they are there for.
    problems = check([tmp_path]).problems
    assert {problem.code for problem in problems} == {"W605", "W606", "W552"}
    text = lesson.read_text(encoding="utf-8")
    shown = set(re.findall(r"(?m)^ +kind: ([a-z-]+)$", text))
    assert shown >= {"single", "number", "order", "match", "sort", "fill"}
    before, after = (text[: text.index(name)].count("\n") + 1 for name in ("foto-sebelum", "foto-sesudah"))
    assert all(before < problem.line < after for problem in problems if problem.code != "W552")


def test_the_commands_of_the_guide_exist() -> None:
    commands = make_cli(lambda: None).commands
    named = set(re.findall(r"(?m)^ *(?:\S+=\S+ )?sosmed-learn ([a-z]+)", TEXT))
    assert {"new", "check", "transcript", "diff"} <= named <= set(commands)


def test_the_guide_names_what_new_module_makes() -> None:
    assert slug("Foto produk") == "foto-produk"
    assert slug("Product photos") == "product-photos"
    assert len(slug("x" * 99)) == LONGEST_ID
