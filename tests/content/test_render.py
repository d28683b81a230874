"""Problems as text, JSON and GitHub annotations: the caret stands under the span, and nothing can harm."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn import i18n
from sosmed_learn.content.harmless import harmless, width
from sosmed_learn.content.problems import Problem, Sheet, Span
from sosmed_learn.content.render import as_github, as_json, as_text, excerpt
from sosmed_learn.content.saying import message
from tests.content.building import L, place


def problem(line: str, column: int, end: int, code: str = "E104", **args: str) -> Problem:
    sheet = Sheet("a.yaml", [line])
    sheet.add(code, Span(1, column, 1, end), **args)
    return sheet.problems[0]


def under(found: Problem) -> str:
    """What the carets stand under, by cells."""
    source, carets = excerpt(found)
    start, count = len(carets) - len(carets.lstrip()), carets.count("^")
    at, marked = 0, ""
    for character in source:
        if start <= at < start + count:
            marked += character
        at += width(character)
    return marked


def test_the_whole_of_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    i18n.use("en")
    monkeypatch.chdir(tmp_path)
    here = place(tmp_path)
    here.spoil(L, "minutes: 8", "minuets: 8")
    assert as_text(here.problems()) == (
        "courses/shop/lessons/first.yaml:3:1: E201 The key `minuets` is not known here.\n"
        " 3 | minuets: 8\n"
        "   | ^^^^^^^\n"
        "   = hint: Did you mean `minutes`? "
        "Known here: id, title, minutes, steps, concepts, outcomes, reviewed, aliases, ignore.\n"
    )


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("title: abc", "abc"),
        ("title: 好好 abc", "abc"),
        ("title: 好好 abc", "好好"),
        ("\t\tabc", "abc"),
        ("e\u0301e\u0301 abc", "abc"),
        ("👩 abc", "abc"),
        ("x" * 500 + " abc " + "y" * 500, "abc"),
        ("好" * 300 + "abc", "abc"),
        ("好" * 300 + "abc" + "好" * 300, "abc"),
        ("abc" + "y" * 500, "abc"),
    ],
)
def test_the_caret_points_at_the_span(line: str, mark: str) -> None:
    column = line.index(mark) + 1
    assert under(problem(line, column, column + len(mark))) == mark


@pytest.mark.parametrize("character", ["\x1b", "\u202e", "\x00", "\u2066"])
def test_the_caret_points_at_an_unsafe_character_by_its_name(character: str) -> None:
    found = problem(f"a {character} b", 3, 4)
    assert under(found) == harmless(character)


@given(st.text(max_size=600), st.integers(1, 700), st.integers(1, 50))
def test_excerpts_are_bounded_and_safe(line: str, column: int, length: int) -> None:
    line = line.replace("\n", "")
    source, carets = excerpt(problem(line, min(column, len(line) + 1), min(column, len(line) + 1) + length))
    assert sum(map(width, source)) <= 108
    assert len(carets) <= 112
    assert "^" in carets
    assert source == harmless(source)


@pytest.mark.parametrize("columns", [None, 30, 60, 80, 100, 200])
@pytest.mark.parametrize("mark", ["abc", "好好", "xyz"])
def test_an_excerpt_fits_the_terminal(columns: int | None, mark: str) -> None:
    line = "kata " * 12 + mark + " kata" * 40
    column = line.index(mark) + 1
    found = problem(line, column, column + len(mark))
    shown = as_text([found], columns).splitlines()[1:3]
    cells = [sum(map(width, part)) for part in shown]
    assert max(cells) <= min(columns or 108, 108)
    assert cells[0] > min(columns or 100, 100) - 12
    before = shown[0].index(mark)
    assert shown[1].index("^") == before
    assert shown[1].count("^") == sum(map(width, mark))


def test_a_span_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    sheet = Sheet("a.yaml", ["text: |-", "  more"])
    sheet.add("E104", Span(1, 7, 2, 3))
    assert under(sheet.problems[0]) == "|-"


def test_course_text_and_file_names_cannot_harm_the_terminal() -> None:
    found = problem("x", 1, 2, "E201", key="\x1b[31m\u202e\x07", guess="\x9b", allowed="a\nb")
    evil = Problem(code=found.code, path="a\x1b[2J\nb.yaml", args=found.args, excerpt="\x1b]0;x\x07", end_column=2)
    for text in (as_text([evil]), as_github([evil]), as_json([evil])):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert as_text([evil]).count("\n") == 4
    assert as_github([evil]).count("\n") == 0


def test_braces_in_course_text_are_no_placeholders() -> None:
    assert "{0} {key}" in message(problem("x", 1, 2, "E201", key="{0} {key}", allowed=""))


def test_a_long_name_is_cut() -> None:
    assert len(message(problem("x", 1, 2, "E201", key="k" * 100_000, allowed=""))) < 200


def test_json(tmp_path: Path) -> None:
    here = place(tmp_path)
    here.spoil(L, "minutes: 8", "minutes: 好")
    (row,) = json.loads(as_json(here.problems()))
    assert row == {
        "code": "E206", "severity": "error", "path": row["path"], "line": 3, "column": 10, "end_column": 11,
        "message": row["message"], "why": "", "hint": row["hint"], "fixable": False, "excerpt": "minutes: 好",
    }  # fmt: skip
    assert row["path"].endswith(L)
    assert "好" in row["message"]
    assert json.loads(as_json([])) == []


def test_github_escapes_what_github_reads() -> None:
    found = problem("x", 1, 4, "E201", key="100%: a,b", allowed="")
    evil = Problem(code="E201", path="a,b:c%.yaml", line=3, column=2, end_column=5, args=found.args)
    line = as_github([evil])
    assert line.startswith("::error file=a%2Cb%3Ac%25.yaml,line=3,col=2,endColumn=5,title=E201::")
    assert "100%25: a,b" in line
    assert as_github([problem("x", 1, 2, "W503", id="f-1")]).startswith("::warning file=a.yaml,")
