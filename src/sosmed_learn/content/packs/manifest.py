"""The list that a pack carries: what it is, and each file with its size and checksum."""

import hashlib
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from sosmed_learn.content.format import FORMAT, Id, Version
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.names import MANIFEST
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_

PACK_FORMAT = 1
MOST_BYTES = 200_000

_UNREADABLE = N_("The list in the pack (manifest.json) cannot be read. Ask its author for a new pack.")


class FileRow(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the pack."""

    name: str
    size: int
    sha256: str


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``pack`` is the format of packs, ``format`` that of courses."""

    pack: int
    id: Id
    version: Version
    title: dict[Language, str]
    format: int
    files: tuple[FileRow, ...]


class _Formats(Struct):
    """All that is understood of a pack of the future."""

    pack: int
    format: int = 0


def rows_of(files: Mapping[str, bytes]) -> tuple[FileRow, ...]:
    """The list of ``files``, by name."""
    return tuple(FileRow(name, len(files[name]), hashlib.sha256(files[name]).hexdigest()) for name in sorted(files))


def encode(manifest: Manifest) -> bytes:
    """The manifest as JSON, the same for the same values."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n"


def decode(data: bytes) -> Manifest:
    """The manifest. Raises ``PackError``, also for what only a newer app can read."""
    if len(data) > MOST_BYTES:
        raise PackError(_UNREADABLE)
    try:
        formats = msgspec.json.decode(data, type=_Formats)
        if formats.pack > PACK_FORMAT or formats.format > FORMAT:
            raise PackError(
                N_("The pack was made for a newer version of sosmed-learn. Update the app, then install it.")
            )
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise PackError(_UNREADABLE) from error
    if manifest.pack != PACK_FORMAT or encode(manifest) != data:
        raise PackError(_UNREADABLE)
    return manifest


def compare(manifest: Manifest, files: Mapping[str, bytes]) -> None:
    """Raise ``PackError`` unless the list and the files besides it agree."""
    rows = {row.name: row for row in manifest.files}
    for name in [name for name in rows if name not in files]:
        raise PackError(N_("{name} is missing in the pack, although it is listed. Get the pack once more."), name=name)
    for name in [name for name in files if name not in rows and name != MANIFEST]:
        raise PackError(
            N_("{name} is in the pack, but not in its list. Do not use it; ask its author for a new pack."), name=name
        )
    for row in rows_of({name: files[name] for name in rows}):
        if row != rows[row.name]:
            raise PackError(
                N_("{name} in the pack is not what its list says: it was damaged or changed. Get the pack once more."),
                name=row.name,
            )
