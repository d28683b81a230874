"""Problems as text for people, as JSON for editors and as GitHub annotations. Finds and sorts nothing.

The sentences come from ``saying``, SARIF from ``sarif``. Whatever comes from a course file or a file name is made
harmless before it is put into a line.
"""

from collections.abc import Callable, Iterable

from sosmed_learn.content.harmless import harmless, width
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.saying import hint, message, reason
from sosmed_learn.i18n import _

WIDEST = 100
"""Cells of a source line that are shown at most; a longer one is cut around the caret."""

_NARROWEST = 20
_MARKS = 2  # cells for the signs of what was cut off on both sides
_TAB = "    "


def as_text(problems: Iterable[Problem], columns: int | None = None) -> str:
    """Each problem as ``path:line:column: CODE message``, the source line with a caret, and the hint.

    ``columns`` is the width of the terminal: a source line that wrapped would leave the caret alone.
    """
    return "\n".join(_block(problem, columns) for problem in problems)


def _block(problem: Problem, columns: int | None) -> str:
    head = f"{harmless(problem.where)}: {problem.code} {message(problem)}"
    gutter = " " * len(str(problem.line))
    lines = [head]
    if problem.excerpt.strip():
        room = columns - len(f" {gutter} | ") - _MARKS if columns is not None else WIDEST
        source, caret = excerpt(problem, max(_NARROWEST, min(room, WIDEST)))
        lines += [f" {problem.line} | {source}", f" {gutter} | {caret}"]
    why = reason(problem)
    if why:
        label = _("why:")
        lines.append(f" {gutter} = {label} {why}")
    label = _("hint:")
    lines.append(f" {gutter} = {label} {hint(problem)}")
    return "\n".join(lines) + "\n"


def excerpt(problem: Problem, most: int = WIDEST) -> tuple[str, str]:
    """At most ``most`` cells of the source line and the carets under the span, with as many cells before the span.

    Wide characters take two cells, tabs and unsafe characters as many as what is shown for them.
    """
    shown = [_TAB if character == "\t" else harmless(character) for character in problem.excerpt]
    cells = [sum(map(width, piece)) for piece in shown]
    start = min(problem.column - 1 - problem.offset, len(shown))
    end = max(start + 1, min(problem.end_column - 1 - problem.offset, len(shown)))
    first = 0
    while first < start and sum(cells) > most and sum(cells[first:start]) > most // 2:
        first += 1
    last = len(shown)
    while last > start + 1 and sum(cells[first:last]) > most:
        last -= 1
    before = "…" if first or problem.offset else ""
    after = "…" if last < len(shown) else ""
    pad = len(before) + sum(cells[first:start])
    carets = max(1, sum(cells[start : min(end, last)]))
    return before + "".join(shown[first:last]) + after, " " * pad + "^" * carets


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON list of objects: code, severity, path, line, column, end_column, message, why, hint, fixable, excerpt.

    Pure ASCII, so that no excerpt can harm a terminal.
    """
    rows = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "end_column": problem.end_column,
            "message": message(problem),
            "why": reason(problem),
            "hint": hint(problem),
            "fixable": problem.fixable,
            "excerpt": problem.excerpt,
        }
        for problem in problems
    ]
    import json  # noqa: PLC0415 - most people read text

    return json.dumps(rows, indent=2).replace("\x7f", "\\u007f")


def as_github(problems: Iterable[Problem]) -> str:
    """One GitHub workflow command per problem, which GitHub shows beside the line."""
    return "\n".join(_command(problem) for problem in problems)


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.path.replace("\\", "/"),
        "line": str(problem.line),
        "col": str(problem.column),
        "endColumn": str(problem.end_column),
        "title": problem.code,
    }
    listed = ",".join(f"{name}={_escaped(harmless(value), ':,')}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_escaped(f'{message(problem)} {hint(problem)}')}"


def _escaped(text: str, also: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for character in also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_sarif(problems: Iterable[Problem]) -> str:
    from sosmed_learn.content.sarif import as_sarif  # noqa: PLC0415 - it needs more than the others, and seldom

    return as_sarif(problems)


RENDERERS: dict[str, Callable[[Iterable[Problem]], str]] = {"json": as_json, "github": as_github, "sarif": _as_sarif}
"""For machines, by the name that ``check --format`` takes; ``as_text`` is for people."""
