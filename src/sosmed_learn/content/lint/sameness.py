"""Rules over two options at a time: the same words, the same meaning. Nine options at most, so pairs are few."""

import re
from collections.abc import Callable, Iterator, Sequence

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Found, Item, Option
from sosmed_learn.content.lint.words import FILLERS, JOINS, NUMBERS
from sosmed_learn.core.text import Language

_COMMA = re.compile(r",(?!\d)")
_PERCENT = {"%": "persen", "percent": "persen"}


def duplicate(item: Item) -> Iterator[Found]:
    """Two options are the same but for capitals and punctuation. HDR 2002, guideline 22: choices must not overlap."""
    for options in item.sets:
        yield from _twice(options, _pieces)


def _pieces(option: Option) -> tuple[object, ...]:
    return option.pieces


def same_meaning(item: Item) -> Iterator[Found]:
    """Two options say the same in other words or another order, so both are wrong, or both right.

    HDR 2002, guideline 22: keep choices independent, not overlapping. Flaw "more than one correct".
    """
    for options in (*item.sets, *item.rows):
        repeated = {found.place for found in _twice(options, _pieces)}  # of rows that is an error, which was said
        for found in _twice(options, lambda option: _meaning(option, item.language)):
            if found.place not in repeated:
                yield found


def _twice(options: Sequence[Option], key: Callable[[Option], tuple[object, ...]]) -> Iterator[Found]:
    first: dict[tuple[object, ...], Option] = {}
    for option in options:
        meaning = key(option)
        before = first.setdefault(meaning, option)
        if meaning and before.name != option.name:  # the same id is an error, which was said
            yield Found(option.place, {"other": before.text})


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
