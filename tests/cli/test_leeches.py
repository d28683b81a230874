"""``progress leeches``: what was missed again and again, for people and for programs."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Flagged
from tests.cli.keeping import answer, saved, seen
from tests.cli.running import LESSON, Run, course
from tests.fakes import NOW

LONG = LESSON.replace(
    "Which one counts?", "Which one of all these many things counts, when the rent has to be paid at last?"
)


@pytest.fixture(autouse=True)
def _one_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(course(tmp_path / "courses", LONG)))


def miss(day: int) -> Answered:
    told = answer(f"a{day:03d}", module="shop", days=day - 30)
    return replace(told, lesson="first", question="pick-one", correct=False, score=0.0)


def test_it_says_where_how_often_and_how_the_question_begins(run: Run) -> None:
    flag = Flagged(id="b1", at=NOW, offset=420, module="shop", lesson="first", step="pick-one", flagged=True)
    saved(*map(miss, range(9)), flag)
    ran = run("--lang", "en", "progress", "leeches")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "shop › first › pick-one: missed on 9 days, 9 of 9 times, reported",
        '  "Which one of all these many things counts, when the rent ha…"',
    ]
    assert "Read each as somebody" in ran.err
    assert "salah di 9 hari, 9 dari 9 kali, dilaporkan" in run("--lang", "id", "progress", "leeches").out


def test_programs_get_the_same(run: Run) -> None:
    saved(*map(miss, range(8)))
    (row,) = json.loads(run("--lang", "en", "progress", "leeches", "--format", "json").out)
    assert row == {
        "module": "shop",
        "lesson": "first",
        "question": "pick-one",
        "prompt": "Which one of all these many things counts, when the rent ha…",
        "days_missed": 8,
        "missed": 8,
        "asked": 8,
        "flagged": False,
        "disputed": False,
    }


def test_without_any_it_says_so_and_changes_nothing(run: Run) -> None:
    folder = saved(*map(miss, range(7)))
    before = seen(folder)
    assert run("--lang", "en", "progress", "leeches").out == "No question was missed on 8 days or more.\n"
    assert json.loads(run("progress", "leeches", "--format", "json").out) == []
    assert seen(folder) == before


def test_a_folder_that_is_none_is_a_sentence(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(tmp_path / "file"))
    ran = run("--lang", "en", "progress", "leeches")
    assert ran.code == 1
    assert "is not a folder" in ran.err
    assert "Traceback" not in ran.err
