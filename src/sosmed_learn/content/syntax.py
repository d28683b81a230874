"""What YAML cannot read -> one clear problem each, and a mended copy to read on with. Builds no nodes itself.

YAML gives up at its first error. Most errors of authors are one character that has a meaning for YAML (``@mention``,
``a: b``, ``> 50``): we say so, put a letter in its place in a copy in memory, and read again, so that all of them and
every other problem of the file come in one run. The copy has the same width, so lines and columns stay true.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import yaml

from sosmed_learn.content import blockrules, flowrules
from sosmed_learn.content.case import Case, Place, add, place
from sosmed_learn.content.glued import Mend, MendFirstError
from sosmed_learn.content.nodes import Composer, Node, Scalar, TooMuchError, Trail
from sosmed_learn.content.problems import Sheet

BUDGET = 6_000_000
"""Characters that may be read again for one file; it bounds the time, and leaves a usual lesson a hundred mends."""

_CURLY = re.compile(r"(?:[:-] +|[{[,] *)[“”‘’„]")  # noqa: RUF001 - the odd ones are what is looked for


def compose(text: str, sheet: Sheet) -> Node | None:
    """The tree of ``text``, or None when it cannot be read; problems go onto ``sheet``. Raises nothing."""
    lines = text.split("\n")
    left = BUDGET
    mended: dict[int, list[int]] = {}
    keys: dict[Place, str] = {}
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
    at = place(error.problem_mark)
    start = place(error.context_mark) if error.context_mark else at
    case = Case(error.problem or "", error.context or "", at, start, lines, trail, sheet)
    for rule in _RULES:
        mends = rule(case)
        if mends is not None:
            return mends
    add(sheet, "E129", *at)
    return []


# The first that knows the case speaks; the order is from the certain to the general.
_RULES: tuple[Callable[[Case], list[Mend] | None], ...] = (
    blockrules.too_deep,
    blockrules.under_block,
    blockrules.spacing,
    flowrules.suspected,
    flowrules.hashtag,
    flowrules.glued_colon,
    flowrules.closed_above,
    flowrules.property_sign,
    flowrules.token,
    blockrules.directive,
    blockrules.block_head,
    blockrules.not_allowed,
    flowrules.in_quotes,
    blockrules.no_colon,
    flowrules.behind_quote,
    flowrules.in_flow,
    flowrules.behind_bracket,
    flowrules.not_closed,
    blockrules.misfit,
)
