"""How well a concept is mastered: the share of questions on it that the learner would know now, between 0 and 1.

**In one picture.** Think of a hundred questions on the concept that ask to apply it. How many would the learner know
now? Nobody can tell, so every share is held to be possible, some more than others. Each answer makes some shares more
likely and others less; mastery is the mean of what is possible, and the uncertainty says how far apart that lies. What
was shown to be known fades back to what is presumed of anybody, unless it is shown again.

**The model** is the beta-binomial model of true scores with guessing and slips: the four-parameter beta of Lord (1965,
"A strong true-score theory, with applications", Psychometrika 30). Who knows the share x answers right with probability

    p(x) = g + (1 - s - g) * faded(x, r) ** k
    faded(x, r) = x where x <= PRESUMED, else PRESUMED + (x - PRESUMED) * r

where g is the luck and s the slip of the answer and k the steepness of its level (all in ``evidence``), and r is what
was left of the concept at that moment (``retention``). Beforehand x is Beta(AB, AB), with the mean PRESUMED; what is
known of x since then is reckoned on a grid (``posterior``). Two things are added:

- x does not stay what it was, because people learn. So a right answer leaves earlier misses only the share FADE of
  their weight, and a miss earlier right answers (power priors: Ibrahim and Chen 2000). What agrees keeps its weight.
- The same question again within a day says little of the concept: it counts AGAIN instead of 1.

    mastery = faded(E[x], r)      uncertainty = r * sd(x) + (1 - r) * sd(x beforehand)

**Why this one.** Knowledge tracing with forgetting (Corbett and Anderson 1995; Qiu and others 2011) knows two states
only, so it is sure of a whole concept after three right answers; and as everybody learns at every step there, a miss
can raise it. Elo (Pelánek 2016) and performance factors (Pavlik and others 2009) do not say how sure they are, and take
a lucky answer for a known one. Plain counts, with a Beta or without, think too well of those who guess. Here a right
answer never lowers mastery, then or later, a wrong one never raises it, and waiting never does; answers of one moment
may come in any order.

The defaults were tuned with simulated learners (``tests/bench/calibration.py``), not with people.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from math import prod

from msgspec import Struct

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.posterior import DEVIATION, NOTHING, Weights, added, faded, right, share, weaker, wrong
from sosmed_learn.core.retention import Retention

FADE = 0.8
"""The weight that earlier answers keep when one to the contrary comes."""

AGAIN = 0.3
DAY = 86_400


class Mastery(Struct, frozen=True):
    """``mean`` and ``uncertainty`` (a standard deviation) of the share known now.

    It rests on so many ``answers`` to so many ``questions``, of which ``newest`` was the last.
    """

    mean: float
    uncertainty: float
    answers: int = 0
    questions: int = 0
    newest: datetime | None = None

    @property
    def low(self) -> float:
        """As little as it may well be."""
        return max(0.0, self.mean - self.uncertainty)

    @property
    def high(self) -> float:
        """As much as it may well be."""
        return min(1.0, self.mean + self.uncertainty)


class Knowledge(Struct, frozen=True):
    """All that the answers on one concept so far come to. It grows moment by moment, without a look at older ones.

    ``rights`` and ``wrongs`` are kept apart, because each fades by the other. ``asked`` is when each question was last
    answered.
    """

    rights: Weights = NOTHING
    wrongs: Weights = NOTHING
    retention: Retention = Retention()
    asked: dict[str, datetime] = {}
    answers: int = 0
    newest: datetime | None = None

    def after(self, moment: Iterable[Evidence]) -> "Knowledge":
        """How it stands after answers that were all given at one moment, in any order.

        Raises ``ValueError`` when they were not, or when that moment is not behind all others.
        """
        group = list(moment)
        at = group[0].at
        if any(each.at != at for each in group) or (self.newest is not None and at <= self.newest):
            raise ValueError("answers come moment by moment, the oldest first")
        weighed = [(each, self._weight(each)) for each in group]
        shown = [each.credit * weight for each, weight in weighed]
        lacking = [each.blame * weight for each, weight in weighed]
        left = self.retention.at(_days(at))
        return Knowledge(
            rights=added(weaker(self.rights, FADE ** sum(lacking)), *(right(each, left, by) for each, by in weighed)),
            wrongs=added(weaker(self.wrongs, FADE ** sum(shown)), *(wrong(each, left, by) for each, by in weighed)),
            retention=self.retention.after(_days(at), _any(shown), _any(lacking)),
            asked=self.asked | {each.question: at for each in group},
            answers=self.answers + len(group),
            newest=at,
        )

    def at(self, now: datetime) -> Mastery:
        """Mastery at that moment; one before the newest answer is taken for the moment of that answer."""
        mean, deviation = share(added(self.rights, self.wrongs))
        left = self.retention.at(_days(max(now, self.newest or now)))
        return Mastery(
            mean=faded(mean, left),
            uncertainty=deviation * left + DEVIATION * (1 - left),
            answers=self.answers,
            questions=len(self.asked),
            newest=self.newest,
        )

    def _weight(self, one: Evidence) -> float:
        before = self.asked.get(one.question)
        return AGAIN if before is not None and (one.at - before).total_seconds() < DAY else 1.0


def knowledge(evidence: Iterable[Evidence]) -> Knowledge:
    """What answers on one concept come to, in whatever order they are handed over."""
    known = Knowledge()
    for moment in moments(evidence):
        known = known.after(moment)
    return known


def mastery(evidence: Iterable[Evidence], now: datetime) -> Mastery:
    """Mastery of one concept after these answers on it."""
    return knowledge(evidence).at(now)


def masteries(evidence: Iterable[Evidence], now: datetime) -> dict[str, Mastery]:
    """Mastery of every concept that there is an answer on."""
    found: dict[str, list[Evidence]] = {}
    for one in evidence:
        found.setdefault(one.concept, []).append(one)
    return {concept: mastery(answers, now) for concept, answers in found.items()}


def moments(evidence: Iterable[Evidence]) -> Iterator[list[Evidence]]:
    """The answers of each moment, the oldest first; those of one moment always in the same order."""
    ordered = sorted(evidence, key=lambda one: (one.at, one.question, one.source))
    for _, moment in groupby(ordered, key=lambda one: one.at):
        yield list(moment)


def _any(parts: Iterable[float]) -> float:
    return 1 - prod(1 - part for part in parts)


def _days(at: datetime) -> float:
    return at.astimezone(UTC).timestamp() / DAY
