"""Events from any file of ours wherever it lies: exports, journals, sealed files, format 1, backups, whole or damaged.

A file is known by what is in it, not by its name. Nothing is changed, mended or moved here; files and folders that
could not be ours are passed over, and what is read is bounded in number and size.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from sosmed_learn.storage.formats import DamagedError, NewerError, check_format, segment_name
from sosmed_learn.storage.rows import CHECK, Row, checksum, is_row, salvage, to_event
from sosmed_learn.storage.tables import Tables

LARGEST = 256 * 1024 * 1024
"""Bytes of a file; a million events are about as much."""
MOST_FILES = 10_000
"""Files in a folder; a million events are about 3,000."""
DEEPEST = 6
"""Folders within folders."""

Trouble = Literal["damaged", "newer", "foreign", "large", "many", "refused"]
"""Why not all of a file, or nothing, could be read."""

_OURS = re.compile(r"(?:journal|events)-|progress\.json")
_ENDINGS = {".json", ".jsonl"}
_BYTE_ORDERS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


class Source(Struct, frozen=True):
    """What was found in one file, or why a file or folder could not be read; ``error`` is the system's own."""

    path: Path
    rows: tuple[Row, ...] = ()
    trouble: Trouble | None = None
    error: OSError | None = None
    size: int = 0


def gather(paths: Iterable[Path]) -> list[Source]:
    """All that can be read at ``paths``, which are files or folders. Raises nothing.

    A folder of a learner's data is read without the backups in it: in them stands what was meant to go.
    """
    found: list[Source] = []
    whole: set[str] = set()
    for path in paths:
        for one in _files(path):
            if isinstance(one, Source):
                found.append(one)
            elif one.name not in whole:  # a sealed file's name tells what is in it: a second copy tells nothing new
                source = read(one)
                if source.trouble != "foreign" or one == path:
                    found.append(source)
                if source.trouble is None and source.rows and segment_name(source.rows) == one.name:
                    whole.add(one.name)
    return found


def read(path: Path) -> Source:
    """The events in one file. Raises nothing."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        return Source(path, trouble="refused", error=error)
    size = len(content)
    if size > LARGEST:
        return Source(path, trouble="large", size=size)
    content = _as_utf8(content)
    try:
        return Source(path, tuple(_rows_in(content)), size=size)
    except NewerError:
        return Source(path, trouble="newer", size=size)
    except DamagedError:
        rows = tuple(row for row in salvage(content) if _usable(row))
    ours = rows or _OURS.match(path.name) or b'"verb"' in content
    return Source(path, rows, "damaged" if ours else "foreign", size=size)


def _files(path: Path) -> Iterator[Path | Source]:
    """The files at ``path`` that may be ours, in the order of their names, and what stands in the way of others."""
    if not path.is_dir():
        yield path
        return
    troubles: list[Source] = []

    def refused(error: OSError) -> None:
        troubles.append(Source(Path(error.filename or path), trouble="refused", error=error))

    count = 0
    been: set[str] = set()
    for folder, folders, names in os.walk(path, onerror=refused, followlinks=True):
        here = Path(folder)
        if (real := os.path.realpath(folder)) in been:  # a link back to where we were
            folders.clear()
            continue
        been.add(real)
        folders[:] = sorted(name for name in folders if _to_be_opened(name, folders, names))
        if len(here.relative_to(path).parts) >= DEEPEST:
            folders.clear()
        for name in sorted(filter(_named_like_ours, names)):
            if not stat.S_ISREG(_mode(here / name)):
                continue
            count += 1
            if count > MOST_FILES:
                yield Source(path, trouble="many")
                return
            yield here / name
    yield from troubles


def _to_be_opened(name: str, folders: list[str], names: list[str]) -> bool:
    of_a_learner = "progress" in folders or "progress.json" in names
    return not name.startswith(".") and not (of_a_learner and name in {"backups", "cache"})


def _named_like_ours(name: str) -> bool:
    return not name.startswith(".") and bool(Path(name).suffix.lower() in _ENDINGS or _OURS.match(name))


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _as_utf8(content: bytes) -> bytes:
    """``content`` without a mark of byte order: PowerShell's ``>`` writes one, and UTF-16 behind it."""
    for mark, encoding in _BYTE_ORDERS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace").encode()
    return content


def _rows_in(content: bytes) -> list[Row]:
    """The rows of a file that is whole. Raises ``DamagedError`` and ``NewerError``."""
    if not content.strip():
        raise DamagedError
    try:
        tables = msgspec.json.decode(content, type=Tables)
        return _rows_of_tables(tables)
    except (ValueError, RecursionError):  # no tables: then lines
        return _rows_of_lines(content)


def _rows_of_tables(tables: Tables) -> list[Row]:
    try:
        check_format(max((row["format"] for row in tables["meta"].values()), default=None))
        table = tables.get("events", {})
        rows = [table[number] for number in sorted(table, key=int)]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise DamagedError from error
    if not all(is_row(row) and _can_be_kept(row) for row in rows):
        raise DamagedError
    return rows


def _rows_of_lines(content: bytes) -> list[Row]:
    """The rows of a journal or an export. Raises ``DamagedError`` and ``NewerError``."""
    try:
        values: list[Any] = [msgspec.json.decode(line) for line in content.split(b"\n") if line.strip()]
    except (ValueError, RecursionError) as error:
        raise DamagedError from error
    head = values[0]
    if isinstance(head, dict) and "verb" not in head and "format" in head:
        check_format(head["format"])
        values = values[1:]
    if not all(_usable(value) for value in values):
        raise DamagedError
    return values


def _usable(value: object) -> bool:
    """Whether this is a row of ours: one with a right checksum, or one that this app understands."""
    if not isinstance(value, dict) or not is_row(value) or not _can_be_kept(value):
        return False
    return CHECK in value or to_event(value) is not None


def _can_be_kept(row: Row) -> bool:
    """Whether our own JSON can hold the row: other programs' can hold numbers and letters that it cannot."""
    try:
        return bool(checksum(row))
    except (ValueError, OverflowError, RecursionError):
        return False
