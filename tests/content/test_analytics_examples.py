"""The worked examples and the plain exam items of the analytics module, worked out again from their own figures."""

from collections.abc import Sequence
from decimal import Decimal
from statistics import mean, median

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.question import ChoiceQuestion
from sosmed_learn.core.text import LANGUAGES, Language
from tests.content.sums import numbers

PLACES = bundled()
LESSONS = {lesson.id: lesson for lesson in open_courses(PLACES.courses, PLACES.seeds).lessons["analytics"]}
WAITS = [5, 6, 7, 8, 9, 10, 235]
LEFT = 250_000 - 190_000 - 7_500 - 15_000


def _ad() -> list[float]:
    spend, shown, clicks, orders, price = 1_500_000, 100_000, 1_500, 30, 250_000
    ratios = [spend / shown * 1_000, clicks / shown * 100, spend / clicks, orders / clicks * 100]
    return [*ratios, spend / orders, orders * price, orders * price / spend]


def _break_even() -> list[float]:
    new, clearance = 250_000 * 35 / 100, 250_000 * 15 / 100
    return [new, round(1 / 0.35, 2), 30 * new - 1_500_000, 1_500_000 - 30 * clearance, round(1 / 0.15, 2)]


def _spread() -> list[float]:
    shares, saves, actions = 120, 200, 560 + 40 + 120 + 200
    rates = [shares / 5_000, shares / 10_000, shares / 8_000, saves / 8_000, actions / 8_000]
    return [actions, *(round(rate * 100, 2) for rate in rates)]


def _card_or_photo() -> list[float]:
    cost, likes, saves = 60_000, (560, 700), (200, 12)
    return [round(cost / each) for each in (*likes, *saves)]


TOLD: dict[tuple[str, str], Sequence[float]] = {
    ("satuan-hitung", "contoh-naraya"): [5_120 / 3_200, 192 / 3_200 * 100, 192 / 5_120 * 100],
    ("tiga-rumus-er", "contoh-lereng-tujuh"): [150 / 4_000 * 100, 150 / 2_500 * 100, 150 / 3_750 * 100],
    ("satuan-hitung", "satu-biaya-dua-harga"): [96_000 / 3_200, 96_000 / 5_120],
    ("tiga-rumus-er", "biji-atau-gelas"): [150 / 2_500 * 100, 60_000 / 150, 84 / 2_000 * 100, round(60_000 / 84)],
    ("tiga-rumus-er", "viral-er-turun"): [400 / 20_000 * 100, 400 / 4_000 * 100, 20_000 - 4_000],
    ("sebaran-dan-simpan", "contoh-sambal-dabu"): _spread(),
    ("sebaran-dan-simpan", "kartu-atau-foto"): _card_or_photo(),
    ("ekonomi-iklan", "contoh-larasati"): _ad(),
    ("ekonomi-iklan", "impas-dari-margin"): _break_even(),
    ("ekonomi-iklan", "yang-ikut-dihitung"): [LEFT, 1_500_000 / (30 - 5), 1_500_000 / 30],
    ("lacak-sumber-pesanan", "contoh-rentang-naraya"): [round(55 / 0.9), round(38 / 0.9), 27 / 60 * 100],
    ("lacak-sumber-pesanan", "rentang-dalam-rupiah"): [1_045_000 / 55, 1_045_000 / 38, 1_045_000 / 10],
    ("simak-sov-sentimen", "pangsa-suara"): [300 + 210 + 90, 90 / 600 * 100, 90 / 1_500 * 100],
    ("simak-sov-sentimen", "dua-rumus-sentimen"): [50, 20, 50 - 20, round(45 / (45 + 18) * 100, 1)],
    ("simak-sov-sentimen", "mesin-dan-sindiran"): [21 / 30 * 100],
    ("simak-sov-sentimen", "dari-simak-ke-langkah"): [90 * 2, 90 * 2 / 60 * 20_000],
    ("baca-angka-jujur", "median-dan-rata-rata"): [sum(WAITS), mean(WAITS), median(WAITS), sum(WAITS) / 60 * 18_000],
    ("baca-angka-jujur", "selisih-kecil"): [40 + 52, round(92**0.5, 1), 2 * 9.6, 52 - 40, 1.2],
    ("baca-angka-jujur", "musim-dan-sebab"): [round(172 / 1.1 - 100), 155 - 100, round(172 / 155, 2)],
    ("laporan-satu-halaman", "contoh-satu-halaman"): [54 / 60 * 100, 810_000 / 54, 62 - 9],
}
"""What each example comes to, by step."""

RIGHT: dict[str, tuple[Sequence[float], Sequence[float]]] = {
    "jumat-dan-sabtu": ([], [1_200 + 900]),
    "boleh-dijumlahkan": ([45 + 15 + 40 + 11], [400 + 340, (60 + 51) / (400 + 340) * 100]),
    "kabar-pindah-toko": ([108_000 / (3_600 / 1.5)], [90_000 / 6_000]),
    "tandingan-penginapan": ([200 / 4_000 * 100, 180 / 3_000 * 100], [200 / 2_500 * 100, 180 / 3_000 * 100]),
    "payung-november": ([180 / 120 * 100 - 150 / 100 * 100], [180 / 120 * 100 - 100, 180 / 150 * 100 - 100]),
    "cvr-untuk-kelompok-tani": ([100 / 4], [100, 4]),
    "anggota-perpustakaan": ([108 / 1_200 * 100, 270 / 9_000 * 100], [270 / 3_000 * 100, 108 / 3_000 * 100, 270, 108]),
}
"""The figures of the right choice and of the wrong ones, by question of the exam."""


def _decimals(found: Sequence[float]) -> set[Decimal]:
    return {Decimal(str(round(number, 6))).normalize() for number in found}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", TOLD, ids=lambda place: place[1])
def test_worked_examples_say_what_their_figures_come_to(place: tuple[str, str], language: Language) -> None:
    lesson, step = place
    told = next(each for each in LESSONS[lesson].steps if isinstance(each, TextStep) and each.id == step)
    said = {number.normalize() for number in numbers(told.text.say(language), language)}
    assert _decimals(TOLD[place]) <= said


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RIGHT)
def test_choices_of_the_exam_show_the_figures_that_sound_and_mistaken_sums_give(name: str, language: Language) -> None:
    question = next(each for each in LESSONS["soal-ujian"].questions if each.id == name)
    assert isinstance(question, ChoiceQuestion)
    for correct, expected in zip((True, False), RIGHT[name], strict=True):
        shown = [numbers(each.text.say(language), language) for each in question.choices if each.correct is correct]
        assert {number.normalize() for found in shown for number in found} == _decimals(expected)
