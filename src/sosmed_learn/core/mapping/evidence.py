"""What a reply says about the four classes of the blind-spot map, and how bold the learner is in general.

*Kuat* knows and is sure, *ragu* knows and is not, *belum* neither, *titik buta* is sure of something else. A reply is
more or less likely in each class: by the slips and lucky guesses of its level and kind (the careless-error and guess
rates of Doignon & Falmagne's model), and by how sure the learner said to be. Asking for that beside the answer is
certainty-based marking (Gardner-Medwin 1995, *Confidence assessment in the teaching of basic science*). Nothing is
marked here, so nothing can be won by claiming too much or too little.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.mapping.probe import Probe, Reply, Verdict

Class = Literal["strong", "unsure", "missing", "blind"]
"""kuat, ragu, belum, titik buta."""
CLASSES: tuple[Class, ...] = ("strong", "unsure", "missing", "blind")


class ByClass(NamedTuple):
    """A number for each class."""

    strong: float
    unsure: float
    missing: float
    blind: float


NOTHING = ByClass(1.0, 1.0, 1.0, 1.0)
"""The likelihoods where nothing was asked."""

_SLIP = (0.05, 0.12, 0.35)
"""By level: how often somebody who knows the concept is wrong all the same."""
_PARTLY = (0.45, 0.15, 0.05)
"""By level: how often somebody who does not know the concept works it out from what they know of it."""
_SKIPS = ByClass(0.02, 0.1, 0.45, 0.04)
"""How often each says "belum tahu" rather than answer."""
_LURED = 0.6
"""A false belief steers away from the right answer: what is left to it of a blind guess."""
_NAMED_IF_BLIND, _NAMED = 0.75, 0.5
"""How often a wrong answer is one that names a belief, if the question has such."""

_SURE: dict[Confidence, float] = {"sure": 0.66, "fairly": 0.28, "guess": 0.06}
_NOT_SURE: dict[Confidence, float] = {"sure": 0.1, "fairly": 0.4, "guess": 0.5}

_TIMID, _USUAL, _BOLD = (0.4, 0.1), (0.7, 0.3), (0.92, 0.75)
BOLDNESS = (_TIMID, _USUAL, _BOLD)
"""Three kinds of learners: how often each is sure of what they know, and of what they do not know."""
BOLDNESS_BEFORE = (0.25, 0.5, 0.25)


class Sort(NamedTuple):
    """All that counts of a probe for what its replies say. ``names``: its wrong answers name beliefs."""

    level: int
    guess: float
    names: bool


_GUESSES = (0.05, 0.25, 1 / 3, 0.5)
"""To which chances of guessing those of questions are rounded, so that there are few sorts."""


def sort_of(probe: Probe) -> Sort:
    """What sort of question the probe is."""
    return _sort(probe.level, probe.guess, bool(probe.misconceptions))


@lru_cache(maxsize=512)
def _sort(level: int, guess: float, names: bool) -> Sort:  # noqa: FBT001 - a cache takes places faster than names
    return Sort(min(max(level, 1), 3), min(_GUESSES, key=lambda each: abs(each - guess)), names)


def likelihoods(sort: Sort, reply: Reply) -> ByClass:
    """How likely the reply to a probe of that sort is in each class."""
    return _likelihoods(sort, reply.verdict, reply.confidence, named=bool(reply.misconception))


@lru_cache(maxsize=512)
def outcomes(sort: Sort) -> tuple[ByClass, ...]:
    """How likely everything that may come of such a probe is in each class."""
    found = [_likelihoods(sort, "unknown", None, named=False)]
    for confidence in _SURE:
        found.append(_likelihoods(sort, "right", confidence, named=False))
        found += [_likelihoods(sort, "wrong", confidence, named=named) for named in (False, True)[: 1 + sort.names]]
    return tuple(found)


@lru_cache(maxsize=512)
def verdicts(sort: Sort) -> tuple[ByClass, ...]:
    """The same, going by nothing but whether the answer was right, wrong or "belum tahu"."""
    unnamed = sort._replace(names=False)
    every: tuple[Verdict, ...] = ("right", "wrong", "unknown")
    return tuple(_likelihoods(unnamed, verdict, None, named=False) for verdict in every)


def _likelihoods(sort: Sort, verdict: Verdict, confidence: Confidence | None, *, named: bool) -> ByClass:
    if verdict == "unknown":
        return _SKIPS
    right = _right(sort)
    found = [1 - skips for skips in _SKIPS]
    for at, (name, sure) in enumerate(zip(CLASSES, (True, False, False, True), strict=True)):
        found[at] *= right[at] if verdict == "right" else 1 - right[at]
        if confidence is not None:
            found[at] *= (_SURE if sure else _NOT_SURE)[confidence]
        if verdict == "wrong" and sort.names:
            share = _NAMED_IF_BLIND if name == "blind" else _NAMED
            found[at] *= share if named else 1 - share
    return ByClass(*found)


def both(one: ByClass, other: ByClass) -> ByClass:
    """The likelihoods of two pieces of evidence together, the greatest made 1 so that many do not come to nothing."""
    found = [first * second for first, second in zip(one, other, strict=True)]
    return ByClass(*(each / max(found) for each in found))


def known_unknown(evidence: ByClass, boldness: Iterable[float]) -> tuple[float, float]:
    """How likely evidence about one concept is when it is known and when it is not, for a learner so bold."""
    known = unknown = 0.0
    for weight, (sure_known, sure_unknown) in zip(boldness, BOLDNESS, strict=True):
        known += weight * (sure_known * evidence.strong + (1 - sure_known) * evidence.unsure)
        unknown += weight * (sure_unknown * evidence.blind + (1 - sure_unknown) * evidence.missing)
    return known, unknown


def tells_of_boldness(evidence: ByClass, known: float) -> tuple[float, ...]:
    """How likely the evidence is for each kind of learner, where the concept is so probably known."""
    parts = (known_unknown(evidence, tuple(float(kind is each) for each in BOLDNESS)) for kind in BOLDNESS)
    return tuple(known * if_known + (1 - known) * if_unknown for if_known, if_unknown in parts)


def classes(known: float, evidence: ByClass, boldness: Iterable[float]) -> ByClass:
    """How probable each class is, where other concepts make it so probable that this one is known."""
    found = [0.0] * 4
    for weight, (sure_known, sure_unknown) in zip(boldness, BOLDNESS, strict=True):
        found[0] += weight * known * sure_known * evidence.strong
        found[1] += weight * known * (1 - sure_known) * evidence.unsure
        found[2] += weight * (1 - known) * (1 - sure_unknown) * evidence.missing
        found[3] += weight * (1 - known) * sure_unknown * evidence.blind
    total = sum(found)
    return ByClass(*(each / total for each in found))


def _right(sort: Sort) -> ByClass:
    """How often each class is right when it answers at all."""
    slip, partly = _SLIP[sort.level - 1], _PARTLY[sort.level - 1]
    known = 1 - slip * (1 - sort.guess)
    unknown = partly + (1 - partly) * sort.guess
    return ByClass(known, known, unknown, unknown * _LURED)
