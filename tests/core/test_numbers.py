"""Numbers are read as people write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.numbers import readings
from sosmed_learn.core.text import LANGUAGES, Language


def values(typed: str, language: Language = "id", unit: str = "") -> list[Decimal]:
    return [reading.value for reading in readings(typed, language, unit)]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1.250.000", "1250000"),
        ("1,2 jt", "1200000"),
        ("1,2jt", "1200000"),
        ("1,2 juta", "1200000"),
        ("10rb", "10000"),
        ("10 RB", "10000"),
        ("10 rb.", "10000"),
        ("10 ribu", "10000"),
        ("2 M", "2000000000"),
        ("1,5 miliar", "1500000000"),
        ("1,5 milyar", "1500000000"),
        ("3 T", "3000000000000"),
        ("Rp 50.000", "50000"),
        ("Rp50.000", "50000"),
        ("rp. 50.000", "50000"),
        ("Rp 50.000,-", "50000"),
        ("Rp50.000,00", "50000"),
        ("IDR 50.000", "50000"),
        ("50.000 rupiah", "50000"),
        ("Rp 50 ribu", "50000"),
        ("Rp1,5 jt", "1500000"),
        ("-Rp 50.000", "-50000"),
        ("Rp -50.000", "-50000"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("+5", "5"),
        ("1 250 000", "1250000"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1.250.000,75", "1250000.75"),
        ("0,25", "0.25"),
        ("  42  ", "42"),
        ("007", "7"),
    ],
)
def test_indonesian_ways(typed: str, value: str) -> None:
    assert values(typed)[0] == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,250,000", "1250000"),
        ("1.2m", "1200000"),
        ("1.2 million", "1200000"),
        ("10k", "10000"),
        ("10 thousand", "10000"),
        ("2bn", "2000000000"),
        ("2 b", "2000000000"),
        ("1,250,000.75", "1250000.75"),
        ("1'250'000", "1250000"),
        ("0.25", "0.25"),
        ("Rp 50,000", "50000"),
    ],
)
def test_english_ways(typed: str, value: str) -> None:
    assert values(typed, "en")[0] == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("1.250", "id", ["1250", "1.250"]),
        ("1.250", "en", ["1.250", "1250"]),
        ("1,250", "id", ["1.250", "1250"]),
        ("1,250", "en", ["1250", "1.250"]),
        ("2.5", "id", ["2.5"]),
        ("2,5", "en", ["2.5"]),
        ("1.250 jt", "id", ["1250000000", "1250000.000"]),
    ],
)
def test_an_ambiguous_separator_gives_the_readers_own_way_first(
    typed: str, language: Language, expected: list[str]
) -> None:
    assert values(typed, language) == [Decimal(value) for value in expected]


def test_a_lone_m_is_miliar_in_indonesian_and_million_in_english() -> None:
    assert values("2 m", "id") == [Decimal(2_000_000_000)]
    assert values("2 m", "en") == [Decimal(2_000_000)]


@pytest.mark.parametrize("typed", ["2,5%", "2,5 %", "2.5%", "2,5 persen", "2,5 percent", "2,5 PERSEN"])
def test_percent_is_kept_beside_the_value(typed: str) -> None:
    (reading,) = readings(typed, "id")
    assert (reading.value, reading.percent) == (Decimal("2.5"), True)


@pytest.mark.parametrize("typed", ["200 pesanan", "200pesanan", "200 Pesanan.", "0,2 rb pesanan"])
def test_the_unit_may_stand_behind(typed: str) -> None:
    assert values(typed, "id", "pesanan") == [Decimal(200)]


@pytest.mark.parametrize("typed", ["2,5 views per akun", "2,5 views", "2,5 kali", "2,5x", "2,5 ×"])
def test_the_first_words_of_a_long_unit_will_do_and_so_will_times(typed: str) -> None:
    assert values(typed, "id", "views per akun") == [Decimal("2.5")]


def test_only_whole_words_of_the_unit_count() -> None:
    assert values("2,5 view", "id", "views per akun") == []
    assert values("2,5 akun", "id", "views per akun") == []


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "abc", "rp", "%", "jt", "-", ".", ",", "1.2.3", "1.25.000", "12,34,56.78,9", "1..5", "1,,5", "5 ekor",
        "10 rb jt", "lima", "1e5", "0x10", "1/2", "3-4", "10 20", "1_000", "NaN", "inf", "\u00b2", "1" * 41, "--5",
    ],
)  # fmt: skip
def test_what_is_not_a_number_has_no_reading(typed: str) -> None:
    assert readings(typed, "id") == ()
    assert readings(typed, "en") == ()


def grouped(value: Decimal, language: Language) -> str:
    plain = f"{value:,f}"
    return plain.translate(str.maketrans(",.", ".,")) if language == "id" else plain


decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)


@given(decimals, st.sampled_from(LANGUAGES))
def test_a_number_written_in_the_readers_style_is_read_back(value: Decimal, language: Language) -> None:
    assert values(grouped(value, language), language)[0] == value


@given(decimals, st.sampled_from(LANGUAGES), st.sampled_from(LANGUAGES))
def test_a_number_written_in_either_style_is_among_the_readings(
    value: Decimal, written: Language, read: Language
) -> None:
    assert value in values(grouped(value, written), read)
    assert value in values(f"{value:f}".replace(".", "," if written == "id" else "."), read)


@given(st.integers(min_value=0, max_value=10**39))
def test_no_digit_is_rounded_away(value: int) -> None:
    assert values(str(value)) == [Decimal(value)]


@given(st.text(max_size=60) | st.text("0123456789., -+rpjtbk%", max_size=60), st.sampled_from(LANGUAGES), st.text())
def test_nothing_that_is_typed_raises(typed: str, language: Language, unit: str) -> None:
    for reading in readings(typed, language, unit):
        assert reading.value.is_finite()
