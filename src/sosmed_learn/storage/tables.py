"""A TinyDB file as its tables, read without TinyDB: importing that takes 30 ms, and the first screen only reads."""

from pathlib import Path
from typing import Any

import msgspec

Tables = dict[str, dict[str, Any]]


def read_tables(path: Path) -> Tables | None:
    """The tables by name, None when there is no file.

    Raises ``OSError`` as the system gives it, ``UnicodeDecodeError`` or ``msgspec.DecodeError`` (both ``ValueError``)
    when the content is not JSON in UTF-8.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return msgspec.json.decode(content, type=Tables)
