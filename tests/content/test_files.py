"""Problems of whole files and folders: they are not right, not there, not inside, not readable."""

import os
from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.saying import hint, message
from tests.content.building import FACTS, LESSON, MODULE, L, M, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def only(problems: list[Problem]) -> Problem:
    assert [problem.code for problem in problems] == [problems[0].code]
    return problems[0]


@pytest.mark.parametrize("content", ["", "\n \n", "# only a comment\n", "\ufeff"])
def test_empty_file(here: Place, content: str) -> None:
    here.write(L, content)
    problem = only(here.problems())
    assert (problem.code, problem.line, problem.column) == ("E104", 1, 1)


def test_byte_order_mark_and_windows_line_ends_are_fine(here: Place) -> None:
    here.write(L, ("\ufeff" + LESSON.replace("\n", "\r\n")).encode())
    assert here.problems() == []


def test_positions_hold_behind_windows_line_ends(here: Place) -> None:
    here.write(L, LESSON.replace("minutes: 8", "minuets: 8").replace("\n", "\r\n").encode())
    problem = only(here.problems())
    assert (problem.code, problem.line, problem.column, problem.excerpt) == ("E201", 3, 1, "minuets: 8")


def test_not_utf8_names_the_byte_and_its_place(here: Place) -> None:
    here.write(L, LESSON.replace("Mulai", "Mul\udcffai").encode(errors="surrogateescape"))
    problem = only(here.problems())
    assert (problem.code, problem.line, problem.column) == ("E103", 2, 16)
    assert "0xff" in message(problem)
    assert "UTF-8" in hint(problem)


def test_too_large(here: Place) -> None:
    here.write(L, b"a" * 2_000_001)
    problem = only(here.problems())
    assert problem.code == "E102"
    assert "2.0 MB" in message(problem)


def test_too_many_parts(here: Place) -> None:
    here.write(L, "- a\n" * 110_000)
    problem = only(here.problems())
    assert (problem.code, problem.line) == ("E111", 100_000)


def test_more_problems_than_anybody_reads(here: Place) -> None:
    here.write(L, LESSON + "".join(f"zz{n}: 1\n" for n in range(300)))
    problems = here.problems()
    assert [problem.code for problem in problems] == ["E201"] * 20 + ["E198", "E199"]
    assert "180" in message(problems[20])
    assert here.check().errors == 200


def test_nothing_at_the_path(here: Place) -> None:
    problem = only(here.problems("courses/none.yaml"))
    assert problem.code == "E101"
    assert "none.yaml" in message(problem)


def test_a_folder_in_place_of_a_file(here: Place) -> None:
    (here.root / L).unlink()
    (here.root / L).mkdir()
    assert only(here.problems()).code == "E109"


def test_a_pipe_is_not_waited_for(here: Place) -> None:
    (here.root / L).unlink()
    os.mkfifo(here.root / L)
    assert only(here.problems()).code == "E109"


def test_a_link_out_of_the_module(here: Place) -> None:
    here.write("secret.yaml", LESSON)
    (here.root / L).unlink()
    (here.root / L).symlink_to(here.root / "secret.yaml")
    problem = only(here.problems())
    assert problem.code == "E108"
    assert "first.yaml" in message(problem)


def test_a_lessons_folder_that_leads_elsewhere(here: Place) -> None:
    (here.courses / "shop/lessons").rename(here.root / "away")
    (here.courses / "shop/lessons").symlink_to(here.root / "away")
    assert only(here.problems()).code == "E108"


def test_a_module_folder_that_leads_elsewhere(here: Place) -> None:
    (here.courses / "shop").rename(here.root / "away")
    (here.courses / "shop").symlink_to(here.root / "away")
    assert only(here.problems("courses")).code == "E108"


def test_a_link_inside_the_module_is_fine(here: Place) -> None:
    (here.root / L).rename(here.courses / "shop/real.txt")
    (here.root / L).symlink_to("../real.txt")
    assert here.problems() == []


def test_a_circle_of_links(here: Place) -> None:
    (here.root / L).unlink()
    (here.root / L).symlink_to("first.yaml")
    assert only(here.problems()).code == "E109"


def test_a_link_to_an_endless_device(here: Place) -> None:
    (here.root / L).unlink()
    (here.root / L).symlink_to("/dev/zero")
    assert only(here.problems()).code == "E108"


def test_a_folder_without_any_course(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    problem = only(Place(tmp_path).problems("empty"))
    assert problem.code == "E132"
    assert "empty" in message(problem)


def test_a_course_folder_without_module_yaml(here: Place) -> None:
    here.write("courses/other/lessons/first.yaml", LESSON)
    problems = here.problems()
    assert [problem.code for problem in problems if "other/module.yaml" in problem.path] == ["E133"]
    assert not any("shop" in problem.path for problem in problems)


def test_an_unknown_kind_of_file(here: Place) -> None:
    here.write("notes.yaml", "hello: world\n")
    assert only(here.problems("notes.yaml")).code == "E131"


def test_a_lesson_that_is_not_listed(here: Place) -> None:
    here.write("courses/shop/lessons/second.yaml", LESSON.replace("id: first", "id: second", 1))
    problem = only(here.problems())
    assert (problem.code, problem.severity, problem.line, problem.column) == ("W501", "warning", 1, 5)
    assert "second" in hint(problem)


def test_a_file_with_another_ending(here: Place) -> None:
    here.write("courses/shop/lessons/second.yml", LESSON)
    problem = only(here.problems())
    assert problem.code == "W504"
    assert "second.yaml" in hint(problem)


@pytest.mark.parametrize(
    "name", ["courses", "courses/shop", M, L, "courses/shop/glossary.yaml", "seeds", "seeds/facts"]
)
def test_every_kind_of_path(here: Place, name: str) -> None:
    report = here.check(name)
    assert report.problems == ()
    assert report.files > 0


def test_one_file_reports_only_its_own_problems(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    here.spoil(M, "pass: 80", "pass: 800")
    assert [problem.path.rpartition("/")[2] for problem in here.problems(L)] == ["first.yaml"]
    assert [problem.path.rpartition("/")[2] for problem in here.problems(M)] == ["module.yaml"]
    assert len(here.problems(M, L)) == 2
    assert len(here.problems(L, "courses")) == 2


def test_a_facts_file_alone_sees_the_facts_beside_it(here: Place) -> None:
    here.write(
        "seeds/facts/more.yaml", FACTS.replace("f-002", "f-0x").replace("f-001", "f-004").replace("[f-0x]", "[f-002]")
    )
    assert here.problems("seeds/facts/more.yaml") == []
    here.spoil("seeds/facts/more.yaml", "id: f-004", "id: f-001")
    assert [problem.code for problem in here.problems("seeds/facts/more.yaml")] == ["E301"]


def test_files_on_their_own_are_what_their_keys_say(tmp_path: Path) -> None:
    here = Place(tmp_path)
    for name, text in (("a.yaml", LESSON), ("b.yaml", MODULE), ("c.yaml", FACTS), ("d.yaml", "terms: 3\n")):
        here.write(name, text)
    assert {problem.code for problem in here.problems("a.yaml")} == {"E302"}
    assert {problem.code for problem in here.problems("b.yaml")} == {"E303"}
    assert here.problems("c.yaml") == []
    assert {problem.code for problem in here.problems("d.yaml")} == {"E203"}


def test_paths_are_named_from_where_one_stands(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    monkeypatch.chdir(here.root)
    assert check([here.courses]).problems[0].path == check([Path("courses")]).problems[0].path == str(Path(L))
    monkeypatch.chdir(here.courses / "shop/lessons")
    assert check([Path("first.yaml")]).problems[0].path == "first.yaml"


def test_a_text_of_more_lines_than_a_screen_can_bear(here: Place) -> None:
    lines = "".join(f"        - butir {n % 10}\n" for n in range(118))
    here.spoil(L, "        Pesanan membayar sewa.[^f-001]\n", "        Pesanan membayar sewa.[^f-001]\n" + lines)
    (problem,) = here.problems()
    assert (problem.code, problem.line, problem.column) == ("E220", 10, 11)
    assert "121" in message(problem)
    here.spoil(L, "        - butir 0\n", "")
    assert here.problems() == []
