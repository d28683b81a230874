"""How often each cue leads to the key, over all questions and in parts of them, beside what chance gives.

Over all questions the limit of a promised figure is a limit. The others, which show what a guesser could go by, and all
figures of a part count as too much only where chance would hardly give them: among forty questions five points are two,
and of twenty cues one is high in one bank of three whose keys were drawn by lot.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from statistics import mean, stdev
from typing import NamedTuple

from sosmed_learn.content.lint.balance import tail
from sosmed_learn.core.text import Language
from tests.cues.asking import KINDS, Asked, before
from tests.cues.cues import CUES, best, content_words, share

BEYOND = 0.05
"""So much more than chance a cue may give."""
ONE_PLACE = 1.2
"""Times what chance gives, one place may hold so many keys: 40% with three options."""
SELDOM, HARDLY = 0.01, 0.001
"""How rarely chance must give what is too much: a cue that was not promised, and any figure of a part."""
ERRORS = 2
"""Standard errors by which a mean may be higher than another."""
ALL = "all"
GUESSER = "the guesser that learns from the others"
PROMISED = frozenset(
    {"the longest", "most words of the stem", "a stem word in the key only", "stem words in the key", GUESSER}
)
"""Beside the places of the keys, these must be within their limits, whether by chance or not."""
_PLACE = "keys at place"
_ROUNDING = 1e-9

Named = tuple[str, list[Asked]]


class Figure(NamedTuple):
    """One figure of one group. ``behind`` are the questions that make it high, for whoever mends them."""

    what: str
    group: str
    language: Language
    value: float
    chance: float
    limit: float
    fine: bool
    behind: list[Asked]


def groups(asked: Sequence[Asked]) -> Iterator[Named]:
    """All questions, those of each module, those of each kind of file; no group is empty."""
    found = [(ALL, list(asked))]
    modules = dict.fromkeys(each.module for each in asked)
    found += [(module, [each for each in asked if each.module == module]) for module in modules]
    found += [(kind, [each for each in asked if each.kind == kind]) for kind in KINDS]
    yield from (named for named in found if named[1])


def figures(asked: Sequence[Asked], language: Language) -> list[Figure]:
    """Every figure that takes no learning, of every group that has questions."""
    found: list[Figure] = []
    for what, cue in CUES.items():
        found += of_shares(what, asked, [share(cue(each.item), each.key) for each in asked], language)
    lessons = [each for each in asked if each.kind == "lesson"]  # elsewhere no key is told and the order is another
    for what, guess in BY_PLACE.items():
        found += of_shares(what, lessons, list(_by_place(lessons, guess)), language)
    for name, group in groups(asked):
        found += places(name, group, language)
        found += [stem_in_key_only(name, group, language), stem_overlap(name, group, language)]
    return found


def of_shares(what: str, asked: Sequence[Asked], shares: Sequence[float], language: Language) -> Iterator[Figure]:
    """The figures of one way to guess: its mean over each group beside chance."""
    by_question = {id(each): value for each, value in zip(asked, shares, strict=True)}
    for name, group in groups(asked):
        values = [by_question[id(each)] for each in group]
        chance = chance_of(group)
        value, limit = mean(values), chance + BEYOND
        behind = [each for each in group if by_question[id(each)] > 1 / len(each.item.options)]
        fine = _fine(what, name, value, limit, len(group), chance)
        yield Figure(what, name, language, value, chance, limit, fine, behind)


def chance_of(asked: Sequence[Asked]) -> float:
    """How often somebody is right who draws lots."""
    return mean(1 / len(each.item.options) for each in asked)


def _fine(what: str, group: str, value: float, limit: float, total: int, chance: float) -> bool:
    if value <= limit + _ROUNDING:
        return True
    if group == ALL and (what in PROMISED or what.startswith(_PLACE)):
        return False
    return tail(total, int(value * total), chance) > (SELDOM if group == ALL else HARDLY)


def _by_place(asked: Sequence[Asked], guess: Callable[[Sequence[int], int], list[int]]) -> Iterator[float]:
    for each, keys in zip(asked, before(asked), strict=True):
        guessed = guess(keys, len(each.item.options))
        yield 1 / len(guessed) if each.key in guessed else 0.0


def _most_often(keys: Sequence[int], options: int) -> list[int]:
    counts = Counter(keys)
    return best([float(counts[place]) for place in range(options)])


def _elsewhere(keys: Sequence[int], options: int) -> list[int]:
    return [place for place in range(options) if place not in keys[-1:]]


BY_PLACE: dict[str, Callable[[Sequence[int], int], list[int]]] = {
    "the place most often right so far": _most_often,
    "another place than the last time": _elsewhere,
}
"""Guesses from what a lesson has told so far; between two questions with one right option others may stand."""


def places(name: str, group: Sequence[Asked], language: Language) -> Iterator[Figure]:
    """The share of keys at each place, of the questions with as many options as most have."""
    options = Counter(len(each.item.options) for each in group).most_common(1)[0][0]
    same = [each for each in group if len(each.item.options) == options]
    limit = ONE_PLACE / options
    for place in range(options):
        behind = [each for each in same if each.key == place]
        value = len(behind) / len(same)
        what = f"{_PLACE} {place + 1}"
        fine = _fine(what, name, value, limit, len(same), 1 / options)
        yield Figure(what, name, language, value, 1 / options, limit, fine, behind)


def stem_in_key_only(name: str, group: Sequence[Asked], language: Language) -> Figure:
    """How often a content word of the stem stands in the key and nowhere else, beside the same of a wrong option."""
    behind: list[Asked] = []
    wrong: list[float] = []
    for each in group:
        alone = [bool(words) for words in _own_words_of_the_stem(each)]
        behind += [each] if alone[each.key] else []
        wrong.append(mean(float(own) for at, own in enumerate(alone) if at != each.key))
    value, chance = len(behind) / len(group), mean(wrong)
    limit = chance + BEYOND
    what = "a stem word in the key only"
    fine = _fine(what, name, value, limit, len(group), max(chance, BEYOND))
    return Figure(what, name, language, value, chance, limit, fine, behind)


def _own_words_of_the_stem(each: Asked) -> list[set[str]]:
    """Of each option, the content words that it has in common with the stem and with no other option."""
    item = each.item
    found = [content_words(option.words, item.language) for option in item.options]
    stem = content_words(item.stem_words, item.language)
    return [
        (stem & words).difference(*(other for at, other in enumerate(found) if at != own))
        for own, words in enumerate(found)
    ]


def stem_overlap(name: str, group: Sequence[Asked], language: Language) -> Figure:
    """How many content words of the stem stand in the key on average, beside a wrong option."""
    keys: list[float] = []
    wrong: list[float] = []
    for each in group:
        counts = CUES["most words of the stem"](each.item)
        keys.append(counts[each.key])
        wrong.append(mean(count for at, count in enumerate(counts) if at != each.key))
    more = [key - other for key, other in zip(keys, wrong, strict=True)]
    error = stdev(more) / len(more) ** 0.5 if len(more) > 1 else float("inf")
    limit = mean(wrong) + ERRORS * error
    behind = [each for each, difference in zip(group, more, strict=True) if difference > 0]
    fine = name != ALL or mean(keys) <= limit
    return Figure("stem words in the key", name, language, mean(keys), mean(wrong), limit, fine, behind)
