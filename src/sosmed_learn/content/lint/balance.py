"""Rules over all questions of a file or a module: whether the key is too often long, at one place, or true.

Few questions are uneven by chance. A share is only reported when chance alone would hardly give it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, lgamma, log

from sosmed_learn.content.lint.items import Item

_ENOUGH = 5  # questions
_FEW = 3  # options
_HALF = 0.5
_ONE_PLACE = 0.45
_UNLIKELY = 0.05
_LESS_UNLIKELY = 0.1
_MOST = 10_000  # questions that are counted; more stand in no course


def longest_too_often(items: Sequence[Item]) -> Iterator[dict[str, str]]:
    """The right option is the longest in over half of the questions.

    HDR 2002, guideline 24, over a whole test; our item rubric, I5.
    """
    asked = [item for item in items if _has_one_key(item)]
    count = sum(_is_longest(item) for item in asked)
    if count > len(asked) * _HALF and _tail(asked, count) < _UNLIKELY:
        yield {"count": str(count), "total": str(len(asked))}


def same_place(items: Sequence[Item]) -> Iterator[dict[str, str]]:
    """The right option stands too often at one place. HDR 2002, guideline 20; our item rubric, I7 (45%)."""
    asked = [item for item in items if _has_one_key(item)]
    places = Counter(next(at for at, option in enumerate(item.options) if option.correct) for item in asked)
    for place, count in places.most_common(1):
        chance = _tail(asked, count) * max(len(item.options) for item in asked)
        if count > len(asked) * _ONE_PLACE and chance < _UNLIKELY:
            yield {"number": str(place + 1), "count": str(count), "total": str(len(asked))}


def one_sided(answers: Sequence[bool]) -> Iterator[dict[str, str]]:
    """True-or-false claims that are nearly all true, or nearly all false. Flaw of true-false series of the 19."""
    true = sum(answers)
    count = max(true, len(answers) - true)
    if len(answers) >= _ENOUGH and 2 * tail(len(answers), count, _HALF) < _LESS_UNLIKELY:
        value = "true" if count == true else "false"
        yield {"count": str(count), "total": str(len(answers)), "value": value}


def _has_one_key(item: Item) -> bool:
    return item.kind == "single" and len(item.options) >= _FEW and len(item.keys) == 1


def _is_longest(item: Item) -> bool:
    return len(item.keys[0].text) > max(len(option.text) for option in item.wrong)


def _tail(asked: Sequence[Item], count: int) -> float:
    """How likely chance would give ``count`` or more."""
    if len(asked) < _ENOUGH:
        return 1.0
    return tail(len(asked), count, sum(1 / len(item.options) for item in asked) / len(asked))


def tail(total: int, count: int, chance: float) -> float:
    """The probability of at least ``count`` successes in ``total`` trials."""
    if total > _MOST or count <= 0:
        return 0.0 if count > 0 else 1.0
    return sum(
        exp(
            lgamma(total + 1) - lgamma(hits + 1) - lgamma(total - hits + 1)
            + hits * log(chance) + (total - hits) * log(1 - chance)
        )
        for hits in range(count, total + 1)
    )  # fmt: skip
