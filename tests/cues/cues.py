"""What can be seen of an option without knowing the subject. Every cue is a number; how it compares is what tells.

The cues are those that books on item writing warn of and books on taking tests teach: length, words of the stem,
figures, hedges, absolutes, second thoughts, and the option that is most like the others.
"""

from collections.abc import Callable, Sequence

from sosmed_learn.content.lint import reading
from sosmed_learn.content.lint.items import Item, Option
from sosmed_learn.content.lint.words import ABSOLUTE, EVERY, NARROW, NOT, PLAIN
from sosmed_learn.core.text import Language
from tests.cues.words import HEDGES, TURNS

_SHORTEST = 3  # letters; what is shorter says nothing

Cue = Callable[[Item], list[float]]


def content_words(listed: Sequence[str], language: Language) -> set[str]:
    """The roots of the words that carry what is said."""
    plain = PLAIN[language]
    long = [word for word in listed if len(word) > _SHORTEST and word.isalpha() and word not in plain]
    return {reading.root(word, language) for word in long} - plain


def lengths(item: Item) -> list[float]:
    """Characters."""
    return [float(len(option.text)) for option in item.options]


def middle_length(item: Item) -> list[float]:
    """How near the length is to the middle one; the nearer, the higher."""
    found = lengths(item)
    middle = sorted(found)[len(found) // 2]
    return [-abs(each - middle) for each in found]


def stem_words(item: Item) -> list[float]:
    """How many content words of the stem come back."""
    stem = content_words(item.stem_words, item.language)
    return [float(len(stem & content_words(option.words, item.language))) for option in item.options]


def shared_words(item: Item) -> list[float]:
    """How many content words it has in common with the others: the key is often what the wrong ones were made from."""
    found = [content_words(option.words, item.language) for option in item.options]
    return [sum(float(len(one & other)) for other in found if other is not one) for one in found]


def figures(item: Item) -> list[float]:
    """Whether it has a figure in it."""
    return [float(any(sign.isdigit() for sign in option.text)) for option in item.options]


def hedges(item: Item) -> list[float]:
    """How many words leave room."""
    return [_count(option, HEDGES[item.language]) for option in item.options]


def second_thoughts(item: Item) -> list[float]:
    """How much is added to what it says: conditions, reasons, what comes next."""
    return [
        _count(option, TURNS[item.language]) + sum(option.text.count(sign) for sign in ",;:") for option in item.options
    ]


def balance(item: Item) -> list[float]:
    """How qualified it is all in all: the hedges and the second thoughts."""
    return [one + other for one, other in zip(hedges(item), second_thoughts(item), strict=True)]


def absolutes(item: Item) -> list[float]:
    """How many words leave no exception."""
    listed = ABSOLUTE[item.language] | EVERY[item.language] | NARROW[item.language]
    return [_count(option, listed) for option in item.options]


def negations(item: Item) -> list[float]:
    """How many words say no."""
    return [_count(option, NOT[item.language]) for option in item.options]


def _count(option: Option, phrases: frozenset[str]) -> float:
    return float(sum(1 for _ in reading.phrases_in(option.words, phrases)))


def reverse(cue: Cue) -> Cue:
    """The one that has least of it."""
    return lambda item: [-each for each in cue(item)]


CUES: dict[str, Cue] = {
    "the longest": lengths,
    "the shortest": reverse(lengths),
    "the middle length": middle_length,
    "most words of the stem": stem_words,
    "fewest words of the stem": reverse(stem_words),
    "most like the others": shared_words,
    "least like the others": reverse(shared_words),
    "with a figure": figures,
    "without a figure": reverse(figures),
    "most hedges": hedges,
    "most second thoughts": second_thoughts,
    "most qualified": balance,
    "least qualified": reverse(balance),
    "most absolute": absolutes,
    "least absolute": reverse(absolutes),
    "with a negation": negations,
    "without a negation": reverse(negations),
}
"""What a reader of tests may go for, by its name."""


def best(values: Sequence[float]) -> list[int]:
    """Where the highest value stands; several where they are even."""
    most = max(values)
    return [at for at, value in enumerate(values) if value == most]


def share(values: Sequence[float], key: int) -> float:
    """How often somebody who goes for the highest value is right: one in so many where several are even."""
    found = best(values)
    return 1 / len(found) if key in found else 0.0
