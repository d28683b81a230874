"""The numbers of the community module: worked examples and drawn answers, worked out again from what the texts tell."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.drawing import ANSWER, draws, worked_out
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.question import NumberQuestion
from sosmed_learn.core.text import Language
from tests.content.sums import numbers

PLACES = bundled()
LESSONS = {lesson.id: lesson for lesson in open_courses(PLACES.courses, PLACES.seeds).lessons["community"]}
DRAWS = 60

Given = Mapping[str, Fraction]


def _arguing() -> list[int]:
    one = 24 * 20_000 // 60
    return [one, 200 * 20 // 100 * one, 200 * 10 // 100 * one]


def _moderating() -> list[int]:
    minutes = 12 * 3
    day = minutes * 20_000 // 60
    return [12 * 100 // 150, minutes, day, 26 * day]


def _laundry() -> list[float]:
    return [26 * 100 // 40, 9 / 40 * 100, 5 / 40 * 100, 9 * 6, 9 * 15_000, 9 * 120_000]


def _photos() -> list[int]:
    cost = 25 * 4 * 27_000 // 60
    return [15 * 100 // 25, 4 * 100 // 25, 25 * 4, cost, cost // 15, 1_500_000 // 15]


def _creators() -> list[int]:
    small, big = 500_000 + 120_000, 5_000_000
    margins = 45 * 24_000, 130 * 24_000
    even = ceil(small / 24_000), ceil(big / 24_000)
    return [*margins, margins[0] - small, big - margins[1], *even, round(small / 45), round(big / 130)]


def _recall() -> list[int]:
    left = 240 - 60
    refunds, destroyed = 60 * 35_000, left * 23_000
    return [3 * 5, left, refunds, destroyed, refunds + destroyed + 350_000]


TOLD: dict[tuple[str, ...], Sequence[float]] = {
    ("audiens-atau-komunitas", "contoh-kebun"): [24 * 100 // 600, 96 * 100 // 600, 480 * 100 // 600, 45 - 9],
    ("audiens-atau-komunitas", "harga-menyapa"): [45 * 2, 45 * 2 * 20_000 // 60],
    ("pedoman-komunitas", "harga-kabur"): _arguing(),
    ("tangga-moderasi", "contoh-larasati"): _moderating(),
    ("kritik-troll-serangan", "contoh-binatu"): _laundry(),
    ("ugc-izin-musik", "contoh-naraya"): _photos(),
    ("advokat-dan-kreator", "hitung-kerja-sama", "biaya-per-pesanan"): _creators(),
    ("tangga-krisis", "contoh-sambal"): _recall(),
}
"""What the steps of a worked example say, worked out from its own figures."""

ASKED: dict[tuple[str, str], Callable[[Given], Fraction | int]] = {
    ("pedoman-komunitas", "agreement-share"): lambda g: 100 - (g["clashes"] + g["other"]) * 100 / g["comments"],
    ("pedoman-komunitas", "cost-of-arguing"): lambda g: (
        (g["cases"] - g["cases"] * (g["same"] - g["other"]) / 20) * (g["each"] + g["each"]) * (g["wage"] / 60)
    ),
    ("tangga-moderasi", "minutes-of-moderation"): lambda g: sum(
        g[kind] * g["minutes"] for kind in ("spam", "asked", "mocked")
    ),
    ("tangga-moderasi", "moderators-needed"): lambda g: (
        -(-((g["hidden"] + g["blocked"]) * (g["minutes"] + g["proof"]) + g["replied"] * g["minutes"]) // g["limit"])
    ),
    ("kritik-troll-serangan", "share-of-attack"): lambda g: g["same"] * 100 / g["all"],
    ("kritik-troll-serangan", "orders-with-trouble"): lambda g: g["real"] * 100 / g["orders"],
    ("ugc-izin-musik", "fit-for-ads"): lambda g: g["ads"] * 100 / g["asked"],
    ("ugc-izin-musik", "messages-to-send"): lambda g: -(-g["need"] // (g["agreed"] / g["asked"])),
    ("advokat-dan-kreator", "profit-of-a-deal"): lambda g: g["orders"] * g["margin"] - (g["fee"] + g["goods"]),
    ("advokat-dan-kreator", "orders-to-break-even"): lambda g: (
        -(-(g["fee"] + g["goods"] - (g["typed"] + g["told"]) * g["margin"]) // g["margin"])
    ),
    ("tangga-krisis", "set-the-threshold"): lambda g: 3 * g["week"] / 7,
    ("tangga-krisis", "cost-of-recall"): lambda g: (
        g["made"] * g["price"] - g["left"] * (g["price"] - g["cost"]) + g["clinic"]
    ),
    ("soal-ujian", "aktif-hidroponik"): lambda g: (g["posters"] + g["commenters"]) * 100 / g["members"],
    ("soal-ujian", "upah-moderasi-sehari"): lambda g: (
        (g["spam"] + g["asked"] + g["slurs"]) * (g["minutes"] / 60) * g["wage"]
    ),
    ("soal-ujian", "biaya-tiap-pesanan"): lambda g: (g["fee"] + g["goods"]) / (g["typed"] + g["told"]),
    ("soal-ujian", "sebutan-menuju-tingkat-dua"): lambda g: 10 * (g["week"] / 7) - g["now"],
}
"""The answer of each drawn question as one would work it out on paper, not by the formula of the course."""


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("place", TOLD, ids=lambda place: place[1])
def test_worked_examples_say_what_their_figures_come_to(place: tuple[str, ...], language: Language) -> None:
    lesson, *steps = place
    told = [step for step in LESSONS[lesson].steps if isinstance(step, TextStep) and step.id in steps]
    said = {number.normalize() for step in told for number in numbers(step.text.say(language), language)}
    assert len(told) == len(steps)
    assert {Decimal(str(number)).normalize() for number in TOLD[place]} <= said


@pytest.mark.parametrize("place", ASKED, ids=lambda place: place[1])
def test_drawn_answers_are_those_worked_out_on_paper(place: tuple[str, str]) -> None:
    lesson, name = place
    [question] = [asked for asked in LESSONS[lesson].questions if asked.id == name]
    assert isinstance(question, NumberQuestion)
    assert question.template is not None
    for seed in range(DRAWS):
        known = next(filter(None, (worked_out(question.template, values) for values in draws(question.template, seed))))
        half = Fraction(1, 2 * 10 ** (question.template.places or 0))
        right = Fraction(ASKED[place]({name: Fraction(value) for name, value in known.items()}))
        assert abs(Fraction(known[ANSWER]) - right) <= half, known


def test_no_drawn_question_of_the_module_is_left_out() -> None:
    drawn = {
        (lesson.id, asked.id)
        for lesson in LESSONS.values()
        for asked in lesson.questions
        if isinstance(asked, NumberQuestion) and asked.template is not None
    }
    assert drawn == set(ASKED)


def test_the_exam_bank_asks_about_each_concept_as_often() -> None:
    """One that is asked about less would be the same few questions in each try."""
    asked = [(question.concept, question.level) for question in LESSONS["soal-ujian"].questions]
    counts = {concept: [asked.count((concept, level)) for level in (1, 2, 3)] for concept, _ in asked}
    assert set(map(tuple, counts.values())) == {(2, 4, 2)}
    assert len(counts) == 4
