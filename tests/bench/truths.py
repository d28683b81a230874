"""Simulated learners who are known to forget: two laws of forgetting, neither of them the one that plans reviews.

``HalfLife`` halves the chance to recall in a time that grows with each success, the more so the harder recalling was,
after Settles and Meeder (2016). ``Traces`` sums up the fading traces of all past tries, each of which fades faster the
easier it came, after Pavlik and Anderson (2005) with their constants. Both differ from question to question and from
learner to learner.

How fast the average learner forgets what was met once was set to what is known of many: some 75 of 100 questions
missed at first, and 93 of 100 known at first, are recalled the day after, a half and three quarters ten days after (the
 first intervals that the makers of FSRS found in the reviews of ten thousand learners). ``faster`` learners forget
in a third of the time. What happens after the first day is the law's own affair.
"""

import math
from random import Random
from typing import Protocol

TAUGHT = 0.7
"""The chance to know the answer right after the lesson."""
GUESSED_RIGHT = 1 / 3
"""Of three choices."""
ADMITS = 0.5
"""The share of guesses that are called one."""
SLIPS = 0.03
"""The share of what is remembered that goes wrong all the same."""
HINT = 0.1
"""The share of right answers for which a hint was opened."""


class Truth(Protocol):
    """One learner's true memory of one question."""

    def chance(self, day: float) -> float:
        """The chance to recall it on that day."""

    def tried(self, day: float, *, recalled: bool) -> None:
        """It was asked, and the answer seen."""


class HalfLife:
    """The chance halves every ``days``."""

    SHORTEST, LONGEST = 0.3, 2_000.0
    KNEW, LAPSE = 6, 0.5
    """What knowing it at once, and forgetting it later, do to the time."""

    def __init__(self, random: Random, ability: float, faster: float = 1.0) -> None:
        self.days = 14 * math.exp(random.gauss(ability, 2.4)) / faster
        self.growth = math.exp(random.gauss(0.7, 0.3))
        self.last: float | None = None

    def chance(self, day: float) -> float:
        return TAUGHT if self.last is None else 0.5 ** ((day - self.last) / self.days)

    def tried(self, day: float, *, recalled: bool) -> None:
        if self.last is None:
            self.days *= self.KNEW if recalled else 1
        elif recalled:
            self.days *= 1 + self.growth * 2 * (1 - self.chance(day))  # at the half-life the whole of the growth
        else:
            self.days *= self.LAPSE
        self.days = min(self.LONGEST, max(self.SHORTEST, self.days))
        self.last = day


class Traces:
    """Each try leaves a trace that fades as a power of time; recall follows from their sum."""

    FADES, SHARE = 0.177, 0.217
    THRESHOLD, NOISE = -0.704, 0.255
    SLOWER_OUTSIDE = 0.025
    """Time between sittings counts for less than time within one."""
    EASE = 1.0
    """Work that one knows is easier than the word lists of the laboratory."""

    def __init__(self, random: Random, ability: float, faster: float = 1.0) -> None:
        self.ease = random.gauss(self.EASE + 0.3 * ability, 0.6)
        self.faster = faster
        self.traces: list[tuple[float, float]] = []

    def _strength(self, day: float) -> float:
        seconds = 86_400 * self.SLOWER_OUTSIDE * self.faster
        return math.log(sum(max(1.0, (day - at) * seconds) ** -fades for at, fades in self.traces)) + self.ease

    def chance(self, day: float) -> float:
        if not self.traces:
            return TAUGHT
        return 1 / (1 + math.exp((self.THRESHOLD - self._strength(day)) / self.NOISE))

    def tried(self, day: float, *, recalled: bool) -> None:
        strength = self._strength(day) - self.ease if self.traces else -math.inf
        self.traces.append((day, self.SHARE * math.exp(strength) + self.FADES))
        if recalled and len(self.traces) == 1:  # found and then read: two looks at once
            self.traces.append((day, self.FADES))


TRUTHS: dict[str, type[HalfLife] | type[Traces]] = {"half-life": HalfLife, "traces": Traces}
