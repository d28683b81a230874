"""The numbers of the service module: worked examples and drawn answers, worked out again from what the texts tell."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.drawing import ANSWER, draws, worked_out
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.question import ChoiceQuestion, NumberQuestion, Template
from sosmed_learn.core.text import Language
from tests.content.sums import numbers

PLACES = bundled()
LESSONS = {lesson.id: lesson for lesson in open_courses(PLACES.courses, PLACES.seeds).lessons["service"]}
DRAWS = 60
HOUR = 20_000  # rupiah; what an admin earns in all examples

Given = Mapping[str, Fraction]


def _triage() -> list[int]:
    loads = [3 * 10, 9 * 6, 15 * 3]
    whole = sum(loads)
    return [*loads, whole, whole - 10, 2 * 185_000, loads[0] + loads[1], whole - 120]


def _macros() -> list[float]:
    minutes = 360 * (4 - 1.5)
    return [360 * 100 // 500, minutes, minutes / 60, minutes / 60 * HOUR]


def _apology() -> list[int]:
    repair = 350_000 + 25_000
    worth = 80_000 * 30 // 100 * 18
    return [repair, worth, worth - repair]


def _bot() -> list[int]:
    hours = 180 * 4 // 60
    return [24_000 // 600, 18_000 // 240, 18_000 // 600, hours, hours - 3, (hours - 3) * HOUR]


def _card() -> list[float]:
    again = 188 - 141
    hours = again * 6 / 60
    nps = 28 * 100 // 50 - 8 * 100 // 50
    return [18_800 // 200, 14_100 // 188, 6_400 // 80, nps, again, hours, hours * HOUR]


def _bot_hours(given: Given) -> Fraction:
    """The hours that a bot saves: only chats with no person and no new question that day."""
    return (given["taken"] - given["human"] - given["again"]) * given["minutes"] / 60


def _whole_loss(given: Given) -> Fraction:
    """What was lost, with what went with it."""
    return given["cost"] + given["fee"]


TOLD: dict[tuple[str, ...], Sequence[float]] = {
    ("ekspektasi-dan-kapasitas", "contoh-naraya"): [round(320 / 3.6), round(640 / 3.6), 640 - 360, 360 // 60 * HOUR],
    ("triase-antrean", "contoh-nusarum", "keputusan-nusarum"): _triage(),
    ("publik-atau-dm", "contoh-naraya"): [8 * 100 // 40, 8 * 50 * 2 // 100, 8 * 85_000, 40 - 8],
    ("nada-dan-makro", "contoh-lereng-tujuh"): _macros(),
    ("minta-maaf-pulihkan", "contoh-binatu"): _apology(),
    ("data-pelanggan", "contoh-bocah-jati"): [850 - 310, 2 * HOUR, round(31_000 / 850)],
    ("bot-dan-otomasi", "contoh-naraya"): _bot(),
    ("ukur-layanan", "median-untuk-waktu"): [sum((10, 12, 15, 18, 145)), sum((10, 12, 15, 18, 145)) // 5, 15],
    ("ukur-layanan", "contoh-kartu"): _card(),
}
"""What the steps of a worked example say, worked out from its own figures."""

ASKED: dict[tuple[str, str], Callable[[Given], Fraction | int]] = {
    ("triase-antrean", "beban-antrean-oleh-oleh"): lambda g: g["first"] * 10 + g["second"] * 6,
    ("triase-antrean", "menunggu-giliran"): lambda g: g["ones"] * 10,
    ("publik-atau-dm", "tampak-diabaikan"): lambda g: g["hidden"] * 100 / g["all"],
    ("publik-atau-dm", "penjualan-yang-urung"): lambda g: g["hidden"] * g["readers"] * g["price"] * g["share"] / 100,
    ("nada-dan-makro", "jam-yang-dihemat"): lambda g: g["chats"] * g["share"] * (g["before"] - g["after"]) / 100 / 60,
    ("nada-dan-makro", "balik-modal-makro"): lambda g: ceil(g["write"] / (g["before"] - g["after"])),
    ("minta-maaf-pulihkan", "laba-pelanggan"): lambda g: g["spend"] * g["months"] * g["margin"] / 100,
    ("minta-maaf-pulihkan", "bulan-menutup-biaya"): lambda g: ceil(_whole_loss(g) * 100 / (g["spend"] * g["margin"])),
    ("data-pelanggan", "baris-tersisa"): lambda g: g["rows"] * (100 - g["share"]) / 100 - g["double"],
    ("data-pelanggan", "sisa-jam"): lambda g: (3 - g["days"]) * 24 - g["hours"],
    ("bot-dan-otomasi", "selesai-dari-semua"): lambda g: (g["taken"] - g["human"] - g["again"]) * 100 / g["chats"],
    ("bot-dan-otomasi", "hemat-bersih"): lambda g: _bot_hours(g) - g["upkeep"],
    ("ukur-layanan", "csat-undian"): lambda g: g["happy"] * 100 / (g["happy"] + g["neutral"] + g["unhappy"]),
    ("ukur-layanan", "nps-undian"): lambda g: g["promoters"] * 100 / g["total"] - g["detractors"] * 100 / g["total"],
    ("ukur-layanan", "balasan-kedua"): lambda g: g["messages"] * g["rate"] * (100 - g["once"]) / 10_000,
    ("soal-ujian", "kesibukan-oleh-oleh"): lambda g: (480 - 60 - g["packing"]) / g["minutes"] * g["busy"] / 100,
    ("soal-ujian", "cerita-yang-berakhir"): lambda g: 100 - g["ended"] * 100 / g["all"],
    ("soal-ujian", "selisih-pemulihan"): lambda g: g["months"] * g["spend"] * g["margin"] / 100 - g["item"] - g["fee"],
    ("soal-ujian", "foto-ktp-tersisa"): lambda g: (g["old"] + g["unused"]) * 100 / g["rows"],
    ("soal-ujian", "hasil-bot-berlapis"): lambda g: g["taken"] - g["taken"] * (g["human"] + g["again"]) / 100,
}
"""The answer of each drawn question as one would work it out on paper, not by the formula of the course."""


REASONED: dict[str, Sequence[int]] = {
    "dua-hari-berbeda-berat": [30 * 4, 40 * 6, 30 * 4 * 100 // 150, 800 - 440, round(40 * 6 * 100 / 360)],
    "satu-jam-yang-padat": [
        *(5 * 45, round(60 * 4 * 100 / 225), 6 * 45, round(60 * 4 * 100 / 270)),
        *(28 * 4, 60 - 15, round(28 * 4 * 100 / 45), 60 + 45, 28 * 3 // 2, round(28 * 3 * 100 / 2 / 45)),
    ],
    "catatan-sebulan": [3 * 8_000, 2 * 45_000],
    "satu-gelas-retak": [80_000 + 30_000],
    "seratus-persen-enam-orang": [round(100 * 14 / 15) - round(100 * 12 / 14)],
}
"""What questions of the exam that ask for no number reason with, worked out from what they tell."""


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("place", TOLD, ids=lambda place: place[1])
def test_worked_examples_say_what_their_figures_come_to(place: tuple[str, ...], language: Language) -> None:
    lesson, *steps = place
    told = [step for step in LESSONS[lesson].steps if isinstance(step, TextStep) and step.id in steps]
    said = {number for step in told for number in numbers(step.text.say(language), language)}
    assert len(told) == len(steps)
    assert {Decimal(str(number)).normalize() for number in TOLD[place]} <= {number.normalize() for number in said}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", REASONED)
def test_reasons_of_the_exam_say_what_their_figures_come_to(name: str, language: Language) -> None:
    [question] = [asked for asked in LESSONS["soal-ujian"].questions if asked.id == name]
    assert isinstance(question, ChoiceQuestion)
    told = [question.explanation, *(choice.why for choice in question.choices)]
    said = {number.normalize() for text in told for number in numbers(text.say(language), language)}
    assert {Decimal(number).normalize() for number in REASONED[name]} <= said


@pytest.mark.parametrize("place", ASKED, ids=lambda place: place[1])
def test_drawn_answers_are_those_worked_out_on_paper(place: tuple[str, str]) -> None:
    template = _template(place)
    for seed in range(DRAWS):
        known, right = _drawn(place, seed)
        half = Fraction(1, 2 * 10 ** (template.places or 0))
        assert abs(Fraction(known[ANSWER]) - right) <= half, known


@pytest.mark.parametrize("place", [place for place in ASKED if place[0] == "soal-ujian"], ids=lambda place: place[1])
def test_exam_sums_come_out_without_rounding(place: tuple[str, str]) -> None:
    """Under the clock of an exam nobody is to wonder whether a sum was meant to end like this."""
    for seed in range(DRAWS):
        known, right = _drawn(place, seed)
        assert Fraction(known[ANSWER]) == right > 0, known


def _template(place: tuple[str, str]) -> Template:
    lesson, name = place
    [question] = [asked for asked in LESSONS[lesson].questions if asked.id == name]
    assert isinstance(question, NumberQuestion)
    assert question.template is not None
    return question.template


def _drawn(place: tuple[str, str], seed: int) -> tuple[Mapping[str, Decimal], Fraction]:
    """What was drawn, with the answer of the course, and the answer on paper."""
    template = _template(place)
    known = next(filter(None, (worked_out(template, values) for values in draws(template, seed))))
    return known, Fraction(ASKED[place]({name: Fraction(value) for name, value in known.items()}))


def test_no_drawn_question_of_the_module_is_left_out() -> None:
    drawn = {
        (lesson.id, asked.id)
        for lesson in LESSONS.values()
        for asked in lesson.questions
        if isinstance(asked, NumberQuestion) and asked.template is not None
    }
    assert drawn == set(ASKED)
