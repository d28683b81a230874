"""Files <-> the bytes of a pack: a zip archive of which there is one form only. Knows nothing of modules.

Nothing is compressed: so the same files give the same bytes with every zlib, and nothing can swell when it is read.
An archive that is not byte for byte what ``write`` makes of its files is refused, which leaves no room for headers that
contradict each other, for overlapping files, or for anything before, between or behind them.
"""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping

from sosmed_learn.content.folders import MOST_BYTES
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.names import LONGEST_NAME, MANIFEST, check_names
from sosmed_learn.content.source import MOST_BYTES as MOST_BYTES_OF_A_FILE
from sosmed_learn.i18n import N_

MOST_FILES = 500

_BEGINNING, _END = b"PK\x03\x04", b"PK\x05\x06"
_END_SIZE, _ROW_SIZE = 22, 46
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ORDINARY = (stat.S_IFREG | 0o644) << 16
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_UNREADABLE = (  # what zipfile raises for archives that are none
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    EOFError,
    OSError,
    struct.error,
)

_DAMAGED = N_("The pack is damaged or not complete, as after a download that broke off. Get it once more.")
_CHANGED = N_(
    "The pack was changed after it was made, or not made by sosmed-learn pack. Ask its author for a new one; a folder "
    "that you unpacked yourself can be installed too."
)
_NO_PACK = N_("This zip file has no manifest.json, so it is no pack. Unpack it yourself and install the folder.")
_TOO_LARGE = N_(
    "This is larger than a pack may be: {most} MB, unpacked too. See whether something else was saved here."
)


def write(files: Mapping[str, bytes]) -> bytes:
    """The archive of ``files``: sorted by name, with one date and the same rights for all."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            about = zipfile.ZipInfo(name, _LONG_AGO)
            about.create_system = 3  # Unix, also where Windows writes it
            about.external_attr = _ORDINARY
            archive.writestr(about, files[name])
    return made.getvalue()


def read(data: bytes) -> dict[str, bytes]:
    """The files of an archive that anybody may have made. Raises ``PackError``."""
    _check_ends(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            rows = archive.infolist()
            if MANIFEST not in archive.namelist():
                raise PackError(_NO_PACK)
            if any(row.orig_filename.endswith("/") for row in rows):  # is_dir fails for a name that is empty
                raise PackError(_CHANGED)
            check_names(row.orig_filename for row in rows)
            for row in rows:
                _check_row(row)
            _check_total(rows)
            # zipfile compares each with its checksum, and reads no more than the size that was looked at.
            files = {row.filename: archive.read(row) for row in rows}
    except _UNREADABLE as error:
        raise PackError(_DAMAGED) from error
    if write(files) != data:
        raise PackError(_CHANGED)
    return files


def _check_ends(data: bytes) -> None:
    """What can be said before anything in it is looked at, so that no list of files is read that is too long."""
    if not data.startswith(_BEGINNING):
        raise PackError(N_("This is not a pack: a pack is one zip file, made by sosmed-learn pack."))
    if len(data) > MOST_BYTES:
        raise PackError(_TOO_LARGE, most=MOST_BYTES // 1_000_000)
    if data[-_END_SIZE : -_END_SIZE + 4] != _END or data[-2:] != b"\0\0":
        raise PackError(_behind(data))
    count, size, offset = struct.unpack("<HLL", data[-12:-2])
    if count > MOST_FILES:
        raise PackError(N_("The pack holds {count} files; a module has {most} at most."), count=count, most=MOST_FILES)
    if offset + size + _END_SIZE != len(data) or size > MOST_FILES * (_ROW_SIZE + 4 * LONGEST_NAME):
        raise PackError(_CHANGED)


def _behind(data: bytes) -> str:
    """Why there is no end where it should be."""
    at = data.rfind(_END)
    if at < 0 or at + _END_SIZE > len(data):
        return _DAMAGED
    length = int.from_bytes(data[at + _END_SIZE - 2 : at + _END_SIZE], "little")
    if length and at + _END_SIZE + length == len(data):
        return N_(
            "The pack carries a comment, which a pack never has. Ask its author to make it with sosmed-learn pack."
        )
    return N_("Something stands behind the end of the pack. Get it once more, or ask its author for a new one.")


def _check_row(row: zipfile.ZipInfo) -> None:
    """What the list of files says about one of them."""
    kind = stat.S_IFMT(row.external_attr >> 16)
    if kind not in {0, stat.S_IFREG} or row.external_attr & 0x410:  # Windows' own marks for folders and links
        raise PackError(N_("{name} in the pack is a link or device, no file. Do not use this pack."), name=row.filename)
    if row.flag_bits & _ENCRYPTED:
        raise PackError(
            N_("{name} in the pack is encrypted. Ask its author for a pack without a password."), name=row.filename
        )
    if row.compress_type != zipfile.ZIP_STORED:
        raise PackError(
            N_(
                "{name} in this zip file is compressed, and a pack never is, so that nothing can swell. Unpack it "
                "yourself and install the folder, or ask its author to make a pack: sosmed-learn pack."
            ),
            name=row.filename,
        )
    if row.file_size > MOST_BYTES_OF_A_FILE:
        raise PackError(
            N_("{name} in the pack has {size} MB, and a course file has {most} at most. Ask its author to split it."),
            name=row.filename,
            size=f"{row.file_size / 1_000_000:.1f}",
            most=MOST_BYTES_OF_A_FILE // 1_000_000,
        )
    if row.file_size != row.compress_size:
        raise PackError(_CHANGED)


def _check_total(rows: list[zipfile.ZipInfo]) -> None:
    """Files that overlap could be more than the archive itself."""
    if sum(row.file_size for row in rows) > MOST_BYTES:
        raise PackError(_TOO_LARGE, most=MOST_BYTES // 1_000_000)
