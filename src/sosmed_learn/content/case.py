"""The place where YAML gave up, with what ``blockrules`` and ``flowrules`` need to tell why. Judges nothing itself."""

import re
from typing import Any, TypeAlias

from msgspec import Struct

from sosmed_learn.content.glued import Mend
from sosmed_learn.content.nodes import Trail
from sosmed_learn.content.problems import Sheet, Span

Place: TypeAlias = tuple[int, int]
"""Line and column from 0, as YAML counts."""

_WORD = re.compile(r"\S+")


class Case(Struct):
    """Where YAML gave up: its own words, the place, where the part in question began, and the text so far mended."""

    problem: str
    context: str
    at: Place
    start: Place
    lines: list[str]
    trail: Trail
    sheet: Sheet

    def sign(self, place: Place) -> str:
        """The character at ``place``; empty at the end of a line."""
        line, column = place
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def add(sheet: Sheet, code: str, line: int, column: int, **args: str) -> None:
    """The problem with the word at that place, both from 0."""
    if code == "E126" and any(problem.code == "E107" for problem in sheet.problems):
        return  # a tab is as wide as nobody knows: mend the tabs first
    if code == "E126" and any(problem.code == "E136" and problem.line == line + 1 for problem in sheet.problems):
        return  # the same for an odd space
    content = sheet.lines[line] if line < len(sheet.lines) else ""
    match = _WORD.match(content, column)
    sheet.add(code, Span(line + 1, column + 1, line + 1, (match.end() if match else column) + 1), **args)


def place(mark: Any) -> Place:  # noqa: ANN401 - the C and the Python parser have a mark class each
    """Where a mark of YAML stands; the beginning when there is none."""
    return (mark.line, mark.column) if mark is not None else (0, 0)


def word_at(line: str, column: int) -> str:
    """The word that begins there; empty at the end of a line."""
    match = _WORD.match(line, column)
    return match[0] if match else ""


def first_word(line: str) -> int:
    """The column behind the indentation and the dashes of a list."""
    return len(line) - len(line.lstrip(" -"))


def indent_of(line: str) -> int:
    """How many spaces stand before the first sign."""
    return len(line) - len(line.lstrip())


def without_line(case: Case, line: int) -> list[Mend]:
    """How to read on as if the line were empty; nothing if it is."""
    return [Mend(line, 0, " " * len(case.line(line)))] if case.line(line).strip() else []
