"""Courses as they were read last time, kept in one file, so that opening the app parses no YAML.

The file is a cache and nothing more: it holds core values in MessagePack together with the names, sizes and times of
the files that they were read from. When any of these has changed, or the cache cannot be read, everything comes from
the course files again. Nothing of the YAML reader is imported before it is needed.
"""

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Raw, Struct
from msgspec.structs import replace

from sosmed_learn import __version__
from sosmed_learn.content.locations import Places
from sosmed_learn.content.stamps import Stamp, code, entries, in_folder
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, Term
from sosmed_learn.core.study import Library, Trouble

_T = TypeVar("_T")

Signature = tuple[Stamp, ...]
"""All that the courses are made of. The code that reads them is among it, so that a cache of older code is not taken
for its own."""


class _Compiled(Struct, frozen=True):
    version: str
    folder: str
    """Where the app ran: the places of troubles are told from there."""
    signature: Signature
    modules: tuple[Module, ...]
    troubles: tuple[Trouble, ...]
    lessons: dict[str, Raw]
    glossaries: dict[str, Raw]
    facts: Raw


class CompiledLibrary:
    """Implements ``core.study.Library``: from the cache where it is fresh, else from ``read``, called once.

    ``troubles`` reads everything anyway, so it also writes the cache. Methods may be called from any thread.
    """

    def __init__(self, places: Places, extra: Sequence[Path], cache: Path, read: Callable[[], Library]) -> None:
        self._cache = cache
        self._read = read
        self._library: Library | None = None
        self._facts: dict[str, Fact] | None = None
        self._signature = tuple(_files([places.courses, *extra], places.seeds))
        self._compiled = _load(cache, self._signature)

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that can be opened, in the order in which they are shown."""
        return self._compiled.modules if self._compiled else self._real.modules

    def lesson(self, module: str, lesson: str) -> Lesson:
        """The lesson. Raises ``LessonUnreadable`` when its file has an error."""
        raw = self._compiled.lessons.get(f"{module}/{lesson}") if self._compiled else None
        return self._unpacked(raw, Lesson) or self._real.lesson(module, lesson)

    def glossary(self, module: str) -> tuple[Term, ...]:
        """The module's glossary."""
        raw = self._compiled.glossaries.get(module) if self._compiled else None
        terms = self._unpacked(raw, tuple[Term, ...])
        return self._real.glossary(module) if terms is None else terms

    def fact(self, fact: str) -> Fact | None:
        """The fact of that id, or None."""
        return self.facts().get(fact)

    def facts(self) -> dict[str, Fact]:
        """All facts by id."""
        if self._facts is None:
            raw = self._compiled.facts if self._compiled else None
            facts = self._unpacked(raw, dict[str, Fact])
            self._facts = self._real.facts() if facts is None else facts
        return self._facts

    def troubles(self) -> tuple[Trouble, ...]:
        """What cannot be opened. Reads all files when the cache is not fresh, and writes it anew."""
        if self._compiled:
            return self._compiled.troubles
        found = self._real.troubles()
        _save(self._cache, self._compile(found))
        return found

    def _unpacked(self, raw: Raw | None, kind: type[_T]) -> _T | None:
        """A part of the cache, None where it has none. Parts are only looked into here, so here damage shows."""
        if raw is None:
            return None
        try:
            return msgspec.msgpack.decode(raw, type=kind)
        except (ValueError, msgspec.MsgspecError):
            self._compiled = None
            return None

    @property
    def _real(self) -> Library:
        if self._library is None:
            self._library = self._read()
        return self._library

    def _compile(self, troubles: tuple[Trouble, ...]) -> _Compiled:
        encode = msgspec.msgpack.encode
        lessons: dict[str, Raw] = {}
        modules: list[Module] = []
        for module in self.modules:
            aliases: dict[str, tuple[str, ...]] = {}
            for name in module.files:
                with contextlib.suppress(LessonUnreadable):
                    lesson = self.lesson(module.id, name)
                    lessons[f"{module.id}/{name}"] = Raw(encode(lesson))
                    if lesson.aliases:
                        aliases[name] = lesson.aliases
            modules.append(replace(module, lesson_aliases=aliases))
        return _Compiled(
            version=__version__,
            folder=_here(),
            signature=self._signature,
            modules=tuple(modules),
            troubles=troubles,
            lessons=lessons,
            glossaries={module.id: Raw(encode(self.glossary(module.id))) for module in self.modules},
            facts=Raw(encode(self.facts())),
        )


def _files(folders: Sequence[Path], seeds: Path) -> Iterator[Stamp]:
    """Everything in the modules of ``folders``, the facts beside them and the register; the folders; and our code."""
    yield from code()
    for folder in folders:
        # Also one without files is something to tell about: whether it is there belongs to what was read.
        yield str(folder), _kind(folder), 0, 0
        yield from _in_module(folder)
        for entry in entries(folder):
            if _is_folder(entry):
                yield from _in_module(Path(entry.path))
        yield from in_folder(folder / "facts")
        yield from in_folder(folder / "seeds" / "facts")
    yield from in_folder(seeds / "facts")


def _kind(folder: Path) -> int:
    """0 for nothing, 1 for a folder, 2 for anything else, 3 for a folder that may not be read."""
    if not os.path.isdir(folder):  # noqa: PTH112 - Path's own questions raise for links in a circle and long names
        return 2 if os.path.lexists(folder) else 0
    return 1 if os.access(folder, os.R_OK | os.X_OK) else 3


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


def _in_module(module: Path) -> Iterator[Stamp]:
    yield from in_folder(module)
    yield from in_folder(module / "lessons")


def _load(cache: Path, signature: Signature) -> _Compiled | None:
    """What the cache holds, if it was made by this version from these very files."""
    try:
        compiled = msgspec.msgpack.decode(cache.read_bytes(), type=_Compiled)
    except (OSError, ValueError, msgspec.MsgspecError):  # a cache that is damaged is no cache
        return None
    here = not compiled.troubles or compiled.folder == _here()
    return compiled if here and (compiled.version, compiled.signature) == (__version__, signature) else None


def _here() -> str:
    try:
        return os.getcwd()  # noqa: PTH109 - a str is all that is needed
    except OSError:  # the folder that we stand in was removed
        return ""


def _save(cache: Path, compiled: _Compiled) -> None:
    """Replace the cache as a whole. A folder that cannot be written to only means no cache.

    So does a file name that is not Unicode: MessagePack cannot hold it.
    """
    with contextlib.suppress(OSError, ValueError, msgspec.MsgspecError):
        packed = msgspec.msgpack.encode(compiled)
        cache.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{cache.name}.", dir=cache.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            os.replace(name, cache)  # noqa: PTH105 - the name is text already
        finally:
            with contextlib.suppress(OSError):  # after the replacing there is nothing of that name
                os.unlink(name)  # noqa: PTH108 - the same
