"""One more lesson in a module.yaml, one more step in a lesson: only bytes are added, no other byte changes.

Where they go is read from the positions of the nodes; afterwards the text is read again, and unless it says what it
said before and the new thing behind it, it is refused. Touches no file.
"""

import codecs
import re
from typing import TypeVar

from msgspec.structs import replace

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_document
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence, span_of
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.source import check_text
from sosmed_learn.core.errors import SosmedError

_F = TypeVar("_F", shape.ModuleFile, shape.LessonFile)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ITEM = re.compile(r"( *- +)\S.*")


class CannotInsert(SosmedError):
    """There is no place where that could be added safely: the file has problems, or is written in an unusual way."""


def with_lesson(data: bytes, lesson: str) -> bytes:
    """``data`` of a module.yaml with ``lesson`` as the last of its lessons. Raises ``CannotInsert``."""
    text, mark = _decoded(data)
    document = _read(text, shape.ModuleFile)
    lessons = _list(document, "lessons")
    lines = _LINE.findall(text)
    if lessons.flow:
        at, words = _in_brackets(lessons, lesson)
        added = _insert(lines, *at, words)
    else:
        last = lessons.items[-1]
        item = _ITEM.match(lines[last.line - 1])
        if item is None or len(item[1]) != last.column - 1:
            raise CannotInsert
        added = _below(lines, last.line, f"{item[1]}{lesson}{_ending(lines)}")
    before = document.value
    if before is None or _read(added, shape.ModuleFile).value != replace(before, lessons=(*before.lessons, lesson)):
        raise CannotInsert
    return mark + added.encode()


def with_step(data: bytes, step: str) -> bytes:
    """``data`` of a lesson with ``step``, a list item in the first column, as its last. Raises ``CannotInsert``."""
    text, mark = _decoded(data)
    document = _read(text, shape.LessonFile)
    steps = _list(document, "steps")
    if steps.flow:
        raise CannotInsert
    lines = _LINE.findall(text)
    ending = _ending(lines)
    margin = " " * (steps.column - 1)
    written = "".join(f"{margin}{line}".rstrip() + ending for line in step.splitlines())
    added = _below(lines, _last_line(document.node, lines), ending + written)
    before, after = document.value, _read(added, shape.LessonFile).value
    if before is None or after is None or after != replace(before, steps=(*before.steps, after.steps[-1])):
        raise CannotInsert
    return mark + added.encode()


def _decoded(data: bytes) -> tuple[str, bytes]:
    """The text, and the mark of UTF-8 that some editors put before it."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        return data[len(mark) :].decode(), mark
    except UnicodeDecodeError as error:
        raise CannotInsert from error


def _read(text: str, kind: type[_F]) -> Document[_F]:
    document = read_document(check_text(text, Sheet("")), kind)
    if not document.usable:
        raise CannotInsert
    return document


def _list(document: Document[_F], key: str) -> Sequence:
    node = document.node
    found = node.entries[key][1] if isinstance(node, Mapping) and key in node.entries else None
    if not isinstance(found, Sequence):
        raise CannotInsert
    return found


def _in_brackets(lessons: Sequence, lesson: str) -> tuple[tuple[int, int], str]:
    """Where, as line and column from 1, and what to write there."""
    last = lessons.items[-1] if lessons.items else None
    if last is None:
        return (lessons.line, lessons.column + 1), lesson
    span = span_of(last)
    return (span.end_line, span.end_column), f", {lesson}"


def _insert(lines: list[str], line: int, column: int, words: str) -> str:
    typed = lines[line - 1]
    changed = f"{typed[: column - 1]}{words}{typed[column - 1 :]}"
    return "".join([*lines[: line - 1], changed, *lines[line:]])


def _below(lines: list[str], line: int, words: str) -> str:
    """``words`` under that line, which may be the last one and without an end."""
    above = "".join(lines[:line])
    closed = above if above.endswith(("\n", "\r")) else f"{above}{_ending(lines)}"
    return f"{closed}{words}{''.join(lines[line:])}"


def _ending(lines: list[str]) -> str:
    """How lines end in this file."""
    return "\r\n" if lines and lines[0].endswith("\r\n") else "\n"


def _last_line(node: Node | None, lines: list[str]) -> int:
    """The last line of the steps, counted from 1: what stands before the next key, or before the end of the file.

    Empty lines and comments in the first column belong to what comes after them.
    """
    keys: list[Scalar] = [key for key, _ in node.entries.values()] if isinstance(node, Mapping) else []
    begin = next(key.line for key in keys if key.text == "steps")
    line = min((key.line for key in keys if key.line > begin), default=len(lines) + 1) - 1
    while line > begin and (not lines[line - 1].strip() or lines[line - 1].startswith("#")):
        line -= 1
    return line
