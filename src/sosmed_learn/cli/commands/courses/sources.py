"""What ``install`` and ``courses update`` are given -> packs: a pack file, a module, or a folder of modules."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import click

from sosmed_learn.cli.clock import SystemClock
from sosmed_learn.cli.paths import look_at
from sosmed_learn.cli.streams import reason, tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.content.folders import COURSES, MODULE, is_folder, is_project, module_folders
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.locations import Places
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.judging import judge
from sosmed_learn.content.packs.pack import Pack, pack_of, read_pack_file
from sosmed_learn.content.problems import Problem, name_of
from sosmed_learn.content.render import as_text
from sosmed_learn.i18n import _, ngettext


def path_of(source: str) -> Path:
    """The path that an address on disk means. Raises ``click.UsageError`` for one on the network."""
    scheme, _colon, rest = source.partition(":")
    scheme = scheme.lower() if rest.startswith("//") or scheme.lower() == "file" else ""
    if scheme and scheme != "file":
        words = _("Nothing is fetched from the network. Download {address} first, then install the file.")
        raise click.UsageError(words.format(address=harmless(source)))
    if not scheme:
        return Path(os.path.expanduser(source))  # noqa: PTH111 - Path.expanduser raises for a home that is not known
    parts = urlsplit(source)
    if parts.netloc not in {"", "localhost"}:
        words = _("{address} names another computer. An address on this one has three slashes: file:///folder/file.zip")
        raise click.UsageError(words.format(address=harmless(source)))
    return Path(url2pathname(parts.path) if os.name == "nt" else unquote(parts.path))


def packs_at(path: Path, bundled: Places) -> Iterator[Pack | Refused]:
    """Each module that is there, or why it cannot be one. Raises ``click.UsageError`` when there is nothing."""
    look_at(path)
    here = Path(os.path.abspath(path))  # noqa: PTH100 - the place is kept, and resolve would follow links
    here = here.parent if here.name == MODULE else here
    if not is_folder(here):
        yield _tried(here)
        return
    folders = modules_in(here)
    if not folders:
        words = _("There is no module in {path}. Name a pack, the folder of a module, or a folder of modules.")
        raise click.UsageError(words.format(path=harmless(str(path))))
    for folder in folders:
        try:
            yield packed(folder, bundled)
        except Refused as refusal:
            yield refusal


def modules_in(folder: Path) -> list[Path]:
    """The modules of a folder, or of the courses folder of a project."""
    around = folder / COURSES if is_project(folder) else folder
    return [path for path in module_folders(around) if os.path.lexists(path / MODULE)]


def _tried(file: Path) -> Pack | Refused:
    try:
        with in_words(file):
            return read_pack_file(file)
    except Refused as refusal:
        return refusal


def packed(folder: Path, bundled: Places) -> Pack:
    """The module in ``folder`` as a pack. Raises ``Refused``, after telling its problems, if it has errors."""
    others = [path for path in module_folders(folder.parent) if path != folder and os.path.lexists(path / MODULE)]
    refuse_broken(judge(folder, name_of(folder), bundled, SystemClock().today(), others).errors, name_of(folder))
    with in_words(folder):
        return pack_of(folder, bundled.seeds)


def refuse_broken(errors: Sequence[Problem], name: str) -> None:
    """Tell the errors as ``check`` does, and raise ``Refused`` if there are any."""
    if not errors:
        return
    tell(as_text(errors))
    words = ngettext(
        "{name} has {count} error, so learners could not use it. Mend it, or tell its author.",
        "{name} has {count} errors, so learners could not use it. Mend them, or tell its author.",
        len(errors),
    )
    raise Refused(words.format(name=harmless(name), count=len(errors)))


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """What is wrong with a pack, or keeps us from reading it, is raised as ``Refused`` with the name of the pack."""
    try:
        yield
    except PackError as error:
        raise Refused(f"{harmless(name_of(path))}: {error}") from error
    except OSError as error:
        words = _("{path} cannot be read: {reason}.")
        raise Refused(words.format(path=harmless(str(error.filename or path)), reason=reason(error))) from error
