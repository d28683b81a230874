"""Quotes and signs that can only be meant in one way are mended; what can be meant in two ways is left alone."""

import pytest

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing import mender
from sosmed_learn.content.fixing.mender import CODES, mended
from tests.content.building import LESSON, MODULE
from tests.content.cases import CASES, Case

TITLE = "title: {id: Mulai dari pesanan, en: Start from orders}"


def _mended(text: str) -> str:
    return mended(text.encode(), shape.LessonFile, "first").data.decode()


def _with(line: str) -> str:
    assert TITLE in LESSON
    return LESSON.replace(TITLE, line)


def _block(words: str) -> str:
    return f"title:\n  id: {words}\n  en: Start"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Gunakan #promo hari ini", '"Gunakan #promo hari ini"'),
        ("#promo", '"#promo"'),
        ("Pakai #promo dan #diskon", '"Pakai #promo dan #diskon"'),
        ("@tokosari buka", '"@tokosari buka"'),
        ("@toko: pakai #promo", '"@toko: pakai #promo"'),
        ("Buka: 19:00", '"Buka: 19:00"'),
        ("`kode` ini", '"`kode` ini"'),
        ("%diskon", '"%diskon"'),
        ("- satu", '"- satu"'),
        ("? apa", '"? apa"'),
        ("**Mulai** dari", '"**Mulai** dari"'),
        ("*mulai", '"*mulai"'),
        ("& dari", '"& dari"'),
        ("!Penting dari", '"!Penting dari"'),
        ("> 50 pesanan", '"> 50 pesanan"'),
        ("{nama}, selamat datang", '"{nama}, selamat datang"'),
        ("[Promo] hari ini", '"[Promo] hari ini"'),
        ('"Mulai" dari', "'\"Mulai\" dari'"),
        ("@toko 'kita' \"baru\"", "'@toko ''kita'' \"baru\"'"),
        ("@toko # nama akun", '"@toko" # nama akun'),
        ("@toko buka   ", '"@toko buka"'),
    ],
)
def test_a_text_on_a_line_of_its_own(typed: str, written: str) -> None:
    assert _mended(_with(_block(typed))) == _with(_block(written))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("{id: Mulai #promo, en: Start}", '{id: "Mulai #promo", en: Start}'),
        ("{id: Mulai, en: Use #promo}", '{id: Mulai, en: "Use #promo"}'),
        ("{id: Pakai #a, en: Use #b}", '{id: "Pakai #a", en: "Use #b"}'),
        ("{id: @toko, en: Shop}", '{id: "@toko", en: Shop}'),
        ("{id: Mulai: dari, en: Start}", '{id: "Mulai: dari", en: Start}'),
        ("{id: Mulai, lalu, dari, en: Start}", '{id: "Mulai, lalu, dari", en: Start}'),
        ('{id: "Mulai" dari, en: Start}', "{id: '\"Mulai\" dari', en: Start}"),
        ("{id: @toko, en: Shop} # nama", '{id: "@toko", en: Shop} # nama'),
        ("{\n  id: @toko,\n  en: Use #promo\n  }", '{\n  id: "@toko",\n  en: "Use #promo"\n  }'),
        ("{id:Mulai, en: Start}", "{id: Mulai, en: Start}"),
    ],
)
def test_a_text_between_brackets(typed: str, written: str) -> None:
    assert _mended(_with(f"title: {typed}")) == _with(f"title: {written}")


@pytest.mark.parametrize(
    "title",
    [
        _block("id: Mulai"),  # a key that slipped onto the line above?
        _block("Mulai en: Start"),  # of which the comma and more is missing?
        "title: {id: Mulai, en: Start} x",
        _block("“Mulai: dari”"),  # straight quotes, or none?
        _block("> Mulai dari"),  # a text, or a block?
        _block('"Dia bilang "halo" ke kami"'),  # which of the quotes are inside?
        _block("@toko buka jam tujuh # teh juga"),  # a comment, or text?
        _block('"Mulai'),
        "title: &judul Mulai\nreviewed: *judul",
        "title: {id: “Mulai, dari”, en: Start}",
    ],
)
def test_what_can_be_meant_in_two_ways_is_left_alone(title: str) -> None:
    assert _mended(_with(title)) == _with(title)


@pytest.mark.parametrize("line", ["minutes: 8 #menit", "minutes: @8", "minutes: !!int 8", "concepts: [orders #x]"])
def test_quotes_are_not_put_round_what_is_no_text(line: str) -> None:
    old = "minutes: 8" if line.startswith("minutes") else "concepts: [orders]"
    spoilt = LESSON.replace(old, line)
    assert _mended(spoilt) == spoilt


def test_behind_a_place_where_reading_stopped_it_goes_on_to_the_next() -> None:
    first, second = '{id: "Mulai" dari, en: Start}', '{id: "Mana" saja, en: Which}'
    old = '{id: "Mana saja angkanya?", en: "Which ones are numbers?"}'
    spoilt = _with(f"title: {first}").replace(old, second).replace("minutes: 8", "minutes: acht")
    made = _mended(spoilt)
    assert made == spoilt.replace('"Mulai" dari', "'\"Mulai\" dari'").replace('"Mana" saja', "'\"Mana\" saja'")


# What the cases of every code have in common: mending leaves nothing behind that was not there, and ends.
_FIXED = [case for case in CASES if case.code in CODES and case.old in LESSON and case.file.endswith("first.yaml")]


@pytest.mark.parametrize("case", _FIXED, ids=str)
def test_every_case_of_a_code_is_mended_wholly_or_not_at_all(case: Case) -> None:
    spoilt = LESSON.replace(case.old, case.new, 1)
    made = mended(spoilt.encode(), shape.LessonFile, "first")
    again = mended(made.data, shape.LessonFile, "first")
    assert again.data == made.data
    assert again.places == 0
    assert (made.places > 0) == (made.data != spoilt.encode())


def test_many_at_once_are_mended_and_those_in_two_ways_are_left_among_them() -> None:
    old = "  - {id: Menghitung pesanan., en: Count orders.}\n"
    good = [f"  - @toko{number} buka #pagi\n" for number in range(40)]
    odd = "  - > Mulai dari\n"
    spoilt = LESSON.replace(old, "".join([*good[:20], odd, *good[20:]]))
    wanted = LESSON.replace(old, "".join([*_quoted(good[:20]), odd, *_quoted(good[20:])]))
    assert _mended(spoilt) == wanted


def _quoted(items: list[str]) -> list[str]:
    return [f'  - "{item[4:-1]}"\n' for item in items]


def test_a_file_in_which_everything_is_wrong_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    spoilt = LESSON + "outcomes:\n" + "  - > Mulai dari\n  - “a: b”\n  - @toko, # satu dua\n" * 4
    monkeypatch.setattr(mender, "BUDGET", 0)
    made = mended(spoilt.encode(), shape.LessonFile, "first")
    assert (made.data, made.places) == (spoilt.encode(), 0)


def test_clean_files_stay_as_they_are() -> None:
    assert _mended(LESSON) == LESSON
    assert mended(MODULE.encode(), shape.ModuleFile, "shop").data == MODULE.encode()
