"""Quotes round a text that YAML would cut or misread, and the few signs that can only be meant in one way.

Where the text begins and ends is tried, the likelier first: inside brackets it ends before the next key or the closing
bracket, elsewhere at the end of its line.
"""

import re
from collections.abc import Callable, Iterator

from sosmed_learn.content.fixing.draft import Draft
from sosmed_learn.content.keys import known_keys
from sosmed_learn.content.nodes import OPENING
from sosmed_learn.content.problems import Problem

_KEY = r"(?:([a-z][a-z-]*) *: +)?"
_BLOCK = re.compile(rf" *(?:- +)*{_KEY}(?=\S)")
_FLOW = re.compile(rf"[{{\[,] *{_KEY}(?=[^\s{{\[])")
_FLOW_END = re.compile(r" *(?=[\]}]*(?: *, *(?:[a-z][a-z-]*:\s|[{\[\"'])|,? *(?: #\s.*)?$|,)|[\]}])")
_COMMENT = re.compile(r"\s+#(?:\s.*)?$")
_INNER_KEY = re.compile(r"(?<![\w-])([a-z][a-z-]*)[\"']? *:(?:\s|$)")
_NUMBER = re.compile(r">[=\s]*[\d.]")
_PROSE = 3  # words; behind so many a comment may be meant as text, see W511
_MOST_ENDS = 8
_QUOTED = frozenset({"E112", "E113", "E114", "E117", "E118", "E119", "E123", "E128", "E130", "E141"})

Way = Callable[[str, Problem], Iterator[str]]
"""The line mended, in one way or more; nothing where that cannot be known."""


def mended(draft: Draft, problem: Problem) -> Iterator[Draft]:
    """What the text could be without ``problem``, the likeliest first; each is still to be tried."""
    line = draft.lines[problem.line - 1] if problem.line <= len(draft.lines) else ""
    way = _WAYS.get(problem.code)
    if way is not None:
        for other in way(line, problem):
            yield draft.with_line(problem.line, other)
    elif problem.code in _QUOTED and not _means_yaml(draft, problem, line):
        for start, end in _spans(line, problem):
            if _is_text(line, start, end, problem):
                yield draft.with_line(problem.line, f"{line[:start]}{quoted(line[start:end])}{line[end:]}")


def quoted(words: str) -> str:
    """``words`` as a scalar in quotes."""
    if '"' in words or "\\" in words:
        return "'" + words.replace("'", "''") + "'"
    return f'"{words}"'


def _means_yaml(draft: Draft, problem: Problem, line: str) -> bool:
    """Whether the author may know what an alias, an anchor or a tag is, and mean one."""
    word = re.match(r"[*&!]+([\w-]*)", line[problem.column - 1 :])
    if word is None or problem.code not in {"E112", "E113", "E114"}:
        return False
    sign, name = word[0][:1], word[1]
    if sign == "!":
        return word[0].startswith("!!")
    partner = "&" if sign == "*" else "*"
    return bool(name) and any(re.search(rf"{re.escape(partner + name)}(?![\w-])", other) for other in draft.lines)


def _spans(line: str, problem: Problem) -> Iterator[tuple[int, int]]:
    """Where the text in question may begin and end, counted from 0."""
    column = problem.column - 1
    block = _BLOCK.match(line)
    begins = [block.end()] if block and (block[1] is None or block[1] in known_keys()) else []
    begins = [at for at in begins if at <= column and not (line[at] in "{[" and problem.code != "E130")]
    for at in begins:
        yield at, _block_end(line, at)
    openers = [found for found in _FLOW.finditer(line) if found.end() <= column]
    keyed = [found.end() for found in openers if found[1] in known_keys()]
    loose = [found.end() for found in openers if found[1] is None]
    for start in (*keyed[-1:], *loose[-1:], *begins):  # of brackets over several lines too
        ends = (found.start() for found in _FLOW_END.finditer(line, max(column, start + 1)))
        for _, end in zip(range(_MOST_ENDS), ends, strict=False):
            yield start, end


def _block_end(line: str, start: int) -> int:
    """Where a text outside of brackets ends: before a comment, where that is surely one."""
    comment = _COMMENT.search(line, start)
    return comment.start() if comment else len(line.rstrip())


def _is_text(line: str, start: int, end: int, problem: Problem) -> bool:
    words = line[start:end]
    if not words.strip() or words[0] in OPENING:
        return False  # nothing, or a text in curly quotes: straight ones instead, or round them?
    if any(key in known_keys() for key in _INNER_KEY.findall(words)):
        return False  # a key that belongs on the next line, or behind a comma?
    comment = _COMMENT.search(line, start)
    behind = comment and end <= comment.start() and len(words.split()) >= _PROSE
    if behind or re.search(r"\s#\s", words):
        return False  # what follows may be a comment or a part of the text
    if problem.code == "E123":
        return bool(_NUMBER.match(words))  # "> 50 orders"; other text may be meant as a block
    if words[0] in {'"', "'"}:
        return problem.code == "E128" and not words.endswith(words[0])
    return True


def _space_behind_colon(line: str, problem: Problem) -> Iterator[str]:
    key = dict(problem.args).get("key", "")
    at = problem.column - 1 + len(key) + 1
    if line[problem.column - 1 : at] == f"{key}:":
        yield f"{line[:at]} {line[at:]}"


def _space_behind_dash(line: str, problem: Problem) -> Iterator[str]:
    yield f"{line[: problem.column]} {line[problem.column :]}"


def _plain_space(line: str, problem: Problem) -> Iterator[str]:
    yield f"{line[: problem.column - 1]} {line[problem.column :]}"


def _dash(line: str, problem: Problem) -> Iterator[str]:
    yield f"{line[: problem.column - 1]}-{line[problem.column :]}"


_WAYS: dict[str, Way] = {
    "E134": _space_behind_colon,
    "E135": _space_behind_dash,
    "E136": _plain_space,
    "E144": _dash,
}

CODES = _QUOTED | frozenset(_WAYS)
"""The problems that may be mended here."""
