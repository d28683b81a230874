"""What YAML cannot read -> one clear problem each, and a mended copy to read on with. Builds no nodes itself.

YAML gives up at its first error. Most errors of authors are one character that has a meaning for YAML (``@mention``,
``a: b``, ``> 50``): we say so, put a letter in its place in a copy in memory, and read again, so that all of them and
every other problem of the file come in one run. The copy has the same width, so lines and columns stay true.
"""

from functools import partial
from typing import Any

import yaml

from sosmed_learn.content.glued import Mend, MendFirstError
from sosmed_learn.content.nodes import Composer, Node, Scalar, TooMuchError, Trail
from sosmed_learn.content.problems import Sheet
from sosmed_learn.core.patterns import later

BUDGET = 6_000_000
"""Characters that may be read again for one file; it bounds the time, and leaves a usual lesson a hundred mends."""

_CURLY = later(r"(?:[:-] +|[{[,] *)[“”‘’„]")  # noqa: RUF001 - the odd ones are what is looked for


def compose(text: str, sheet: Sheet) -> Node | None:
    """The tree of ``text``, or None when it cannot be read; problems go onto ``sheet``. Raises nothing."""
    lines = text.split("\n")
    left = BUDGET
    mended: dict[int, list[int]] = {}
    keys: dict[tuple[int, int], str] = {}
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
            from sosmed_learn.content.gaveup import explain  # noqa: PLC0415 - most files never need it

            mends = explain(error, trail, lines, sheet)
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
    return mark is not None and mark.line < len(lines) and bool(_CURLY().search(lines[mark.line]))
