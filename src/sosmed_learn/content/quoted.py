"""What stands behind a backslash between double quotes: characters that could harm, and tabs that nobody meant."""

import re

from sosmed_learn.content.harmless import CONTROL, HIDDEN, escape
from sosmed_learn.content.problems import Sheet, Span
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

_ESCAPE = later(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
    "N": "\x85", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_LAST = 0x10FFFF


def check_escapes(sheet: Sheet, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Report the escapes of a double-quoted text that stands from ``start`` to ``end``, line and column from 0."""
    for number in range(start[0], min(end[0], len(sheet.lines) - 1) + 1):
        line = sheet.lines[number]
        first = start[1] if number == start[0] else 0
        last = end[1] if number == end[0] else len(line)
        for match in _ESCAPE().finditer(line, first, last):
            span = Span(number + 1, match.start() + 1, number + 1, match.end() + 1)
            _check(sheet, match, span, single=start[0] == end[0])


def _check(sheet: Sheet, match: re.Match[str], span: Span, *, single: bool) -> None:
    digits = match[1] or match[2] or match[3]
    code = int(digits, 16) if digits else 0
    character = (chr(code) if code <= _LAST else "") if digits else _LETTERS.get(match[4], "")
    if HIDDEN.match(character):
        sheet.add("E106", span, character=escape(character))
    elif CONTROL.match(character) or character == "\r":
        sheet.add("E105", span, character=escape(character))
    elif single and character in {"\t", "\n"}:
        meaning = N_("a tab") if character == "\t" else N_("a new line")
        sheet.add("W510", span, text=match[0], meaning=meaning)
