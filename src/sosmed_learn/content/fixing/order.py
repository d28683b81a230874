"""The usual order of keys in a file, a question and a scenario: moved as whole lines, each with its comments.

The order is the one in which the bundled courses and the examples of ``new`` are written: who, what, about what, then
the answer and what is said to it. Keys that stand together below may stand in either order. Where a comment would not
know where to go, or anything at all would be read otherwise, the keys stay as they are.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.draft import Draft, Kind
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence

ORDER: dict[type[Struct], str] = {
    shape.ModuleFile: (
        "format, id, aliases, version, reviewed, languages, title, summary, ignore, concepts, misconceptions, lessons,"
        " exam, diagnosis, glossary"
    ),
    shape.LessonFile: "id, aliases, title, minutes, reviewed/ignore, concepts, outcomes, steps",
    shape.GlossaryFile: "ignore, terms",
    shape.FactsFile: "format, title, ignore, facts",
}
"""Groups of keys, parted by commas; within a group the author decides."""

QUESTION = (
    "id, aliases, kind, pretest/revision/ignore, concept, level, tries, given, computed, where, formula, round, prompt,"
    " hints/facts, sentence, bins, choices/accept/answer/items/pairs/blanks, extras, tolerance, unit, model-answer,"
    " why/misconception, slips/combinations, explanation"
)

DRAWN = QUESTION.replace(" tolerance, unit,", "").replace("round,", "round, tolerance, unit,")
"""Where values are drawn, all that makes up the number stands together."""

SCENARIO = "id, aliases, title, concept/intro/telling/facts/ignore, meters, clock, start, nodes"

TASK = "id, aliases, title, minutes, concept/facts/ignore, brief, document/customer-data, fields, template, rubric"

_MODELINE = re.compile(r"# yaml-language-server\b")


class _Part(Struct):
    """A key with its value and the comments on it, as numbers of lines from 0; ``end`` is the first one behind."""

    name: str
    start: int
    end: int


def in_order(draft: Draft) -> tuple[Draft, int]:
    """The draft with its keys in order, and of how many groups that had to be changed."""
    if draft.document.sheet.has_errors:
        return draft, 0  # which group a key belongs to is sure when all errors are mended
    count = 0
    for at in range(len(_groups(draft))):  # moving lines inside one of them leaves their number as it is
        node, order = _groups(draft)[at]
        made = _sorted(draft, node, order)
        if made is not None and _says_the_same(made, draft):
            draft, count = made, count + 1
    return draft, count


def _groups(draft: Draft) -> list[tuple[Mapping, str]]:
    root = draft.document.node
    questions = ((question, DRAWN if "given" in question.entries else QUESTION) for question in steps(root, "question"))
    scenarios = ((scenario, SCENARIO) for scenario in steps(root, "scenario"))
    tasks = ((task, TASK) for task in steps(root, "task"))
    return [*_of_file(root, draft.kind), *questions, *scenarios, *tasks]


def _of_file(root: Node | None, kind: Kind) -> Iterator[tuple[Mapping, str]]:
    if isinstance(root, Mapping):
        yield root, ORDER[kind]


def steps(root: Node | None, key: str) -> Iterator[Mapping]:
    """What stands under ``key``, such as ``question``, in the steps of a lesson."""
    found = root.entries["steps"][1] if isinstance(root, Mapping) and "steps" in root.entries else None
    for step in found.items if isinstance(found, Sequence) else ():
        group = step.entries[key][1] if isinstance(step, Mapping) and key in step.entries else None
        if isinstance(group, Mapping):
            yield group


def _says_the_same(made: Draft, draft: Draft) -> bool:
    return made.document.value == draft.document.value and len(made.problems) == len(draft.problems)


def ranks(order: str) -> dict[str, int]:
    """The place of each key; the same for those that may stand in either order."""
    return {name: rank for rank, group in enumerate(order.split(", ")) for name in group.split("/")}


def _sorted(draft: Draft, node: Mapping, order: str) -> Draft | None:
    """The draft with the keys of ``node`` in order; None if they are, or if that cannot be done safely."""
    rank = ranks(order)
    if node.flow or not all(name in rank for name in node.entries):
        return None
    names = sorted(node.entries, key=lambda name: rank[name])
    if names == [*node.entries]:
        return None
    parts = _parts(draft.lines, node)
    if parts is None:
        return None
    by_name = {part.name: part for part in parts}
    numbers = [*range(parts[0].start)]
    for slot, name in zip(parts, names, strict=True):
        part = by_name[name]
        numbers += range(part.start, part.end)
        numbers += range(slot.end, _next_start(parts, slot))  # empty lines stay where they are
    numbers += range(parts[-1].end, len(draft.lines))
    return _permuted(draft, numbers)


def _next_start(parts: list[_Part], slot: _Part) -> int:
    return next((part.start for part in parts if part.start >= slot.end), slot.end)


def _permuted(draft: Draft, numbers: list[int]) -> Draft:
    """The lines in another order, each with its end. Only the last one has none, whichever that is."""
    lines, ends = [draft.lines[number] for number in numbers], [draft.ends[number] for number in numbers]
    if "" in ends[:-1]:
        at = ends.index("")
        ends[at], ends[-1] = ends[-1], ""
    return Draft(lines, ends, draft.kind)


def _parts(lines: list[str], node: Mapping) -> list[_Part] | None:
    """The lines of each key of ``node``; None if they share lines, or if a comment belongs to none of them."""
    keys: list[Scalar] = sorted((key for key, _ in node.entries.values()), key=lambda key: key.line)
    margin = " " * (keys[0].column - 1)
    if any(lines[key.line - 1][: key.column - 1] != margin for key in keys):
        return None
    starts = [keys[0].line - 1]
    for key in keys[1:]:
        start = key.line - 1
        while _is_comment(lines[start - 1], margin):
            start -= 1
        starts.append(start)
    if not _free(lines, starts[0], margin):
        return None
    stops = [*starts[1:], _end_of(lines, keys[-1].line, margin)]
    parts = []
    for key, start, stop in zip(keys, starts, stops, strict=True):
        end = stop
        while not lines[end - 1].strip():
            end -= 1
        if end < key.line or any(_is_comment(line, margin) for line in lines[key.line : end]):
            return None  # a comment with an empty line below it: it is on no key in particular
        parts.append(_Part(key.text, start, end))
    return parts


def _free(lines: list[str], start: int, margin: str) -> bool:
    """Whether what stands above the first key would not be taken for a comment on another one."""
    above = lines[start - 1] if start else ""
    return not above.lstrip().startswith("#") or (not margin and bool(_MODELINE.match(above)))


def _is_comment(line: str, margin: str) -> bool:
    """Whether the line is a comment on a key of the group; those further in belong to what is above them."""
    return line.lstrip(" ").startswith("#") and len(line) - len(line.lstrip(" ")) <= len(margin)


def _end_of(lines: list[str], last: int, margin: str) -> int:
    """The first line behind the group, from 0; ``last`` is the line of its last key, from 1."""
    number = last
    while number < len(lines):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and (indent < len(margin) or (indent == len(margin) and not line.lstrip(" ").startswith("-"))):
            break
        number += 1
    # A comment in the group's own column behind its last key belongs to nothing: it is kept inside, and so seen.
    while number < len(lines) and lines[number].startswith(f"{margin}#"):
        number += 1
    return number
