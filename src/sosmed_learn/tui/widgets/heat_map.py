"""The calendar of the last weeks: a column a week, a row a day, marks that can be told apart without colour.

In a terminal that cannot write them, the marks are made of what every terminal has.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct
from textual.content import Content

from sosmed_learn.core.rhythm import BUSY, Rhythm, Week
from sosmed_learn.i18n import _, ngettext
from sosmed_learn.tui.wording import day_name, month_name

_CELLS = 4
"""The width of a week: the name of a month fits into it with a blank behind."""
_LABEL = 6


class Marks(Struct, frozen=True):
    """How a day is drawn on which nothing, something or much was done, and a week that reached its goal."""

    none: str
    some: str
    much: str
    kept: str


SIGNS = Marks("·", "▪", "■", "✓")
LETTERS = Marks(".", "o", "#", "*")


def marks() -> Marks:
    """Those that this terminal can write."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return SIGNS if encoding.lower().startswith("utf") else LETTERS


def heat_map(rhythm: Rhythm, answers: Mapping[date, int], drawn: Marks) -> Content:
    """The months, the seven days, and how many of them were done. The day of today stands in brackets."""
    rows = [_label(""), *(_label(day_name(day)) for day in range(7)), _label(_("days"))]
    for month, week in zip(_months(rhythm), rhythm.weeks, strict=True):
        column = [
            _cell(month),
            *(_day(rhythm, week, day, answers, drawn) for day in range(7)),
            _foot(week, drawn),
        ]
        rows = [row + cell for row, cell in zip(rows, column, strict=True)]
    return Content("\n").join(rows)


def legend(rhythm: Rhythm, drawn: Marks) -> str:
    """What the marks mean, on two lines."""
    much = ngettext("{count} answer or more", "{count} answers or more", BUSY).format(count=BUSY)
    days = [(drawn.none, _("nothing done")), (drawn.some, _("something done")), (drawn.much, much)]
    more = [("[ ]", _("today"))]
    if rhythm.goal is not None:
        more.append((drawn.kept, _("goal reached")))
    return "\n".join("   ".join(f"{mark} {words}" for mark, words in line) for line in (days, more))


def _months(rhythm: Rhythm) -> Iterator[str]:
    """The month of each week by its Sunday, where it is another than that of the week before."""
    before = 0
    for week in rhythm.weeks:
        month = (week.monday + timedelta(days=6)).month
        yield month_name(month) if month != before else ""
        before = month


def _day(rhythm: Rhythm, week: Week, day: int, answers: Mapping[date, int], drawn: Marks) -> Content:
    at = week.monday + timedelta(days=day)
    before, behind = ("[", "] ") if at == rhythm.today else (" ", "  ")
    if day not in week.done:
        mark = Content.styled(drawn.none if at <= rhythm.today else " ", "$text-muted")
    elif answers.get(at, 0) >= BUSY:
        mark = Content.styled(drawn.much, "bold $accent")
    else:
        mark = Content.styled(drawn.some, "$accent")
    return Content.assemble(before, mark, behind)


def _foot(week: Week, drawn: Marks) -> Content:
    kept = drawn.kept if week.kept else ""
    return Content.styled(f" {week.count}{kept}".ljust(_CELLS), "bold" if kept else "$text-muted")


def _cell(words: str) -> Content:
    return Content.styled(words.ljust(_CELLS), "$text-muted")


def _label(words: str) -> Content:
    return Content.styled(words.ljust(_LABEL), "$text-muted")
