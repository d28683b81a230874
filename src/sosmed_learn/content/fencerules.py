"""Checks of the chats, posts and charts in texts: nothing is lost, and both languages show the same. Reads no file."""

from msgspec import Struct

from sosmed_learn.content.documents import Document
from sosmed_learn.content.format import Words
from sosmed_learn.content.guess import guess
from sosmed_learn.content.nodes import Scalar
from sosmed_learn.content.problems import Span
from sosmed_learn.content.reading import locate
from sosmed_learn.content.scalars import EITHER_WAY, either_way
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.fences import KINDS, MOST_ROWS, POST_KEYS, Chart, Chat, Fence, Post, parts
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

_NONE = "–"  # noqa: RUF001 - a dash where one side has nothing
_LONGEST = 60
_NOT_DRAWN = frozenset(  # short texts, which stand in a line among others
    {"bins", "choices", "combinations", "extras", "fields", "hints", "items", "outcomes", "pairs", "rubric", "sentence"}
    | {"slips", "title", "tone", "why"}
)
_FENCE = later(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_MEANT: dict[str, str] = {
    "chat": "chat", "post": "post", "chart": "chart",
    "obrolan": "chat", "percakapan": "chat", "unggahan": "post", "postingan": "post", "grafik": "chart",
}  # fmt: skip


def check_fences(document: Document[Struct]) -> None:
    """Every line of every fence can be shown, and the twins of a text show the same kinds in the same order."""
    for path, words in document.texts:
        plain = words if isinstance(words, str) else f"{words.id or ''}\n{words.en or ''}"
        if not _may_show(plain) or document.is_broken(path):
            continue
        for inner, said in said_in(path, words):
            if _may_show(said):
                for fence in fences_in(said):
                    _check(document, inner, fence, drawn=_NOT_DRAWN.isdisjoint(path))
                _check_words(document, inner, said)
        if isinstance(words, Words) and words.id and words.en:
            here, there = _kinds(words.id), _kinds(words.en)
            if here != there:
                document.report("W561", (*path, "en"), value=here or _NONE, other=there or _NONE)


def _may_show(said: str) -> bool:
    return "```" in said or "~~~" in said


def _check_words(document: Document[Struct], path: Path, said: str) -> None:
    """A fence whose word is nearly one of ours was meant to be drawn, and one of ours has something in it."""
    marks, ours, filled = "", False, False
    for line in said.split("\n"):
        found = _FENCE().match(line)
        if marks and line.strip().startswith(marks) and not line.strip(f" {marks[0]}"):
            marks = ""
            if ours and not filled:
                document.report("W564", path)
        elif marks:
            filled = filled or bool(line.strip())
        elif found:
            marks = found[1]
            word = found[2].split()[0] if found[2].strip() else ""
            ours, filled = found[2].strip() in KINDS, False
            meant = _MEANT.get(word.casefold(), "") or guess(word, KINDS)
            if meant and (word != meant or found[2].strip() != word):
                document.sheet.add("W562", _line(document, path, line.strip()), text=found[2].strip(), guess=meant)


def fences_in(said: str) -> list[Fence]:
    """The fences of a text."""
    return [part for part in parts(said) if not isinstance(part, str)]


def _kinds(said: str) -> str:
    names = dict(zip((Chat, Post, Chart), KINDS, strict=True))
    return ", ".join(f"`{names[type(fence)]}`" for fence in fences_in(said))


def _check(document: Document[Struct], path: Path, fence: Fence, *, drawn: bool) -> None:
    """The first line that cannot be shown; the rest is seen once that is mended."""
    if not drawn:
        document.report("W563", path)
        return
    if isinstance(fence, Chart):
        reason = _why_not(fence)
        if reason and not fence.faults:
            document.report("E464", path, reason=reason)
        for row in fence.rows:
            value = next((str(each) for each in row.values if EITHER_WAY.fullmatch(str(each))), "")
            if value:
                span = _line(document, path, f"{row.label}:", value)
                document.sheet.add("E219", span, key=row.label, **either_way(value))
    for line in fence.faults[:1]:
        _report(document, path, fence, line)


def _why_not(chart: Chart) -> str:
    """Why a chart whose lines can all be read cannot be drawn; nothing if it can."""
    if not chart.rows:
        return N_("it has no rows")
    if not chart.known:
        return N_("there is no such type")
    if chart.odd:
        return N_("its rows do not have a number for each series")
    if chart.shape != "line" and any(value < 0 for row in chart.rows for value in row.values):
        return N_("bars and shares cannot be below zero")
    return ""


def _report(document: Document[Struct], path: Path, fence: Fence, typed: str) -> None:
    text = typed if len(typed) <= _LONGEST else f"{typed[: _LONGEST - 1]}…"
    span = _line(document, path, typed)
    match fence:
        case Chat():
            document.sheet.add("E461", span, text=text)
        case Post():
            allowed = ", ".join(f"`{key}`" for key in POST_KEYS)
            document.sheet.add("E462", span, text=text.partition(":")[0], allowed=allowed)
        case Chart():
            if len(fence.rows) >= MOST_ROWS:
                document.sheet.add("E464", span, reason=N_("it has too many rows; 31 are the most"))
            else:
                document.sheet.add("E463", span, text=text)


def _line(document: Document[Struct], path: Path, typed: str, value: str = "") -> Span:
    """Where the line stands in the file, if it stands there as a line of its own; or only begins so, with ``value``."""
    node = locate(document.node, path) if document.node is not None else None
    if isinstance(node, Scalar):
        for number in range(node.line, min(node.end_line, len(document.sheet.lines)) + 1):
            there = document.sheet.lines[number - 1]
            if value and there.strip().startswith(typed) and value in there:
                column = there.rindex(value) + 1
                return Span(number, column, number, column + len(value))
            if there.strip() == typed:
                column = len(there) - len(there.lstrip()) + 1
                return Span(number, column, number, column + len(typed))
    return document.span(path)
