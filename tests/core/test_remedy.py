"""What is proposed after repeated misses: the deepest thing that is not firm, and not before there is a pattern."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.mastery import Mastery
from sosmed_learn.core.remedy import Remedy, remedy, repeated_misses
from tests.core.evidences import days, said

NEEDS = {"brief": ["goals", "ads"], "ads": ["counts"], "goals": [], "counts": []}
LESSONS = {name: ("module", f"lesson-{name}") for name in NEEDS}
MISSES = [said(f"q{number}", 0, number, concept="brief") for number in range(3)]


def known(**means: float) -> dict[str, Mastery]:
    return {name: Mastery(mean, 0.1, 3, 3, days(0)) for name, mean in means.items()}


def proposed(evidence: list[Evidence], masteries: dict[str, Mastery]) -> Remedy | None:
    return remedy("brief", evidence, NEEDS, masteries, LESSONS)


def test_the_weakest_prerequisite_is_followed_to_the_ground() -> None:
    found = proposed(MISSES, known(goals=0.5, ads=0.3, counts=0.4))
    assert found == Remedy("brief", "counts", ("module", "lesson-counts"), ("brief", "ads", "counts"), tuple(MISSES))


def test_it_stops_where_the_ground_is_firm() -> None:
    found = proposed(MISSES, known(goals=0.9, ads=0.3, counts=0.9))
    assert found is not None
    assert found.path == ("brief", "ads")


def test_what_was_never_asked_about_is_not_firm() -> None:
    found = proposed(MISSES, known(ads=0.9))
    assert found is not None
    assert found.through == "goals"


def test_what_was_found_weak_comes_before_what_was_never_asked_about() -> None:
    found = proposed(MISSES, known(ads=0.3, counts=0.9))
    assert found is not None
    assert found.through == "ads"


def test_its_own_lesson_when_all_below_is_firm() -> None:
    found = proposed(MISSES, known(goals=0.9, ads=0.9))
    assert found is not None
    assert (found.through, found.path) == ("brief", ("brief",))


def test_what_no_lesson_teaches_is_passed_over() -> None:
    masteries = known(goals=0.9, ads=0.3, counts=0.3)
    lessons = {name: place for name, place in LESSONS.items() if name != "counts"}
    found = remedy("brief", MISSES, NEEDS, masteries, lessons)
    assert found is not None
    assert found.through == "ads"
    assert remedy("brief", MISSES, NEEDS, masteries, {}) is None


def test_concepts_that_need_each_other_end() -> None:
    found = remedy("a", [said(f"q{n}", 0, n, concept="a") for n in range(3)], {"a": ["b"], "b": ["a"]}, {}, LESSONS)
    assert found is None
    found = remedy("a", [said(f"q{n}", 0, n, concept="a") for n in range(3)], {"a": ["a"]}, {}, {"a": ("m", "l")})
    assert found is not None
    assert found.path == ("a",)


def test_misses_of_other_concepts_do_not_count() -> None:
    others = [said(f"q{number}", 0, number, concept="goals") for number in range(3)]
    assert proposed(others, {}) is None


@pytest.mark.parametrize(
    ("scores", "count"),
    [
        ("00", 0),
        ("000", 3),
        ("0100", 3),
        ("01010", 3),
        ("0001", 0),
        ("000111", 0),
        ("0001110", 0),
        ("0001100", 3),
        ("110000", 4),
    ],
)
def test_when_misses_make_a_pattern(scores: str, count: int) -> None:
    history = [said(f"q{number}", float(score), number) for number, score in enumerate(scores)]
    assert len(repeated_misses(history)) == count


def test_half_right_is_no_miss() -> None:
    assert repeated_misses([said(f"q{number}", 0.5, number) for number in range(5)]) == ()


@given(st.permutations(MISSES))
def test_the_order_in_which_answers_are_handed_over_does_not_matter(history: list[Evidence]) -> None:
    assert repeated_misses(history) == tuple(MISSES)
