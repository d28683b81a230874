"""What ``check`` says about the questions of the blind-spot map: enough for each concept, and nothing unseen."""

from pathlib import Path

import pytest

from sosmed_learn.content.explain.example import claim, indented
from sosmed_learn.content.opening import open_courses
from sosmed_learn.content.problems import Problem
from tests.content.building import L, M, Place, place

PROBES = "courses/shop/lessons/probes.yaml"
HEAD = "id: probes\ntitle: {id: Soal peta, en: Probes}\nminutes: 5\nsteps:\n"


def _write(here: Place, *steps: str) -> None:
    here.write(PROBES, HEAD + "".join(f"{indented(step)}\n" for step in steps))


def _about(concept: str, *names: str) -> list[str]:
    return [claim(name).replace("concept: orders", f"concept: {concept}") for name in names]


ENOUGH = (*_about("orders", "o-one", "o-two"), *_about("prices", "p-one", "p-two"))


@pytest.fixture
def here(tmp_path: Path) -> Place:
    """A course of two concepts with two questions of the map about each."""
    there = place(tmp_path)
    there.spoil(M, "exam:", "diagnosis: {bank: [probes]}\nexam:")
    _write(there, *ENOUGH)
    return there


def _told(here: Place) -> list[Problem]:
    """What is said about the map; how its questions are written is another matter."""
    return [problem for problem in here.check().problems if not problem.code.startswith("W6")]


def _codes(here: Place) -> list[str]:
    return [problem.code for problem in _told(here)]


def test_its_questions_are_counted_but_are_no_lesson(here: Place) -> None:
    report = here.check()
    assert (report.problems, report.lessons, report.questions) == ((), 1, 9)


def test_they_are_opened_with_the_module_and_asked_in_no_exam(here: Place) -> None:
    opened = open_courses(here.courses, here.seeds)
    module = opened.modules[0]
    assert [lesson.id for lesson in opened.lessons["shop"]] == ["first", "probes"]
    assert (module.probes, module.lessons, module.examined) == (("probes",), ("first",), ("first",))
    here.spoil(M, "questions: 3", "questions: 6")
    assert "W581" in _codes(here), "the lesson alone has five"


def test_a_concept_with_too_few_says_how_many_there_are(here: Place) -> None:
    _write(here, *ENOUGH[:3])
    problem = here.check().problems[0]
    assert (problem.code, dict(problem.args)) == ("W586", {"id": "prices", "count": "1", "low": "2"})
    _write(here, *ENOUGH[:2])
    assert dict(here.check().problems[0].args)["count"] == "0"


def test_nothing_is_missing_where_the_file_cannot_be_read(here: Place) -> None:
    here.write(PROBES, "")
    assert _codes(here) == ["E104"]


def test_what_is_never_shown(here: Place) -> None:
    text = indented("- text: {id: Kas., en: Till.}")
    early = claim("early", "pretest: true\n    tries: 2\n    hints: [Look]")
    here.write(PROBES, HEAD + text + "\n" + "".join(f"{indented(step)}\n" for step in (*ENOUGH, early)))
    found = _told(here)
    assert [problem.code for problem in found] == ["W587", "W588", "W588", "W588"]
    assert [dict(problem.args)["key"] for problem in found[1:]] == ["pretest", "tries", "hints"]


def test_a_question_of_a_lesson_is_none_of_the_map(here: Place) -> None:
    _write(here, *ENOUGH, claim("pick-one"))
    problem = _told(here)[0]
    assert (problem.code, dict(problem.args)) == ("W589", {"id": "pick-one", "other": "first"})


def test_its_files_are_named_nowhere_else_and_are_there(here: Place) -> None:
    here.spoil(M, "minutes: 30}", "minutes: 30, bank: [probes]}")
    assert "E313" in _codes(here)
    here.spoil(M, "{bank: [probes]}", "{bank: [porbes]}")
    assert "E303" in _codes(here)


@pytest.mark.parametrize(
    ("written", "code"),
    [("[]", "E217"), ("soal", "E217"), ("{}", "E202"), ("{bank: []}", "E214"), ("{bank: [a b]}", "E205")],
)
def test_what_can_stand_under_diagnosis(here: Place, written: str, code: str) -> None:
    here.spoil(M, "{bank: [probes]}", written)
    assert code in _codes(here)


def test_it_teaches_nothing_so_it_is_not_read_as_a_lesson(here: Place) -> None:
    here.spoil(L, "concepts: [orders]", "concepts: []")
    assert "probes" not in " ".join(problem.path for problem in here.check().problems)
