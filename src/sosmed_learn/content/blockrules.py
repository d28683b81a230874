"""Why YAML gave up over lines and their indentation. Each rule says it and how to read on, or is not concerned.

A rule gives None when it does not know the case, and no mends when reading must stop.
"""

import re

from sosmed_learn.content.case import Case, add, first_word, indent_of, without_line
from sosmed_learn.content.glued import Mend, MendFirstError, begins_with_key, check_line, stand_together, with_colon
from sosmed_learn.content.nodes import MOST_LEVELS
from sosmed_learn.content.problems import Span

_COLON = re.compile(r":(?:\s|$)")
_OPENS_BLOCK = re.compile(r":\s+[|>][-+0-9]*\s*$")


def under_block(case: Case) -> list[Mend] | None:
    """A line of a text under ``|`` or ``>`` that is not indented far enough ends the text for YAML."""
    number = case.start[0] if "could not find" in case.problem else case.at[0]
    head = next((line for line in range(number, -1, -1) if _OPENS_BLOCK.search(case.line(line))), None)
    if head is None:
        return None
    column = first_word(case.line(head))
    behind = range(head + 1, len(case.lines))
    end = next((line for line in behind if begins_with_key(case.line(line))), len(case.lines))
    outside = [line for line in range(head + 1, end) if case.line(line).strip()]
    outside = [line for line in outside if indent_of(case.line(line)) <= column]
    if not outside or number >= end:
        return None
    first = outside[0]
    if with_colon(case.line(first).strip(), first, 0):
        return None
    key = case.line(head)[column:].partition(":")[0]
    add(case.sheet, "E146", first, indent_of(case.line(first)), key=key)
    return [mend for line in outside for mend in without_line(case, line)]


def spacing(case: Case) -> list[Mend] | None:
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


def directive(case: Case) -> list[Mend] | None:
    """A line that begins with ``%``."""
    if "directive" not in case.context + case.problem or not case.sign(case.start):
        return None
    add(case.sheet, "E118", *case.start, character=case.sign(case.start), text=case.line(case.start[0]))
    return without_line(case, case.start[0])


def block_head(case: Case) -> list[Mend] | None:
    """Text behind ``|`` or ``>``."""
    if "block scalar" not in case.context or case.sign(case.start) not in {"|", ">"}:
        return None
    add(case.sheet, "E123", *case.start, character=case.sign(case.start))
    return [Mend(*case.start)]


def not_allowed(case: Case) -> list[Mend] | None:
    """A ``:``, ``-`` or ``?`` where no key or item can be."""
    sign = case.sign(case.at)
    if "not allowed" not in case.problem or sign not in {":", "-", "?"}:
        return None
    if sign != ":":
        add(case.sheet, "E118", *case.at, character=sign, text=case.line(case.at[0])[case.at[1] :])
        return [Mend(*case.at)]
    # "a: b: c" has its first colon on this line; without one, the line itself stands too far in.
    before = re.sub(r"^[\s?-]*", "", case.line(case.at[0])[: case.at[1]])
    if re.search(r":\s", before):
        add(case.sheet, "E119", *case.at)
        return [Mend(*case.at, ";")]
    return _too_far_in(case)


def _too_far_in(case: Case) -> list[Mend]:
    """A key stands further in than the line above it, which is to blame if the one before that fits again.

    Otherwise all that stands as far in is left out.
    """
    number = case.at[0]
    indent = indent_of(case.line(number))
    above = [line for line in range(number - 1, -1, -1) if case.line(line).strip()][:2]
    column = first_word(case.line(above[0])) if above else 0
    mends = with_colon(case.line(above[0])[column:], above[0], column) if above else []
    if mends and not _COLON.search(case.line(above[0])):
        add(case.sheet, "E127", above[0], column)
        return mends
    lines = [case.line(line) for line in (number, *above)]
    if len(above) > 1 and indent_of(lines[1]) < indent == indent_of(lines[2]) and stand_together(*lines):
        add(case.sheet, "E126", above[0], indent_of(case.line(above[0])))
        return without_line(case, above[0])
    add(case.sheet, "E126", number, indent)
    end = number
    while end < len(case.lines) and (not case.line(end).strip() or indent_of(case.line(end)) >= indent):
        end += 1
    return [mend for line in range(number, end) for mend in without_line(case, line)]


def no_colon(case: Case) -> list[Mend] | None:
    """A line that is neither a key with its value nor an item."""
    if "could not find expected ':'" not in case.problem:
        return None
    number = case.start[0]
    column = first_word(case.line(number))
    add(case.sheet, "E127", number, column)
    return with_colon(case.line(number)[column:], number, column) or without_line(case, number)


def misfit(case: Case) -> list[Mend] | None:
    """A line that begins in a column where nothing can begin."""
    expected = "did not find expected" in case.problem or "expected <block end>" in case.problem
    if not expected or "block" not in case.context:
        return None
    add(case.sheet, "E126", *case.at)
    return []


def too_deep(case: Case) -> list[Mend] | None:
    """Newer parsers in C count levels too while they look ahead, and may stop before the composer has met our limit."""
    if "nesting" not in case.problem:
        return None
    line, column = case.at
    case.sheet.add("E110", Span(line + 1, column + 1, line + 1, column + 2), most=str(MOST_LEVELS))
    return []
