"""What was found clean is not judged again, and the report is the same as without that."""

from pathlib import Path
from unittest.mock import patch

import pytest

from sosmed_learn.content import remembered as module
from sosmed_learn.content.check import Report, check
from sosmed_learn.content.meaning import check_lesson
from sosmed_learn.content.remembered import MOST, Remembered
from tests.content.building import G, L, M, Place, place
from tests.content.cases import CASES


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path / "here")


def checked(here: Place, remembered: Remembered | None) -> Report:
    return check([here.courses, here.seeds], remembered=remembered)


def judged(here: Place, remembered: Remembered) -> int:
    """How many lessons are judged in a check."""
    with patch("sosmed_learn.content.check.check_lesson", wraps=check_lesson) as judging:
        checked(here, remembered)
    return judging.call_count


def test_a_clean_lesson_is_judged_once(here: Place, tmp_path: Path) -> None:
    file = tmp_path / "cache" / "clean"
    assert judged(here, Remembered(file)) == 1
    assert judged(here, Remembered(file)) == 0


def test_without_a_file_it_is_known_as_long_as_the_value_lives(here: Place) -> None:
    remembered = Remembered()
    assert [judged(here, remembered) for _ in range(2)] == [1, 0]
    assert judged(here, Remembered()) == 1


def test_what_is_not_clean_is_judged_each_time(here: Place) -> None:
    here.spoil(L, "concept: orders", "concept: prices")
    remembered = Remembered()
    assert [judged(here, remembered) for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (L, "Start from orders", "Begin with orders"),
        (M, "id: followers-are-results", "id: likes-are-results"),
        (M, "lessons: [first]", "lessons: [first]\nlanguages: [id]"),
        ("seeds/facts/plain.yaml", "id: f-001", "id: f-009"),
    ],
)
def test_whatever_a_lesson_depends_on_makes_it_judged_anew(here: Place, name: str, old: str, new: str) -> None:
    remembered = Remembered()
    checked(here, remembered)
    path = here.root / name
    if not path.exists():  # the register's file has another name here
        path = next(file for file in (here.root / "seeds").rglob("*.yaml") if old in file.read_text(encoding="utf-8"))
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert judged(here, remembered) == 1
    assert checked(here, remembered).problems == checked(here, None).problems


def test_the_report_is_the_same_whatever_went_before(tmp_path: Path) -> None:
    remembered = Remembered()
    for number, case in enumerate(CASES):
        here = place(tmp_path / str(number))
        clean = checked(here, remembered)
        assert clean.problems == ()
        here.spoil(case.file, case.old, case.new)
        assert checked(here, remembered).problems == checked(here, None).problems, case


def test_a_glossary_that_changes_is_compared_again(here: Place) -> None:
    here.spoil(L, "steps:\n", "steps:\n" + "  - text: {id: Corong., en: Funnel.}\n" * 2)
    remembered = Remembered()
    before = checked(here, remembered).problems
    here.spoil(G, "en: Funnel", "en: Tunnel")
    after = checked(here, remembered).problems
    assert after != before
    assert after == checked(here, None).problems


def test_other_code_remembers_nothing_of_it(here: Place, tmp_path: Path) -> None:
    file = tmp_path / "clean"
    checked(here, Remembered(file))
    with patch.object(module, "__version__", "another"):
        assert judged(here, Remembered(file)) == 1


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 1000])
def test_a_damaged_file_only_costs_time(here: Place, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "clean"
    file.write_bytes(content)
    assert judged(here, Remembered(file)) == 1
    assert judged(here, Remembered(file)) == 0


def test_a_folder_that_cannot_be_written_to_only_costs_time(here: Place, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    remembered = Remembered(tmp_path / "file" / "clean")
    assert checked(here, remembered).problems == ()


def test_only_so_many_are_kept_and_the_newest_are_among_them(here: Place, tmp_path: Path) -> None:
    file = tmp_path / "clean"
    checked(here, Remembered(file))
    content = file.read_bytes()
    size = 16
    file.write_bytes(content[:size] + b"".join(b"%016d" % number for number in range(MOST + 5)))
    checked(here, Remembered(file))
    assert len(file.read_bytes()) == size * (MOST + 1)
    assert judged(here, Remembered(file)) == 0
