"""Questions as probes: the chance to guess them, and the beliefs that their wrong answers name."""

from decimal import Decimal

import pytest

from sosmed_learn.core.mapping.probe import Probe, guessing, probe_of
from sosmed_learn.core.question import AnyQuestion, NumberSlip
from tests.core.builders import (
    choice,
    fill,
    item,
    match,
    multiple,
    order,
    picked_blank,
    single,
    sort,
    typed_blank,
    typed_number,
    typed_text,
    words,
)


@pytest.mark.parametrize(
    ("question", "chance"),
    [
        (single(), 1 / 3),
        (multiple(2, 2), 1 / 15),
        (typed_text("cpa"), 0.02),
        (typed_number("4"), 0.02),
        (order("a", "b", "c"), 1 / 6),
        (match("a", "b", "c", extras=("d",)), 1 / 24),
        (sort(("x", "y"), ("a", "x"), ("b", "y"), ("c", "y")), 1 / 8),
        (fill(picked_blank("a", choice("right", correct=True), choice("wrong")), typed_blank("b", "word")), 0.01),
    ],
)
def test_the_chance_to_be_right_without_any_idea(question: AnyQuestion, chance: float) -> None:
    assert guessing(question) == pytest.approx(chance)


def test_a_probe_has_the_level_the_concept_and_the_beliefs_of_its_question() -> None:
    assert probe_of(single(level=3), "a/b/q") == Probe("a/b/q", "goals", 3, 1 / 3, ("followers",))
    slip = NumberSlip(Decimal(5), words("why"), "upside-down")
    assert probe_of(typed_number("4", slips=(slip,)), "q").misconceptions == ("upside-down",)
    assert probe_of(order(item("a", belief="later"), item("b", belief="later"), "c"), "q").misconceptions == ("later",)
    blank = picked_blank("a", choice("right", correct=True), choice("wrong", belief="reach"))
    assert probe_of(fill(blank), "q").misconceptions == ("reach",)
    assert probe_of(typed_text("cpa"), "q").misconceptions == ()
