"""Which question a diagnosis asks next: the one that is expected to tell most.

That is the choice by expected information of adaptive tests over Bayesian networks (Millán & Pérez-de-la-Cruz 2002):
over everything that may come of a question, how much less uncertain the classes would be. What is learnt of other
concepts counts, so concepts on which many others build come first; each concept counts as much as it matters to the
learner's role. Of one concept only a question of each level needs to be compared, so it does not matter how many there
are.
"""

from collections.abc import Iterable
from hashlib import blake2b
from math import exp, log, log2, pi, sqrt
from typing import NamedTuple

from sosmed_learn.core.mapping.beliefs import Beliefs, normal
from sosmed_learn.core.mapping.diagnosis import Diagnosis
from sosmed_learn.core.mapping.evidence import ByClass, Sort, outcomes, sort_of, verdicts
from sosmed_learn.core.mapping.probe import Probe

_NEARLY = 0.86
"""The share of the most that a question can tell with which another level is still preferred, if it fits better."""
_BASIC_BELOW, _HARD_ABOVE = 0.35, 0.65
"""How probably a concept is known where a basic question fits, and where a hard one does."""
_AGAIN = 0.5
"""What a further question about a concept counts for, against the one before: who slips once in it slips alike again,
so it tells less than it seems to.
"""
PICKED = 0.15
"""The chance to guess above which a question is one of few choices."""


def next_probe(diagnosis: Diagnosis) -> Probe | None:
    """The question to ask now, or None when the diagnosis has ended or nothing is left to ask.

    Once, from half way on, that is one about a concept that is presumed known. No concept comes twice in a row while
    there is another. The first is one to pick from: nobody is to begin with a sum.
    """
    left = {} if diagnosis.ended else _left(diagnosis)
    if not left:
        return None
    last = diagnosis.asked[-1] if diagnosis.asked else None
    now = {name: probes for name, probes in left.items() if name != last} or left
    spot = _spot_check(diagnosis, now)
    if spot is not None:
        return _by_chance(diagnosis, _best(diagnosis, spot, now[spot]).probes)
    reach = _Reach(diagnosis)
    found = []
    for name, probes in now.items():
        best = _best(diagnosis, name, probes)
        own = diagnosis.plan.weight(name) * _AGAIN ** diagnosis.asked.count(name) * best.own
        found.append((own + reach.of(name, best.sort), best.probes))
    most = max(gain for gain, _ in found)
    chosen = _by_chance(diagnosis, [probe for gain, probes in found if gain >= most - 1e-9 for probe in probes])
    return chosen if diagnosis.replies else _to_begin_with(diagnosis, chosen, left)


class _Best(NamedTuple):
    """The questions about one concept that suit best, and how many bits they tell of the concept itself."""

    probes: list[Probe]
    sort: Sort
    own: float


class _Reach:
    """How much is learnt of all other concepts when one is asked about.

    By how many bits a small shift makes a chance less uncertain grows with the square of the shift; so one factor for
    each concept that is told of, and one for each that is asked, stand for all that may come of every question.
    """

    def __init__(self, diagnosis: Diagnosis) -> None:
        self._diagnosis = diagnosis
        self._moved = []
        for at, name in enumerate(diagnosis.plan.graph.ids):
            known = diagnosis.beliefs.known(at)
            steep = _steepness(diagnosis.beliefs, at)
            self._moved.append(diagnosis.plan.weight(name) * known * (1 - known) * steep**2 / (2 * log(2)))

    def of(self, name: str, sort: Sort) -> float:
        """By how many bits, each concept weighed, a question makes less uncertain which others are known."""
        beliefs, at = self._diagnosis.beliefs, self._diagnosis.plan.graph.at[name]
        now = self._diagnosis.classes(name)
        apart = _steepness(beliefs, at)
        row = beliefs.covariances[at]
        together = sum(moved * with_it * with_it for moved, with_it in zip(self._moved, row, strict=True))
        together -= self._moved[at] * row[at] ** 2
        return together * apart**2 * _shift(now, sort)


def _steepness(beliefs: Beliefs, at: int) -> float:
    """How fast the odds that a concept is known change with its strength."""
    spread = sqrt(beliefs.covariances[at][at])
    middle = beliefs.means[at] / spread
    below = normal(middle)
    return exp(-middle * middle / 2) / sqrt(2 * pi) / spread / (below * (1 - below))


def _shift(now: ByClass, sort: Sort) -> float:
    """The mean square by which a question shifts how probably its concept is known.

    Whether it was right is all that counts here; how sure it was would change next to nothing for other concepts.
    """
    known, found = now.strong + now.unsure, 0.0
    for seen in verdicts(sort):
        chance = sum(p * likely for p, likely in zip(now, seen, strict=True))
        found += (now.strong * seen.strong + now.unsure * seen.unsure - known * chance) ** 2 / chance
    return found


def _left(diagnosis: Diagnosis) -> dict[str, list[Probe]]:
    """What was not asked yet, by concept."""
    asked = {reply.probe for reply in diagnosis.replies}
    found: dict[str, list[Probe]] = {}
    for probe in diagnosis.plan.probes.values():
        if probe.id not in asked:
            found.setdefault(probe.concept, []).append(probe)
    return found


def _to_begin_with(diagnosis: Diagnosis, found: Probe, left: dict[str, list[Probe]]) -> Probe:
    """The first question about the concept of the one ``found``: one to pick from, if there is any."""
    picked = [probe for probe in left[found.concept] if probe.guess > PICKED]
    return _by_chance(diagnosis, _best(diagnosis, found.concept, picked).probes) if picked else found


def _spot_check(diagnosis: Diagnosis, names: Iterable[str]) -> str | None:
    """A concept to be asked because it is presumed known, from half way on, if none was asked yet."""
    if diagnosis.spot_checked is not None or 2 * len(diagnosis.replies) < diagnosis.plan.wanted.length:
        return None
    presumed = (name for name in names if diagnosis.presumed(name))
    return min(presumed, key=lambda name: _rank(diagnosis, name), default=None)


def _best(diagnosis: Diagnosis, name: str, probes: Iterable[Probe]) -> _Best:
    """Of one level the questions hardest to guess; of levels that tell nearly as much as the best the most fitting."""
    alike: dict[Sort, list[Probe]] = {}
    for probe in probes:
        alike.setdefault(sort_of(probe), []).append(probe)
    hardest = {sort.level: sort for sort in sorted(alike, key=lambda sort: (-sort.guess, sort.names))}
    now = diagnosis.classes(name)
    tells = {sort: _tells(now, sort) for sort in hardest.values()}
    known = now.strong + now.unsure
    fitting = 1 if known < _BASIC_BELOW else 3 if known > _HARD_ABOVE else 2
    enough = max(tells.values()) * _NEARLY
    sort = min((each for each in tells if tells[each] >= enough), key=lambda each: abs(each.level - fitting))
    return _Best(alike[sort], sort, tells[sort])


def _tells(now: ByClass, sort: Sort) -> float:
    """By how many bits a question of that sort is expected to make its own concept's class less uncertain."""
    strong, unsure, missing, blind = now
    before = _bits(strong) + _bits(unsure) + _bits(missing) + _bits(blind)
    after = 0.0
    for seen in outcomes(sort):  # written out, since nothing else is done as often for each question
        one, two, three, four = strong * seen[0], unsure * seen[1], missing * seen[2], blind * seen[3]
        after += _bits(one) + _bits(two) + _bits(three) + _bits(four) - _bits(one + two + three + four)
    return before - after


def _by_chance(diagnosis: Diagnosis, probes: Iterable[Probe]) -> Probe:
    return min(probes, key=lambda probe: _rank(diagnosis, probe.id))


def _rank(diagnosis: Diagnosis, name: str) -> bytes:
    return blake2b(f"{diagnosis.plan.wanted.seed}\n{name}".encode(), digest_size=8).digest()


def _bits(chance: float) -> float:
    """What one chance adds to how uncertain something is."""
    return -chance * log2(chance) if chance > 0 else 0.0
