"""What ``check`` says about exams: enough to ask, every taught concept asked, and a bank of questions alone."""

from pathlib import Path

import pytest

from sosmed_learn.content.explain.example import claim, indented
from sosmed_learn.content.locations import Places
from sosmed_learn.content.opening import open_courses
from tests.content.building import L, M, Place, place

BANK = "courses/shop/lessons/bank.yaml"
HEAD = "id: bank\ntitle: {id: Soal, en: Questions}\nminutes: 5\nsteps:\n"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    """A course whose exam has a bank with two questions of its own."""
    there = place(tmp_path)
    there.spoil(M, "minutes: 30}", "minutes: 30, bank: [bank]}")
    there.write(BANK, HEAD + indented(claim("extra-one")) + "\n" + indented(claim("extra-two")) + "\n")
    return there


def _codes(here: Place) -> list[str]:
    return [problem.code for problem in here.check().problems]


def _asks(here: Place, count: int) -> None:
    here.spoil(M, "questions: 3", f"questions: {count}")


def test_a_bank_is_a_file_of_the_module_and_counts_for_the_exam(here: Place) -> None:
    _asks(here, 7)  # five of the lesson and two of the bank
    report = here.check()
    assert (report.problems, report.lessons, report.questions) == ((), 1, 7)


def test_an_exam_of_more_than_there_is_says_how_many_there_are(here: Place) -> None:
    _asks(here, 8)
    problem = here.check().problems[0]
    assert (problem.code, dict(problem.args)) == ("W581", {"value": "8", "count": "7"})


def test_first_guesses_are_not_asked_in_an_exam(here: Place) -> None:
    _asks(here, 7)
    here.spoil(L, "id: pick-one\n", "id: pick-one\n      pretest: true\n")
    assert "W581" in _codes(here)


def test_nothing_is_missing_where_a_file_could_not_be_read(here: Place) -> None:
    _asks(here, 8)
    here.write(BANK, "")
    assert _codes(here) == ["E104"]


def test_a_bank_that_is_not_there_is_told_where_it_is_named(here: Place) -> None:
    here.spoil(M, "bank: [bank]", "bank: [bnak]")
    problem = next(each for each in here.check().problems if each.severity == "error")
    assert (problem.code, problem.excerpt[problem.column - 1 : problem.end_column - 1]) == ("E303", "bnak")


def test_a_bank_is_no_lesson(here: Place) -> None:
    here.spoil(M, "lessons: [first]", "lessons: [first, bank]")
    assert "E313" in _codes(here)


def test_a_concept_that_is_taught_and_never_asked_about(here: Place) -> None:
    here.spoil(L, "concepts: [orders]", "concepts: [orders, prices]")
    problem = here.check().problems[0]
    assert (problem.code, dict(problem.args)["id"]) == ("W582", "prices")
    here.spoil(BANK, "concept: orders", "concept: prices")
    assert _codes(here) == []


def test_what_an_exam_never_shows(here: Place) -> None:
    here.write(
        BANK, HEAD + indented("- text: {id: Kas., en: Till.}") + "\n" + indented(claim("a", "pretest: true")) + "\n"
    )
    assert [(problem.code, problem.line) for problem in here.check().problems] == [("W583", 5), ("W584", 8)]


def test_tries_mean_nothing_in_an_exam(here: Place) -> None:
    here.spoil(BANK, "id: extra-one", "id: extra-one\n      tries: 2")
    problem = here.check().problems[0]
    assert (problem.code, problem.excerpt.strip()) == ("W585", "tries: 2")


def test_a_bank_is_opened_with_its_module(here: Place) -> None:
    opened = open_courses(here.courses, here.seeds)
    assert [lesson.id for lesson in opened.lessons["shop"]] == ["first", "bank"]
    assert opened.modules[0].exam is not None
    assert opened.modules[0].exam.bank == ("bank",)
    assert opened.modules[0].lessons == ("first",)


@pytest.mark.parametrize(
    ("key", "code"), [("cooldown: -1", "E207"), ("cooldown: besok", "E206"), ("bank: [a b]", "E205")]
)
def test_what_can_stand_under_exam(here: Place, key: str, code: str) -> None:
    here.spoil(M, "bank: [bank]", key)
    assert code in _codes(here)


def test_without_a_cooldown_it_is_a_day(here: Place) -> None:
    exam = open_courses(here.courses, Places(here.courses, here.seeds).seeds).modules[0].exam
    assert exam is not None
    assert exam.cooldown == 24
