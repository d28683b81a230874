"""Drawn values: the same seed gives the same question, and every draw can be answered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.drawing import count_of, draw, seed_for
from sosmed_learn.core.grading import Typed, grade
from sosmed_learn.core.numbers import grouped
from sosmed_learn.core.question import Given, NumberQuestion, SlipFormula, Template, fingerprint
from sosmed_learn.core.text import LANGUAGES, Text

SEEDS = st.integers(0, 2**32 - 1)

TEMPLATE = Template(
    given=(
        Given("spend", low=Decimal(500_000), high=Decimal(2_000_000), step=Decimal(50_000), unit=Text.same("Rp")),
        Given("orders", options=(Decimal(20), Decimal(25), Decimal(40))),
    ),
    computed=(("half", "spend / 2"),),
    where="spend / orders > 20000",
    formula="spend / orders",
    places=0,
    prompt=Text("Iklan {spend}, {orders} pesanan. {tidak_ada}", "Ads {spend}, {orders} orders. {tidak_ada}"),
    explanation=Text("Setengahnya {half}.", "Half is {half}."),
    why=Text("{spend} ÷ {orders} = {answer}", "{spend} ÷ {orders} = {answer}"),
    hints=(Text("Bagi dengan {orders}.", "Divide by {orders}."),),
    slips=(SlipFormula("orders / spend", Text("Terbalik: {slip}.", "Upside down: {slip}."), "upside-down"),),
)
QUESTION = NumberQuestion(
    id="cost",
    kind="number",
    concept="ads",
    level=2,
    prompt=TEMPLATE.prompt,
    explanation=TEMPLATE.explanation,
    answer=Decimal(0),
    why=TEMPLATE.why,
    unit=Text.same("Rp"),
    template=TEMPLATE,
)


@given(SEEDS)
def test_a_draw_can_be_answered_and_its_mistake_is_known(seed: int) -> None:
    drawn = draw(QUESTION, seed)
    assert drawn.seed == seed
    assert drawn.answer > 20_000
    for language in LANGUAGES:
        assert grade(drawn, Typed(grouped(drawn.answer, language), language)).correct
    verdict = grade(drawn, Typed(f"{drawn.slips[0].answer:f}", "en"))
    assert not verdict.correct
    assert verdict.misconceptions == ("upside-down",)


@given(SEEDS)
def test_the_same_seed_gives_the_same_draw_also_from_a_draw(seed: int) -> None:
    assert draw(QUESTION, seed) == draw(QUESTION, seed) == draw(draw(QUESTION, seed + 1), seed)


@given(SEEDS)
def test_what_a_draw_is_called_does_not_depend_on_it(seed: int) -> None:
    assert fingerprint(draw(QUESTION, seed)) == fingerprint(QUESTION)
    other = replace(TEMPLATE, formula="spend * orders")
    assert fingerprint(replace(QUESTION, template=other)) != fingerprint(QUESTION)


def test_numbers_are_written_as_the_reader_writes_them_and_other_braces_stay() -> None:
    only = replace(
        TEMPLATE,
        given=(
            Given("spend", options=(Decimal(1_250_000),), unit=Text.same("Rp")),
            Given("orders", options=(Decimal("12.5"),)),
        ),
    )
    drawn = draw(replace(QUESTION, template=only), 0)
    assert drawn.prompt == Text(
        "Iklan Rp1.250.000, 12,5 pesanan. {tidak_ada}", "Ads Rp1,250,000, 12.5 orders. {tidak_ada}"
    )
    assert drawn.why == Text("Rp1.250.000 ÷ 12,5 = Rp100.000", "Rp1,250,000 ÷ 12.5 = Rp100,000")
    assert drawn.explanation == Text("Setengahnya 625.000.", "Half is 625,000.")
    assert drawn.hints == (Text("Bagi dengan 12,5.", "Divide by 12.5."),)


def test_different_seeds_give_different_numbers() -> None:
    prompts = {draw(QUESTION, seed).prompt.say("en") for seed in range(50)}
    assert len(prompts) > 20


def test_a_template_from_which_nothing_can_be_drawn_leaves_the_question_as_it_is() -> None:
    never = replace(QUESTION, template=replace(TEMPLATE, where="orders > spend"))
    assert draw(never, 1) == never
    by_zero = replace(QUESTION, template=replace(TEMPLATE, formula="spend / (orders - orders)"))
    assert draw(by_zero, 1) == by_zero


def test_a_draw_in_which_the_mistake_is_right_is_skipped() -> None:
    given_ = (Given("a", options=(Decimal(1), Decimal(2))),)
    template = replace(TEMPLATE, given=given_, computed=(), where=None, formula="a * a", places=None,
                       slips=(SlipFormula("a + a", Text.same("x")),))  # fmt: skip
    drawn = {draw(replace(QUESTION, template=template), seed).answer for seed in range(20)}
    assert drawn == {Decimal(1)}


@pytest.mark.parametrize(
    ("given_", "count"),
    [
        (Given("a", low=Decimal(1), high=Decimal(2), step=Decimal("0.5")), 3),
        (Given("a", low=Decimal(1), high=Decimal(1)), 1),
        (Given("a", low=Decimal(2), high=Decimal(1)), 0),
        (Given("a", low=Decimal(1), high=Decimal(2), step=Decimal(0)), 0),
        (Given("a", options=(Decimal(3),)), 1),
    ],
)
def test_how_many_values_there_are(given_: Given, count: int) -> None:
    assert count_of(given_) == count


@pytest.mark.parametrize(("typed", "known"), [("3.33", True), ("3.3", True), ("3", True), ("3.4", False), ("0", False)])
def test_a_mistake_that_does_not_end_is_known_to_as_many_decimals_as_were_typed(typed: str, *, known: bool) -> None:
    template = replace(
        TEMPLATE, given=(Given("a", options=(Decimal(30),)),), computed=(), where=None, formula="a * 10", places=None,
        slips=(SlipFormula("a / 9", Text.same("ninth")),),
    )  # fmt: skip
    verdict = grade(draw(replace(QUESTION, template=template), 0), Typed(typed, "en"))
    assert (verdict.why == Text.same("ninth")) is known


def test_seeds_differ_by_chance_and_by_question() -> None:
    assert len({seed_for(chance, name) for chance in ("a", "b") for name in ("x", "y")}) == 4
