"""Why YAML gave up within a line: signs, quotes, brackets. Each rule says it and how to read on, or is not concerned.

A rule gives None when it does not know the case, and no mends when reading must stop.
"""

import re

from sosmed_learn.content.case import Case, Place, add, word_at
from sosmed_learn.content.glued import Mend
from sosmed_learn.content.keys import known_keys
from sosmed_learn.content.problems import Span

_GAP = re.compile(r"\s*;?\s*")
_PART = re.compile(r"\s*;?\s*(?:[\w-]+\s*:|[\"'{\[])")
_NEXT_KEY = re.compile(r"(?<=[^\s,{[;])\s*;?\s+([a-z][a-z-]*)\s*$")


def suspected(case: Case) -> list[Mend] | None:
    """Something that was seen on the way and is on the sheet already is the likely cause."""
    near = range(case.at[0] - 1, case.at[0] + 1)
    return [Mend(*place) for place in case.trail.suspects if place[0] in near or "flow" in case.context] or None


def property_sign(case: Case) -> list[Mend] | None:
    """``*bold*`` and the like, which is no alias, anchor or tag even to YAML."""
    code = {"*": "E112", "&": "E113", "!": "E114"}.get(case.sign(case.start))
    if code is None or not any(word in case.context for word in ("alias", "anchor", "tag")):
        return None
    add(case.sheet, code, *case.start, text=word_at(case.line(case.start[0]), case.start[1]))
    return [Mend(*case.start)]


def token(case: Case) -> list[Mend] | None:
    """A sign with which nothing can begin: ``@``, a backtick, ``%``, a tab, a comma or a closing bracket."""
    sign = case.sign(case.at)
    outside = "node content" in case.problem and "flow" not in case.context and sign in {",", "]", "}"}
    if not sign or not (outside or "cannot start any token" in case.problem):
        return None
    if sign == "\t":
        add(case.sheet, "E107", *case.at)
        return [Mend(*case.at, " ")]
    add(case.sheet, "E118", *case.at, character=sign, text=word_at(case.line(case.at[0]), case.at[1]))
    return [Mend(*case.at)]


def in_quotes(case: Case) -> list[Mend] | None:
    """A quote that is not closed before the end, or a backslash that means nothing."""
    if "quoted scalar" not in case.context and "double-quoted" not in case.context:
        return None
    line = case.line(case.at[0])
    back = line.rfind("\\", 0, case.at[1] + 1)
    if back < 0 or "end of stream" in case.problem or "document indicator" in case.problem:
        add(case.sheet, "E120", *case.start)
        return []
    number = case.at[0] + 1
    case.sheet.add("E122", Span(number, back + 1, number, back + 3), text=line[back : back + 2])
    return [Mend(case.at[0], back)]


def behind_quote(case: Case) -> list[Mend] | None:
    """Text behind a closing quote, where YAML expects the end of the line."""
    last, line = case.trail.last, case.line(case.at[0])
    if not last or last.style not in {"'", '"'} or last.end_mark.line != case.at[0]:
        return None
    if last.end_mark.column > case.at[1] or line[last.end_mark.column : case.at[1]].strip():
        return None
    if last.start_mark.line != last.end_mark.line:  # it ran on to the next quote: the opening one is the culprit
        add(case.sheet, "E120", last.start_mark.line, last.start_mark.column)
        return []
    if "flow" in case.context and _PART.match(line, last.end_mark.column):
        return _no_comma(case, (case.at[0], last.end_mark.column))
    add(case.sheet, "E128", *case.at)
    rest = line[case.at[1] :]
    return [Mend(*case.at, " " * len(rest))] if rest and not re.search(r"[\]}]", rest) else []


def in_flow(case: Case) -> list[Mend] | None:
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
    add(case.sheet, "E119", *case.at)
    return [Mend(*case.at, ";")]


def _no_comma(case: Case, place: Place) -> list[Mend]:
    """A comma is missing at ``place``; it is put there if there is room, or in the place of a semicolon."""
    gap = _GAP.match(case.line(place[0]), place[1])
    end = gap.end() if gap else place[1]
    add(case.sheet, "E142", place[0], end, text=word_at(case.line(place[0]), end))
    return [Mend(*place, ",".ljust(end - place[1]))] if end > place[1] else []


def behind_bracket(case: Case) -> list[Mend] | None:
    """Text behind a closing bracket: ``{name}, hello`` was not meant as a group of keys."""
    opened = case.trail.opened
    if opened is None or opened.line != case.at[0] + 1 or opened.column > case.at[1]:
        return None
    place = (opened.line - 1, opened.column - 1)
    if case.sign(place) not in {"[", "{"} or not re.search(r"[\]}]\s*$", case.line(place[0])[: case.at[1]]):
        return None
    add(case.sheet, "E130", *place, character=case.sign(place))
    return [Mend(*place)]


def not_closed(case: Case) -> list[Mend] | None:
    """A bracket of which the end was not found."""
    if "flow" not in case.context or case.sign(case.start) not in {"[", "{"}:
        return None
    add(case.sheet, "E121", *case.start, character=case.sign(case.start))
    return []
