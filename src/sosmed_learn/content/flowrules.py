"""Why YAML gave up within a line: signs, quotes, brackets. Each rule says it and how to read on, or is not concerned.

A rule gives None when it does not know the case, and no mends when reading must stop.
"""

import re
from collections.abc import Iterator

from sosmed_learn.content.case import Case, Place, add, word_at
from sosmed_learn.content.glued import Mend
from sosmed_learn.content.keys import known_keys
from sosmed_learn.content.problems import Span

_KEYED = re.compile(r"([a-z][a-z-]*) *:(?:\s|$)")
_GLUED = re.compile(r"(?:^|[\s{,])([a-z][a-z-]+)$")
_BEFORE_TEXT = ("", "-", ":", ",", "[", "{")
_HASHTAG = re.compile(r"#[^\s#][^\s\]}]*")
_GAP = re.compile(r"\s*;?\s*")
_PART = re.compile(r"\s*;?\s*(?:[\w-]+\s*:|[\"'{\[])")
_NEXT_KEY = re.compile(r"(?<=[^\s,{[;:])\s*;?\s+([a-z][a-z-]*)\s*$")


def suspected(case: Case) -> list[Mend] | None:
    """Something that was seen on the way and is on the sheet already is the likely cause."""
    near = range(case.at[0] - 1, case.at[0] + 1)
    return [Mend(*place) for place in case.trail.suspects if place[0] in near or "flow" in case.context] or None


def hashtag(case: Case) -> list[Mend] | None:
    """``{en: #promo}``, where the closing bracket is lost with the hashtag: the next line with words is taken for more.

    No text stood before the hashtag, so nothing was seen of it on the way.
    """
    if "flow" not in case.context:
        return None
    above = (number for number in range(case.at[0] - 1, -1, -1) if case.line(number).strip(" -")[:1] not in {"", "#"})
    number = next(above, -1)
    column = _comment_of(case.line(number)) if number >= 0 else -1
    match = _HASHTAG.match(case.line(number), column) if column > 0 else None
    if match is None:
        return None
    text = match[0].removesuffix(",")
    case.sheet.add("E117", Span(number + 1, column + 1, number + 1, column + len(text) + 1), text=text)
    return [Mend(number, column)]


def _comment_of(line: str) -> int:
    """Where a comment begins inside brackets that are still open there; -1 if nowhere."""
    signs = list(_signs(line))
    opened = sum((sign in "[{") - (sign in "]}") for _, sign in signs)
    at, last = signs[-1] if signs else (0, "")
    return at if last == "#" and opened > 0 else -1


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
    line = case.line(place[0])
    closed = re.search(r"[\]}]\s*$", line[: case.at[1]])
    if case.sign(place) not in {"[", "{"} or not closed:
        return None
    inside = "flow" in case.context
    if inside and _begins_with_key(line[case.at[1] :]):
        return _no_comma(case, (place[0], closed.start() + 1))
    if not inside and _begins_with_key(line[place[1] + 1 :].lstrip()):
        return _too_many(case, closed.start())
    add(case.sheet, "E130", *place, character=case.sign(place))
    return [Mend(*place, "x" * (closed.start() + 1 - place[1]))] if inside else [Mend(*place)]


def _begins_with_key(words: str) -> bool:
    match = _KEYED.match(words)
    return match is not None and match[1] in known_keys()


def _too_many(case: Case, closing: int) -> list[Mend]:
    """A group was closed too early, or something stands behind it that does not belong there."""
    number, column = case.at
    behind = case.line(number)[column:]
    early = behind.startswith(",")
    add(case.sheet, "E147", number, closing if early else column, text=behind.strip())
    return [Mend(number, closing, " ") if early else Mend(number, column, " " * len(behind))]


def glued_colon(case: Case) -> list[Mend] | None:
    """``text:{…}``, where a space lacks behind the colon, and ``{id:, en: …}``, where the text does."""
    line = case.line(case.at[0])
    key = _GLUED.search(line[: case.at[1]]) if case.sign(case.at) == ":" else None
    after = line[case.at[1] + 1 : case.at[1] + 2]
    if key is None or key[1] not in known_keys() or after not in {"{", "[", ",", "}", "]"}:
        return None
    number, column = case.at[0], key.start(1)
    if after not in {"{", "["}:
        case.sheet.add("E208", Span(number + 1, column + 1, number + 1, case.at[1] + 2), key=key[1])
        return []
    text = word_at(line, column)
    case.sheet.add("E134", Span(number + 1, column + 1, number + 1, column + 1 + len(text)), text=text, key=key[1])
    return [Mend(number, case.at[1] - 1, ": ", ((column, key[1]),))]


def closed_above(case: Case) -> list[Mend] | None:
    """An item of a list stands inside brackets: those of a line above were not closed."""
    if "flow" not in case.context or not re.match(r"\s*- ", case.line(case.at[0])):
        return None
    for number in range(case.at[0] - 1, -1, -1):
        column = _open_in(case.line(number))
        if column >= 0:
            add(case.sheet, "E121", number, column, character=case.sign((number, column)))
            return []
    return None


def _open_in(line: str) -> int:
    """Where the last bracket stands that opens in the line and does not close there; -1 if none does."""
    opened: list[int] = []
    for at, sign in _signs(line):
        if sign in "[{":
            opened.append(at)
        elif sign in "]}" and opened:
            opened.pop()
    return opened[-1] if opened else -1


def _signs(line: str) -> Iterator[tuple[int, str]]:
    """The signs of a line outside of quotes and up to a comment, which comes last."""
    quote, before = "", ""
    for at, sign in enumerate(line):
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"" and before in _BEFORE_TEXT:
            quote = sign
        else:
            yield at, sign
            if sign == "#" and (line[at - 1 : at].isspace() or before in {"[", "{", ","}):
                return
        before = before if sign.isspace() else sign


def not_closed(case: Case) -> list[Mend] | None:
    """A bracket of which the end was not found."""
    if "flow" not in case.context or case.sign(case.start) not in {"[", "{"}:
        return None
    add(case.sheet, "E121", *case.start, character=case.sign(case.start))
    return []
