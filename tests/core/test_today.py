"""Today's plan fits the minutes, and says what it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import DiagnosisBegun, Event, LessonFinished, SettingChanged
from sosmed_learn.core.offers import OfferView, offer_view
from sosmed_learn.core.progress import fold
from sosmed_learn.core.today import MINUTES, USUAL_MINUTES, Today, minutes_of, plan_today
from tests.core.builders import START
from tests.core.known import answer, bank, known, library, stamp_of

NAMES = [item.question.id for item in bank().items if item.reviewable]


def setting(name: str, value: str) -> SettingChanged:
    return SettingChanged(id=f"e-{name}", at=START, offset=420, name=name, value=value)


def offer() -> OfferView:
    view = offer_view(library(), fold([]))
    assert view is not None
    return view


def everything(day: int = 0) -> list[Event]:
    return [answer(name, day, number=number) for number, name in enumerate(NAMES)]


def test_somebody_new_gets_the_next_step_alone() -> None:
    plan = plan_today(known([], 0), offer())
    assert (plan.asks, plan.offer, plan.minutes, plan.back) == ((), offer(), USUAL_MINUTES, False)
    assert plan.planned == 5


def test_what_fades_comes_first_and_leaves_time_for_the_next_step() -> None:
    plan = plan_today(known([*everything(), setting("minutes", "5")], 10), offer())
    assert 0 < len(plan.asks) < len(NAMES)
    assert plan.asking < 5
    assert plan.more
    assert plan.planned == 5


def test_behind_the_questions_comes_the_step_that_was_announced_and_then_questions_again() -> None:
    events = [*everything(), setting("minutes", "5")]
    first = plan_today(known(events, 10), offer())
    done = [answer(ask.item.question.id, 10, number=n, practice=True) for n, ask in enumerate(first.asks)]
    assert len(plan_today(known([*events, done[0]], 10), offer()).asks) == len(first.asks) - 1
    rest = plan_today(known([*events, *done], 10), offer())
    assert (rest.asks, rest.offer, rest.more) == ((), offer(), True)
    assert plan_today(known([*events, *done], 10), None).asks, "where nothing else is to be done"
    stamp = stamp_of(10, 99, "done")
    finish = LessonFinished(
        id=stamp.id, at=stamp.at, offset=stamp.offset, module="strategy", lesson="first", right=1, asked=1
    )
    assert plan_today(known([*events, *done, finish], 10), offer()).asks
    assert plan_today(known([*events, *done], 11), offer()).asks, "and on another day"


def test_after_weeks_away_one_is_greeted_and_gets_what_has_faded_before_anything_new() -> None:
    events = [*everything(), setting("minutes", "10")]
    here, away = plan_today(known(events, 9), offer()), plan_today(known(events, 70), offer())
    assert (here.back, away.back) == (False, True)
    assert len(away.asks) > len(here.asks)


def test_who_has_made_a_map_since_is_back_already() -> None:
    begun = stamp_of(69, 0, "map")
    sitting = DiagnosisBegun(id=begun.id, at=begun.at, offset=420, length=15, role="admin", seed=1)
    probe = answer("u0", 69, number=1, lesson="probes", question="probe", diagnosis=begun.id)
    assert plan_today(known([*everything(), sitting], 70), offer()).back, "to open it is to have done nothing yet"
    plan = plan_today(known([*everything(), sitting, probe], 70), offer())
    assert plan.asks
    assert not plan.back


def test_reviews_can_be_switched_off() -> None:
    plan = plan_today(known([*everything(), setting("reviews", "off")], 30), offer())
    assert (plan.asks, plan.offer) == ((), offer())


def test_with_nothing_to_do_the_plan_is_empty() -> None:
    assert not Today(7).any
    assert not plan_today(known([], 0), None).any


@pytest.mark.parametrize(
    ("said", "minutes"), [("", 7), ("5", 5), ("20", 20), ("0", 7), ("-3", 7), ("x", 7), ("1e9", 7)]
)
def test_minutes_are_those_that_were_said(said: str, minutes: int) -> None:
    assert minutes_of({"minutes": said}) == minutes


@given(st.sampled_from(MINUTES), st.integers(1, 400), st.booleans())
def test_reviews_never_take_longer_than_the_learner_has(minutes: int, day: int, alone: bool) -> None:  # noqa: FBT001
    state = known([*everything(), setting("minutes", str(minutes))], day)
    plan = plan_today(state, None if alone else offer())
    assert len(plan.asks) * state.seconds <= max(minutes * 60, state.seconds)
    assert plan.planned <= max(minutes, 1)
