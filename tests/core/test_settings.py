"""Going through the values of a setting: every one is reached, and a strange one is left as it is until then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.memory import LEAST_RETENTION, MOST_RETENTION, desired_retention
from sosmed_learn.core.rhythm import USUAL_GOAL, goal_of
from sosmed_learn.core.settings import SETTINGS, Setting, reviews_on
from sosmed_learn.core.today import MINUTES, minutes_of

EACH = pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
NAMED = {setting.name: setting for setting in SETTINGS}


@EACH
def test_one_step_after_the_other_reaches_every_value_and_comes_back(setting: Setting) -> None:
    settings: dict[str, str] = {}
    seen = []
    for _ in setting.values:
        settings[setting.name] = setting.beside(settings, 1)
        seen.append(settings[setting.name])
    assert sorted(seen) == sorted(setting.values)
    assert seen[-1] == setting.usual


@EACH
def test_a_step_back_takes_back_a_step(setting: Setting) -> None:
    for value in setting.values:
        there = {setting.name: setting.beside({setting.name: value}, 1)}
        assert setting.beside(there, -1) == value


@given(st.sampled_from(SETTINGS), st.text(max_size=6))
def test_a_strange_value_is_shown_and_the_next_one_is_known(setting: Setting, value: str) -> None:
    saved = {setting.name: value}
    assert setting.of(saved) == value or setting.of(saved) in setting.values
    assert setting.beside(saved, 1) in setting.values


def test_the_same_number_written_otherwise_is_the_same_value() -> None:
    assert NAMED["retention"].of({"retention": "0.90"}) == "0.9"
    assert NAMED["minutes"].of({"minutes": "07"}) == "7"
    assert NAMED["minutes"].of({"minutes": "15"}) == "15"


def test_every_value_is_understood_by_what_it_sets() -> None:
    for value in NAMED["retention"].values:
        assert desired_retention({"retention": value}) == float(value)
        assert LEAST_RETENTION <= float(value) <= MOST_RETENTION
    assert [minutes_of({"minutes": value}) for value in NAMED["minutes"].values] == list(MINUTES)
    assert [goal_of({"goal": value}) for value in NAMED["goal"].values] == [None, 1, 2, 3, 4, 5, 6, 7]
    assert NAMED["goal"].usual == str(USUAL_GOAL)


@pytest.mark.parametrize(("saved", "on"), [({}, True), ({"reviews": "on"}, True), ({"reviews": "off"}, False)])
def test_reviews_are_on_until_they_are_switched_off(saved: dict[str, str], on: bool) -> None:  # noqa: FBT001
    assert reviews_on(saved) is on
