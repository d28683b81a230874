"""Formulas: exact arithmetic with the given names, and a plain fault for everything else."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.formula import LARGEST, LONGEST, FormulaError, evaluate, names_in, rounded

VALUES = {"spend": Decimal(500_000), "orders": Decimal(40), "rate": Decimal("2.5")}


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("spend / orders", "12500"),
        ("0.1 + 0.2", "0.3"),
        ("orders * rate / 100", "1"),
        ("min(spend, orders, 7)", "7"),
        ("max(spend, 1)", "500000"),
        ("abs(orders - 50)", "10"),
        ("round(rate)", "3"),
        ("round(1234.567, 1)", "1234.6"),
        ("floor(-2.5)", "-3"),
        ("ceil(2.1)", "3"),
        ("orders ** 2", "1600"),
        ("-orders + 50", "10"),
        ("orders % 7", "5"),
        ("spend if orders > 30 else 0", "500000"),
        ("spend > orders", "1"),
        ("orders > spend or rate == 2.5", "1"),
        ("not orders > spend", "1"),
    ],
)
def test_arithmetic_is_exact(formula: str, expected: str) -> None:
    assert evaluate(formula, VALUES) == Decimal(expected)


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("", "syntax"),
        ("spend +", "syntax"),
        ("spend = 3", "syntax"),
        ("(" * 190 + "1", "syntax"),
        ("clicks / spend", "name"),
        ("sqrt(4)", "function"),
        ("__import__('os')", "function"),
        ("eval(1)", "function"),
        ("spend.real", "feature"),
        ("(1).__class__", "feature"),
        ("'a' * 9", "feature"),
        ("f'{spend}'", "feature"),
        ("[1, 2]", "feature"),
        ("[x for x in 9]", "feature"),
        ("lambda: 1", "feature"),
        ("(x := 1)", "feature"),
        ("spend if True else 0", "feature"),
        ("max()", "feature"),
        ("max(1, key=abs)", "feature"),
        ("1 / 0", "zero"),
        ("0 / 0", "zero"),
        ("spend % 0", "zero"),
        ("2 ** 2 ** 2 ** 9", "large"),
        ("9 ** 99", "large"),
        ("1e309", "large"),
        ("1000000000 * 1000000000", "large"),
        ("1 + " * 60 + "1", "long"),
    ],
)
def test_everything_else_is_a_fault_with_a_name(formula: str, fault: str) -> None:
    with pytest.raises(FormulaError) as caught:
        evaluate(formula, VALUES)
    assert caught.value.fault == fault


@given(st.text(alphabet="spend orders0123456789+-*/%().,<>=!'[]{}_eif:\"\\\n", max_size=LONGEST + 20))
def test_no_text_does_anything_but_fail_or_give_a_sane_number(formula: str) -> None:
    try:
        value = evaluate(formula, VALUES)
    except FormulaError:
        return
    assert value.is_finite()
    assert abs(value) <= LARGEST


def test_the_names_come_in_their_order_and_once() -> None:
    assert names_in("rate * max(orders, spend) + rate") == ("rate", "orders", "spend")


@pytest.mark.parametrize(("value", "places", "expected"), [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("1.005", 2, "1.01")])
def test_halves_are_rounded_away_from_zero(value: str, places: int, expected: str) -> None:
    assert rounded(Decimal(value), places) == Decimal(expected)
