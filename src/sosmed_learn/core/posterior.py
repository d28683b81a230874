"""How likely each share of a concept's questions is to be known, on a grid of shares: the reckoning behind ``mastery``.

Everything is kept as logarithms, one for each share, so that what many answers say is added up.
"""

from collections.abc import Iterator
from math import exp, log, sqrt
from typing import Final

from sosmed_learn.core.evidence import MOST_LUCK, SLIP, STEEPNESS, Evidence

AB = 1.2
PRESUMED = 0.5
DEVIATION: Final = 0.5 / sqrt(2 * AB + 1)
"""Beforehand the share is Beta(AB, AB): any is nearly as likely as any other. This is its standard deviation."""

POINTS = 25

Weights = tuple[float, ...]
"""For each share of the grid the logarithm of how likely it makes what was seen."""

NOTHING: Final[Weights] = (0.0,) * POINTS
_SHARES: Final = tuple((point + 0.5) / POINTS for point in range(POINTS))
_PRIOR: Final[Weights] = tuple((AB - 1) * log(x * (1 - x)) for x in _SHARES)


def faded(share: float, left: float) -> float:
    """What is known of a share of which so much (0 to 1) is left: what is presumed of anybody does not fade."""
    return share if share <= PRESUMED else PRESUMED + (share - PRESUMED) * left


def right(one: Evidence, left: float, weight: float) -> Weights:
    """What the right part of an answer makes likely: the more is known, the likelier it is."""
    luck, power = one.luck, one.score * weight
    return tuple(power * log(luck + (MOST_LUCK - luck) * known) for known in _known(one, left))


def wrong(one: Evidence, left: float, weight: float) -> Weights:
    """What the wrong part of an answer makes likely: the less is known, the likelier it is."""
    luck, power = one.bare_luck, one.blame * weight
    return tuple(power * log(1 - luck - (1 - SLIP - luck) * known) for known in _known(one, left))


def added(*weights: Weights) -> Weights:
    """What all of them say together."""
    return tuple(map(sum, zip(*weights, strict=True)))


def weaker(weights: Weights, by: float) -> Weights:
    """The same, taken less seriously."""
    return tuple(by * one for one in weights)


def share(weights: Weights) -> tuple[float, float]:
    """The mean and the standard deviation of the share, after what ``weights`` say."""
    logs = added(_PRIOR, weights)
    most = max(logs)
    likely = [exp(one - most) for one in logs]
    whole = sum(likely)
    mean = sum(x * one for x, one in zip(_SHARES, likely, strict=True)) / whole
    variance = sum((x - mean) ** 2 * one for x, one in zip(_SHARES, likely, strict=True)) / whole
    return mean, sqrt(variance)


def _known(one: Evidence, left: float) -> Iterator[float]:
    """For each share, how likely a question of that level was known at that moment."""
    return (faded(x, left) ** STEEPNESS[one.level] for x in _SHARES)
