"""Events as rows: plain objects with a checksum, on a line of a journal or in a TinyDB table. No files here.

The checksum is the CRC-32 of the row's JSON with its keys in order, as eight hex digits under ``check``. It finds a
flipped bit that leaves the JSON well formed. Rows of format 1 have none and are taken at their word, in files of format
1 alone: elsewhere a row without one has lost it, and who knows what else.
"""

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any
from zlib import crc32

import msgspec

from sosmed_learn.core.events import Event

Row = dict[str, Any]

CHECK = "check"
_MOST_TRIES = 1_000_000  # brackets of a damaged file at which a row is looked for and none begins


def to_row(event: Event) -> Row:
    """``event`` as it is kept."""
    row: Row = msgspec.to_builtins(event, str_keys=True)
    try:
        return row | {CHECK: checksum(row)}
    except UnicodeEncodeError:  # half of a sign that some terminals hand on; the other answers must not wait for it
        row = json.loads(json.dumps(row, ensure_ascii=False).encode("utf-8", "replace"))
        return row | {CHECK: checksum(row)}


def checksum(row: Row) -> str:
    """Of the row without its own."""
    bare = {key: value for key, value in row.items() if key != CHECK}
    return f"{crc32(msgspec.json.encode(bare, order='sorted')):08x}"


def is_row(value: object) -> bool:
    """Whether this is a row, whole and unharmed."""
    if not isinstance(value, dict) or not isinstance(value.get("id"), str) or not isinstance(value.get("verb"), str):
        return False
    try:
        return CHECK not in value or value[CHECK] == checksum(value)
    except (ValueError, OverflowError, RecursionError):  # ``json`` reads things that cannot be written again
        return False


def is_checked(value: object) -> bool:
    """Whether this is a row with a right checksum."""
    return is_row(value) and isinstance(value, dict) and CHECK in value


def identity(row: Row) -> tuple[str, str]:
    """What tells a row from all others: its id, and the checksum of what it says."""
    return row["id"], row.get(CHECK) or checksum(row)


def to_event(row: Row) -> Event | None:
    """The event in a row, or None for one that this app does not understand: it stays on disk as it is."""
    try:
        return msgspec.convert(row, Event)  # type: ignore[no-any-return]
    except msgspec.ValidationError:
        return None


def to_events(rows: Iterable[Row]) -> list[Event]:
    """The events in ``rows``, each once, in the order in which they come.

    Two rows of one id that differ are not ours to judge; the smaller checksum is taken, so that all machines take one.
    """
    chosen: dict[str, Row] = {}
    for row in rows:
        other = chosen.setdefault(row["id"], row)
        if other is not row and checksum(row) < checksum(other):
            chosen[row["id"]] = row
    return [event for event in map(to_event, chosen.values()) if event is not None]


def to_line(row: Row) -> bytes:
    """The row as a line of a journal."""
    return msgspec.json.encode(row) + b"\n"


def salvage(content: bytes) -> list[Row]:
    """Every whole and unharmed row in the bytes of a damaged file, in their order. Raises nothing."""
    text = content.decode(_encoding(content), "replace")
    decoder = json.JSONDecoder()
    found: list[Row] = []
    at, tries = text.find("{"), 0
    while at >= 0 and tries < _MOST_TRIES:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end, tries = at + 1, tries + 1  # the object that begins here is broken; those in it may not be
        else:
            found += _rows_in(value)
        at = text.find("{", end)
    return found


def _encoding(content: bytes) -> str:
    """UTF-8, unless an editor has saved the file as what Windows calls Unicode."""
    return "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"


def _rows_in(value: object) -> Iterator[Row]:
    """The rows in ``value``: itself, or what a table or tables hold."""
    if isinstance(value, dict):
        if is_row(value):
            yield value
        if not is_checked(value):  # where a piece of the file is gone, what is left of one row may hold the next
            for inner in value.values():
                yield from _rows_in(inner)
