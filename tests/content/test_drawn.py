"""Number questions with drawn values: what ``check`` says of them, and what reaches a learner."""

from pathlib import Path

import pytest

from tests.content.building import LESSON, L, Place, place

QUESTION = """\
  - question:
      id: cost
      kind: number
      concept: orders
      level: 2
      given:
        spend: {from: 500000, to: 900000, step: 50000, unit: Rp}
        orders: {of: [20, 25, 40, 50]}
      formula: spend / orders
      unit: Rp
      prompt: {id: "Iklan {spend}, {orders} pesanan. Berapa per pesanan?", en: "Ads {spend}, {orders} orders. Each?"}
      why: {id: "{spend} ÷ {orders} = {answer}.", en: "{spend} ÷ {orders} = {answer}."}
      slips:
        - {formula: orders / spend, why: {id: "Terbalik: {slip}.", en: "Upside down: {slip}."}}
      explanation: {id: "Bagi dengan hasilnya.", en: "Divide by what came of it."}
"""


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def codes(here: Place, question: str) -> list[str]:
    here.write(L, LESSON + question)
    return [problem.code for problem in here.problems()]


def test_a_good_one_is_clean(here: Place) -> None:
    assert codes(here, QUESTION) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("formula: spend / orders", "formula: __import__('os').system('true')", "E441"),
        ("formula: spend / orders", "formula: 9**9**9**9", "E445"),
        ("formula: spend / orders", "formula: spend / orders / (orders - orders)", "E445"),
        ("formula: spend / orders", "formula: spend / orders.real", "E441"),
        ("formula: spend / orders", "formula: sqrt(spend)", "E441"),
        ("formula: spend / orders", "formula: spend / order", "E442"),
        ("{slip}.", "{slipp}.", "E442"),
        ('{id: "Bagi', '{id: "{spnd} Bagi', "E442"),
        ("formula: orders / spend", "formula: spend / orders", "E445"),
        ("formula: orders / spend", "formula: orders / spendd", "E442"),
        ("of: [20, 25, 40, 50]", "of: [3, 7, 9]", "E447"),
        ("from: 500000", "from: 950000", "E444"),
        ("step: 50000", "step: 0", "E444"),
    ],
)
def test_what_cannot_be_worked_out_is_told(here: Place, old: str, new: str, code: str) -> None:
    assert old in QUESTION
    assert code in codes(here, QUESTION.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("      formula: spend / orders\n", "      formula: spend / orders\n      answer: 5\n", "E211"),
        ("      formula: spend / orders\n", "      answer: 5\n", "E212"),
        ("spend: {from: 500000, to: 900000, step: 50000, unit: Rp}", "spend: {from: 500000, unit: Rp}", "E212"),
        ("of: [20, 25, 40, 50]", "of: [20, 25, 40, 50], from: 2", "E211"),
        ("orders: {of", "Orders: {of", "E205"),
        ("orders: {of: [20, 25, 40, 50]}", "orders: 20", "E217"),
    ],
)
def test_the_shape_is_checked(here: Place, old: str, new: str, code: str) -> None:
    assert old in QUESTION
    assert code in codes(here, QUESTION.replace(old, new))


def test_a_wrong_name_is_guessed(here: Place) -> None:
    here.write(L, LESSON + QUESTION.replace("formula: spend / orders", "formula: spend / oders"))
    problem = next(problem for problem in here.problems() if problem.code == "E442")
    assert dict(problem.args)["guess"] == "orders"
