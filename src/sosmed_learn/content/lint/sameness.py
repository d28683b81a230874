"""Rules over two options at a time: the same words, the same meaning. Nine options at most, so pairs are few."""

import re
from collections.abc import Callable, Iterator, Sequence

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item, Option
from sosmed_learn.content.lint.words import FILLERS, JOINS, NUMBERS
from sosmed_learn.core.text import LANGUAGES, Language

_COMMA = re.compile(r",(?!\d)")
_PERCENT = {"%": "persen", "percent": "persen"}
_FIRM: dict[Language, str] = {"id": "ouj", "en": "tua"}
"""Letters that none of the affixes has, by which a word comes to its root."""
_NOT_FIRM = {language: {*FILLERS[language], *JOINS, *NUMBERS, *_PERCENT} for language in LANGUAGES}
"""What is left out or stands for something that is written otherwise."""


def duplicate(item: Item) -> Iterator[Found]:
    """Two options are the same but for capitals and punctuation. HDR 2002, guideline 22: choices must not overlap."""
    for options in item.sets:
        if len({reading.letters(option.text) for option in options}) < len(options):
            yield from _twice(options, _pieces)


def _pieces(option: Option) -> tuple[object, ...]:
    return option.pieces


def same_meaning(item: Item) -> Iterator[Found]:
    """Two options say the same in other words or another order, so both are wrong, or both right.

    HDR 2002, guideline 22: keep choices independent, not overlapping. Flaw "more than one correct".
    """
    for options in (*item.sets, *item.rows):
        alike = list(_twice(_doubtful(options, item.language), lambda option: _meaning(option, item.language)))
        repeated = {found.place for found in _twice(options, _pieces)} if alike else set()  # of rows an error, and said
        yield from (found for found in alike if found.place not in repeated)


def _twice(options: Sequence[Option], key: Callable[[Option], tuple[object, ...]]) -> Iterator[Found]:
    first: dict[tuple[object, ...], Option] = {}
    for option in options:
        meaning = key(option)
        before = first.setdefault(meaning, option)
        if meaning and before.name != option.name:  # the same id is an error, which was said
            yield Found(option.place, {"other": before.text})


def _doubtful(options: Sequence[Option], language: Language) -> list[Option]:
    """Those that may mean what another one means: as many of some letters stand in them.

    To find the roots of all words takes ten times as long, and of most options this shows that they differ.
    """
    counts = [_firm(option, language) for option in options]
    return [option for option, count in zip(options, counts, strict=True) if counts.count(count) > 1]


def _firm(option: Option, language: Language) -> tuple[int, ...]:
    no = _NOT_FIRM[language]
    words = "".join([piece for piece in option.pieces if piece not in no])
    return tuple([words.count(letter) for letter in _FIRM[language]])


def _meaning(option: Option, language: Language) -> tuple[tuple[str, ...], ...]:
    """The parts between "and" and commas in any order, each as its roots in their order, without fillers."""
    parts: list[list[str]] = [[]]
    pieces = reading.pieces(_COMMA.sub(" & ", option.text)) if "," in option.text else option.pieces
    for piece in pieces:
        if piece in JOINS:
            parts.append([])
        elif piece not in FILLERS[language]:
            word = _PERCENT.get(piece, NUMBERS.get(piece, piece))
            parts[-1].append(reading.root(word, language))
    return tuple(sorted(tuple(part) for part in parts if part))
