"""YAML text -> small nodes: each scalar as it was typed, each node with where it stands. Gives no value a type.

PyYAML's ``compose`` is run with a composer of our own over the C parser. It is as fast as the C composer, and it can
refuse what a course may not have (aliases, tags, duplicate keys, bottomless nesting) while it reads, before any of it
is built. ``syntax`` reads on when YAML itself gives up.
"""

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from sosmed_learn.content.glued import check_plain
from sosmed_learn.content.problems import Sheet, Span
from sosmed_learn.content.quoted import check_escapes
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

_Event: TypeAlias = Any  # the stubs allow an event to have no marks, which none from a text lacks

if TYPE_CHECKING:

    class _Parser:
        """What we use of PyYAML's parsers; the stubs hide the C one."""

        def __init__(self, stream: str) -> None: ...
        def get_event(self) -> _Event: ...
        def check_event(self, *kinds: type) -> bool: ...

else:
    try:
        from yaml.cyaml import CParser as _Parser
    except ImportError:  # a PyYAML without the C library, as on PyPy
        from sosmed_learn.content.pureparser import PureParser as _Parser

MOST_LEVELS = 40
"""Nodes inside each other. A lesson has about eight."""

MOST_NODES = 100_000
"""Nodes in one file. A long lesson has 2,000."""

_GLUED = later(r"([ \t]+)#([^\s#]\S*)")
_COMMENT = later(r"[ \t]+(#[ \t]+\w.*)")
OPENING = "“„‘"  # noqa: RUF001 - the odd ones are what is looked for
_PROSE = 3  # words; a comment behind a number or a name is a comment


class Scalar(Struct, gc=False):
    """Text as typed. Lines and columns count from 1; ``style`` is the quote or block mark, if there is one.

    ``mended`` says that it was not typed quite so: what is wrong with it was said, and nothing follows from it.
    """

    text: str
    line: int
    column: int
    end_line: int
    end_column: int
    style: str = ""
    mended: bool = False


class Sequence(Struct):
    """A list of nodes."""

    items: list["Node"]
    line: int
    column: int
    flow: bool = False


class Mapping(Struct):
    """Keys and their nodes in the author's order, without duplicates.

    ``torn`` says that some of its lines could not be read, or belong to another mapping: that was said.
    """

    entries: dict[str, tuple[Scalar, "Node"]]
    line: int
    column: int
    flow: bool = False
    torn: bool = False


Node = Scalar | Sequence | Mapping


class TooMuchError(Exception):
    """The file nests or holds more than a course can. ``code`` says which."""

    def __init__(self, code: str, line: int, column: int, most: int) -> None:
        super().__init__(code)
        self.code = code
        self.span = Span(line, column, line, column + 1)
        self.most = most


class Trail(Struct):
    """What was seen on the way, for the case that YAML gives up.

    ``suspects`` are the places (line and column from 0) of characters that have a meaning for YAML which no author
    means: with another character there, YAML would read on. ``last`` is the newest scalar, ``opened`` the newest
    flow collection that was closed. ``mended`` are the columns of each line (from 0) that are not as typed, ``keys``
    the keys that stand in truth at a place, ``gaps`` the lines (from 0) that were left out.
    """

    suspects: list[tuple[int, int]] = []
    last: _Event | None = None
    opened: Mapping | Sequence | None = None
    mended: dict[int, list[int]] = {}
    keys: dict[tuple[int, int], str] = {}
    gaps: set[int] = set()


def span_of(node: Node) -> Span:
    """The stretch to point at: a scalar whole, of a mapping its first key, of a list its first sign."""
    if isinstance(node, Scalar):
        return Span(node.line, node.column, node.end_line, max(node.end_column, node.column + 1))
    if isinstance(node, Mapping) and not node.flow and node.entries:
        return span_of(next(iter(node.entries.values()))[0])
    return Span(node.line, node.column, node.line, node.column + 1)


class Composer(_Parser):
    """One reading of a text. Problems that do not stop YAML go onto ``sheet``.

    Raises ``yaml.YAMLError`` where YAML gives up and ``TooMuchError`` where we do.
    """

    def __init__(self, stream: str, sheet: Sheet, trail: Trail) -> None:
        super().__init__(stream)
        self.sheet = sheet
        self.trail = trail
        self.count = 0
        self.gaps = sorted(trail.gaps)
        self.signs = {number for number, line in enumerate(sheet.lines) if "#" in line}

    def get_single_node(self) -> Node | None:
        """The tree of the only document, or None where there is nothing but comments. Called by ``yaml.compose``."""
        self.get_event()
        if self.check_event(StreamEndEvent):
            return None
        self.get_event()
        node = self._node(self.get_event(), 0)
        self.get_event()
        if not self.check_event(StreamEndEvent):
            mark = self.get_event().start_mark
            self.sheet.add("E124", Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 4))
        return node

    def _node(self, event: _Event, level: int) -> Node:
        # Four of five nodes are scalars: what stands here and in _scalar is most of what reading costs beside libyaml.
        self.count += 1
        if self.count > MOST_NODES or level > MOST_LEVELS:
            mark = event.start_mark
            code, most = ("E111", MOST_NODES) if self.count > MOST_NODES else ("E110", MOST_LEVELS)
            raise TooMuchError(code, mark.line + 1, mark.column + 1, most)
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._property(event)
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event)
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        if kind is SequenceStartEvent:
            return self._sequence(event, level)
        return self._mapping(event, level)

    def _scalar(self, event: _Event) -> Scalar:
        start, end = event.start_mark, event.end_mark
        text, style = event.value, event.style
        line = end.line
        node = Scalar(text, start.line + 1, start.column + 1, line + 1, end.column + 1, style or "")
        self.trail.last = event
        if self.trail.mended:
            self._recall(node)
        if not style:
            if not text.isalpha() or not text.isascii():  # most are keys, and a word alone has nothing to check
                self._check_unquoted(node, text, start)
            if line in self.signs:
                hashtag = self._glued(self.sheet.lines[line], line, end.column)
                node.text = text or hashtag  # nobody shall say that there is no text
        elif style == '"' and not text.isprintable():
            check_escapes(self.sheet, (start.line, start.column), (line, end.column))
        return node

    def _check_unquoted(self, node: Scalar, text: str, start: _Event) -> None:
        if text and (":" in text or text[0] == "-" or "{" in text or not text.isascii()):
            check_plain(self._before(start), text, start.line, start.column)
        if text.endswith('"') and text.count('"') % 2 and not node.mended:
            self.sheet.add("W509", Span(node.end_line, node.end_column - 1, node.end_line, node.end_column))

    def _before(self, mark: _Event) -> str:
        return self.sheet.lines[mark.line][: mark.column] if mark.line < len(self.sheet.lines) else ""

    def _recall(self, node: Scalar) -> None:
        """A mended part is known as such, and has the key that was typed."""
        for number in range(node.line, node.end_line + 1):
            for column in self.trail.mended.get(number - 1, ()):
                after = number > node.line or column + 1 >= node.column
                node.mended = node.mended or (after and (number < node.end_line or column < node.end_column))
        node.text = self.trail.keys.get((node.line - 1, node.column - 1), node.text)

    def _glued(self, line: str, at: int, column: int) -> str:
        """What was lost, if the comment behind the text is a hashtag: it has no space of its own."""
        match = _GLUED().match(line, column)
        if match is None:
            comment = _COMMENT().match(line, column)
            words = line[:column].rpartition(":")[2].split()
            if comment and len(words) >= _PROSE and line[column - 1].isalnum():
                span = Span(at + 1, comment.start(1) + 1, at + 1, comment.end() + 1)
                self.sheet.add("W511", span, text=comment[1])
            return ""
        sign = match.end(1)
        self.sheet.add("E117", Span(at + 1, sign + 1, at + 1, match.end() + 1), text=line[sign:])
        self.trail.suspects.append((at, sign))
        return line[sign:]

    def _sequence(self, event: _Event, level: int) -> Sequence:
        node = Sequence([], event.start_mark.line + 1, event.start_mark.column + 1, event.flow_style)
        get, items = self.get_event, node.items
        inner = get()
        while type(inner) is not SequenceEndEvent:
            items.append(self._node(inner, level + 1))
            inner = get()
        if node.flow:
            self.trail.opened = node
        return node

    def _mapping(self, event: _Event, level: int) -> Mapping:
        node = Mapping({}, event.start_mark.line + 1, event.start_mark.column + 1, event.flow_style)
        get, entries = self.get_event, node.entries
        before: Node = node
        inner: _Event = get()
        while type(inner) is not MappingEndEvent:
            key = self._node(inner, level + 1)
            value = self._node(get(), level + 1)
            if node.flow and self._is_cut(before, key, value):
                pass
            elif isinstance(key, Scalar):
                before = value
                if key.text in entries or key.text == "<<":
                    self._refuse(node, key, value)
                else:
                    entries[key.text] = key, value
            else:
                found = N_("a list") if isinstance(key, Sequence) else N_("a group of keys")
                node.torn = True
                self.sheet.add("E125", Span(key.line, key.column, key.line, key.column + 1), found=found)
            inner = get()
        if node.flow:
            self.trail.opened = node
        elif self.gaps:
            end: _Event = inner.end_mark
            self._tear(node, end.line)
        return node

    def _tear(self, node: Mapping, end: int) -> None:
        """Lines that were left out belong to the innermost mapping around them that is not further in than they."""
        lines = self.sheet.lines
        found = self.gaps[bisect_left(self.gaps, node.line - 1) : bisect_right(self.gaps, end)]
        inside = {number for number in found if len(lines[number]) - len(lines[number].lstrip()) >= node.column - 1}
        if inside:
            node.torn = True
            self.gaps = [number for number in self.gaps if number not in inside]

    def _is_cut(self, before: Node, key: Node, value: Node) -> bool:
        """Whether the "key" is the rest of the text before it, which a comma ended because it has no quotes."""
        if not isinstance(value, Scalar) or value.text:  # so it is of nearly all keys
            return False
        if not (isinstance(before, Scalar) and isinstance(key, Scalar)):
            return False
        if before.style or key.style or value.style or not before.text or self._has_colon(key):
            return False
        if not before.mended:  # the parts behind the first comma go without saying
            self.sheet.add("E141", span_of(key), text=key.text)
            if before.text[0] in OPENING:
                self.sheet.mark("curly")
            before.mended = True
        return True

    def _has_colon(self, key: Scalar) -> bool:
        line = self.sheet.lines[key.end_line - 1] if key.end_line <= len(self.sheet.lines) else ""
        return line[key.end_column - 1 :].lstrip().startswith(":")

    def _refuse(self, node: Mapping, key: Scalar, value: Node) -> None:
        """A merge key is refused, and so is a key that is there already."""
        if key.text == "<<" and not key.style:
            node.torn = True
            self.sheet.add("E116", span_of(key))
        elif key.text not in node.entries:  # a merge sign in quotes is a key like any other
            node.entries[key.text] = key, value
        elif not (key.mended or node.torn):
            first = node.entries[key.text][0]
            dash = node.line == first.line or isinstance(value, Mapping)
            if dash and not node.flow and self.sheet.lines[node.line - 1][: node.column - 1].endswith("- "):
                node.torn = True
                self.sheet.add("E145", span_of(key), key=key.text, line=str(first.line))
            else:
                self.sheet.add("E115", span_of(key), key=key.text, line=str(first.line))

    def _alias(self, event: _Event) -> Scalar:
        start, end = event.start_mark, event.end_mark
        place = (start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        node = Scalar("*" + str(event.anchor), *place, mended=True)
        self.sheet.add("E112", span_of(node), text=node.text)
        self.trail.suspects.append((start.line, start.column))
        return node

    def _property(self, event: _Event) -> None:
        """An anchor or a tag stands before a node; the node itself is read as if it did not."""
        mark = event.start_mark
        line = self.sheet.lines[mark.line] if mark.line < len(self.sheet.lines) else ""
        word = re.match(r"\S*", line[mark.column :])
        text = word[0] if word else ""
        code = "E113" if event.anchor is not None and not text.startswith("!") else "E114"
        if not text.startswith(("&", "!")):
            return
        span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 1 + len(text))
        self.sheet.add(code, span, text=text)
        self.trail.suspects.append((mark.line, mark.column))
