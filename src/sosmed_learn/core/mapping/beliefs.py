"""What is believed about who knows what, and how one answer about one concept changes it for all others.

Every concept has a hidden strength; it is known when the strength is above zero. Before any answer the strengths are
normally distributed. They go together: a little in all concepts, more within a module, most along what a concept needs;
and a concept lies the lower, the longer its chain of needs. So in both directions: who knows an advanced concept nearly
surely knows what it needs, who lacks a basic one hardly knows what is built on it, while a known basic one says little
about the advanced. All of it is a tendency, so answers place also a learner who broke the order.

That is the Bayesian student model of Millán & Pérez-de-la-Cruz 2002 (*A Bayesian diagnostic algorithm for student
modeling and its evaluation*) with the conditional tables replaced by one correlation for each pair. Evidence is worked
in by expectation propagation (Minka 2001), one concept at a time, as in classification by Gaussian processes.
"""

from math import erfc, exp, pi, sqrt

from msgspec import Struct

from sosmed_learn.core.mapping.conceptgraph import ConceptGraph

_EVERYWHERE, _IN_MODULE, _ALONG_NEEDS, _ALONE = 0.25, 0.15, 0.45, 0.15
"""Shares of the variance of a strength: of the learner, of the module, of the chain of needs, of the concept alone."""
_FROM_NEEDS = 0.85
"""How much of its part along the chain a concept takes from what it needs."""
_ROOT, _STEP, _DEEPEST = 0.15, 0.2, 4
"""Where a concept without needs lies, and how much lower each step of the chain, down to the deepest that counts."""
_LEAST = 1e-3
"""Variance below which no strength falls, so that later answers can always change it."""


class Site(Struct, frozen=True):
    """What the answers about one concept come to: how likely they are when it is known and when it is not.

    ``precision`` and ``pull`` are the bell curve that stands for them where others are worked out.
    """

    known: float
    unknown: float
    precision: float
    pull: float


class Beliefs(Struct, frozen=True):
    """The strengths of all concepts, in the order of the graph, with all evidence so far. Never changed in place."""

    means: list[float]
    covariances: list[list[float]]
    sites: dict[int, Site] = {}

    def apart(self, at: int) -> tuple[float, float]:
        """Mean and variance of a strength as all other concepts tell it."""
        mean, variance = self.means[at], self.covariances[at][at]
        site = self.sites.get(at)
        if site is None:
            return mean, variance
        precision = max(1 / variance - site.precision, _LEAST)
        return (mean / variance - site.pull) / precision, 1 / precision

    def presumed(self, at: int) -> float:
        """How probably a concept is known, going by all other concepts."""
        mean, variance = self.apart(at)
        return normal(mean / sqrt(variance))

    def known(self, at: int) -> float:
        """How probably a concept is known, going by everything."""
        chance, site = self.presumed(at), self.sites.get(at)
        if site is None:
            return chance
        return chance * site.known / (chance * site.known + (1 - chance) * site.unknown)

    def told(self, at: int, known: float, unknown: float) -> "Beliefs":
        """After answers about one concept that are so likely when it is known and when it is not.

        They replace what was told of it before.
        """
        mean, variance = self.apart(at)
        new_mean, new_variance = _moments(mean, variance, known, unknown)
        precision = 1 / variance
        site = Site(known, unknown, 1 / new_variance - precision, new_mean / new_variance - mean * precision)
        means, covariances = self._moved(at, new_mean, new_variance)
        return Beliefs(means, covariances, {**self.sites, at: site})

    def _moved(self, at: int, mean: float, variance: float) -> tuple[list[float], list[list[float]]]:
        """Everything else follows one strength as far as it goes together with it."""
        before = self.covariances[at][at]
        follows = [row[at] / before for row in self.covariances]
        by_mean, by_variance = mean - self.means[at], variance - before
        means = [old + share * by_mean for old, share in zip(self.means, follows, strict=True)]
        covariances = [
            [old + own * share for old, share in zip(row, follows, strict=True)]
            for row, own in zip(self.covariances, (share * by_variance for share in follows), strict=True)
        ]
        return means, covariances


def first_beliefs(graph: ConceptGraph) -> Beliefs:
    """Before any answer."""
    along = _along_needs(graph)
    covariances = [[_EVERYWHERE + _ALONG_NEEDS * along[one, other] for other in graph.ids] for one in graph.ids]
    for one in graph.ids:
        covariances[graph.at[one]][graph.at[one]] += _ALONE
        for other in graph.ids:
            if graph.modules[one] == graph.modules[other]:
                covariances[graph.at[one]][graph.at[other]] += _IN_MODULE
    means = [_ROOT - _STEP * min(graph.depth[name], _DEEPEST) for name in graph.ids]
    return Beliefs(means, covariances)


def normal(value: float) -> float:
    """The share of a standard normal distribution below ``value``, kept off 0 and 1."""
    return min(max(erfc(-value / sqrt(2)) / 2, 1e-9), 1 - 1e-9)


def _along_needs(graph: ConceptGraph) -> dict[tuple[str, str], float]:
    """How far the parts along the chains go together: each is made of those of its needs and something of its own."""
    found: dict[tuple[str, str], float] = {}
    for number, name in enumerate(graph.order):
        needs = graph.needs[name]
        together = sum(found[one, other] for one in needs for other in needs)
        share = _FROM_NEEDS / sqrt(together) if needs else 0.0
        for other in graph.order[:number]:
            found[name, other] = found[other, name] = share * sum(found[need, other] for need in needs)
        found[name, name] = 1.0
    return found


def _moments(mean: float, variance: float, known: float, unknown: float) -> tuple[float, float]:
    """Mean and variance of a strength after evidence that only tells above zero from below."""
    spread = sqrt(variance)
    at = mean / spread
    above = normal(at)
    total = known * above + unknown * (1 - above)
    rise = exp(-at * at / 2) / sqrt(2 * pi) * (known - unknown) / total
    return mean + spread * rise, max(variance * (1 - rise * (at + rise)), _LEAST)
