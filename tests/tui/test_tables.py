"""Tables in course texts: every figure can be read at every width, side by side or row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from textual.content import Content

from sosmed_learn.core.module import Lesson, QuestionStep, TextStep
from sosmed_learn.core.text import Text
from sosmed_learn.tui.widgets.table_lines import Table, table_lines, with_figures
from tests.fakes import MemoryLibrary
from tests.tui.course import VANITY, lesson, module
from tests.tui.seeing import sit

WIDE = """| Minggu | Belanja iklan | Tayangan seluruhnya | Pesanan dari tautan | Omzet dari tautan | Catatan **admin** |
| --- | --- | --- | ---: | --- | --- |
| 1 | Rp600.000 | 120.000 | 24 | Rp2.400.000 | Iklan dimatikan hari Minggu karena stok habis |
| 2 | Rp550.000 | 98.000 | 19 | Rp1.900.000 | - |"""
NARROW = "| Jalur | Pesanan |\n| --- | --- |\n| WhatsApp | 7 |\n| Shopee | 1.250 |"
FIGURES = ("Rp600.000", "120.000", "24", "Rp2.400.000", "stok habis", "Rp550.000", "98.000", "19", "Rp1.900.000")


def course(*texts: str) -> MemoryLibrary:
    """A lesson that asks with a table, and shows the texts before it."""
    steps = [TextStep(f"read-{at}", Text.same(text)) for at, text in enumerate(texts)]
    asked = QuestionStep(replace(VANITY, prompt=Text.same(f"Hitung dulu.\n\n{WIDE}\n\nTujuan mana?")))
    made: Lesson = lesson("tour", Text("Tabel", "Tables"), *steps, asked)
    return MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): made})


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (140, 40)])
async def test_a_question_with_a_wide_table_can_be_answered_at_every_size(size: tuple[int, int]) -> None:
    async with sit(library=course(), size=size) as seat:
        await seat.press("enter")
        seen = await seat.read_all()
        for figure in FIGURES:
            assert figure in seen
        assert "…" not in seen
        assert "**" not in seen


async def test_a_table_told_row_by_row_names_its_columns() -> None:
    async with sit(library=course(WIDE), size=(60, 30)) as seat:
        await seat.press("enter")
        rows = [line.strip() for line in seat.lines]
        first, second = rows.index("Minggu: 1"), rows.index("Minggu: 2")
        assert first < rows.index("Pesanan dari tautan: 24") < second < rows.index("Pesanan dari tautan: 19")


async def test_a_narrow_table_stands_side_by_side_with_its_digits_beneath_each_other() -> None:
    async with sit(library=course(NARROW)) as seat:
        await seat.press("enter")
        few, many = (next(line for line in seat.lines if name in line) for name in ("WhatsApp", "Shopee"))
        assert few.rstrip().endswith(" 7")
        assert len(few.rstrip()) == len(many.rstrip())


async def test_a_resized_window_has_the_table_anew() -> None:
    async with sit(library=course("| A | B |\n| --- | --- |\n| " + "kata " * 9 + "| " + "lagi " * 9 + "|")) as seat:
        await seat.press("enter")
        assert max(map(len, seat.lines)) > 60
        await seat.resize(40, 20)
        seen = await seat.read_all()
        assert seen.count("kata") == seen.count("lagi") == 9


async def test_the_result_and_the_outline_have_no_bars_of_a_table() -> None:
    async with sit(library=course(NARROW), size=(140, 40)) as seat:
        await seat.press("enter")
        assert "1  Jalur · Pesanan" in seat.text
        await seat.press("enter", "1", "enter", "enter")
        assert seat.on == "Result"
        assert "Hitung dulu. Tujuan mana?" in seat.flat
        assert "|" not in seat.text


words = st.text(st.sampled_from("abc 1.5Rp漢🔥"), max_size=30).map(lambda text: " ".join(text.split()))


@given(st.data(), st.integers(20, 100))
def test_no_cell_loses_a_letter_and_no_line_is_too_wide(data: st.DataObject, width: int) -> None:
    columns = data.draw(st.integers(1, 6))
    row = st.tuples(*[words.map(Content)] * columns)
    table = with_figures(Table(data.draw(row), tuple(data.draw(st.lists(row, min_size=1, max_size=4)))))
    lines = table_lines(table, width)
    assert all(line.cell_length <= width for line in lines)
    drawn = "".join(line.plain for line in lines)
    for cell in (cell for each in table.rows for cell in each):
        for letter in set(cell.plain) - {" "}:
            assert drawn.count(letter) >= sum(cell.plain.count(letter) for each in table.rows for cell in each)
