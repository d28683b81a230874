"""The exam bank of the strategy module: every concept has its questions, and each drawn one comes out as on paper."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.drawing import ANSWER, draws, worked_out
from sosmed_learn.core.question import NumberQuestion, OrderQuestion

PLACES = bundled()
OPENED = open_courses(PLACES.courses, PLACES.seeds)
[BANK_FILE] = [lesson for lesson in OPENED.lessons["strategy"] if lesson.id == "soal-ujian"]
BANK = {question.id: question for question in BANK_FILE.questions}
CONCEPTS = next(module.concepts for module in OPENED.modules if module.id == "strategy")
DRAWS = 60

Given = Mapping[str, Fraction]

ASKED: dict[str, Callable[[Given], Fraction]] = {
    "chat-dari-penjualan": lambda g: g["sales"] * g["orders"] * g["asked"] / (g["now"] * g["won"]),
    "capaian-salah-kirim": lambda g: 1 - (g["result"] - g["target"]) / (g["start"] - g["target"]),
    "bagian-chat-bahan": lambda g: (
        (1 - (g["size"] + g["price"] + g["other"]) / sum(g[key] for key in ("part", "both", "size", "price", "other")))
        * 100
    ),
    "rasio-akun-tikar": lambda g: g["total"] * 100 / (g["posts"] * g["followers"]),
    "skor-kanal-undian": lambda g: (50 * g["audience"] + 30 * g["path"] + 20 * g["capacity"]) / 100,
    "sisa-jam-kalender": lambda g: g["weeks"] * (7 - 2),
    "pesanan-penutup-iklan": lambda g: g["budget"] * 100 / (g["price"] * g["margin"]),
}
"""The answer of each drawn question as one would work it out on paper, not by the formula of the course."""


def test_every_concept_has_questions_for_the_exam_alone() -> None:
    asked = Counter(question.concept for question in BANK.values())
    assert set(asked) == {concept.id for concept in CONCEPTS}
    assert min(asked.values()) >= 6
    assert max(asked.values()) <= len(BANK) / 3


def test_half_of_the_questions_are_of_the_middle_level() -> None:
    levels = Counter(question.level for question in BANK.values())
    assert levels[2] * 2 == pytest.approx(len(BANK), rel=0.15)


@pytest.mark.parametrize("name", ASKED)
def test_drawn_answers_are_those_worked_out_on_paper_and_need_no_rounding(name: str) -> None:
    question = BANK[name]
    assert isinstance(question, NumberQuestion)
    assert question.template is not None
    for seed in range(DRAWS):
        known = next(filter(None, (worked_out(question.template, values) for values in draws(question.template, seed))))
        assert Fraction(known[ANSWER]) == ASKED[name]({key: Fraction(value) for key, value in known.items()}), known


def test_every_drawn_question_of_the_bank_is_worked_out_here() -> None:
    drawn = {name for name, asked in BANK.items() if isinstance(asked, NumberQuestion) and asked.template is not None}
    assert drawn == set(ASKED)


def test_the_listings_to_order_stand_by_what_counts_as_an_action() -> None:
    asked = BANK["urutan-audit"]
    assert isinstance(asked, OrderQuestion)
    rates = [_action_rate(item.text.say("en")) for item in asked.items]
    assert rates == sorted(set(rates), reverse=True)


def _action_rate(card: str) -> Fraction:
    views = re.match(r"([\d,]+) views;", card)
    assert views is not None
    actions = sum(int(number) for number in re.findall(r"(\d+) (?:calls|directions|links)", card))
    return Fraction(actions, int(views[1].replace(",", "")))
