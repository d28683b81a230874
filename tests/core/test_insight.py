"""What is known of a learner follows from progress and courses alone."""

from datetime import date

import pytest

from sosmed_learn.core.events import Undone
from sosmed_learn.core.insight import READING, USUAL
from sosmed_learn.core.itembank import item_bank
from sosmed_learn.core.memory import LEECH
from sosmed_learn.core.progress import fold
from tests.core.builders import START
from tests.core.known import answer, bank, found, known, library


def test_nothing_is_known_of_somebody_new() -> None:
    new = known([], 0)
    assert (dict(new.evidence), dict(new.places), new.beliefs) == ({}, {}, ())
    assert new.seconds == READING + USUAL


def test_the_bank_has_every_question_where_it_stands() -> None:
    items = bank()
    assert found("u1", items).place == ("analytics", "counts", "u1")
    assert found("u1", items).concept.say("id") == "Satuan"
    assert [item.question.id for item in items.items if not item.reviewable] == ["guess"]
    assert items.teaching("goals") == (("strategy", "first"), ("strategy", "second"))


def test_a_lesson_that_cannot_be_read_takes_no_other_along() -> None:
    courses = library()
    courses.spoil("strategy", "first", "first.yaml:3:1")
    items = item_bank(courses)
    assert {item.place[1] for item in items.items} == {"second", "counts"}


def test_answers_speak_about_the_concept_of_their_question() -> None:
    after = known([answer("g0", confidence="sure", right=False), answer("u0", number=1)], 0)
    (missed,) = after.evidence["goals"]
    assert (missed.score, missed.surely_missed, missed.question) == (0, True, "strategy/first/g0")
    assert after.evidence["units"][0].right
    assert after.places["goals"].spot == "blind"


def test_what_is_undone_or_was_asked_in_another_meaning_says_nothing() -> None:
    taken_back = answer("g0")
    undone = Undone(id="e00001-undone", at=START, offset=420, target=taken_back.id)
    older = answer("u0", number=2, revision=0)
    assert not known([taken_back, undone, older], 2).evidence


def test_a_belief_shows_in_wrong_answers_and_is_withstood_by_right_ones() -> None:
    wrong = [answer(name, day, right=False) for day, name in enumerate(("g0", "g1", "g2"))]
    (belief,) = known(wrong, 3).beliefs
    assert belief.misconception == ("strategy", "followers")
    assert [sighting.question for sighting in belief.shown] == ["g0", "g1", "g2"]
    right = [answer(name, 5, number=number) for number, name in enumerate(("m0", "m1"))]
    assert known([*wrong, *right], 6).beliefs[0].settled


def test_what_one_bad_question_did_is_no_reason_for_a_remedy() -> None:
    once_a_day = [answer("u0", day, right=False) for day in range(LEECH)]
    assert known(once_a_day[:-1], LEECH).remedy("units") is not None
    assert known(once_a_day, LEECH).remedy("units") is None
    others = [answer(f"u{n}", LEECH, right=False, number=n) for n in range(1, 4)]
    assert known([*once_a_day, *others], LEECH + 1).remedy("units") is not None


def test_the_pace_is_that_of_the_learner() -> None:
    took = [answer(f"g{n % 4}", n, seconds=seconds) for n, seconds in enumerate((10, 20, 30, 40, 5000))]
    assert known(took, 9).seconds == READING + 30


@pytest.mark.parametrize("day", [0, 3])
def test_going_on_from_before_says_the_same_as_beginning_anew(day: int) -> None:
    first = [answer("g0"), answer("u0", number=1, right=False)]
    then = [*first, answer("g1", day, number=2), answer("u0", day, number=3)]
    before = known(first, 0)
    now, anew = known(then, day, before), known(then, day)
    assert now.memories.all == anew.memories.all
    assert dict(now.evidence) == dict(anew.evidence)
    assert now.today == date.fromordinal(START.date().toordinal() + day)


def test_other_machines_events_give_the_same_in_any_order() -> None:
    events = [answer(f"g{n}", n, right=n != 2) for n in range(4)]
    assert fold(events) == fold(reversed(events))
    assert known(events, 9).memories.all == known(list(reversed(events)), 9).memories.all
