"""A table as lines: side by side where there is room for it, else row by row. Nothing in it is ever cut off."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from sosmed_learn.tui.widgets.hanging import hang

GAP = 2
_FIGURE = re.compile(r"[-+±]?\s?(?:Rp)?\s?[\d.,]*\d\s?\D{0,4}")


class Table(NamedTuple):
    """Cells as styled text. Every row has as many as the head; ``right`` names the columns that end in one line."""

    head: tuple[Content, ...]
    rows: tuple[tuple[Content, ...], ...]
    right: frozenset[int] = frozenset()

    @property
    def columns(self) -> list[tuple[Content, ...]]:
        """From top to bottom, the head included."""
        return list(zip(self.head, *self.rows, strict=True))


def with_figures(table: Table) -> Table:
    """The table with its columns of figures to the right: so their digits stand beneath each other. The first column
    names the rows, also where the names are numbers.
    """
    figures = {
        at
        for at, (_head, *cells) in enumerate(table.columns)
        if at and cells and all(_FIGURE.fullmatch(cell.plain.strip()) for cell in cells)
    }
    return table._replace(right=table.right | figures)


def table_lines(table: Table, width: int) -> list[Content]:
    """The table in ``width`` cells. Columns so narrow that they would be longer than the rows told one by one are not
    worth it.
    """
    natural = [max(cell.cell_length for cell in column) for column in table.columns]
    least = [max(map(_longest_word, column)) for column in table.columns]
    room = width - GAP * (len(table.head) - 1)
    if sum(natural) <= room:
        return list(_beside(table, natural))
    told = list(_told(table, width))
    if sum(least) > room:
        return told
    beside = list(_beside(table, _shared(natural, least, room)))
    return beside if len(beside) <= len(told) else told


def _longest_word(cell: Content) -> int:
    return max(map(cell_len, re.split(r"[ \n]", cell.plain)))


def _shared(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """The widths of columns that cannot all have what they want: who lacks most gets the next cell."""
    widths = list(least)
    for _cell in range(room - sum(least)):
        lacks = [wanted - has for wanted, has in zip(natural, widths, strict=True)]
        widths[lacks.index(max(lacks))] += 1
    return widths


def _beside(table: Table, widths: Sequence[int]) -> Iterator[Content]:
    """The head, a line, the rows."""
    yield from _row([cell.stylize("bold") for cell in table.head], widths, table.right, low=True)
    yield Content.styled((" " * GAP).join("─" * width for width in widths), "$border")
    for row in table.rows:
        yield from _row(row, widths, table.right)


def _row(
    cells: Sequence[Content], widths: Sequence[int], right: frozenset[int], *, low: bool = False
) -> Iterator[Content]:
    """The lines of one row; ``low``: cells of fewer lines stand at its bottom."""
    wrapped = [cell.wrap(max(1, width)) or [Content("")] for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    for number in range(height):
        parts: list[Content | str] = []
        for at, (lines, width) in enumerate(zip(wrapped, widths, strict=True)):
            place = number - (height - len(lines) if low else 0)
            line = lines[place] if 0 <= place < len(lines) else Content("")
            free = " " * (width - line.cell_length)
            parts += [" " * GAP if at else "", *((free, line) if at in right else (line, free))]
        yield Content.assemble(*parts).rstrip()


def _told(table: Table, width: int) -> Iterator[Content]:
    """Row by row, each cell behind the name of its column."""
    for number, row in enumerate(table.rows):
        if number:
            yield Content("")
        for at, (name, cell) in enumerate(zip(table.head, row, strict=True)):
            if not cell.plain.strip():
                continue
            label = Content.assemble(name, ": ") if name.plain.strip() else Content("")
            words = (label + cell).stylize("bold") if at == 0 else label.stylize("$text-muted") + cell
            yield from hang(Content("" if at == 0 else "  "), [words], width)
