"""The blind-spot map itself: the modules as rows, their concepts with marks, one of them under the cursor."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.tui.place_words import mark_of

_STYLES: dict[Class | None, str] = {"strong": "$accent", "blind": "bold $warning", None: "$text-muted"}

ABREAST = 68
"""Cells from which a row has its module's name and two concepts beside it."""
_NAME, _WIDEST = 14, 46
_MARK = 6
"""The cursor, a mark in brackets, and a space."""


class Cell(NamedTuple):
    """A concept. ``hatched``: its place is a guess, which its brackets say."""

    title: str
    place: Class | None
    hatched: bool


class _Line(NamedTuple):
    """A line of the map: what stands in front, and the numbers of the concepts on it."""

    name: Content
    cells: tuple[int, ...] = ()


class ConceptGrid(Widget):
    """``rows`` are the modules' names with their concepts. ``cursor`` counts these from 0 over all rows."""

    class Clicked(Message):
        """A concept was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    cursor: reactive[int | None] = reactive(None)

    def __init__(self, rows: Sequence[tuple[str, Sequence[Cell]]]) -> None:
        super().__init__()
        self._rows = rows
        self._cells = [cell for _, cells in rows for cell in cells]
        self._laid: tuple[int, list[_Line]] = (0, [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines_in(width))

    def render(self) -> RenderResult:
        width = self.content_size.width
        return Content("\n").join([self._drawn(line, width) for line in self._lines_in(width)])

    def next_to(self, right: int, down: int) -> int | None:
        """The concept in that direction from the cursor; the first one from nowhere, None above the first line."""
        lines = [line.cells for line in self._lines_in(self.content_size.width) if line.cells]
        if self.cursor is None or not lines:
            return 0 if self._cells else None
        row = next(at for at, cells in enumerate(lines) if self.cursor in cells)
        column = lines[row].index(self.cursor)
        if right:
            return lines[row][min(max(column + right, 0), len(lines[row]) - 1)]
        if row + down < 0:
            return None
        there = lines[min(row + down, len(lines) - 1)]
        return there[min(column, len(there) - 1)]

    def line_of(self, index: int) -> int:
        """The line of the widget on which a concept stands."""
        lines = self._lines_in(self.content_size.width)
        return next((at for at, line in enumerate(lines) if index in line.cells), 0)

    def on_click(self, event: events.Click) -> None:
        width = self.content_size.width
        lines = self._lines_in(width)
        if event.y < len(lines) and lines[event.y].cells:
            line = lines[event.y]
            column = max(0, event.x - line.name.cell_length) // self._room(width)
            self.post_message(self.Clicked(line.cells[min(column, len(line.cells) - 1)]))

    def _lines_in(self, width: int) -> list[_Line]:
        if self._laid[0] != width:
            self._laid = width, [*self._laid_out(width)]
        return self._laid[1]

    def _laid_out(self, width: int) -> Iterator[_Line]:
        first = 0
        for name, cells in self._rows:
            numbers = tuple(range(first, first + len(cells)))
            first += len(cells)
            if width < ABREAST:
                yield _Line(Content.styled(name, "bold"))
                yield from (_Line(Content(""), (number,)) for number in numbers)
                continue
            names = Content.styled(name, "bold").wrap(_NAME - 1)
            pairs = [numbers[at : at + 2] for at in range(0, len(numbers), 2)]
            for at in range(max(len(names), len(pairs))):
                label = names[at] if at < len(names) else Content("")
                yield _Line(_padded(label, _NAME), pairs[at] if at < len(pairs) else ())

    def _room(self, width: int) -> int:
        """How many cells a concept takes."""
        return width if width < ABREAST else min(_WIDEST, (width - _NAME) // 2)

    def _drawn(self, line: _Line, width: int) -> Content:
        room = self._room(width)
        return Content("").join([line.name, *(_padded(self._cell(number, room), room) for number in line.cells)])

    def _cell(self, number: int, room: int) -> Content:
        cell, chosen = self._cells[number], number == self.cursor
        mark = mark_of(cell.place, hatched=cell.hatched)
        mark = mark if mark.startswith("(") else f" {mark}"
        style = "bold $accent" if chosen else _STYLES.get(cell.place, "")
        words = "bold $accent" if chosen else "$text-muted" if cell.place is None else ""
        head = Content.assemble(("▸" if chosen else " ", "bold $accent"), (f"{mark:<{_MARK - 1}}", style))
        return head + Content.styled(_short(cell.title, room - _MARK - 1), words)


def _short(title: str, room: int) -> str:
    """The title as far as there is room, cut between words."""
    if cell_len(title) <= room:
        return title
    lines = Content(title).wrap(max(1, room - 1))
    return f"{lines[0].plain.rstrip(' ,:;')}…"


def _padded(words: Content, width: int) -> Content:
    return words.pad_right(max(0, width - words.cell_length))
