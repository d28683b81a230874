"""Whatever is in a file: a value or problems, never an exception."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sosmed_learn.content.build import lesson as build_lesson
from sosmed_learn.content.documents import Document, read_document
from sosmed_learn.content.figures import check_figures
from sosmed_learn.content.format import FactsFile, GlossaryFile, LessonFile, ModuleFile
from sosmed_learn.content.harmless import CONTROL, HIDDEN
from sosmed_learn.content.ignores import apply_ignores
from sosmed_learn.content.lint.judge import lint_lesson
from sosmed_learn.content.meaning import check_lesson
from sosmed_learn.content.names import Known
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.relations import check_concepts, check_module, circles
from sosmed_learn.content.render import RENDERERS, as_text
from sosmed_learn.content.source import check_text, read_source
from sosmed_learn.content.teaching import check_teaching
from sosmed_learn.core.text import LANGUAGES
from tests.content.building import LESSON, MODULE, L, place

SIGNS = [
    *(
        "a",
        "id",
        "text",
        "question",
        "steps",
        ":",
        ": ",
        "- ",
        "\n",
        "\n  ",
        "\n    ",
        " ",
        "#",
        " #x",
        "@",
        "`",
        "%",
        "*a",
    ),
    *(
        "&a ",
        "!t ",
        "[",
        "]",
        "{",
        "}",
        ",",
        '"',
        "'",
        "|",
        ">",
        "|-\n",
        "?",
        "? ",
        "---\n",
        "...\n",
        "<<",
        "\\",
        "\t",
        "\r",
    ),
    *(
        "\x00",
        "\x85",
        "\u2028",
        "\u202e",
        "\ufeff",
        "é",
        "好",
        "👩‍🌾",
        "~",
        "1",
        "true",
        "''",
        '""',
        "\\x",
        "\\e",
        "|9",
        ">+",
    ),
    "%YAML 1.1\n",
]
YAMLISH = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


def judge(text: str) -> Document[LessonFile]:
    """Read and check ``text`` as a lesson; say every problem in every way."""
    document = read_document(check_text(text, Sheet("first.yaml")), LessonFile)
    check_lesson(
        document, Known(concepts={"orders"}, misconceptions={"followers-are-results"}, facts={"f-001"}), "first"
    )
    check_figures(document)
    check_teaching(document)
    lint_lesson(document, LANGUAGES)
    apply_ignores(document, dated=True)
    for render in (as_text, *RENDERERS.values()):
        said = render(document.sheet.problems)
        assert not CONTROL.search(said)
        assert not HIDDEN.search(said)
    for problem in document.sheet.problems:
        assert 1 <= problem.line <= max(1, len(document.sheet.lines))
        assert problem.column >= 1
        assert problem.end_column > problem.column
    assert document.value is not None or document.sheet.has_errors
    if document.value is not None:
        build_lesson(document.value)  # also with blanks it is a lesson
    return document


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    judge(text)


@given(YAMLISH)
@settings(max_examples=max(400, settings().max_examples))
def test_any_pile_of_yaml_signs(text: str) -> None:
    judge(text)


@given(YAMLISH, st.integers(0, len(LESSON)))
@settings(max_examples=max(300, settings().max_examples))
def test_anything_put_into_a_lesson(text: str, at: int) -> None:
    judge(LESSON[:at] + text + LESSON[at:])


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "first.yaml"
    path.write_bytes(data)
    document = read_document(read_source(path, tmp_path), LessonFile)
    assert document.sheet.has_errors


@pytest.mark.parametrize("part", range(10))
def test_cut_at_any_byte(part: int) -> None:
    for at in range(part, len(LESSON), 10):
        judge(LESSON[:at])


def test_without_any_line() -> None:
    lines = LESSON.splitlines(keepends=True)
    for at in range(len(lines)):
        judge("".join(lines[:at] + lines[at + 1 :]))


def test_with_any_line_twice() -> None:
    lines = LESSON.splitlines(keepends=True)
    for at in range(len(lines)):
        judge("".join(lines[: at + 1] + lines[at:]))


@given(st.integers(0, len(LESSON) - 1), st.characters())
@settings(max_examples=max(400, settings().max_examples))
def test_with_any_character_changed(at: int, character: str) -> None:
    judge(LESSON[:at] + character + LESSON[at + 1 :])


@given(st.integers(0, len(MODULE) - 1), YAMLISH)
def test_modules_too(at: int, text: str) -> None:
    document = read_document(check_text(MODULE[:at] + text + MODULE[at:], Sheet("module.yaml")), ModuleFile)
    check_module(document)
    check_concepts([document, document])


@given(YAMLISH)
def test_other_files_too(text: str) -> None:
    for kind in (GlossaryFile, FactsFile):
        assert read_document(check_text(text, Sheet("x.yaml")), kind).sheet.has_errors


@given(st.integers(0, len(LESSON) - 1), YAMLISH)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_whole_check_never_fails(tmp_path: Path, at: int, text: str) -> None:
    here = place(tmp_path)
    here.write(L, LESSON[:at] + text + LESSON[at:])
    here.check()


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefg"), max_size=4), max_size=6))
def test_circles_are_found_where_there_are_any(needs: dict[str, list[str]]) -> None:
    found = list(circles(needs, needs))
    for circle in found:
        for first, second in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert second in needs[first]
    # Taking away, again and again, what needs nothing leaves the circles alone.
    left = {name: {other for other in others if other in needs} for name, others in needs.items()}
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    assert bool(found) == bool(left)
