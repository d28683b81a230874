"""The layout of the store: its number, what files are called, and which stand in the folder. Reads none of them."""

import os
import platform
import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from sosmed_learn.storage.rows import CHECK, Row, checksum

FORMAT = 2
"""Raised when an older app could misread or spoil what a newer one keeps. 1 was one file, ``progress.json``."""

LOCK = "lock"
DAMAGED = ".damaged-"
_JOURNAL = re.compile(r"journal-[0-9a-f]{6}\.jsonl")
_SEGMENT = re.compile(r"events-[\w-]+-[0-9a-f]{8}\.json")
_OURS = re.compile(r"(?:journal|events)-")
_LONGEST_ID = 60  # of an event, within a file name


class DamagedError(Exception):
    """The file cannot be read whole, or something in it has a wrong checksum."""


class NewerError(Exception):
    """The file was made by a newer app."""


def check_format(number: object) -> None:
    """Raise ``NewerError`` for a format above ours and ``DamagedError`` for what is no format at all."""
    if not isinstance(number, int) or number < 1:
        raise DamagedError
    if number > FORMAT:
        raise NewerError


Stat = tuple[int, int]
"""Size in bytes and time of change in nanoseconds."""


class Contents(Struct, frozen=True):
    """What stands in the folder: ``segments`` by name, copies that a file-sync program made, and damaged files kept."""

    journals: tuple[Path, ...] = ()
    segments: dict[str, Stat] = {}
    copies: tuple[Path, ...] = ()
    damaged: tuple[Path, ...] = ()


def look(folder: Path) -> Contents:
    """What stands in ``folder``, which need not exist. Raises ``OSError`` where it may not be looked into."""
    journals, copies, damaged = [], [], []
    segments: dict[str, Stat] = {}
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        entries = []
    for entry in entries:
        if _JOURNAL.fullmatch(entry.name):
            journals.append(folder / entry.name)
        elif _SEGMENT.fullmatch(entry.name):
            about = entry.stat()
            segments[entry.name] = about.st_size, about.st_mtime_ns
        elif DAMAGED in entry.name:
            damaged.append(folder / entry.name)
        elif _OURS.match(entry.name):
            copies.append(folder / entry.name)
    return Contents(tuple(journals), segments, tuple(copies), tuple(damaged))


def journal_path(folder: Path) -> Path:
    """The journal of this machine: two that share a folder through a file-sync program never write the same file."""
    machine = blake2b(platform.node().encode("utf-8", "replace"), digest_size=3).hexdigest()
    return folder / f"journal-{machine}.jsonl"


def segment_name(rows: Sequence[Row]) -> str:
    """The name for sealed ``rows``: their first id, by which files sort in time, and a checksum of all of them."""
    checks = "".join(str(row.get(CHECK) or checksum(row)) for row in rows)
    return f"events-{_in_a_name(str(rows[0]['id']))}-{crc32(checks.encode()):08x}.json"


def begins_like(name: str, rows: Sequence[Row]) -> bool:
    """Whether the segment ``name`` begins with the event with which ``rows`` begin."""
    return name.startswith(f"events-{_in_a_name(str(rows[0]['id']))}-")


def _in_a_name(event: str) -> str:
    return re.sub(r"\W", "_", event, flags=re.ASCII)[:_LONGEST_ID] or "_"


def damaged_name(path: Path, now: str) -> Path:
    """A free name beside ``path`` under which it can be kept as it is; ``now`` is a date and time as in file names."""
    return free_name(path.with_name(f"{path.name}{DAMAGED}{now}"))


def free_name(path: Path) -> Path:
    """``path``, with a number behind it if that is taken. It stays free while the caller holds our lock."""
    numbered = (path.with_name(f"{path.name}-{number}") for number in range(1, 10_000))
    for name in chain([path], numbered):
        if not os.path.lexists(name):
            return name
    raise FileExistsError(path)
