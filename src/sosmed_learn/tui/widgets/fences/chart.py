"""A chart as lines: bars, a line of dots, or shares of a whole. The numbers can always be read beside the drawing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from textual.content import Content

from sosmed_learn.core.fences import Chart
from sosmed_learn.core.numbers import with_unit
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui.wording import safe

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONGEST_LABEL = 22
_LEAST_BAR, _LONGEST_BAR = 8, 48
_HEIGHT = 6
_MARKS = "●○◆"
_TEXTURES = "█▒░"


def chart_lines(chart: Chart, width: int) -> list[Content]:
    """The title, the drawing, and the names of the axes."""
    lines = Content.styled(safe(chart.title), "bold").wrap(width) if chart.title else []
    if chart.rows:
        lines += list({"bars": _bars, "share": _shares, "line": _line}[chart.shape](chart, width))
    lying = chart.shape != "line"  # bars and shares lie on their side, below one another
    named = [
        (_("rows: {name}") if lying else _("across: {name}"), chart.x),
        (_("bars: {name}") if lying else _("upwards: {name}"), chart.y),
    ]
    axes = " · ".join(words.format(name=safe(name)) for words, name in named if name)
    return lines + (Content.styled(axes, "$text-muted").wrap(width) if axes else [])


def _said(value: Decimal, unit: str) -> str:
    return safe(with_unit(value, unit, in_use()))


class _Labels(NamedTuple):
    """The names of the rows, ``cells`` wide. ``above``: each on a line of its own, since they are long or a bar needs
    the room.
    """

    names: list[str]
    cells: int
    above: bool

    def lead(self, at: int, *, first: bool = True) -> list[str]:
        """The line above a bar, if there is one, and what stands before the bar; later bars of a row have no name."""
        if self.above:
            return [*([self.names[at].rstrip()] if first else []), "  "]
        return [f"{self.names[at]} " if first else " " * (self.cells + 1)]


def _labels(chart: Chart, room: int) -> _Labels:
    """``room`` is what there is for a name and a bar."""
    labels = [Content(safe(row.label)) for row in chart.rows]
    widest = max(label.cell_length for label in labels)
    names = [label.plain + " " * (widest - label.cell_length) for label in labels]
    return _Labels(names, widest, above=widest > _LONGEST_LABEL or room - widest < _LEAST_BAR)


def _bars(chart: Chart, width: int) -> Iterator[Content]:
    """One bar for each number; below zero it is only told."""
    most = max((max(row.values) for row in chart.rows), default=Decimal(0))
    longest = max(len(_said(value, chart.unit)) for row in chart.rows for value in row.values)
    labels = _labels(chart, width - longest - 3)
    room = max(1, min(_LONGEST_BAR, width - longest - 3 - (0 if labels.above else labels.cells)))
    for number, row in enumerate(chart.rows):
        for at, value in enumerate(row.values):
            *above, before = labels.lead(number, first=at == 0)
            yield from map(Content, above)
            bar = _bar(value / most * room if most > 0 else Decimal(0), at)
            yield Content.assemble(before, (bar, "$accent"), f" {_said(value, chart.unit)}")
    yield from _legend(chart, _TEXTURES)


def _bar(cells: Decimal, series: int) -> str:
    """Blocks, to an eighth of a cell; further series have a texture, since colour alone must not tell them apart."""
    if cells <= 0:
        return ""
    if series:
        return _TEXTURES[series] * max(1, round(cells))
    whole, rest = divmod(max(1, round(cells * 8)), 8)  # what there is can be seen, however little
    return "█" * whole + _EIGHTHS[rest].strip()


def _shares(chart: Chart, width: int) -> Iterator[Content]:
    """Each row as its part of the whole, in percent and as the number it is."""
    total = sum(row.values[0] for row in chart.rows)
    told = [_said(row.values[0], chart.unit) for row in chart.rows]
    longest = max(map(len, told)) + len(" 100% ()")
    labels = _labels(chart, width - longest - 3)
    room = max(1, min(30, width - longest - 3 - (0 if labels.above else labels.cells)))
    for at, row in enumerate(chart.rows):
        share = row.values[0] / total if total > 0 else Decimal(0)
        percent = _said(Decimal(round(share * 100)), "%")
        *above, before = labels.lead(at)
        yield from map(Content, above)
        bar = _bar(share * room, 0)
        yield Content.assemble(before, (bar, "$accent"), f" {percent}", (f" ({told[at]})", "$text-muted"))


def _line(chart: Chart, width: int) -> Iterator[Content]:
    """The dots, where there is room for them, then every number in a row of its own."""
    side = max(len(_said(value, chart.unit)) for row in chart.rows for value in row.values)
    if side + 3 + len(chart.rows) <= width:
        yield from _dots(chart, width, side)
    labels = _labels(chart, width)
    for label, row in zip(labels.names, chart.rows, strict=True):
        name = f"{label.rstrip()}:" if labels.above else f"{label} "
        yield Content(f"{name} {' · '.join(_said(value, chart.unit) for value in row.values)}")
    yield from _legend(chart, _MARKS)


def _dots(chart: Chart, width: int, side: int) -> Iterator[Content]:
    """A grid with the highest and the lowest number at its side, in ``side`` cells."""
    values = [value for row in chart.rows for value in row.values]
    low, high = min(values), max(values)
    step = max(1, min(6, (width - side - 3) // len(chart.rows)))
    grid = [[" "] * (len(chart.rows) * step) for _ in range(_HEIGHT)]
    for at, row in enumerate(chart.rows):
        for series, value in reversed(list(enumerate(row.values))):
            height = round((value - low) / (high - low) * (_HEIGHT - 1)) if high > low else 0
            grid[_HEIGHT - 1 - height][at * step + step // 2] = _MARKS[series]
    for number, cells in enumerate(grid):
        name = _said(high, chart.unit) if number == 0 else _said(low, chart.unit) if number == _HEIGHT - 1 else ""
        yield Content.assemble((f"{name:>{side}} │", "$text-muted"), ("".join(cells).rstrip(), "$accent"))
    yield Content.styled(" " * side + " └" + "─" * (len(chart.rows) * step), "$text-muted")
    if beneath := _beneath(chart, step):
        yield Content.styled(" " * (side + 2) + beneath, "$text-muted")


def _beneath(chart: Chart, step: int) -> str:
    """The names of the rows, each below its dots; empty where they are too long for that and only told further down."""
    names = [Content(safe(row.label)) for row in chart.rows]
    if any(name.cell_length >= step for name in names):
        return ""
    lefts = [step // 2 - name.cell_length // 2 for name in names]
    rights = [step - left - name.cell_length for left, name in zip(lefts, names, strict=True)]
    padded = zip(lefts, names, rights, strict=True)
    return "".join(" " * left + name.plain + " " * right for left, name, right in padded).rstrip()


def _legend(chart: Chart, marks: Sequence[str]) -> Iterator[Content]:
    if len(chart.series) > 1:
        named = zip(marks, chart.series, strict=False)
        yield Content.styled("   ".join(f"{mark} {safe(name)}" for mark, name in named), "$text-muted")
