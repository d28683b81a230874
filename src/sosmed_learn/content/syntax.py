"""What YAML cannot read -> one clear problem each, and a mended copy to read on with. Builds no nodes itself.

YAML gives up at its first error. Most errors of authors are one character that has a meaning for YAML (``@mention``,
``a: b``, ``> 50``): we say so, put a letter in its place in a copy in memory, and read again, so that all of them and
every other problem of the file come in one run. The copy has the same width, so lines and columns stay true.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

from sosmed_learn.content.glued import (
    Mend,
    MendFirstError,
    begins_with_key,
    check_line,
    known_keys,
    stand_together,
    with_colon,
)
from sosmed_learn.content.nodes import MOST_LEVELS, Composer, Node, Scalar, TooMuchError, Trail
from sosmed_learn.content.problems import Sheet, Span

BUDGET = 6_000_000
"""Characters that may be read again for one file; it bounds the time, and leaves a usual lesson a hundred mends."""

_Place: TypeAlias = tuple[int, int]  # line and column from 0, as YAML counts

_COLON = re.compile(r":(?:\s|$)")
_OPENS_BLOCK = re.compile(r":\s+[|>][-+0-9]*\s*$")
_GAP = re.compile(r"\s*;?\s*")
_PART = re.compile(r"\s*;?\s*(?:[\w-]+\s*:|[\"'{\[])")
_NEXT_KEY = re.compile(r"(?<=[^\s,{[;])\s*;?\s+([a-z][a-z-]*)\s*$")
_WORD = re.compile(r"\S+")
_CURLY = re.compile(r"(?:[:-] +|[{[,] *)[“”‘’„]")  # noqa: RUF001 - the odd ones are what is looked for


def compose(text: str, sheet: Sheet) -> Node | None:
    """The tree of ``text``, or None when it cannot be read; problems go onto ``sheet``. Raises nothing."""
    lines = text.split("\n")
    left = BUDGET
    mended: dict[int, list[int]] = {}
    keys: dict[_Place, str] = {}
    gaps: set[int] = set()
    while True:
        trail = Trail(mended=mended, keys=keys, gaps=gaps)
        try:
            # compose() only calls its loader; the stubs ask for one of PyYAML's own classes.
            loader: Any = partial(Composer, sheet=sheet, trail=trail)
            node: Any = yaml.compose("\n".join(lines), Loader=loader)
        except TooMuchError as refusal:
            sheet.add(refusal.code, refusal.span, most=str(refusal.most))
            return None
        except (yaml.MarkedYAMLError, MendFirstError) as error:
            left -= len(text)
            count = len(sheet.problems)
            mends = _explain(error, trail, lines, sheet)
            if len(sheet.problems) > count and _curly(error, lines):
                sheet.mark("curly")
            if not mends:
                sheet.mark("unread")
            if not mends or sheet.full:
                return None
            if left < 0:
                sheet.add("E199")
                return None
            _apply(mends, lines, trail)
            continue
        except yaml.YAMLError:
            sheet.add("E129")
            sheet.mark("unread")
            return None
        if node is None or (isinstance(node, Scalar) and not node.text and not node.style):
            sheet.add("E104")
            return None
        return node  # type: ignore[no-any-return]  # our composer gives our nodes


def _apply(mends: list[Mend], lines: list[str], trail: Trail) -> None:
    """Mend the lines, and keep what is not as typed."""
    for mend in mends:
        line = lines[mend.line]
        by = mend.by or " " * (len(line) - mend.column)
        lines[mend.line] = line[: mend.column] + by + line[mend.column + len(by) :]
        trail.mended.setdefault(mend.line, []).extend(range(mend.column, mend.column + len(by)))
        if not lines[mend.line].strip():
            lines[mend.line] = ""  # spaces at the head of a block of text would say how far it is indented
            trail.gaps.add(mend.line)
        trail.keys.update({(mend.line, column): key for column, key in mend.keys})


def _curly(error: yaml.MarkedYAMLError | MendFirstError, lines: list[str]) -> bool:
    """Whether a text in curly quotes stands where YAML gave up."""
    mark = getattr(error, "problem_mark", None)
    return mark is not None and mark.line < len(lines) and bool(_CURLY.search(lines[mark.line]))


def _explain(error: yaml.MarkedYAMLError | MendFirstError, trail: Trail, lines: list[str], sheet: Sheet) -> list[Mend]:
    """Say what is wrong; how to read on, or nothing if that cannot be done."""
    if isinstance(error, MendFirstError):
        sheet.add(error.code, error.span, **error.args_of_problem)
        return error.mends
    at = _place(error.problem_mark)
    start = _place(error.context_mark) if error.context_mark else at
    case = _Case(error.problem or "", error.context or "", at, start, lines, trail, sheet)
    for rule in _RULES:
        mends = rule(case)
        if mends is not None:
            return mends
    _add(sheet, "E129", *at)
    return []


class _Case(Struct):
    """Where YAML gave up: its own words, the place, where the part in question began, and the text so far mended."""

    problem: str
    context: str
    at: _Place
    start: _Place
    lines: list[str]
    trail: Trail
    sheet: Sheet

    def sign(self, place: _Place) -> str:
        """The character at ``place``; empty at the end of a line."""
        line, column = place
        return self.lines[line][column : column + 1] if line < len(self.lines) else ""

    def line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def _under_block(case: _Case) -> list[Mend] | None:
    """A line of a text under ``|`` or ``>`` that is not indented far enough ends the text for YAML."""
    number = case.start[0] if "could not find" in case.problem else case.at[0]
    head = next((line for line in range(number, -1, -1) if _OPENS_BLOCK.search(case.line(line))), None)
    if head is None:
        return None
    column = _first_word(case.line(head))
    behind = range(head + 1, len(case.lines))
    end = next((line for line in behind if begins_with_key(case.line(line))), len(case.lines))
    outside = [line for line in range(head + 1, end) if case.line(line).strip()]
    outside = [line for line in outside if _indent(case.line(line)) <= column]
    if not outside or number >= end:
        return None
    first = outside[0]
    if with_colon(case.line(first).strip(), first, 0):
        return None
    key = case.line(head)[column:].partition(":")[0]
    _add(case.sheet, "E146", first, _indent(case.line(first)), key=key)
    return [mend for line in outside for mend in _without_line(case, line)]


def _spacing(case: _Case) -> list[Mend] | None:
    """A space is missing or odd in a line that YAML took for text; it failed there or at the next line."""
    numbers = []
    if "not allowed" in case.problem:
        above = (number for number in range(case.at[0] - 1, -1, -1) if case.line(number).strip())
        numbers = [next(above, case.at[0]), case.at[0]]
    elif "could not find expected ':'" in case.problem:
        numbers = [case.start[0]]
    elif "did not find expected" in case.problem and "flow" not in case.context:
        numbers = [case.at[0]]
    for number in numbers:
        try:
            check_line(case.line(number), number)
        except MendFirstError as found:
            case.sheet.add(found.code, found.span, **found.args_of_problem)
            return found.mends
    return None


def _suspected(case: _Case) -> list[Mend] | None:
    """Something that was seen on the way and is on the sheet already is the likely cause."""
    near = range(case.at[0] - 1, case.at[0] + 1)
    return [Mend(*place) for place in case.trail.suspects if place[0] in near or "flow" in case.context] or None


def _property(case: _Case) -> list[Mend] | None:
    """``*bold*`` and the like, which is no alias, anchor or tag even to YAML."""
    code = {"*": "E112", "&": "E113", "!": "E114"}.get(case.sign(case.start))
    if code is None or not any(word in case.context for word in ("alias", "anchor", "tag")):
        return None
    _add(case.sheet, code, *case.start, text=_word(case.line(case.start[0]), case.start[1]))
    return [Mend(*case.start)]


def _token(case: _Case) -> list[Mend] | None:
    """A sign with which nothing can begin: ``@``, a backtick, ``%``, a tab, a comma or a closing bracket."""
    sign = case.sign(case.at)
    outside = "node content" in case.problem and "flow" not in case.context and sign in {",", "]", "}"}
    if not sign or not (outside or "cannot start any token" in case.problem):
        return None
    if sign == "\t":
        _add(case.sheet, "E107", *case.at)
        return [Mend(*case.at, " ")]
    _add(case.sheet, "E118", *case.at, character=sign, text=_word(case.line(case.at[0]), case.at[1]))
    return [Mend(*case.at)]


def _directive(case: _Case) -> list[Mend] | None:
    """A line that begins with ``%``."""
    if "directive" not in case.context + case.problem or not case.sign(case.start):
        return None
    _add(case.sheet, "E118", *case.start, character=case.sign(case.start), text=case.line(case.start[0]))
    return _without_line(case, case.start[0])


def _block_head(case: _Case) -> list[Mend] | None:
    """Text behind ``|`` or ``>``."""
    if "block scalar" not in case.context or case.sign(case.start) not in {"|", ">"}:
        return None
    _add(case.sheet, "E123", *case.start, character=case.sign(case.start))
    return [Mend(*case.start)]


def _not_allowed(case: _Case) -> list[Mend] | None:
    """A ``:``, ``-`` or ``?`` where no key or item can be."""
    sign = case.sign(case.at)
    if "not allowed" not in case.problem or sign not in {":", "-", "?"}:
        return None
    if sign != ":":
        _add(case.sheet, "E118", *case.at, character=sign, text=case.line(case.at[0])[case.at[1] :])
        return [Mend(*case.at)]
    # "a: b: c" has its first colon on this line; without one, the line itself stands too far in.
    before = re.sub(r"^[\s?-]*", "", case.line(case.at[0])[: case.at[1]])
    if re.search(r":\s", before):
        _add(case.sheet, "E119", *case.at)
        return [Mend(*case.at, ";")]
    return _too_far_in(case)


def _too_far_in(case: _Case) -> list[Mend]:
    """A key stands further in than the line above it, which is to blame if the one before that fits again.

    Otherwise all that stands as far in is left out.
    """
    number = case.at[0]
    indent = _indent(case.line(number))
    above = [line for line in range(number - 1, -1, -1) if case.line(line).strip()][:2]
    column = _first_word(case.line(above[0])) if above else 0
    mends = with_colon(case.line(above[0])[column:], above[0], column) if above else []
    if mends and not _COLON.search(case.line(above[0])):
        _add(case.sheet, "E127", above[0], column)
        return mends
    lines = [case.line(line) for line in (number, *above)]
    if len(above) > 1 and _indent(lines[1]) < indent == _indent(lines[2]) and stand_together(*lines):
        _add(case.sheet, "E126", above[0], _indent(case.line(above[0])))
        return _without_line(case, above[0])
    _add(case.sheet, "E126", number, indent)
    end = number
    while end < len(case.lines) and (not case.line(end).strip() or _indent(case.line(end)) >= indent):
        end += 1
    return [mend for line in range(number, end) for mend in _without_line(case, line)]


def _in_quotes(case: _Case) -> list[Mend] | None:
    """A quote that is not closed before the end, or a backslash that means nothing."""
    if "quoted scalar" not in case.context and "double-quoted" not in case.context:
        return None
    line = case.line(case.at[0])
    back = line.rfind("\\", 0, case.at[1] + 1)
    if back < 0 or "end of stream" in case.problem or "document indicator" in case.problem:
        _add(case.sheet, "E120", *case.start)
        return []
    number = case.at[0] + 1
    case.sheet.add("E122", Span(number, back + 1, number, back + 3), text=line[back : back + 2])
    return [Mend(case.at[0], back)]


def _no_colon(case: _Case) -> list[Mend] | None:
    if "could not find expected ':'" not in case.problem:
        return None
    number = case.start[0]
    column = _first_word(case.line(number))
    _add(case.sheet, "E127", number, column)
    return with_colon(case.line(number)[column:], number, column) or _without_line(case, number)


def _behind_quote(case: _Case) -> list[Mend] | None:
    """Text behind a closing quote, where YAML expects the end of the line."""
    last, line = case.trail.last, case.line(case.at[0])
    if not last or last.style not in {"'", '"'} or last.end_mark.line != case.at[0]:
        return None
    if last.end_mark.column > case.at[1] or line[last.end_mark.column : case.at[1]].strip():
        return None
    if last.start_mark.line != last.end_mark.line:  # it ran on to the next quote: the opening one is the culprit
        _add(case.sheet, "E120", last.start_mark.line, last.start_mark.column)
        return []
    if "flow" in case.context and _PART.match(line, last.end_mark.column):
        return _no_comma(case, (case.at[0], last.end_mark.column))
    _add(case.sheet, "E128", *case.at)
    rest = line[case.at[1] :]
    return [Mend(*case.at, " " * len(rest))] if rest and not re.search(r"[\]}]", rest) else []


def _in_flow(case: _Case) -> list[Mend] | None:
    """A colon in a text without quotes between brackets: a comma before the next key is missing, or quotes are."""
    last = case.trail.last
    if "flow" not in case.context or case.sign(case.at) != ":" or not last or last.style:
        return None
    if last.start_mark.line != case.at[0]:  # the bracket was not closed, and the lines below were taken for text
        return None
    before = case.line(case.at[0])[: case.at[1]]
    key = _NEXT_KEY.search(before)
    if key and key[1] in known_keys():
        return _no_comma(case, (case.at[0], key.start()))
    _add(case.sheet, "E119", *case.at)
    return [Mend(*case.at, ";")]


def _no_comma(case: _Case, place: _Place) -> list[Mend]:
    """A comma is missing at ``place``; it is put there if there is room, or in the place of a semicolon."""
    gap = _GAP.match(case.line(place[0]), place[1])
    end = gap.end() if gap else place[1]
    _add(case.sheet, "E142", place[0], end, text=_word(case.line(place[0]), end))
    return [Mend(*place, ",".ljust(end - place[1]))] if end > place[1] else []


def _behind_bracket(case: _Case) -> list[Mend] | None:
    """Text behind a closing bracket: ``{name}, hello`` was not meant as a group of keys."""
    opened = case.trail.opened
    if opened is None or opened.line != case.at[0] + 1 or opened.column > case.at[1]:
        return None
    place = (opened.line - 1, opened.column - 1)
    if case.sign(place) not in {"[", "{"} or not re.search(r"[\]}]\s*$", case.line(place[0])[: case.at[1]]):
        return None
    _add(case.sheet, "E130", *place, character=case.sign(place))
    return [Mend(*place)]


def _not_closed(case: _Case) -> list[Mend] | None:
    if "flow" not in case.context or case.sign(case.start) not in {"[", "{"}:
        return None
    _add(case.sheet, "E121", *case.start, character=case.sign(case.start))
    return []


def _misfit(case: _Case) -> list[Mend] | None:
    expected = "did not find expected" in case.problem or "expected <block end>" in case.problem
    if not expected or "block" not in case.context:
        return None
    _add(case.sheet, "E126", *case.at)
    return []


def _too_deep(case: _Case) -> list[Mend] | None:
    """Newer parsers in C count levels too while they look ahead, and may stop before the composer has met our limit."""
    if "nesting" not in case.problem:
        return None
    line, column = case.at
    case.sheet.add("E110", Span(line + 1, column + 1, line + 1, column + 2), most=str(MOST_LEVELS))
    return []


# The first that knows the case speaks; the order is from the certain to the general.
_RULES: tuple[Callable[[_Case], list[Mend] | None], ...] = (
    _too_deep,
    _under_block,
    _spacing,
    _suspected,
    _property,
    _token,
    _directive,
    _block_head,
    _not_allowed,
    _in_quotes,
    _no_colon,
    _behind_quote,
    _in_flow,
    _behind_bracket,
    _not_closed,
    _misfit,
)


def _without_line(case: _Case, line: int) -> list[Mend]:
    return [Mend(line, 0, " " * len(case.line(line)))] if case.line(line).strip() else []


def _add(sheet: Sheet, code: str, line: int, column: int, **args: str) -> None:
    """The problem with the word at that place, both from 0."""
    if code == "E126" and any(problem.code == "E107" for problem in sheet.problems):
        return  # a tab is as wide as nobody knows: mend the tabs first
    if code == "E126" and any(problem.code == "E136" and problem.line == line + 1 for problem in sheet.problems):
        return  # the same for an odd space
    content = sheet.lines[line] if line < len(sheet.lines) else ""
    match = _WORD.match(content, column)
    sheet.add(code, Span(line + 1, column + 1, line + 1, (match.end() if match else column) + 1), **args)


def _place(mark: Any) -> _Place:  # noqa: ANN401 - the C and the Python parser have a mark class each
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _word(line: str, column: int) -> str:
    match = _WORD.match(line, column)
    return match[0] if match else ""


def _first_word(line: str) -> int:
    """The column behind the indentation and the dashes of a list."""
    return len(line) - len(line.lstrip(" -"))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
