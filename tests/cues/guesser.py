"""A reader who knows tests and not the subject: learns from some questions which cues to trust, and answers the others.

A conditional logit over the cues of ``cues`` and the place. No question is answered by what was learnt from itself:
the questions are dealt into folds by their names, and each fold is answered by what the other folds teach. How they are
dealt moves the score by a point or two, so it is the mean of some deals.
"""

from collections.abc import Sequence
from hashlib import blake2b
from math import exp
from operator import mul

from tests.cues.asking import Asked, before
from tests.cues.cues import CUES, best, lengths, share

DEALS = 3
FOLDS = 4
ROUNDS = 25
STEP = 2.0
DOUBT = 0.03
"""How much is taken off a weight for its size: what few questions show is hardly believed."""
PLACES = 4
SEEN = (*CUES, "long", *(f"at place {place + 1}" for place in range(PLACES)), "where the last key stood")
"""What each number of a row stands for."""
TOLD = 6

Row = list[float]
Seen = list[Row]
"""What is seen of each option of one question."""


def seen(each: Asked, keys: Sequence[int]) -> Seen:
    """For each option: by which cues it stands out, how long it is, where it stands, and whether the last key did.

    ``keys`` are the places that the lesson has told before.
    """
    item = each.item
    count = len(item.options)
    rows: Seen = [[] for _ in item.options]
    for cue in CUES.values():
        found = best(cue(item))
        for at, row in enumerate(rows):
            row.append((1 / len(found) if at in found else 0.0) - 1 / count)
    whole = lengths(item)
    for at, row in enumerate(rows):
        row.append(whole[at] * count / (sum(whole) or 1.0) - 1)
        row.extend(float(at == place) for place in range(PLACES))
        row.append(float(at in keys[-1:]))
    return rows


def scores(asked: Sequence[Asked]) -> list[float]:
    """How often the guesser is right, question by question: it takes the option that it finds likeliest."""
    rows = [(seen(each, keys), each.key) for each, keys in zip(asked, before(asked), strict=True)]
    found = [0.0] * len(rows)
    for deal in range(DEALS):
        fold = [_fold(each, deal) for each in asked]
        for one in range(FOLDS):
            weights = learn([row for row, where in zip(rows, fold, strict=True) if where != one])
            for at, (options, key) in enumerate(rows):
                if fold[at] == one:
                    found[at] += share(chances(options, weights), key) / DEALS
    return found


def trusted(asked: Sequence[Asked]) -> list[tuple[str, float]]:
    """What the guesser goes by, the most telling first; what is below nothing speaks against an option."""
    weights = learn([(seen(each, keys), each.key) for each, keys in zip(asked, before(asked), strict=True)])
    return sorted(zip(SEEN, weights, strict=True), key=lambda pair: -abs(pair[1]))[:TOLD]


def learn(rows: Sequence[tuple[Seen, int]]) -> Row:
    """The weight of each thing seen, which makes the keys of these questions likeliest."""
    weights = [0.0] * len(SEEN)
    for _ in range(ROUNDS):
        slope = [-DOUBT * weight for weight in weights]
        for options, key in rows:
            for at, chance in enumerate(chances(options, weights)):
                pull = (float(at == key) - chance) / len(rows)
                slope = [total + pull * value for total, value in zip(slope, options[at], strict=True)]
        weights = [weight + STEP * each for weight, each in zip(weights, slope, strict=True)]
    return weights


def chances(options: Seen, weights: Row) -> Row:
    """How likely each option is, by these weights."""
    powers = [exp(sum(map(mul, weights, row))) for row in options]
    whole = sum(powers)
    return [power / whole for power in powers]


def _fold(each: Asked, deal: int) -> int:
    """Always the same for the same question, whatever stands beside it."""
    return blake2b(f"{deal}/{each.module}/{each.name}".encode(), digest_size=4).digest()[0] % FOLDS
