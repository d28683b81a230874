"""A concept with everything behind where it stands: it adds up, and shows what was answered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.conceptview import concept_view
from sosmed_learn.core.events import DiagnosisBegun, Event, LessonFinished
from sosmed_learn.core.mapping.picture import picture
from sosmed_learn.core.today import proposals
from tests.core.builders import START
from tests.core.known import answer, known, stamp_of


def test_a_concept_that_no_module_has_is_none() -> None:
    state = known([], 0)
    assert concept_view(state, picture(state, "admin"), "nothing") is None


def test_a_concept_that_was_never_asked_about_says_so() -> None:
    state = known([], 0)
    view = concept_view(state, picture(state, "admin"), "units")
    assert view is not None
    assert (view.answers, view.place, view.account.now.answers) == ((), None, 0)
    assert [need.concept.id for need in view.needs] == ["goals"]
    assert [lesson.id for _module, lesson in view.lessons] == ["counts"]


def test_a_concept_shows_what_builds_on_it() -> None:
    state = known([], 0)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    assert [need.concept.id for need in view.builds] == ["units"]


def test_a_place_of_the_newest_map_that_all_answers_would_not_give_is_told_as_such() -> None:
    state = known([answer(name, 0, right=False, number=n) for n, name in enumerate(("g1", "g2", "g3"))], 1)
    shown = picture(state, "admin")
    for place in ("strong", state.places["goals"].spot):
        spots = [replace(spot, place=place) if spot.concept == "goals" else spot for spot in shown.drawn.spots]
        view = concept_view(state, replace(shown, drawn=replace(shown.drawn, spots=tuple(spots))), "goals")
        assert view is not None
        assert view.of_map == (place == "strong")


def test_answers_are_the_newest_first_with_what_was_answered_where_it_is_kept() -> None:
    state = known([answer("g0", 0, right=False, confidence="sure"), answer("g1", 1, practice=True)], 2)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    assert [seen.item.question.id for seen in view.answers] == ["g1", "g0"]
    assert [seen.answered is not None for seen in view.answers] == [False, True], "practice leaves no answer behind"
    assert view.answers[1].entry.evidence.surely_missed


def test_what_is_answered_in_a_diagnosis_under_way_is_not_told() -> None:
    begun = DiagnosisBegun(id="e00000-000", at=START, offset=420, length=15, seed=1)
    hidden = answer("g0", 0, right=False, diagnosis=begun.id)
    state = known([begun, hidden], 1)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    assert view.answers == ()


@given(
    st.lists(
        st.tuples(st.sampled_from(["g0", "g1", "g2", "m0"]), st.integers(0, 30), st.booleans()), min_size=1, max_size=12
    )
)
def test_the_account_adds_up_to_what_is_shown(done: list[tuple[str, int, bool]]) -> None:
    events = [answer(name, day, right=right, number=number) for number, (name, day, right) in enumerate(done)]
    state = known(events, 40)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    told = view.account
    changed = sum(entry.change - entry.faded for entry in told.entries) - told.faded
    assert told.presumed + changed == pytest.approx(told.now.mean)


def missed(days: range) -> list[Event]:
    return [answer(f"u{day % 5}", day, right=False) for day in days]


def test_repeated_misses_propose_the_lesson_of_what_the_concept_rests_on() -> None:
    state = known(missed(range(3)), 3)
    (offer, *_) = proposals(state, picture(state, "admin"))
    assert (offer.reason, offer.module, offer.concept, offer.through) == ("remedy", "strategy", "units", "goals")
    view = concept_view(state, picture(state, "admin"), "units")
    assert view is not None
    assert view.remedy is not None
    assert view.remedy.through == "goals"


def test_the_lesson_that_was_just_done_is_not_proposed_again_for_what_was_tried_once_more_after_it() -> None:
    end = stamp_of(3, 5, "z")
    finish = LessonFinished(id=end.id, at=end.at, offset=420, module="strategy", lesson="first", right=0, asked=1)
    events = [*missed(range(3)), finish, answer("u3", 3, right=False, number=9, practice=True)]

    def proposed(day: int) -> list[str]:
        state = known(events, day)
        return [offer.reason for offer in proposals(state, picture(state, "admin"))]

    assert proposed(3) == []
    assert proposed(4) == ["remedy"], "what went wrong after it is not forgotten"


def test_without_a_map_nothing_but_remedies_is_proposed() -> None:
    state = known([answer("u0"), answer("g0", number=1)], 1)
    assert proposals(state, picture(state, "admin")) == ()
