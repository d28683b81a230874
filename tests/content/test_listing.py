"""The list of lessons against the files that are there: one message for one mistake, and never "delete" a good file."""

import os
from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.saying import hint, message
from tests.content.building import GLOSSARY, LESSON, MODULE, F, L, M, Place, place

SHOP = "courses/shop"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return place(tmp_path)


def only(here: Place, *names: str) -> Problem:
    problems = here.problems(*names)
    assert len(problems) == 1, problems
    return problems[0]


def test_a_misspelt_lesson_is_compared_with_the_files(here: Place) -> None:
    here.spoil(M, "lessons: [first]", "lessons: [frist]")
    problem = only(here)
    assert (problem.code, problem.path.endswith(M)) == ("E303", True)
    assert "Did you mean `first`?" in hint(problem)


@pytest.mark.parametrize("name", ["first.yaml", "lessons/first.yaml", "lessons/first", "./lessons/first.yml"])
def test_a_file_name_in_the_place_of_an_id(here: Place, name: str) -> None:
    here.spoil(M, "lessons: [first]", f"lessons: [{name}]")
    problem = only(here)
    assert problem.code == "E221"
    assert "Did you mean `first`?" in hint(problem)


@pytest.mark.parametrize(
    ("name", "text", "code", "proper"),
    [
        ("glosarium.yaml", GLOSSARY, "W508", "glossary.yaml"),
        ("istilah.yml", GLOSSARY, "W504", "glossary.yaml"),
        ("lessons/glossary.yaml", GLOSSARY, "W508", "glossary.yaml"),
        ("lessons/module.yaml", MODULE, "W508", "module.yaml"),
        ("modul.yaml", MODULE, "W508", "module.yaml"),
        ("pelajaran/second.yaml", LESSON, "W508", "lessons"),
        ("lessons/first (1).yaml", LESSON, "W516", ""),
        ("lessons/Salinan first.yaml", LESSON, "W516", ""),
    ],
)
def test_a_file_that_lies_around_is_named_with_its_place(
    here: Place, name: str, text: str, code: str, proper: str
) -> None:
    here.write(f"{SHOP}/{name}", text)
    problem = only(here)
    assert problem.code == code
    assert Path(problem.path).name in name
    if proper:
        assert f"`{proper}`" in hint(problem)
    else:
        assert f"`{name}`" in message(problem)
        assert "delete" in hint(problem)


@pytest.mark.parametrize("folder", ["lesson", "pelajaran", "Lessons"])
def test_lessons_in_a_folder_of_another_name(here: Place, folder: str) -> None:
    (here.courses / "shop/lessons").rename(here.courses / "shop" / folder)
    problem = only(here)
    assert (problem.code, problem.path.endswith(folder)) == ("E143", True)
    assert f"`{folder}`" in message(problem)
    assert "`lessons`" in hint(problem)


@pytest.mark.parametrize("name", ["first.yaml", "lessons/first.yml", "lessons/First.yaml"])
def test_a_listed_lesson_that_is_elsewhere_is_not_called_missing(here: Place, name: str) -> None:
    (here.root / L).rename(here.courses / "shop" / name)
    problem = only(here)
    assert (problem.code, problem.path.endswith(name)) == ("E143", True)


@pytest.mark.parametrize("given", ["courses", SHOP])
def test_a_module_file_in_indonesian(here: Place, given: str) -> None:
    (here.root / M).rename(here.courses / "shop/modul.yaml")
    problem = only(here, given)
    assert (problem.code, problem.path.endswith("modul.yaml")) == ("E137", True)
    assert "module.yaml" in hint(problem)


def test_a_lessons_folder_that_may_not_be_read(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    allowed, lessons = os.access, here.courses / "shop/lessons"  # root may look everywhere
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != lessons and allowed(path, mode))
    problem = only(here)
    assert (problem.code, problem.path.endswith("lessons")) == ("E109", True)
    assert "permission" in message(problem)


def test_a_pipe_among_the_files_is_not_waited_for(here: Place) -> None:
    os.mkfifo(here.courses / "shop/glosarium.yaml")
    assert only(here).code == "W508"


@pytest.mark.parametrize(
    ("first", "second", "at"),
    [
        ("[second]", "[]", "first.yaml"),
        ("[]", "[first]", "second.yaml"),
        ("[old]", "[old]", "second.yaml"),
        ("[first]", "[]", "first.yaml"),
    ],
)
def test_an_old_id_of_a_lesson_is_no_other_lesson_s(here: Place, first: str, second: str, at: str) -> None:
    here.spoil(M, "lessons: [first]", "lessons: [first, second]")
    here.write(f"{SHOP}/lessons/second.yaml", LESSON.replace("id: first", f"id: second\naliases: {second}", 1))
    here.spoil(L, "id: first", f"id: first\naliases: {first}")
    problem = only(here)
    assert (problem.code, problem.path.endswith(at), problem.line) == ("E312", True, 2)
    assert "Remove it here" in hint(problem)


def test_other_yaml_beside_modules_does_not_make_their_folder_a_module(here: Place) -> None:
    here.write("courses/compose.yaml", "version: '3'\nservices: {}\n")
    assert here.check("courses").lessons == 1


def test_the_root_of_a_project_is_its_courses_and_its_facts(here: Place) -> None:
    here.write("beside/module.yaml", MODULE.replace("id: shop", "id: beside").replace("[first]", "[]"))
    here.write("docs/site.yaml", "theme: dark\n")
    report = here.check(".")
    assert (report.problems, report.modules, report.lessons, report.files) == ((), 2, 1, 5)
    here.spoil(F, "confidence: memory", "confidence: sure")
    assert only(here, ".").path.endswith(F)
