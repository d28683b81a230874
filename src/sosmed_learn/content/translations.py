"""Which translation is older than its source? Told from earlier versions of a file; ``check`` asks only on demand.

A text that changes in one language leaves the other behind, until that one changes too. Where both change at once,
or one of them is new, they belong together. Reads no file and knows no git: versions come in as text.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct

from sosmed_learn.content.documents import Document, read_document
from sosmed_learn.content.lint.reading import pieces
from sosmed_learn.content.nodes import Mapping, Scalar
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.reading import locate
from sosmed_learn.content.source import check_text
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import Language


class Version(NamedTuple):
    """A file as it was from a day on, written as 2026-11-27."""

    day: str
    text: str


class _Sides(NamedTuple):
    """What both languages of a text say, without punctuation and capitals: to change those leaves nobody behind."""

    id: tuple[str, ...]
    en: tuple[str, ...]


class _Behind(NamedTuple):
    """The language that is older, and since when."""

    language: Language
    day: str


_Key = tuple[str | int, ...]


def check_translations(document: Document[Any], versions: Iterable[Version], today: str) -> None:
    """Every text of the document of which one language is older. ``versions`` come in their order, the oldest first.

    A version that cannot be read is left out. ``today`` is the day of what stands in no version yet.
    """
    if document.value is None:
        return
    behind: dict[_Key, _Behind] = {}
    before: dict[_Key, _Sides] = {}
    for day, now in (*_read(versions, type(document.value)), (today, _sides(document))):
        for key, sides in now.items():
            found = _next(behind.pop(key, None), before.get(key), sides, day)
            if found:
                behind[key] = found
        before = now
    for path, _text in document.texts:
        found = behind.get(_key(document, path))
        if found:
            other = "id" if found.language == "en" else "en"
            document.report("W528", (*path, found.language), language=found.language, other=other, day=found.day)


def _next(was: _Behind | None, before: _Sides | None, now: _Sides, day: str) -> _Behind | None:
    """What is behind after a version, if anything is."""
    if before is None or before == now:
        return was if before else None
    if before.id != now.id and before.en != now.en:
        return None
    left: Language = "en" if before.id != now.id else "id"
    caught_up = was is not None and was.language != left
    return None if caught_up else _Behind(left, day)


def _read(versions: Iterable[Version], kind: type[Struct]) -> Iterator[tuple[str, dict[_Key, _Sides]]]:
    for day, text in versions:
        document = read_document(check_text(text, Sheet("")), kind)
        if document.usable:
            yield day, _sides(document)


def _sides(document: Document[Any]) -> dict[_Key, _Sides]:
    """The texts that have both languages."""
    return {
        _key(document, path): _Sides(tuple(pieces(text.id)), tuple(pieces(text.en)))
        for path, text in document.texts
        if not isinstance(text, str) and text.id and text.en
    }


def _key(document: Document[Any], path: Path) -> _Key:
    """The path with ids in the place of numbers, where there are ids: things move about in a list."""
    return tuple(
        step if isinstance(step, str) or at + 1 == len(path) else _id_of(document, path[: at + 1]) or step
        for at, step in enumerate(path)
    )


def _id_of(document: Document[Any], path: Path) -> str:
    """The id of an item, or of the question in it."""
    node = locate(document.node, path) if document.node is not None else None
    for _level in range(2):
        if not isinstance(node, Mapping):
            break
        name = node.entries.get("id", (None, None))[1]
        if isinstance(name, Scalar):
            return name.text
        node = node.entries.get("question", (None, None))[1]
    return ""
