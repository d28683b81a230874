"""One problem of a course file as a value, and the sheet on which the problems of a file are gathered.

Sentences stand in ``catalogue`` and are put together when a problem is shown (``render``), in the reader's language.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.content.harmless import shorten

Severity = Literal["error", "warning"]

MOST_PROBLEMS = 200
"""More problems of one file are not gathered: nobody reads them, and a hostile file could have a million."""

MOST_ALIKE = 20
"""More problems of one code in one file are counted, not shown."""

COUNTS = {"E198": 1, "W598": 1, "E199": 2}
"""Codes that only tell of other problems, in the order in which they stand at the end of a file."""

_BEFORE, _AFTER = 80, 240  # characters of a long line that are kept around a problem

# Lists and paths are worth reading whole, and words of ours are translated, which takes them whole.
_UNCUT = frozenset({"allowed", "cycle", "path", "other", "languages", "expected", "form", "found", "meaning", "reason"})
_MOST_UNCUT = 400


class Span(Struct, frozen=True):
    """A stretch of a file. Lines and columns count characters from 1; the end column is the first one behind."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


START = Span()


class Problem(Struct, frozen=True, kw_only=True):
    """What is wrong, and where.

    ``line`` and ``column`` count characters from 1, ``end_column`` is the first one behind the span (on the same line).
    ``excerpt`` is the source line, or the part of a long one that begins ``offset`` characters in. Who counts in
    UTF-16 has ``shift`` and ``end_shift`` more columns before the two: emoji count double there. ``args`` are the
    words that the sentence of ``code`` names, as (name, value) pairs; they come from a course file and are not yet
    fit for a terminal. ``fixable`` is known where somebody looked: whether it can be mended without the author.
    """

    code: str
    path: str
    line: int = 1
    column: int = 1
    end_column: int = 1
    excerpt: str = ""
    offset: int = 0
    shift: int = 0
    end_shift: int = 0
    args: tuple[tuple[str, str], ...] = ()
    fixable: bool = False

    @property
    def severity(self) -> Severity:
        return "warning" if self.code.startswith("W") else "error"

    @property
    def where(self) -> str:
        """``path:line:column``."""
        return f"{self.path}:{self.line}:{self.column}"


class Sheet:
    """The problems of one file. ``path`` is how the file is named to people, ``lines`` its text as typed."""

    def __init__(self, path: str, lines: Sequence[str] = ()) -> None:
        self.path = path
        self.lines = lines
        self.problems: list[Problem] = []

    @property
    def full(self) -> bool:
        """Whether nothing more will be gathered."""
        return len(self.problems) > MOST_PROBLEMS

    @property
    def has_errors(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)

    def add(self, code: str, span: Span = START, /, **args: str) -> None:
        """Note a problem. A value of ``args`` is cut where it is too long to read."""
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS:
            code, args = "E199", {}
        if span.line > len(self.lines) > 0:  # YAML points behind the end: the last line is where people look
            last, end = len(self.lines), len(self.lines[-1]) + 1
            span = Span(last, end, last, end + 1)
        line = self.lines[span.line - 1] if self.lines else ""
        end = span.end_column if span.end_line == span.line else len(line) + 1
        offset = max(0, span.column - 1 - _BEFORE) if len(line) > _AFTER else 0
        stop = max(end, span.column + 1)
        problem = Problem(
            code=code,
            path=self.path,
            line=span.line,
            column=span.column,
            end_column=stop,
            excerpt=line[offset : offset + _AFTER],
            offset=offset,
            shift=_doubles(line, span.column - 1),
            end_shift=_doubles(line, stop - 1),
            args=tuple((name, shorten(value, _MOST_UNCUT if name in _UNCUT else 60)) for name, value in args.items()),
        )
        if problem not in self.problems:
            self.problems.append(problem)

    def mark(self, what: Literal["curly", "unread"]) -> None:
        """Curly quotes may be to blame for the newest problem, or nothing behind it was read: the hint shall say so."""
        if self.problems:
            newest = self.problems.pop()
            self.problems.append(replace(newest, args=(*newest.args, (what, "1"))))


def _doubles(line: str, end: int) -> int:
    """How many characters before ``end`` take two units in UTF-16."""
    if line.isascii():
        return 0
    before = line[:end]
    return len(before.encode("utf-16-le", "surrogatepass")) // 2 - len(before)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """By path, line and column, so that the same files always give the same report. What counts others comes last."""
    return tuple(sorted(problems, key=lambda p: (p.path, COUNTS.get(p.code, 0), p.line, p.column, p.code, p.args)))


def thinned(sheet: Sheet) -> list[Problem]:
    """The problems in order, of each code no more than a person reads; what is left out is counted at the end."""
    shown: list[Problem] = []
    counts: dict[str, int] = {}
    hidden: dict[str, Problem] = {}
    for problem in in_order(sheet.problems):
        counts[problem.code] = counts.get(problem.code, 0) + 1
        if counts[problem.code] <= MOST_ALIKE:
            shown.append(problem)
        else:
            hidden.setdefault(problem.code, problem)
    for code, first in hidden.items():
        args = (("count", str(counts[code] - MOST_ALIKE)), ("kind", code))
        more = "W598" if code.startswith("W") else "E198"
        place = Problem(code=more, path=sheet.path, line=first.line, column=first.column, end_column=first.end_column)
        shown.append(replace(place, args=args))
    return shown


def name_of(path: Path) -> str:
    """``path`` as people know it: from the folder that they stand in, where it is inside that folder."""
    if not path.is_absolute():
        return str(path)
    try:
        here = os.getcwd()  # noqa: PTH109 - a str is all that is needed
    except OSError:  # the folder that we stand in was removed
        return str(path)
    inside = os.path.relpath(path, here) if path.drive == Path(here).drive else str(path)
    return str(path) if inside.startswith("..") else inside
