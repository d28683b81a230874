"""Course folders as they were at a git revision, read through the ``git`` command and put into a folder for a while.

Only YAML files are taken, no links, and nothing of the repository is changed.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from sosmed_learn.core.errors import SosmedError
from sosmed_learn.i18n import _

MOST_FILES = 10_000
MOST_BYTES = 50_000_000
_FILES = {"100644", "100755"}  # ordinary ones; links and submodules have other modes


class RevisionUnreadable(SosmedError):
    """The message says in a sentence why there is nothing to read."""


def check_out(revision: str, inside: str | None, beside: Path, target: Path) -> Path:
    """Write the YAML files of ``inside``, a path in the repository around ``beside``, into ``target``; their folder.

    Without ``inside``, it is the place of ``beside`` itself. Raises ``RevisionUnreadable``.
    """
    around = beside if beside.is_dir() else beside.parent
    top = Path(git(around, "rev-parse", "--show-toplevel").decode().removesuffix("\n"))
    place = inside if inside is not None else around.resolve().relative_to(top.resolve()).as_posix()
    wanted = "/".join(part for part in PurePosixPath(place).parts if part != ".")
    if revision.startswith("-"):
        raise RevisionUnreadable(_unknown(revision))
    tree = git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}", otherwise=_unknown(revision))
    listed = git(top, "ls-tree", "-r", "-z", "-l", tree.decode().strip(), "--", *([wanted] if wanted else []))
    files = list(_files(listed))
    if not files:
        words = _("At {revision} there is no course file in `{path}`. Name the folder: {revision}:FOLDER.")
        raise RevisionUnreadable(words.format(revision=revision, path=wanted or "."))
    found = contents(top, [blob for _path, blob in files])
    for (path, _blob), data in zip(files, found, strict=True):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return target / wanted


def _unknown(revision: str) -> str:
    return _("{name} is neither a folder here nor a revision that git knows.").format(name=revision)


def _files(listed: bytes) -> Iterator[tuple[PurePosixPath, str]]:
    """Path and blob of each file to take, out of what ``git ls-tree -l -z`` prints."""
    size = 0
    for count, row in enumerate(part for part in listed.split(b"\0") if part):
        about, _tab, name = row.decode("utf-8", "surrogateescape").partition("\t")
        mode, _kind, blob, length = about.split()
        path = PurePosixPath(name)
        if mode not in _FILES or path.suffix != ".yaml" or ".." in path.parts or path.is_absolute():
            continue
        size += int(length)
        if count > MOST_FILES or size > MOST_BYTES:
            raise RevisionUnreadable(_("There is more there than courses can be. Name the folder of the courses."))
        yield path, blob


def contents(top: Path, blobs: Sequence[str]) -> Iterator[bytes]:
    """The content of each blob, out of what ``git cat-file --batch`` prints."""
    rest = git(top, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode())
    for _blob in blobs:
        head, _end, rest = rest.partition(b"\n")
        length = int(head.split()[-1])
        yield rest[:length]
        rest = rest[length + 1 :]


def git(folder: Path, *arguments: str, given: bytes = b"", otherwise: str = "") -> bytes:
    """What git prints. Raises ``RevisionUnreadable`` without git, and when it refuses."""
    program = shutil.which("git")
    if program is None:
        raise RevisionUnreadable(_("For what was earlier the command git is needed, and it is not installed."))
    command = [program, "-C", str(folder), *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)  # noqa: S603 - no shell, git itself
    if done.returncode:
        raise RevisionUnreadable(otherwise or _("git finds no repository around `{path}`.").format(path=folder))
    return done.stdout
