"""What the test of a lesson says of other concepts goes on to the map; what a lesson taught does not."""

from typing import Any

from msgspec.structs import replace

from sosmed_learn.core.events import Event
from tests.core.builders import START, Ticks
from tests.core.interviews import Way, begun, drawn, new, shown, walk
from tests.core.test_picture import in_lesson


def stopped_early() -> list[Event]:
    """A diagnosis that was left after one answer about each of two concepts, one of them in the other module."""
    ticks = Ticks()
    event = begun(ticks)
    ways: list[Way] = [("right", "fairly"), ("wrong", "fairly")]
    return [event, *walk(new(event), ways, ticks)[1]]


def failed_test(at: int = 300) -> list[Event]:
    return [in_lesson("goals", number, right=False, at=at, practice=True, confidence="guess") for number in range(3)]


def place(events: list[Event], concept: str) -> Any:
    return shown(drawn(events), concept).place


def test_who_fails_a_test_is_presumed_not_to_know_what_is_built_on_its_concept() -> None:
    before = stopped_early()
    assert place(before, "calendar") is None
    failed = shown(drawn([*before, *failed_test()]), "calendar")
    assert (failed.place, failed.hatched, failed.asked) == ("missing", True, 0)


def test_what_was_answered_in_a_lesson_or_after_it_says_nothing_of_other_concepts() -> None:
    taught: list[Event] = [in_lesson("goals", 3, right=False)]
    assert place([*stopped_early(), *taught, *failed_test(at=400)], "calendar") is None


def test_a_first_guess_is_no_test() -> None:
    guessed: list[Event] = [
        in_lesson("goals", number, right=False, pretest=True, confidence="guess") for number in range(3)
    ]
    assert place([*stopped_early(), *guessed], "calendar") is None


def test_a_test_before_the_diagnosis_says_nothing_more_to_it() -> None:
    early = [replace(event, id=f"d{event.id[1:]}") for event in failed_test()]
    assert place([*early, *stopped_early()], "calendar") is None


def test_what_is_asked_again_of_a_lesson_from_before_the_diagnosis_is_no_test() -> None:
    taught: list[Event] = [replace(in_lesson("goals", 3, right=True), id="d000000", at=START)]
    assert place([*taught, *stopped_early(), *failed_test()], "calendar") is None
