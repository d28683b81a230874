"""Warnings that an author does not want: where the ignore holds, and what an ignore must be."""

from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.saying import hint
from tests.content.building import G, L, M, Place, place, position

FLAW = ("{id: Tiga, en: Three}", "{id: Semua benar, en: Three}")
WHY = "reason: Sudah dibahas."
MANY = "      id: pick-many\n"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    here = place(tmp_path)
    here.spoil(L, *FLAW)
    return here


def _codes(here: Place) -> list[str]:
    return [problem.code for problem in here.problems()]


def test_without_an_ignore_it_is_told(here: Place) -> None:
    assert _codes(here) == ["W604"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: 8\n", f"minutes: 8\nignore: [{{code: W604, {WHY}}}]\n"),
        (MANY, f"{MANY}      ignore:\n        - code: W604\n          {WHY}\n"),
    ],
    ids=["file", "question"],
)
def test_of_a_file_or_of_a_question(here: Place, old: str, new: str) -> None:
    here.spoil(L, old, new)
    assert _codes(here) == []


def test_that_of_another_question_does_not_hold_and_is_told(here: Place) -> None:
    text = here.spoil(L, "      id: pick-one\n", f"      id: pick-one\n      ignore: [{{code: W604, {WHY}}}]\n")
    unused, flaw = here.problems()
    assert (unused.code, unused.line, unused.column) == ("W524", *position(text, "W604"))
    assert flaw.code == "W604"


def test_that_of_a_question_goes_first(here: Place) -> None:
    here.spoil(L, "minutes: 8\n", f"minutes: 8\nignore: [{{code: W604, {WHY}}}]\n")
    here.spoil(L, MANY, f"{MANY}      ignore: [{{code: W604, {WHY}}}]\n")
    (problem,) = here.problems()
    assert (problem.code, problem.line) == ("W524", 4)


def test_modules_and_glossaries_too(here: Place) -> None:
    here.spoil(L, FLAW[1], FLAW[0])
    here.spoil(M, "id: Warung, en: Shop", 'id: "25 warung", en: Shop')
    here.spoil(G, "Jalan ke pesanan.", "Jalan ke 25 pesanan.")
    assert _codes(here) == ["W521", "W521"]
    here.spoil(M, "lessons:", f"ignore: [{{code: W521, {WHY}}}]\nlessons:")
    here.spoil(G, "terms:", f"ignore: [{{code: W521, {WHY}}}]\nterms:")
    assert _codes(here) == []


@pytest.mark.parametrize(
    ("ignore", "codes"),
    [
        ("{code: W604}", ["E202", "W604"]),
        ('{code: W604, reason: ""}', ["E208", "W604"]),
        (f"{{code: W999, {WHY}}}", ["E412", "W604"]),
        (f"{{code: E401, {WHY}}}", ["E413", "W604"]),
        (f"{{code: longest, {WHY}}}", ["E205", "W604"]),
        ("W604", ["E222", "W604"]),
    ],
)
def test_an_ignore_says_what_and_why(here: Place, ignore: str, codes: list[str]) -> None:
    here.spoil(L, "minutes: 8\n", f"minutes: 8\nignore: [{ignore}]\n")
    assert _codes(here) == codes


def test_a_code_in_small_letters_is_guessed(here: Place) -> None:
    here.spoil(L, "minutes: 8\n", f"minutes: 8\nignore: [{{code: w604, {WHY}}}]\n")
    problem = here.problems()[0]
    assert (problem.code, dict(problem.args)["guess"]) == ("E205", "W604")
    assert "Did you mean `W604`?" in hint(problem, "en")


def test_one_that_may_still_be_needed_is_left_alone(here: Place) -> None:
    here.spoil(L, FLAW[1], FLAW[0])
    here.spoil(L, "minutes: 8\n", f"minutes: acht\nignore: [{{code: W604, {WHY}}}]\n")
    assert _codes(here) == ["E206"]


def test_a_stray_lesson_has_its_own(here: Place) -> None:
    stray = here.write("stray.yaml", (here.root / L).read_text(encoding="utf-8").replace("id: first", "id: stray"))
    assert [problem.code for problem in check([stray]).problems] == ["W604"]
    text = stray.read_text(encoding="utf-8").replace("minutes: 8\n", f"minutes: 8\nignore: [{{code: W604, {WHY}}}]\n")
    stray.write_text(text, encoding="utf-8")
    assert check([stray]).problems == ()


def test_whoever_checks_can_leave_warnings_out_but_no_errors(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: acht")
    report = check([here.courses], ignored={"W604", "E206"})
    assert [problem.code for problem in report.problems] == ["E206"]
    assert (report.errors, report.warnings) == (1, 0)
