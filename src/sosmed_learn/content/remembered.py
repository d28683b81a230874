"""What was judged and found clean before: the same texts need not be judged again. A cache and nothing more.

Judging is a function of texts, of what they can refer to, and of our code. Kept are fingerprints of all three together,
only of what nothing was found in, so the worst that a lost or damaged file can do is that a check takes longer. Linters
work like that on files that have not changed; reading them, and everything about what is not clean, is done each time.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable, Collection, Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from sosmed_learn import __version__
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.stamps import code

MOST = 20_000
"""Fingerprints that are kept: several times what the largest course folder has."""
_SIZE = 16  # bytes of a fingerprint


class Remembered:
    """``path`` is the file for the next time; without one, what was found is only known to this value."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._code = fingerprint([__version__, *map(str, code())])
        self._before = _load(path, self._code) if path is not None else []
        self._clean = dict.fromkeys(self._before)
        self._met: dict[bytes, None] = {}

    def judge(
        self,
        read: Sequence[Sheet],
        about: Sequence[str | bytes],
        work: Callable[[], None],
        told: Sequence[Sheet] = (),
    ) -> None:
        """Do ``work``, unless it is known to find nothing in the files ``read``.

        ``about`` is all on which it depends besides their lines, and ``told`` are other sheets to which it may add.
        What stands in a file whose lines were let go is not known, so there it is always done.
        """
        key = fingerprint([*about, *("\n".join(sheet.lines) for sheet in read)])
        sure = all(sheet.lines for sheet in read)
        if not sure or key not in self._clean:
            sheets = [*read, *told]
            count = sum(len(sheet.problems) for sheet in sheets)
            work()
            if not sure or sum(len(sheet.problems) for sheet in sheets) > count or any(sheet.full for sheet in sheets):
                return
        self._met[key] = self._clean[key] = None

    @property
    def met(self) -> Collection[bytes]:
        """The fingerprints of all that was met and is clean."""
        return self._met.keys()

    def learn(self, met: Collection[bytes]) -> None:
        """Take over what another value has met."""
        self._met.update(dict.fromkeys(met))
        self._clean.update(dict.fromkeys(met))

    def keep(self) -> None:
        """Write it down for the next time, what was met now first. That it cannot be written only costs time."""
        if self._path is None or self._met.keys() <= set(self._before):
            return
        keys = list(dict.fromkeys((*self._met, *self._before)))[:MOST]
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f".{self._path.name}.", dir=self._path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._code + b"".join(keys))
                os.replace(name, self._path)  # noqa: PTH105 - the name is text already
            finally:
                with contextlib.suppress(OSError):  # after the replacing there is nothing of that name
                    os.unlink(name)  # noqa: PTH108 - the same


def fingerprint(parts: Iterable[str | bytes]) -> bytes:
    """Of all the parts in their order; each is told from its neighbours by its length."""
    made = blake2b(digest_size=_SIZE)
    for part in parts:
        content = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(content))
        made.update(content)
    return made.digest()


def _load(path: Path, by: bytes) -> list[bytes]:
    """The fingerprints in the file, if they are of this code."""
    try:
        content = path.read_bytes()
    except OSError:
        return []
    if content[:_SIZE] != by:
        return []
    return [content[at : at + _SIZE] for at in range(_SIZE, len(content) - _SIZE + 1, _SIZE)]
