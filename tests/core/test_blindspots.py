"""The blind-spot map, the words that go with it, two maps compared, and the path of lessons that follows."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.mapping.blindspots import BlindSpotMap, Spot, changes, draw_map, retake_from, said
from sosmed_learn.core.mapping.evidence import CLASSES, Class
from sosmed_learn.core.mapping.studypath import TEST_MINUTES, Teaching, can_test_out, study_path
from tests.core.diagnosing import CHAIN, GRAPH, after, start

LESSONS = [
    Teaching(GRAPH.modules[name], f"{name}-{number}", (name,), 8) for name in reversed(GRAPH.ids) for number in (1, 2)
]
PLACES: st.SearchStrategy[Class | None] = st.sampled_from([*CLASSES, None])
KNOWN: dict[Class | None, float] = {"strong": 0.95, "unsure": 0.85, None: 0.5, "missing": 0.05, "blind": 0.05}


def drawn(*places: Class | None, hatched: bool = False, known: float | None = None) -> BlindSpotMap:
    """A map of the concepts of the graph in their order; those without a place here are strong."""
    every = [*places, *["strong"] * (len(GRAPH.ids) - len(places))]
    spots = [
        Spot(concept=name, place=place, chance=0.8, asked=2 * bool(place), hatched=hatched, known=known or KNOWN[place])  # type: ignore[arg-type,index]
        for name, place in zip(GRAPH.ids, every, strict=True)
    ]
    return BlindSpotMap(tuple(spots), 15, ended=True)


def test_a_partial_map_shows_what_was_found_and_leaves_the_rest_unchecked() -> None:
    shown = draw_map(after(("consent", "wrong", "sure"), ("consent", "wrong", "sure")))
    places = {each.concept: each.place for each in shown.spots}
    assert places["consent"] == "blind"
    assert places["privacy"] is None
    assert (shown.questions, shown.ended) == (2, False)
    assert not any(each.place for each in draw_map(start()).spots)


def test_what_is_said_names_whole_modules_the_best_and_every_blind_spot() -> None:
    told = said(drawn("blind", "missing", "strong", "blind"), GRAPH.modules)
    assert told.of_modules == ("commerce",)
    assert told.strong == ("calendar",)
    assert told.blind == ("goals", "brief")
    assert told.missing == ("channels",)
    assert told.certainty == pytest.approx(0.8)


def test_nothing_checked_leaves_nothing_to_say() -> None:
    told = said(drawn(*[None] * 6), GRAPH.modules)
    assert (told.strong, told.of_modules, told.blind, told.missing, told.certainty) == ((), (), (), (), 0)


def test_two_maps_compared() -> None:
    before, now = drawn("blind", "strong", "missing", None), drawn("missing", "unsure", "missing", "strong", None)
    kinds = [change.kind for change in changes(before, now)]
    assert kinds == ["better", "worse", "same", "new", "unchecked", "same"]
    assert retake_from(date(2026, 11, 23)) == date(2026, 12, 23)


def test_blind_spots_come_first_and_what_they_need_before_them() -> None:
    path = study_path(drawn("missing", "strong", "blind", "missing", "unsure"), GRAPH, LESSONS)
    concepts = list(dict.fromkeys(step.concept for step in path.steps))
    assert concepts == ["goals", "calendar", "brief", "consent"]
    assert [step.why for step in path.steps[::2]] == ["needed", "blind", "missing", "unsure"]
    assert [step.how for step in path.steps[::2]] == ["study", "study", "study", "example"]
    assert [step.lesson for step in path.steps[:2]] == ["goals-1", "goals-2"]
    assert set(path.skipped) == {
        (GRAPH.modules[name], f"{name}-{number}") for name in ("channels", "privacy") for number in (1, 2)
    }


def test_of_what_is_missing_and_what_was_not_checked_comes_first_what_gains_more_for_its_time() -> None:
    def order(known: float) -> list[str]:
        """Of ``goals``, which was not checked, and ``consent``, which is missing."""
        unchecked = replace(drawn().spots[0], place=None, known=known)
        found = drawn("strong", "strong", "strong", "strong", "missing")
        path = study_path(replace(found, spots=(unchecked, *found.spots[1:])), GRAPH, LESSONS)
        return list(dict.fromkeys(step.concept for step in path.steps))

    assert order(known=0.01) == ["goals", "consent"]
    assert order(known=0.5) == ["consent", "goals"]


def test_what_may_be_known_can_be_tested_out_of_but_not_what_was_just_shown_otherwise() -> None:
    lesson = Teaching("strategy", "goals-1", ("goals",), 8)
    assert can_test_out(drawn(None), lesson)
    assert not can_test_out(drawn(None, known=0.3), lesson), "it would hardly save anything"
    assert not can_test_out(drawn("missing", known=0.5), lesson)
    presumed = drawn("missing", known=0.5)
    presumed = replace(presumed, spots=tuple(replace(spot, asked=0) for spot in presumed.spots))
    assert can_test_out(presumed, lesson)
    assert not can_test_out(drawn("blind", known=0.9), lesson)
    first = study_path(drawn(None), GRAPH, LESSONS).steps[0]
    assert (first.how, first.why, first.minutes) == ("test", "unchecked", TEST_MINUTES)


def test_strong_by_a_guess_is_skipped_and_confirmed_later() -> None:
    path = study_path(drawn(hatched=True), GRAPH, LESSONS)
    assert path.steps == ()
    assert set(path.to_confirm) == set(GRAPH.ids)
    assert study_path(drawn(), GRAPH, LESSONS).to_confirm == ()


@given(st.lists(PLACES, min_size=6, max_size=6))
def test_every_path_holds_each_lesson_at_most_once_and_nothing_before_what_it_needs(
    places: list[Class | None],
) -> None:
    shown = drawn(*places)
    path = study_path(shown, GRAPH, LESSONS)
    lessons = [(step.module, step.lesson) for step in path.steps]
    assert sorted([*lessons, *path.skipped]) == sorted((each.module, each.lesson) for each in LESSONS)
    order = list(dict.fromkeys(step.concept for step in path.steps))
    for name in order:
        lacking = [need for need in GRAPH.before[name] if KNOWN[places[GRAPH.at[need]]] < 0.7]
        assert all(order.index(need) < order.index(name) for need in lacking)
    assert path.minutes <= sum(each.minutes for each in LESSONS)
    assert set(CHAIN) - set(order) <= {spot.concept for spot in shown.of("strong")}
