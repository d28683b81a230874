"""The sums of the commerce lessons, done once more from the numbers of their examples and of every draw."""

import re
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.drawing import draw
from sosmed_learn.core.module import Lesson, TextStep
from sosmed_learn.core.question import NumberQuestion
from sosmed_learn.core.text import LANGUAGES
from tests.content.sums import numbers

Sum = Callable[..., Decimal]

BOTTLE = Decimal(50_000 - 27_500 - 2_000 - 5_000)
OFFER = Decimal(40_000 - 27_500 - 2_000 - 4_000)
PACK = Decimal(140_000 - 3 * 27_500 - 3_000 - 14_000) / 3
WEEK = 100 * BOTTLE
GMV = Decimal(54 * 85_000)
WATCH = Decimal(2 * 26 * 20_000)
ORDER = Decimal(30_400)


@cache
def _lessons() -> dict[str, Lesson]:
    places = bundled()
    return {lesson.id: lesson for lesson in open_courses(places.courses, places.seeds).lessons["commerce"]}


def _to(places: int, value: Decimal, rounding: str = ROUND_HALF_UP) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding)


def _whole(value: Decimal) -> Decimal:
    """In the exam every draw comes out even, so nobody has to ask how to round."""
    assert value == value.to_integral_value(), value
    return value


EXAMPLES: dict[tuple[str, str], list[Decimal]] = {
    ("katalog-yang-menjawab", "satu-sore-di-jepara"): [
        Decimal(24 * 7),
        _to(0, Decimal(126) / 168 * 100),
        _to(1, Decimal(126 + 24 + 10) / 168 * 100),
    ],
    ("katalog-yang-menjawab", "harga-kolom-kosong"): [
        _to(0, Decimal(200) / 500 * 100),
        200 * Decimal("1.5"),
        200 * Decimal("1.5") / 60 * 20_000,
    ],
    ("chat-jadi-pesanan", "corong-naraya"): [
        _to(0, Decimal(220) / 500 * 100),
        _to(1, Decimal(140) / 220 * 100),
        _to(0, Decimal(105) / 140 * 100),
        _to(0, Decimal(105) / 500 * 100),
    ],
    ("chat-jadi-pesanan", "harga-giliran-jaga"): [
        WATCH,
        _to(1, WATCH / ORDER),
        _to(0, WATCH / ORDER, ROUND_CEILING),
    ],
    ("live-shopping", "hitung-sampai-sisa"): [
        _to(1, Decimal(54) / 1_800 * 100),
        GMV,
        GMV / Decimal("1.5"),
        GMV * 30 / 100,
        GMV * 30 / 100 - 300_000 - 54 * 10_000,
        _to(1, Decimal(54 * 10_000) / (GMV * 30 / 100) * 100),
    ],
    ("harga-margin-promo", "margin-satu-botol"): [BOTTLE, BOTTLE + 5_000],
    ("harga-margin-promo", "diskon-dari-margin"): [
        OFFER,
        WEEK,
        _to(1, WEEK / OFFER),
        _to(0, WEEK / OFFER, ROUND_CEILING),
    ],
    ("harga-margin-promo", "selain-diskon"): [PACK, BOTTLE - Decimal(3_000) / 2, BOTTLE - Decimal(12_000) / 3],
    ("harga-margin-promo", "keputusan-mama-ina"): [
        _to(1, WEEK / PACK),
        _to(0, WEEK / PACK, ROUND_CEILING),
        _to(0, WEEK / PACK / 3, ROUND_CEILING),
    ],
    ("bayar-dan-cod", "hitung-cod"): [Decimal(88 * 25_000 - 12 * 20_000), Decimal(70 * 25_000)],
    ("bayar-dan-cod", "batas-retur"): [
        *(Decimal((100 - back) * 25_000 - back * 20_000) for back in range(0, 26, 5)),
        _to(1, Decimal((100 - 70) * 25_000) / (25_000 + 20_000)),
        _to(0, Decimal((100 - 70) * 25_000) / (25_000 + 20_000), ROUND_FLOOR),
    ],
    ("waspada-penipuan", "murahnya-satu-menit"): [Decimal(8 * 320_000), Decimal(240) / 60, Decimal(240 * 300)],
    ("klaim-label-retur", "anggaran-retur"): [Decimal(9), Decimal(9 * 65_000), Decimal(9 * 65_000) / 300],
}

DRAWN: dict[tuple[str, str], Sum] = {
    ("katalog-yang-menjawab", "kelengkapan-katalog"): lambda items, filled, _done: _to(1, filled / (items * 7) * 100),
    ("katalog-yang-menjawab", "jam-yang-kembali"): lambda chats, share, minutes, left: _to(
        1, chats * share / 100 * minutes * (1 - left / 100) / 60
    ),
    ("chat-jadi-pesanan", "persen-tahap-ini"): lambda _chats, _quotes, ways, paid: _to(1, paid / ways * 100),
    ("chat-jadi-pesanan", "pesanan-tambahan"): lambda chats, quoted, _asked, paid, later: _whole(
        paid * (chats * later / 100 - quoted) / quoted
    ),
    ("live-shopping", "konversi-siaran"): lambda viewers, _peak, _carts, orders: _to(1, orders / viewers * 100),
    ("live-shopping", "gmv-per-jam"): lambda minutes, viewers, rate, basket, _margin: (
        viewers * rate / 100 * basket * 60 / minutes
    ),
    ("live-shopping", "sisa-satu-siaran"): lambda orders, basket, margin, host, voucher, _pack: (
        orders * (basket * margin / 100 - voucher) - host
    ),
    ("harga-margin-promo", "margin-persen"): lambda price, goods, pack, fee, _rent: _to(
        1, 100 - fee - (goods + pack) / price * 100
    ),
    ("harga-margin-promo", "unit-supaya-sama"): lambda units, price, cost, fee, off: _to(
        0,
        units * (price * (100 - fee) / 100 - cost) / (price * (100 - off) / 100 * (100 - fee) / 100 - cost),
        ROUND_CEILING,
    ),
    ("bayar-dan-cod", "laba-cod"): lambda orders, back, gain, loss, prepaid: (
        (orders - prepaid) * gain - back * (gain + loss)
    ),
    ("bayar-dan-cod", "batas-paket-pulang"): lambda orders, gain, loss, prepaid: _to(
        0, (orders - prepaid) * gain / (gain + loss), ROUND_FLOOR
    ),
    ("waspada-penipuan", "jam-untuk-mengecek"): lambda orders, qris, _small, seconds: _to(
        1, (orders - qris) * seconds / 3600
    ),
    ("waspada-penipuan", "untung-dari-mengecek"): lambda transfers, _order, fake, value, minutes, rate: (
        fake * value - transfers * minutes * rate / 60
    ),
    ("klaim-label-retur", "biaya-cacat-per-pesanan"): lambda orders, _price, broken, cost: _whole(
        broken * cost / orders
    ),
    ("klaim-label-retur", "laba-setelah-cacat"): lambda _margin, budget, orders, share, cost: (
        orders * (budget - share * cost / 100)
    ),
    ("soal-ujian", "sisa-di-lokapasar"): lambda price, _goods, fee, fixed: 2 * price * (100 - fee) / 100 - fixed,
    ("soal-ujian", "lunas-dari-cara-bayar"): lambda _chats, _quotes, links, paid, more: _whole(more * (paid / links)),
    ("soal-ujian", "margin-sisir-tanduk"): lambda price, fee, pack, _rent, target: _whole(
        price * (100 - fee) / 100 - (pack + target)
    ),
    ("soal-ujian", "terjual-supaya-laba-sama"): lambda price, fee, cost, units, stock: _whole(
        units * (price * (100 - fee) / 100 - cost) / stock
    ),
    ("soal-ujian", "menutup-ongkos-pulang"): lambda orders, back, gain, ship, rest: _whole(
        ((orders - back) * gain - back * (2 * ship + rest)) / gain
    ),
    ("soal-ujian", "pos-retur-gelas"): lambda orders, broken, wrong, _used, cost: _whole(
        (broken + wrong) * cost / orders
    ),
}


@pytest.mark.parametrize(("lesson", "step"), EXAMPLES)
def test_an_example_shows_the_results_of_its_own_numbers(lesson: str, step: str) -> None:
    text = next(each.text for each in _lessons()[lesson].steps if isinstance(each, TextStep) and each.id == step)
    for language in LANGUAGES:
        assert set(EXAMPLES[lesson, step]) <= numbers(text.say(language), language)


@pytest.mark.parametrize(("lesson", "question"), DRAWN)
def test_every_draw_has_the_answer_that_its_prompt_asks_for(lesson: str, question: str) -> None:
    asked = next(each for each in _lessons()[lesson].questions if each.id == question)
    assert isinstance(asked, NumberQuestion)
    for seed in range(60):
        made = draw(asked, seed)
        given = [Decimal(each.replace(",", "")) for each in re.findall(r"\d[\d,]*", made.prompt.say("en"))]
        assert made.answer == DRAWN[lesson, question](*given), made.prompt.say("en")
        assert all(slip.answer != made.answer for slip in made.slips)


def test_no_drawn_question_is_left_out() -> None:
    drawn = {
        (lesson.id, each.id)
        for lesson in _lessons().values()
        for each in lesson.questions
        if isinstance(each, NumberQuestion) and each.template is not None
    }
    assert drawn == set(DRAWN)
