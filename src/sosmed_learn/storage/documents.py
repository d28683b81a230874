"""The learner's documents as plain files in one folder. What somebody has changed by hand is never written over.

Beside them stands a small index: which file belongs to which task, and digests of what we wrote there last. A file that
says something else is the learner's own from then on, and ours goes on under the next free name. Judges no content.
"""

import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import count
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.core.study import Kept
from sosmed_learn.storage import disk
from sosmed_learn.storage.troubles import trouble_of

INDEX = ".index.json"
_NAME = re.compile(r"[a-z][a-z0-9-]*")
_LARGEST = 1 << 20  # bytes: more is no document of ours


class _Ours(Struct, frozen=True):
    """A file that we write, and the digests of what it may hold: what we wrote last, and what we were about to."""

    file: str
    digests: tuple[str, ...] = ()


class DocumentFolder:
    """Implements ``core.study.Documents``. The folder is made when the first document is written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def place(self) -> Path:
        return self._folder

    def keep(self, owners: Sequence[str], name: str, text: str, same: Sequence[str] = ()) -> Kept:
        """Write ``text`` as the document of the first of ``owners``, which are the names that its task has had.

        Where a file that somebody has changed came from ``text`` or from ``same``, which are the same in other
        languages, there is nothing new to write, and it is left alone. Raises ``SaveFailed``; then the file is as it
        was.
        """
        try:
            contents = [each.encode("utf-8", "replace") for each in (text, *same)]
            return self._keep(owners, name if _NAME.fullmatch(name) else "dokumen", contents)
        except OSError as error:
            raise SaveFailed(trouble_of(error), str(self._folder), error.strerror or "") from error

    def _keep(self, owners: Sequence[str], name: str, contents: Sequence[bytes]) -> Kept:
        content = contents[0]
        disk.make_folder(self._folder)
        index = self._index()
        ours = next((index[owner] for owner in owners if owner in index), None)
        beside = None
        if ours is None or not self._is_ours(ours, content):
            if ours is not None:
                beside = self._folder / ours.file
                if ours.digests[-1:] and ours.digests[-1] in map(_digest, contents):
                    return Kept(beside, edited=True)
            ours = _Ours(self._free(name, {each.file for each in index.values()}, content))
        path = self._folder / ours.file
        if owners[0] in index and _read(path) == content and ours.digests[-1:] == (_digest(content),):
            return Kept(path, beside)
        # The digest stands in the index before the file does, so that whenever we are stopped the file is known.
        there = _read(path)
        before = () if there is None else (_digest(there),)
        digests = tuple(dict.fromkeys((*before, _digest(content))))
        self._write_index({**index, owners[0]: replace(ours, digests=digests)})
        disk.write_whole(path, content)
        return Kept(path, beside)

    def _is_ours(self, ours: _Ours, content: bytes) -> bool:
        """Whether the file is gone, says what we mean to write, or says what we wrote."""
        there = _read(self._folder / ours.file)
        return there is None or there == content or _digest(there) in ours.digests

    def _free(self, name: str, taken: set[str], content: bytes) -> str:
        """A name that no file has, or only one that says the same and is nobody's."""
        for number in count(1):
            file = f"{name}.md" if number == 1 else f"{name}-{number}.md"
            path = self._folder / file
            if file not in taken and (_read(path) == content or not (path.exists() or path.is_symlink())):
                return file
        raise AssertionError  # pragma: no cover - counting has no end

    def _index(self) -> dict[str, _Ours]:
        try:
            return msgspec.json.decode((self._folder / INDEX).read_bytes(), type=dict[str, _Ours])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}  # without it every file is somebody else's, and none is written over

    def _write_index(self, index: dict[str, _Ours]) -> None:
        disk.write_whole(self._folder / INDEX, msgspec.json.format(msgspec.json.encode(index), indent=1) + b"\n")


def _read(path: Path) -> bytes | None:
    """What the file says; None where there is none. One that cannot be read says something that we did not write."""
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        return None
    except OSError:
        return b"\0"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=12).hexdigest()
