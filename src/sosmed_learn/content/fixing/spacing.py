"""Spaces at the ends of lines, and tabs before the first word: mended only where nothing that is read changes.

In a text of several lines spaces are left alone: two of them at the end of a line begin a new one in Markdown. Those
behind a comment belong to the comment.
"""

import re
from collections.abc import Iterator

from sosmed_learn.content.fixing.draft import Draft, same
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence
from sosmed_learn.content.problems import Problem

TAB = "E107"
_WIDTHS = (2, 4, 8, 1)
_INDENT = re.compile(r"[ \t]*")


def without_trailing(draft: Draft) -> tuple[Draft, int]:
    """The draft without the spaces behind its lines, and of how many lines they were."""
    loose = [number for number, line in enumerate(draft.lines, start=1) if line != line.rstrip(" \t")]
    if not loose:
        return draft, 0
    inside: set[int] = set()
    ends: dict[int, int] = {}
    for scalar in _scalars(draft.document.node):
        last = scalar.end_line if scalar.end_column > 1 else scalar.end_line - 1
        inside.update(range(scalar.line + bool(scalar.style in {"|", ">"}), last + bool(scalar.style in {"|", ">"})))
        ends[scalar.end_line] = max(ends.get(scalar.end_line, 0), scalar.end_column)
    changed = {
        number: draft.lines[number - 1].rstrip(" \t")
        for number in loose
        if number not in inside and "#" not in draft.lines[number - 1][max(0, ends.get(number, 0) - 1) :]
    }
    made = draft.with_lines(changed)
    unchanged = same(draft.document.node, made.document.node) and len(made.problems) <= len(draft.problems)
    return (made, len(changed)) if unchanged else (draft, 0)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for key, inner in node.entries.values():
            yield key
            yield from _scalars(inner)


def without_tabs(draft: Draft) -> tuple[Draft, list[Problem]]:
    """The draft with spaces for its tabs, and the problems that are gone with that.

    How wide a tab was meant shows in what can be read then; if two widths give different things, nobody knows.
    """
    tabs = [problem for problem in draft.problems if problem.code == TAB]
    if not tabs:
        return draft, []
    found: list[Draft] = []
    for width in _WIDTHS:
        changed = {problem.line: _expanded(draft.lines[problem.line - 1], width) for problem in tabs}
        made = draft.with_lines(changed)
        if made.improves(draft) and not any(problem.code == TAB for problem in made.problems):
            found.append(made)
    if not found or any(made.document.value != found[0].document.value for made in found):
        return draft, []
    return found[0], tabs


def _expanded(line: str, width: int) -> str:
    indent = _INDENT.match(line)
    end = indent.end() if indent else 0
    return line[:end].replace("\t", " " * width) + line[end:]
