"""Processes die, or the disk refuses, at every call to the system that the store makes, and at random moments."""

import os
from collections.abc import Callable

import pytest

from tests.faults import FULL
from tests.faults.conftest import Run
from tests.faults.scenarios import SCENARIOS

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows cannot fork, and would need a second for each kill")

SEED = 20261126
Tell = Callable[[str], None]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_killed_at_any_call_it_loses_nothing(scenario: str, run: Run, tell: Tell) -> None:
    found = run("kill", scenario)
    tell(f"killed anywhere: {scenario:28} {found['points']:5} kills     {len(found['wrong'])} went wrong")
    assert found["wrong"] == {}
    assert found["points"] > 20


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_whatever_call_fails_it_is_told_and_can_be_done_again(scenario: str, run: Run, tell: Tell) -> None:
    found = run("errors", scenario, "full" if FULL else "short")
    tell(f"every error:     {scenario:28} {found['points']:5} failures  {len(found['wrong'])} went wrong")
    assert found["wrong"] == {}
    assert found["points"] >= 20


def test_killed_at_random_moments_it_loses_nothing(run: Run, tell: Tell) -> None:
    kills = 1000 if FULL else 25
    found = run("random_kills", kills, SEED)
    tell(f"random kills:    {kills} kills, {found['told']} answers told as saved, {len(found['wrong'])} went wrong")
    assert found["wrong"] == []
    assert found["told"] > kills


def test_four_windows_at_once_lose_double_and_reorder_nothing(run: Run, tell: Tell) -> None:
    each = 500 if FULL else 100
    found = run("writers", 4, each, SEED)
    tell(f"many writers:    4 x {each} answers, {found['kills']} kills, {len(found['wrong'])} went wrong")
    assert found["wrong"] == []
    assert found["answers"] == 4 * each
    assert found["kills"] > 0
