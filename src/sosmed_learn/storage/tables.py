"""The file's tables as plain data, read without TinyDB, which a first screen can then do without.

The file is only ever replaced as a whole, so reading needs no lock. What the rows mean is ``store``'s business.
"""

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
