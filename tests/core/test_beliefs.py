"""Misconceptions that were met three times: named with where they showed, until questions withstand them."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.beliefs import Sighting, beliefs
from tests.core.evidences import days

FOLLOWERS = ("strategy", "followers-are-results")


def met(question: str, day: float, *, held: bool = True, **rest: Any) -> Sighting:
    values: dict[str, Any] = {"misconception": FOLLOWERS, "module": "strategy", "lesson": "goals"} | rest
    return Sighting(question=question, at=days(day), held=held, **values)


THREE = [met("a", 0), met("b", 0.01), met("c", 5)]


def test_twice_is_not_yet_a_belief() -> None:
    assert beliefs(THREE[:2]) == ()


def test_three_times_names_it_with_where_it_showed() -> None:
    (found,) = beliefs(reversed(THREE))
    assert found.misconception == FOLLOWERS
    assert [one.question for one in found.shown] == ["a", "b", "c"]
    assert not found.settled


def test_the_same_question_again_in_one_sitting_is_one_time() -> None:
    assert beliefs([met("a", minute / 1440) for minute in range(5)]) == ()
    assert len(beliefs([met("a", day) for day in range(3)])) == 1


def test_questions_of_one_name_in_other_lessons_are_others() -> None:
    assert len(beliefs([met("a", 0, lesson=lesson) for lesson in ("x", "y", "z")])) == 1


def test_two_questions_that_withstand_it_settle_it() -> None:
    once = [*THREE, met("d", 6, held=False)]
    assert [belief.settled for belief in beliefs(once)] == [False]
    assert [belief.settled for belief in beliefs([*once, met("e", 7, held=False)])] == [True]


def test_the_very_question_right_after_its_explanation_settles_nothing() -> None:
    at_once = [*THREE, met("c", 5.001, held=False), met("c", 5.002, held=False)]
    assert [belief.withstood for belief in beliefs(at_once)] == [()]
    later = [*THREE, met("c", 6, held=False), met("c", 7, held=False)]
    assert [belief.settled for belief in beliefs(later)] == [True]


def test_met_again_it_is_open_again() -> None:
    again = [*THREE, met("d", 6, held=False), met("e", 7, held=False), met("f", 8)]
    (found,) = beliefs(again)
    assert not found.settled
    assert len(found.shown) == 4


def test_a_relapse_is_seen_however_soon() -> None:
    (found,) = beliefs([*THREE, met("d", 6, held=False), met("d", 6.01)])
    assert [one.question for one in found.shown] == ["a", "b", "c", "d"]


def test_how_often_it_came_with_being_sure() -> None:
    (found,) = beliefs([met("a", 0, sure=True), met("b", 1), met("c", 2, sure=True)])
    assert found.sure == 2


def test_open_ones_come_first_and_of_these_the_newest() -> None:
    def of(name: str, day: float) -> list[Sighting]:
        return [met(f"{name}{number}", day + number, misconception=("m", name)) for number in range(3)]

    settled = [*of("done", 50), *(met(name, 60, held=False, misconception=("m", "done")) for name in "xy")]
    found = beliefs([*of("old", 0), *settled, *of("new", 10)])
    assert [belief.misconception[1] for belief in found] == ["new", "old", "done"]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.booleans()), max_size=12), st.data())
def test_the_order_in_which_they_are_handed_over_does_not_matter(rows: list[Any], data: Any) -> None:
    seen = [met(question, day, held=held) for question, day, held in rows]
    assert beliefs(seen) == beliefs(data.draw(st.permutations(seen)))
