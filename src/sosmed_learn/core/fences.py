"""Markdown fences that show what words cannot: ``chat``, ``post`` and ``chart`` -> values. Draws nothing.

A text is parted into Markdown and fences. What a fence does not understand is kept as the text it is, so that nothing
that an author wrote is ever hidden; ``faults`` are those lines.
"""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Literal, get_args

from msgspec import Struct

from sosmed_learn.core.patterns import later

Kind = Literal["chat", "post", "chart"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Shape = Literal["bars", "line", "share"]
SHAPES: tuple[Shape, ...] = get_args(Shape)
POST_KEYS = ("account", "place", "picture", "caption", "hashtags", "views", "likes", "comments", "shares", "saves")
CHART_KEYS = ("type", "title", "unit", "x", "y", "series")
MOST_ROWS = 31
MOST_SERIES = 3

_OPEN = later(r"^(?P<indent> {0,3})(?P<marks>`{3,}|~{3,}) *(?P<kind>chat|post|chart) *$")
_SAID = later(
    r"^(?P<own>> ?)?(?P<name>[^:>][^:]{0,39}?)(?: (?P<time>\d{1,2}[.:]\d{2}))?(?: (?P<read>✓{1,2}))?: ?(?P<text>.*)$"
)
_DAY = later(r"^-{2,} (?P<text>.+?) -{2,}$")
_KEYED = later(r"^(?P<key>[^:]+?): ?(?P<value>.*)$")


class Bubble(Struct, frozen=True):
    """Something said in a chat. ``own``: by the side that the learner is on. ``read``: 0 unknown, 1 sent, 2 read."""

    name: str
    text: str
    time: str = ""
    own: bool = False
    read: int = 0


class Day(Struct, frozen=True):
    """A line across a chat, such as a date."""

    text: str


class Chat(Struct, frozen=True):
    """Messages in the order in which they were sent."""

    lines: tuple[Bubble | Day, ...]
    faults: tuple[str, ...] = ()


class Post(Struct, frozen=True):
    """A post as it would be seen, the picture told in words. ``keys`` are those that were given, in their order."""

    keys: tuple[tuple[str, str], ...]
    faults: tuple[str, ...] = ()

    def get(self, key: str) -> str:
        """The value of a key; empty without it."""
        return dict(self.keys).get(key, "")


class Row(Struct, frozen=True):
    """A label with a number for each series."""

    label: str
    values: tuple[Decimal, ...]


class Chart(Struct, frozen=True):
    """Rows of numbers. ``x`` and ``y`` name the axes, ``unit`` stands behind the numbers.

    ``known``: there is such a type. ``odd``: some rows were left out, since they do not have a number for each series.
    """

    shape: Shape
    rows: tuple[Row, ...]
    title: str = ""
    unit: str = ""
    x: str = ""
    y: str = ""
    series: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    known: bool = True
    odd: bool = False


Fence = Chat | Post | Chart
Part = str | Fence
"""Markdown, or what a fence shows."""


def parts(markdown: str) -> Iterator[Part]:
    """The text in its order."""
    plain: list[str] = []
    lines = iter(markdown.split("\n"))
    for line in lines:
        opened = _OPEN().match(line)
        if opened is None:
            plain.append(line)
            continue
        inside, closed = _inside(lines, opened["marks"])
        fence = _fence(opened["kind"], inside) if closed else None
        if fence is None:  # never closed, or nothing in it
            plain += [line, *inside, *([opened["marks"]] if closed else [])]
            continue
        if any(each.strip() for each in plain):
            yield "\n".join(plain).strip("\n")
        plain = []
        yield fence
    if any(each.strip() for each in plain):
        yield "\n".join(plain).strip("\n")


def _inside(lines: Iterator[str], marks: str) -> tuple[list[str], bool]:
    """The lines up to the closing marks, and whether those came."""
    inside: list[str] = []
    for line in lines:
        shut = line.strip()
        if shut and set(shut) == {marks[0]} and len(shut) >= len(marks):
            return inside, True
        inside.append(line)
    return inside, False


def _fence(kind: str, lines: list[str]) -> Fence | None:
    if not any(line.strip() for line in lines):
        return None
    match kind:
        case "chat":
            return _chat(lines)
        case "post":
            return _post(lines)
        case _:
            return _chart(lines)


def _chat(lines: list[str]) -> Chat:
    """``Rani 19.38: text``; ``> `` before the name is the own side; further lines of a message are indented."""
    found: list[Bubble | Day] = []
    faults: list[str] = []
    for line in lines:
        day, said = _DAY().match(line.strip()), _SAID().match(line)
        last = found[-1] if found else None
        if not line.strip():
            continue
        if day:
            found.append(Day(day["text"]))
        elif line.startswith("  ") and isinstance(last, Bubble):
            found[-1] = Bubble(last.name, f"{last.text}\n{line.strip()}".strip(), last.time, last.own, last.read)
        elif said:
            own, read = bool(said["own"]), len(said["read"] or "")
            found.append(Bubble(said["name"].strip(), said["text"].strip(), said["time"] or "", own, read))
        else:
            faults.append(line.strip())
            found.append(Day(line.strip()))
    return Chat(tuple(found), tuple(faults))


def _post(lines: list[str]) -> Post:
    """``key: value``; further lines of a value are indented."""
    keys: dict[str, str] = {}
    faults: list[str] = []
    last = ""
    for line in lines:
        keyed = _KEYED().match(line)
        if line.startswith("  ") and last:
            keys[last] = f"{keys[last]}\n{line.strip()}".strip()
        elif keyed and keyed["key"] in POST_KEYS and keyed["key"] not in keys:
            last = keyed["key"]
            keys[last] = keyed["value"].strip()
        elif line.strip():
            faults.append(line.strip())
            keys["caption"] = f"{keys.get('caption', '')}\n{line.strip()}".strip()
            last = "caption"
    return Post(tuple(keys.items()), tuple(faults))


def _chart(lines: list[str]) -> Chart:
    """The keys of the chart, then ``label: number``; with several series, numbers are parted by ``|``."""
    keys: dict[str, str] = {}
    rows: list[Row] = []
    faults: list[str] = []
    for line in lines:
        keyed = _KEYED().match(line.strip())
        if not line.strip():
            continue
        if keyed and not rows and keyed["key"] in CHART_KEYS and keyed["key"] not in keys:
            keys[keyed["key"]] = keyed["value"].strip()
        elif keyed and (values := _values(keyed["value"])) and len(rows) < MOST_ROWS:
            rows.append(Row(keyed["key"].strip(), values))
        else:
            faults.append(line.strip())
    series = tuple(name.strip() for name in keys.get("series", "").split("|") if name.strip())[:MOST_SERIES]
    width = max(1, len(series))
    odd = [row for row in rows if len(row.values) != width]
    shape = next((each for each in SHAPES if each == keys.get("type", "bars")), None)
    fitting = tuple(row for row in rows if row not in odd)
    return Chart(
        shape or "bars", fitting, keys.get("title", ""), keys.get("unit", ""), keys.get("x", ""), keys.get("y", ""),
        series, tuple(faults), shape is not None, bool(odd),
    )  # fmt: skip


def _values(words: str) -> tuple[Decimal, ...]:
    """The numbers of a row: digits, with a point for decimals; nothing if one of them is none."""
    found: list[Decimal] = []
    for each in words.split("|"):
        try:
            value = Decimal(each.strip())
        except InvalidOperation:
            return ()
        if not value.is_finite() or abs(value) > Decimal(10) ** 12:
            return ()
        found.append(value)
    return tuple(found)
