"""The bundled courses have as much of everything as was promised, and what lacks is told with its place."""

from pathlib import Path

from sosmed_learn.content.locations import bundled
from tests.content.building import place
from tests.cues import telling
from tests.cues.amounts import Amount, amounts


def test_nothing_lacks_in_the_bundled_courses() -> None:
    found = amounts(bundled().courses)
    lacking = [amount for amount in found if not amount.fine]
    assert not lacking, "\n".join(telling.counted(lacking, wordy=False))
    assert sum(amount.what.startswith("scored questions of") for amount in found) == 39


def test_what_lacks_is_told_with_its_place(tmp_path: Path) -> None:
    found = {amount.what: amount for amount in amounts(place(tmp_path).courses)}
    scored = found["scored questions of shop › first"]
    assert not scored.fine
    assert scored.behind[0].endswith("first.yaml:1")
    assert found["first guesses of shop › first"].there == 0
    assert found["terms of the glossaries"].there == 1
    assert found["questions of the map on shop › orders"].there == 0


def test_too_much_is_as_wrong_as_too_little() -> None:
    assert [Amount("minutes", there, 300, 420).fine for there in (299, 300, 420, 421)] == [False, True, True, False]
    assert Amount("tasks", 10_000, 25).fine
