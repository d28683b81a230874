"""What the doctor can find, as values: codes, places and numbers. The sentences are the command line's."""

import errno
from datetime import date
from pathlib import Path
from typing import Literal

from msgspec import Struct

from sosmed_learn.storage.rows import Row
from sosmed_learn.storage.troubles import trouble_of

Kind = Literal[
    "damaged", "newer", "refused", "mode", "leftover", "kept", "copy", "twice", "differ", "snapshot", "backup",
    "old-backup", "lock", "unknown", "older", "migrated", "missing",
]  # fmt: skip
INFORMATION: frozenset[Kind] = frozenset({"unknown", "older", "migrated", "missing"})
"""What is told and is no problem: it stays as it is, or goes by itself."""


class Places(Struct, frozen=True):
    """Where everything of the learner's is."""

    data: Path
    folder: Path
    snapshot: Path
    backups: Path
    legacy: Path


class Finding(Struct, frozen=True):
    """One thing that was found: where, how many events or files it is about, the bytes that it costs, and details.

    ``detail`` is a ``code_of`` what was in the way for "refused" and "lock", an example or a list for others.
    """

    kind: Kind
    path: Path
    count: int = 0
    size: int = 0
    detail: str = ""

    @property
    def problem(self) -> bool:
        return self.kind not in INFORMATION


class Health(Struct, frozen=True):
    """All that was found, and what could be read: ``rows`` each once, in ``files`` of ``size`` bytes."""

    findings: tuple[Finding, ...]
    rows: tuple[Row, ...]
    files: int
    size: int
    newest_backup: date | None

    @property
    def problems(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.problem)


def code_of(error: OSError) -> str:
    """What was in the way, as the name of the system's number (``EACCES``), or in a word of ``core.errors``."""
    return errno.errorcode.get(error.errno or 0, trouble_of(error))
