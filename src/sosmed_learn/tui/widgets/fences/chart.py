"""A chart as lines: bars, a line of dots, or shares of a whole. The numbers can always be read beside the drawing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from textual.content import Content

from sosmed_learn.core.fences import Chart
from sosmed_learn.core.numbers import with_unit
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui.wording import safe

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LONGEST_LABEL = 22
_HEIGHT = 6
_MARKS = "●○◆"
_TEXTURES = "█▒░"


def chart_lines(chart: Chart, width: int) -> list[Content]:
    """The title, the drawing, and the names of the axes."""
    lines = Content.styled(safe(chart.title), "bold").wrap(width) if chart.title else []
    if chart.rows:
        lines += list({"bars": _bars, "share": _shares, "line": _line}[chart.shape](chart, width))
    named = [(_("across: {name}"), chart.x), (_("upwards: {name}"), chart.y)]
    axes = " · ".join(words.format(name=safe(name)) for words, name in named if name)
    return lines + (Content.styled(axes, "$text-muted").wrap(width) if axes else [])


def _said(value: Decimal, unit: str) -> str:
    return safe(with_unit(value, unit, in_use()))


def _labels(chart: Chart) -> list[str]:
    labels = [Content(safe(row.label)).truncate(_LONGEST_LABEL, ellipsis=True) for row in chart.rows]
    widest = max(label.cell_length for label in labels)
    return [label.plain + " " * (widest - label.cell_length) for label in labels]


def _bars(chart: Chart, width: int) -> Iterator[Content]:
    """One bar for each number; below zero it is only told."""
    labels, most = _labels(chart), max((max(row.values) for row in chart.rows), default=Decimal(0))
    longest = max(len(_said(value, chart.unit)) for row in chart.rows for value in row.values)
    room = max(4, min(48, width - len(labels[0]) - longest - 3))
    for label, row in zip(labels, chart.rows, strict=True):
        for at, value in enumerate(row.values):
            bar = _bar(value / most * room if most > 0 else Decimal(0), at)
            name = label if at == 0 else " " * len(label)
            yield Content.assemble(f"{name} ", (bar, "$accent"), f" {_said(value, chart.unit)}")
    yield from _legend(chart, _TEXTURES)


def _bar(cells: Decimal, series: int) -> str:
    """Blocks, to an eighth of a cell; further series have a texture, since colour alone must not tell them apart."""
    if cells <= 0:
        return ""
    if series:
        return _TEXTURES[series] * max(1, round(cells))
    whole, rest = divmod(round(cells * 8), 8)
    return "█" * whole + _EIGHTHS[rest].strip()


def _shares(chart: Chart, width: int) -> Iterator[Content]:
    """Each row as its part of the whole, in percent and as the number it is."""
    labels, total = _labels(chart), sum(row.values[0] for row in chart.rows)
    room = max(4, min(30, width - len(labels[0]) - 22))
    for label, row in zip(labels, chart.rows, strict=True):
        share = row.values[0] / total if total > 0 else Decimal(0)
        percent = _said(Decimal(round(share * 100)), "%")
        bar = _bar(share * room, 0)
        yield Content.assemble(
            f"{label} ", (bar, "$accent"), f" {percent}", (f" ({_said(row.values[0], chart.unit)})", "$text-muted")
        )


def _line(chart: Chart, width: int) -> Iterator[Content]:
    """Dots over a grid with the highest and the lowest number at its side, then every number in a row of its own."""
    values = [value for row in chart.rows for value in row.values]
    low, high = min(values), max(values)
    side = max(len(_said(low, chart.unit)), len(_said(high, chart.unit)))
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
    for label, row in zip(_labels(chart), chart.rows, strict=True):
        yield Content(f"{label}  {' · '.join(_said(value, chart.unit) for value in row.values)}")
    yield from _legend(chart, _MARKS)


def _legend(chart: Chart, marks: Sequence[str]) -> Iterator[Content]:
    if len(chart.series) > 1:
        named = zip(marks, chart.series, strict=False)
        yield Content.styled("   ".join(f"{mark} {safe(name)}" for mark, name in named), "$text-muted")
