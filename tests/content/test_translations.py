"""Which translation is behind, told from the versions of a lesson; each story is one text through its changes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.translations import Version
from tests.content.building import LESSON, L, Place, place, position

OLD = "{id: Menghitung pesanan., en: Count orders.}"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def lesson(indonesian: str = "Menghitung pesanan.", english: str = "Count orders.") -> str:
    return LESSON.replace(OLD, f"{{id: {indonesian}, en: {english}}}")


def told(here: Place, *earlier: str) -> list[tuple[str, str, str]]:
    """Language, the other one, and the day of what is told; the last of ``earlier`` is the file as it is."""
    versions = [Version(f"2026-01-0{at}", text) for at, text in enumerate(earlier, start=1)]
    here.write(L, earlier[-1])

    def history(path: Path) -> Sequence[Version]:
        return versions if path.name == "first.yaml" else ()

    report = check([here.courses, here.seeds], history=history)
    assert {problem.code for problem in report.problems} <= {"W528"}
    args = [dict(problem.args) for problem in report.problems]
    return [(each["language"], each["other"], each["day"]) for each in args]


def test_a_change_in_one_language_leaves_the_other_behind(here: Place) -> None:
    assert told(here, lesson(), lesson("Menghitung uang.")) == [("en", "id", "2026-01-02")]
    assert told(here, lesson(), lesson(english="Count money.")) == [("id", "en", "2026-01-02")]
    (problem,) = check([here.courses], history=lambda _path: [Version("2026-01-01", lesson())]).problems
    assert (problem.line, problem.column) == position(lesson(english="Count money."), "Menghitung pesanan.")


def test_who_follows_has_caught_up(here: Place) -> None:
    assert told(here, lesson(), lesson("Menghitung uang."), lesson("Menghitung uang.", "Count money.")) == []


def test_the_last_day_on_which_it_fell_behind_counts(here: Place) -> None:
    changed = (lesson("Menghitung uang."), lesson("Menghitung semua uang."))
    assert told(here, lesson(), *changed) == [("en", "id", "2026-01-03")]


@pytest.mark.parametrize(
    "now",
    [
        lesson("Menghitung uang.", "Count money."),
        lesson("MENGHITUNG, pesanan!").replace("MENGHITUNG, pesanan!", '"MENGHITUNG, pesanan!"'),
        lesson().replace("id: first", "id: first  # a note"),
        lesson().replace(OLD, "{id: Membaca kas., en: Read the till.}\n  - " + OLD.replace("orders", "all orders")),
    ],
    ids=["both", "signs", "note", "added"],
)
def test_what_leaves_nobody_behind(here: Place, now: str) -> None:
    assert told(here, lesson(), now) == []


def test_a_new_translation_is_not_late(here: Place) -> None:
    assert told(here, lesson().replace(OLD, "Menghitung pesanan."), lesson()) == []


def test_what_moves_keeps_its_history(here: Place) -> None:
    first, rest = LESSON.split("  - question:\n      id: pick-one")
    one, rest = rest.split("  - question:\n      id: pick-many")
    moved = f"{first}  - question:\n      id: pick-many{rest.rstrip()}\n  - question:\n      id: pick-one{one}"
    assert told(here, LESSON, moved) == []
    assert told(here, LESSON, moved, moved.replace("Which one counts?", "Which one is money?")) == [
        ("id", "en", "2026-01-03")
    ]


def test_versions_that_cannot_be_read_are_left_out(here: Place) -> None:
    assert told(here, lesson(), "id: [", "\x00", "", lesson("Menghitung uang.")) == [("en", "id", "2026-01-05")]


def test_without_a_history_nothing_is_told_and_an_ignore_stays_quiet(here: Place) -> None:
    ignoring = lesson("Menghitung uang.") + "ignore: [{code: W528, reason: Sudah dibaca.}]\n"
    here.write(L, ignoring)
    assert here.problems() == []
    assert told(here, lesson(), ignoring) == []
