"""Names that must be used once, and names that must exist. What they name is the caller's business; reads no file."""

from collections.abc import Collection, Iterator
from typing import Any, TypeAlias

from msgspec import Struct

from sosmed_learn.content.documents import Document
from sosmed_learn.content.format import ModuleFile
from sosmed_learn.content.guess import guess
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import LANGUAGES, Language


def languages_of(document: Document[ModuleFile]) -> tuple[Language, ...] | None:
    """The languages of a module; None when its list of them could not be read."""
    return None if document.value is None or document.is_broken(("languages",)) else document.value.languages


class Known(Struct, frozen=True):
    """What a lesson can refer to. None means that it is not known, and then nothing is said about it."""

    languages: tuple[Language, ...] | None = LANGUAGES
    concepts: Collection[str] | None = None
    misconceptions: Collection[str] | None = None
    facts: Collection[str] | None = None

    @property
    def fingerprint(self) -> bytes:
        """The same for all that a lesson can refer to alike."""
        from sosmed_learn.content.remembered import fingerprint  # noqa: PLC0415 - not where nothing is remembered

        groups = (self.languages, self.concepts, self.misconceptions, self.facts)
        return fingerprint(repr(None if names is None else sorted(names)) for names in groups)


Place: TypeAlias = str | tuple[Document[Any], Path]
"""Where a name stands, in words or still to be looked up: most are never told to anybody."""


def check_unique(
    document: Document[Struct], ids: Iterator[tuple[Path, str]], taken: dict[str, Place], code: str = "E301"
) -> None:
    """Each id is used once. ``taken`` maps ids to the places that have them, and grows."""
    for path, name in ids:
        if not name or document.is_broken(path):
            continue
        if name in taken:
            document.report(code, path, id=name, other=told(taken[name]))
        else:
            taken[name] = document, path


def told(place: Place) -> str:
    """The place in words, for which the file is read again if it was let go."""
    if isinstance(place, str):
        return place
    document, path = place
    return f"{document.sheet.path}:{document.span(path).line}"


def check_known(
    document: Document[Struct], code: str, path: Path, name: str | None, known: Collection[str] | None
) -> None:
    """``name`` at ``path`` is one of ``known``, if that is known at all."""
    if name and known is not None and name not in known and not document.sheet.full:
        document.report(code, path, id=name, guess=guess(name, known))
