"""Spaces that YAML needs and that are missing or odd: ``key:value``, ``-item``, a non-breaking space. Reads no file.

YAML takes such a place for text, and then fails somewhere else or not at all. Each is found here together with the
mend of the same width after which reading can go on: of ``key:value`` the key is written one letter shorter.
"""

import re

from msgspec import Struct

from sosmed_learn.content.guess import guess
from sosmed_learn.content.keys import in_one_group, known_keys
from sosmed_learn.content.problems import Span
from sosmed_learn.core.patterns import later

ODD = "\u00a0\u2000-\u200b\u202f\u3000"
"""Spaces that are none to YAML, as a class of characters in a regular expression. Inside a text they are welcome."""

_ODD = later(f"[{ODD}]")
_ODD_ONES = frozenset("\u00a0\u202f\u3000").union(map(chr, range(0x2000, 0x200C)))
_KEY = re.compile(r"([a-z][a-z-]+):(?=[^\s\u200b/])")
_HEAD = later(rf"[{ODD} ]*(?:-[{ODD} ]+)*(?:([a-z][a-z-]+)[{ODD} ]*(?::[{ODD}][{ODD} ]*|$))?")
_DASH = later(r"-(?=[A-Za-z@#\"'{\[])([a-z][a-z-]*(?=$|:(?:\s|$)))?")
_BULLETS = "–—−•·‣▪●○◦"  # noqa: RUF001 - the odd ones are what editors make of a dash
_BRACKET = re.compile(r"[a-z-]+ +\{")
_NO_COLON = later(r"([a-z][a-z-]+)(\s*=\s*|\s+(?=\S)|(?=\s*$))")
_KEYED = later(rf"[ {_BULLETS}-]*([a-z][a-z-]*):(?:\s|$)")
_INDENT = later(rf"[ {ODD}]*(?:- +)*")


class Mend(Struct, frozen=True):
    """Put ``by`` in the place of as many characters at ``line`` and ``column``, both from 0; "" blanks the whole rest.

    ``keys`` are the keys that stand there in truth, each with its column.
    """

    line: int
    column: int
    by: str = "x"
    keys: tuple[tuple[int, str], ...] = ()


class MendFirstError(Exception):
    """Reading must begin again with the mends. What is wrong is ``code`` at ``span`` with ``args``."""

    def __init__(self, code: str, span: Span, args: dict[str, str], mends: list[Mend]) -> None:
        super().__init__(code)
        self.code = code
        self.span = span
        self.args_of_problem = args
        self.mends = mends


def check_plain(before: str, text: str, line: int, column: int) -> None:
    """Raise ``MendFirstError`` for a plain scalar that is glued to what should stand apart from it.

    ``before`` is what stands before it on its line; line and column count from 0.
    """
    opens = not before.strip().strip(f" -{_spaces()}")
    flow = before.rstrip()[-1:] in {"{", ","}
    if not text.isascii():
        if not before.strip():
            _check_bullet(text, line, column)
        _check_odd(text if opens or flow else text[:1], line, column)
    if opens and text[0] == "-":
        _check_dash(text, line, column)
    if opens and _BRACKET.match(text):
        _check_no_colon(text, line, column)
    if opens or flow:
        _check_colon(text, line, column)


def check_line(content: str, line: int) -> None:
    """The same for a whole line that YAML could not read."""
    match = _INDENT().match(content)
    column = match.end() if match else 0
    if not content.isascii():
        _check_bullet(content[column:], line, column)
        _check_odd(content, line, 0)
    if content[column : column + 1] == "-":
        _check_dash(content[column:], line, column)
    _check_colon(content[column:], line, column)


def _spaces() -> str:
    return "\u00a0\u200b\u202f\u3000"


def _check_odd(text: str, line: int, column: int) -> None:
    match = None if _ODD_ONES.isdisjoint(text) else _HEAD().match(text)
    if match is None:
        return
    end = match.end() if match[1] is None or match[1] in known_keys() else match.start(1)
    places = [found.start() for found in _ODD().finditer(text, 0, end)]
    if places:
        at = column + places[0] + 1
        name = f"U+{ord(text[places[0]]):04X}"
        mends = [Mend(line, column + place, " ") for place in places]
        raise MendFirstError("E136", Span(line + 1, at, line + 1, at + 1), {"character": name}, mends)


def _check_bullet(text: str, line: int, column: int) -> None:
    if text[0] in _BULLETS and text[1:2].isspace():
        span = Span(line + 1, column + 1, line + 1, column + 2)
        raise MendFirstError("E144", span, {"character": text[0]}, [Mend(line, column, "-")])


def _check_no_colon(text: str, line: int, column: int) -> None:
    mends = with_colon(text, line, column)
    if mends:
        end = column + len(text.split(maxsplit=1)[0])
        raise MendFirstError("E127", Span(line + 1, column + 1, line + 1, end + 1), {}, mends)


def with_colon(text: str, line: int, column: int) -> list[Mend]:
    """How to read on behind a key without its colon; nothing if ``text`` does not begin with a key."""
    match = _NO_COLON().match(text)
    if match is None:
        return []
    word, gap = match[1], match[2]
    if not gap:
        key = word if word in known_keys() else guess(word, known_keys())
        return [Mend(line, column + len(word), ":", ((column, key),))] if key else []
    mend = Mend(line, column + len(word) - 1, ":".ljust(len(gap) + 1), ((column, word),))
    return [mend] if word in known_keys() else []


def _check_dash(text: str, line: int, column: int) -> None:
    match = _DASH().match(text)
    if match is None:
        return
    word = text.split(maxsplit=1)[0]
    span = Span(line + 1, column + 1, line + 1, column + 1 + len(word))
    if match[1] and len(match[1]) > 1:
        mend = Mend(line, column + 1, " ", ((column + 2, match[1]),))
    elif text[1] in "\"'{[":  # what begins there would end somewhere: leave it out
        mend = Mend(line, column + 1, "")
    else:
        mend = Mend(line, column + 1, f" {text[2:3]}")  # the word behind has lost its first letter: it is mended too
    raise MendFirstError("E135", span, {"text": word}, [mend])


def _check_colon(text: str, line: int, column: int) -> None:
    match = _KEY.match(text)
    if match is None or match[1] not in known_keys():
        return
    word = text.split(maxsplit=1)[0]
    span = Span(line + 1, column + 1, line + 1, column + 1 + len(word))
    mend = Mend(line, column + len(match[1]) - 1, ": ", ((column, match[1]),))
    raise MendFirstError("E134", span, {"text": word, "key": match[1]}, [mend])


def stand_together(*lines: str) -> bool:
    """Whether the keys with which the lines begin can belong to one group."""
    keys = {match[1] for match in map(_KEYED().match, lines) if match}
    return len(keys) == len(lines) and in_one_group(keys)


def begins_with_key(line: str) -> bool:
    """Whether a line is a key of the format with its colon, or an item of a list."""
    match = _KEYED().match(line)
    item = line.lstrip()
    return (item[:1] in f"-{_BULLETS}" and item[1:2].isspace()) or (match is not None and match[1] in known_keys())
