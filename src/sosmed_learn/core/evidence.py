"""What one answer says about a concept, in plain values: no events, no courses. Another part makes these from them.

Two numbers decide what an answer is worth. ``luck`` is the chance that somebody who does not know it answers right, and
``SLIP`` the chance that somebody who knows it does not: the guess and the slip of Corbett and Anderson's knowledge
tracing (1995). Hints and the word "guessing" raise the luck, so that a right answer tells less; they never make a wrong
one tell less.
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.events import Confidence

Level = Literal[1, 2, 3]

SLIP = 0.08
"""How often somebody who knows it answers wrong all the same."""

LEAST_LUCK, MOST_LUCK = 0.01, 1 - SLIP
"""Even a typed answer is sometimes hit upon; and no right answer may speak against knowing."""

HINTED = 0.6
"""Each hint leaves this share of those who do not know it without the answer."""

SAID: dict[Confidence | None, float] = {"sure": 0.5, "fairly": 1.0, None: 1.0, "guess": 4.0}
"""How much oftener than usual somebody who does not know it hits upon the answer and says so."""

STEEPNESS: dict[Level, float] = {1: 0.7, 2: 1.0, 3: 1.5}
"""By level: who knows the share x of what is to be applied, knows x to this power of what is asked at that level."""

EXPLAINED = 0.45
"""What a miss counts whose explanation was shown at once: that has mended some of it already."""


class Evidence(Struct, frozen=True, kw_only=True):
    """One answer to one question of ``concept``. ``source`` is its event, for whoever asks why.

    ``score`` is 0 to 1, ``chance`` the score that blind guessing gets with this question, ``hints`` how many were open.
    ``pretest``: asked before the lesson taught it, which changes nothing here but is told to whoever asks why.
    ``exam``: nothing was explained right after it, as in exams.
    """

    concept: str
    question: str
    level: Level
    score: float
    chance: float
    at: datetime
    confidence: Confidence | None = None
    hints: int = 0
    pretest: bool = False
    exam: bool = False
    source: str = ""

    @property
    def right(self) -> bool:
        return self.score >= 1

    @property
    def missed(self) -> bool:
        """Less than half of it was right."""
        return self.score < 1 / 2

    @property
    def surely_missed(self) -> bool:
        return self.missed and self.confidence == "sure"

    @property
    def luck(self) -> float:
        """The chance that somebody who does not know it gets this answer right, with these hints and these words."""
        alone = 1 - (1 - self.bare_luck) * HINTED**self.hints
        return min(MOST_LUCK, alone * SAID[self.confidence])

    @property
    def bare_luck(self) -> float:
        """The same without hints, whatever was said."""
        return min(MOST_LUCK, max(LEAST_LUCK, self.chance))

    @property
    def credit(self) -> float:
        """0 to 1: how far it shows that it is known. Nothing for a wrong answer, or a guess among few choices."""
        return self.score * (1 - self.luck / MOST_LUCK)

    @property
    def blame(self) -> float:
        """0 to 1: how far it shows that it is not known."""
        return (1 - self.score) * (1 if self.exam else EXPLAINED)
