"""A worksheet: what is worked out from what was typed, and the document that comes of it. Nothing typed ever raises."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.personal import personal_in
from sosmed_learn.core.task import GAP, LONGEST_LINES, Entry, TaskField, Worksheet
from sosmed_learn.core.text import LANGUAGES, Language, Text
from tests.core.worksheets import FILLED, PLAN

NASTY = [
    "",
    " ",
    "x" * 10_000,
    "😡🏽",
    "\u202eabc",
    "a\r\nb\u2028c",
    "1e309",
    "NaN",
    "١٢٣",
    "9" * 40,
    "0",
    "-1",
    "{who}",
]


def test_numbers_are_read_as_people_write_them_and_the_rest_follows() -> None:
    sheet = Worksheet(PLAN, FILLED)
    assert sheet.numbers == {"sales": Decimal(12_000_000), "basket": Decimal(60_000), "orders": Decimal(200)}
    assert (sheet.shown("orders", "id"), sheet.shown("sales", "id")) == ("200 pesanan", "Rp12.000.000")
    assert (sheet.shown("orders", "en"), sheet.shown("sales", "en")) == ("200 orders", "Rp12,000,000")
    assert (sheet.filled, sheet.begun) == (5, True)
    assert [field.id for field in sheet.following("basket")] == ["orders"]
    assert sheet.following("who") == ()


def test_the_document_says_it_in_the_language_asked_for() -> None:
    assert Worksheet(PLAN, FILLED).document("id") == (
        "# Rencana\n\nUntuk pembeli camilan kantor: 200 pesanan dari Rp12.000.000.\n\n"
        "| Kanal | Tunda |\n| - | - |\n| WhatsApp | TikTok; lokapasar \\| toko |\n\n- TikTok\n- lokapasar | toko\n"
    )
    assert "For pembeli camilan kantor: 200 orders from Rp12,000,000." in Worksheet(PLAN, FILLED).document("en")


def test_what_is_missing_is_a_gap_and_says_why() -> None:
    sheet = Worksheet(PLAN, FILLED | {"sales": Entry("banyak"), "who": Entry("  "), "waits": Entry("")})
    assert [sheet.fault(name) for name in ("who", "sales", "basket", "orders")] == ["empty", "number", None, "waits"]
    assert f"Untuk {GAP}: {GAP} dari {GAP}." in sheet.document("id")
    assert sheet.document("id").endswith(f"- {GAP}\n")
    assert Worksheet(PLAN, FILLED | {"basket": Entry("0")}).fault("orders") == "zero"
    assert Worksheet(PLAN, FILLED | {"sales": Entry("9" * 30)}).fault("sales") == "large"
    assert Worksheet(PLAN, FILLED | {"channel": Entry("fax")}).fault("channel") == "empty"
    assert not Worksheet(PLAN, {}).begun


@pytest.mark.parametrize(("reader", "value"), [("id", "1250"), ("en", "1.25")])
def test_a_number_keeps_the_meaning_that_it_had_for_who_typed_it(reader: Language, value: str) -> None:
    sheet = Worksheet(PLAN, {"basket": Entry("1.250", reader)})
    assert sheet.numbers["basket"] == Decimal(value)
    other: Language = "en" if reader == "id" else "id"
    again = Worksheet(PLAN, {"basket": Entry(sheet.as_typed("basket", other), other)})
    assert again.numbers["basket"] == Decimal(value)
    assert sheet.as_typed("basket", reader) == "1.250"


def test_a_percentage_is_one_where_it_is_asked_for_and_a_share_elsewhere() -> None:
    rate = TaskField(id="rate", label=Text.same("r"), kind="number", unit=Text.same("%"))
    task = replace(PLAN, fields=(rate, replace(rate, id="share", unit=None)))
    sheet = Worksheet(task, {"rate": Entry("2,5%"), "share": Entry("2,5%")})
    assert sheet.numbers == {"rate": Decimal("2.5"), "share": Decimal("0.025")}


def test_words_in_braces_that_somebody_types_are_only_words() -> None:
    assert "Untuk {sales}:" in Worksheet(PLAN, FILLED | {"who": Entry("{sales}")}).document("id")


@given(st.dictionaries(st.sampled_from([field.id for field in PLAN.fields]), st.text() | st.sampled_from(NASTY)))
def test_anything_in_any_field_gives_a_document(typed: dict[str, str]) -> None:
    for language in LANGUAGES:
        sheet = Worksheet(PLAN, {name: Entry(text, language) for name, text in typed.items()})
        made = sheet.document(language)
        assert made.endswith("\n")
        assert made.startswith("# ")
        assert "\r" not in made
        assert len(made) < 5 * LONGEST_LINES
        for field in PLAN.fields:
            assert (sheet.shown(field.id, language) == "") == (sheet.fault(field.id) is not None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bu Rina 0812-3456-7890", "phone"),
        ("+62 812 3456 7890", "phone"),
        ("rina.s@contoh.co.id", "email"),
        ("3273012345678901", "card"),
        ("Rp12.000.000 per bulan, 0,8% naik", None),
        ("1.250.000", None),
        ("0821", None),
    ],
)
def test_what_could_be_somebodys_own_data_is_seen(text: str, found: str | None) -> None:
    assert personal_in(text) == found
