"""Where a concept stands on the blind-spot map: mastery, and whether the learner was sure when they were wrong.

    strong    kuat          mastery is at least STRONG; SURE is enough where no answer was wrong and one was sure
    blind     titik buta    below that, and a miss that was said to be sure still weighs STANDING or more
    unsure    ragu          neither, and mastery is at least UNSURE
    missing   belum         less than that
    unchecked belum dicek   nothing was asked yet

A sure miss weighs 1 and loses MENDED of it with each right answer that came later, or the part of that which the answer
shows (``Evidence.credit``); the same question within a day does not count, since its explanation was just read. Two or
three lay the miss to rest. Being strong comes first, so a slip in the middle of much knowledge is no blind spot; and
what was strong fades to unsure, never to missing, since mastery does not fade below what is presumed of anybody.

One question is not enough to be certain of any of this, so the place is a ``sketch`` until ENOUGH different questions
were answered; the map hatches it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Literal, get_args

from msgspec import Struct

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.mastery import Mastery, mastery

Spot = Literal["strong", "unsure", "missing", "blind", "unchecked"]
SPOTS: tuple[Spot, ...] = get_args(Spot)

STRONG = 0.7
SURE = 0.55
UNSURE = 0.47
STANDING = 0.5
MENDED = 0.5
ENOUGH = 2
"""Questions, below which a place is a sketch."""


class Place(Struct, frozen=True):
    """One concept on the map. ``sure_misses`` are those that make it a blind spot, the newest last."""

    spot: Spot
    sketch: bool
    mastery: Mastery
    sure_misses: tuple[Evidence, ...] = ()


def place(evidence: Iterable[Evidence], now: datetime) -> Place:
    """Where one concept stands after these answers on it."""
    answers = sorted(evidence, key=lambda one: one.at)
    known = mastery(answers, now)
    standing = tuple(one for one in answers if one.surely_missed and _weight(one, answers) >= STANDING)
    sure = all(one.right for one in answers) and any(one.confidence == "sure" for one in answers)
    spot = _spot(known, SURE if sure else STRONG, blind=bool(standing))
    return Place(spot, 0 < known.questions < ENOUGH, known, standing if spot == "blind" else ())


def _spot(known: Mastery, bar: float, *, blind: bool) -> Spot:
    if not known.answers:
        return "unchecked"
    if known.mean >= bar:
        return "strong"
    if blind:
        return "blind"
    return "unsure" if known.mean >= UNSURE else "missing"


def _weight(miss: Evidence, answers: Sequence[Evidence]) -> float:
    """What is left of a sure miss after the right answers that came later."""
    mended = (one.credit for one in answers if one.right and one.at > miss.at and not _again(one, miss))
    return (1 - MENDED) ** sum(mended)


def _again(one: Evidence, miss: Evidence) -> bool:
    """Whether it only repeats the question that was missed, within a day."""
    return one.question == miss.question and one.at - miss.at < timedelta(days=1)
