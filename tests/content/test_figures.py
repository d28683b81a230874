"""The same numbers in both languages, however each writes them."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.content.figures import figures
from tests.content.building import L, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Rp12.000.000 sebulan", "Rp12,000,000 a month"),
        ("1.250 akun, 2,5 kali", "1,250 accounts, 2.5 times"),
        ("Rp12 juta dari 10rb pesanan", "Rp12 million from 10,000 orders"),
        ("pukul 19.40 sampai 20.05", "from 19:40 to 20:05"),
        ("pukul 16.00", "at 4 pm"),
        ("jam 5 sore", "at 17:00"),
        ("diskon 11.11 dan 9.9", "the 11.11 and 9.9 sales"),
        ("lima dari 12 toko", "5 of twelve shops"),
        ("ke-1.000", "the 1,000th"),
        ("2,50 dan 0,75%", "2.5 and 0.75%"),
        ("PBI 23/6/2021", "rule PBI 23/6/2021"),
        ("dua puluh lima orang", "25 people"),
        ("lima belas menit, satu juta", "15 minutes, 1 million"),
        ("28 akun dari 40", "twenty-eight accounts of forty"),
        ("pukul 19.00–21.00", "7 to 9 pm"),
        ("1½ jam, setengah persen", "1.5 hours, 0.5%"),
        ("7,5% × Rp180.000 − Rp1.500", "7.5% × Rp180,000 − Rp1,500"),
        ("9.000 ÷ 15.677 (93,98%)", "9,000 ÷ 15,677 (93.98%)"),
    ],
)
def test_the_same_numbers(here: Place, indonesian: str, english: str) -> None:
    here.spoil(L, 'prompt: {id: "Mana yang dihitung?", en: "Which one counts?"}', _prompt(indonesian, english))
    assert here.problems() == []


@pytest.mark.parametrize(
    ("indonesian", "english", "value", "number"),
    [
        ("1.250 akun", "1,350 accounts", "1,350", "1.250"),
        ("1.250 akun", "1.250 accounts", "1.250", "1.250"),
        ("25 orang", "people", "–", "25"),
        ("dua puluh enam orang", "25 people", "25", "–"),
        ("orang", "25 people", "25", "–"),
        ("Rp12 juta", "Rp12 thousand", "12", "12"),
        ("2,5 kali", "25 times", "25", "2,5"),
        ("dua m\u0131liar dan 25", "26", "26", "25"),  # a dotless i is no i, but is found where capitals do not count
        ("20 21 22 23 24", "none", "–", "20, 21, 22, 23, …"),
    ],
)
def test_other_numbers(here: Place, indonesian: str, english: str, value: str, number: str) -> None:
    here.spoil(L, 'prompt: {id: "Mana yang dihitung?", en: "Which one counts?"}', _prompt(indonesian, english))
    (problem,) = here.problems()
    args = dict(problem.args)
    assert (problem.code, args["value"], args["number"]) == ("W521", value, number)
    assert problem.excerpt.strip().startswith("prompt: ")


def _prompt(indonesian: str, english: str) -> str:
    return f'prompt: {{id: "Mana yang dihitung, {indonesian}?", en: "Which one counts, {english}?"}}'


def test_what_is_no_number_raises_nothing() -> None:
    found = figures("[^f-099]" + "9" * 40 + " 1.2.3.4 1,,2 ٣٤ 1e5 Rp. 5:6:70 ½", "en")
    assert Decimal(70) in found.values
    assert Decimal(34) in found.values
    assert Decimal(99) not in found.values


PARTS = ["12", "20", "3.000", "1,5", "9.9", "19:30", "Rp5.000", "rp 7", "[^f-20]", "pesanan", "x"]


@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_points_for_commas_in_the_other_language_say_the_same(parts: list[str]) -> None:
    text = " ".join(parts)
    indonesian, english = figures(text, "id"), figures(text.translate(str.maketrans(".,", ",.")), "en")
    assert indonesian.values.keys() == english.values.keys()
    assert indonesian.maybe == english.maybe
