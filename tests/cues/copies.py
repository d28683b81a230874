"""Runs of words that stand in two places: in two lessons, or in a lesson and a claim of the fact register.

Words are compared as typed answers are: case, accents, signs and line ends do not count.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.facts import read_register
from sosmed_learn.content.lint import reading
from sosmed_learn.core.folding import fold
from sosmed_learn.core.text import LANGUAGES, Language
from tests.cues.asking import files

RUN = 7
"""So many words in a row are no accident."""


class Passage(NamedTuple):
    """One text in one language. ``of`` is what may repeat itself: a lesson file, or a fact."""

    of: str
    where: str
    language: Language
    words: tuple[str, ...]


class Copy(NamedTuple):
    """Words that stand at several places."""

    language: Language
    words: tuple[str, ...]
    places: tuple[str, ...]


def lessons(courses: Path) -> Iterator[Passage]:
    """Every text of every lesson file."""
    for file in files(courses):
        document = file.document
        for path, text in document.texts:
            for language in LANGUAGES:
                said = text if isinstance(text, str) else getattr(text, language)
                if said and not (isinstance(text, str) and language != LANGUAGES[0]):  # the same in both: read once
                    spot = path if isinstance(text, str) else (*path, language)
                    name = document.sheet.path
                    yield _passage(name, f"{name}:{document.span(spot).line}", language, said)


def claims(seeds: Path) -> Iterator[Passage]:
    """The claims of the register."""
    for document in read_register(seeds):
        for fact in document.value.facts if document.value else ():
            for language in LANGUAGES:
                yield _passage(fact.id, fact.id, language, _said(fact.claim, language))


def _said(text: shape.Text, language: Language) -> str:
    return text if isinstance(text, str) else getattr(text, language) or ""


def _passage(of: str, where: str, language: Language, text: str) -> Passage:
    return Passage(of, where, language, tuple(fold(reading.clean(text)).split()))


def copies(passages: Iterable[Passage], originals: Iterable[Passage] = ()) -> list[Copy]:
    """What the passages have in common with the originals; without these, with passages of something else.

    The longest first. Each run is told as long as it is, and once, with every place where it stands.
    """
    known = _Known()
    apart = list(originals)
    for passage in apart:
        known.add(passage)
    found: dict[tuple[Language, tuple[str, ...]], list[str]] = defaultdict(list)
    for passage in passages:
        for words, where in known.runs(passage):
            places = found[passage.language, words]
            places += [place for place in (where, passage.where) if place not in places]
        if not apart:
            known.add(passage)
    ordered = sorted(found.items(), key=lambda item: (-len(item[0][1]), item[0]))
    return [Copy(language, words, tuple(places)) for (language, words), places in ordered]


class _Known:
    """The passages that were seen, by every run of seven words in them."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, ...], list[tuple[Passage, int]]] = defaultdict(list)

    def add(self, passage: Passage) -> None:
        for at in range(len(passage.words) - RUN + 1):
            self._places[(passage.language, *passage.words[at : at + RUN])].append((passage, at))

    def runs(self, passage: Passage) -> Iterator[tuple[tuple[str, ...], str]]:
        """The longest runs from left to right that stand in something else too, each with a place where it does."""
        at = 0
        while at <= len(passage.words) - RUN:
            here = self._places.get((passage.language, *passage.words[at : at + RUN]), ())
            others = [(_common(other.words[start:], passage.words[at:]), other) for other, start in here]
            others = [(length, other) for length, other in others if other.of != passage.of]
            if others:
                length, other = max(others, key=lambda pair: pair[0])
                yield passage.words[at : at + length], other.where
                at += length
            else:
                at += 1


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words both begin with."""
    length = 0
    for word, same in zip(one, other, strict=False):
        if word != same:
            break
        length += 1
    return length
