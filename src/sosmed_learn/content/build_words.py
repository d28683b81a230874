"""Texts and ids of the format -> those of the core: what every part of a course is built with."""

from hashlib import blake2b

from sosmed_learn.content import format as shape
from sosmed_learn.core.text import Text


def text(words: shape.Text) -> Text:
    """A plain string is the same words for every reader."""
    return Text.same(words) if isinstance(words, str) else Text(id=words.id, en=words.en)


def maybe(words: shape.Text | None) -> Text | None:
    """A text that may be missing."""
    return text(words) if words is not None else None


def named(given: str | None, words: shape.Text, letter: str) -> str:
    """The author's id, or one from the Indonesian words: never the position, so that moving a part keeps progress."""
    return given or f"{letter}-{digest(words)}"


def digest(words: shape.Text) -> str:
    """Ten hex digits of the Indonesian words, or of those there are."""
    said = words if isinstance(words, str) else words.id or words.en or ""
    return blake2b(" ".join(said.split()).encode(), digest_size=5).hexdigest()
