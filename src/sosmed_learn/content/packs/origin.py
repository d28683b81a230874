"""The note in an installed module of where it came from, so that an update knows where to look."""

import json
from pathlib import Path

NOTE = ".origin.json"
_MOST_BYTES = 20_000


def write_origin(folder: Path, source: Path) -> None:
    """Note where the module in ``folder`` came from. Raises ``OSError``."""
    # json writes also those names that are not Unicode, which msgspec would refuse.
    (folder / NOTE).write_bytes(json.dumps({"source": str(source)}).encode() + b"\n")


def origin(folder: Path) -> Path | None:
    """Where the module in ``folder`` came from, if the note can be read."""
    try:
        with (folder / NOTE).open("rb") as file:
            found = json.loads(file.read(_MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return None
    source = found.get("source") if isinstance(found, dict) else None
    return Path(source) if isinstance(source, str) and source else None
