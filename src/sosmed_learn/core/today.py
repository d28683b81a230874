"""What to do with the minutes that one has: what to ask again first, then one step on, and when it is time to stop.

Pure: what is known of the learner and what comes next in the courses come in.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sosmed_learn.core.asks import Ask, todays_asks
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.reviewing import waiting

MINUTES = (5, 7, 10, 20)
"""What one can say to have."""
USUAL_MINUTES, MOST_MINUTES = 7, 240
BACK_AFTER = 14
"""Days without a question after which one is greeted, and gets what has nearly faded before anything new."""
REVIEW_SHARE = 0.6
"""The share of the minutes for questions asked again, where there is something new too."""


class Today(Struct, frozen=True):
    """``asks`` come first and take about ``asking`` minutes, then ``offer`` as far as ``minutes`` go.

    ``back``: the learner was away for weeks. ``more``: more has faded than fits; how much is nobody's business.
    """

    minutes: int
    asks: tuple[Ask, ...] = ()
    asking: int = 0
    offer: OfferView | None = None
    back: bool = False
    more: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.asks) or self.offer is not None

    @property
    def planned(self) -> int:
        """How long it takes: never longer than the learner has, except where nothing shorter can be begun."""
        step = self.offer.minutes if self.offer else 0
        return max(1, self.asking + min(step, max(0, self.minutes - self.asking)))


def minutes_of(settings: Mapping[str, str]) -> int:
    """What the learner has on a usual day."""
    said = settings.get("minutes", "")
    return int(said) if said.isdecimal() and 0 < int(said) <= MOST_MINUTES else USUAL_MINUTES


def plan_today(known: Insight, offer: OfferView | None, presumed: Iterable[str] = ()) -> Today:
    """The plan for the minutes in the settings. ``presumed`` are concepts that only a diagnosis says to be known."""
    settings = known.progress.settings
    minutes = minutes_of(settings)
    wants = settings.get("reviews") != "off"
    back = (waiting(known.memories, 0).away or 0) >= BACK_AFTER
    share = REVIEW_SHARE if offer and not back else 1.0
    room = max(1, int(minutes * 60 * share // known.seconds))
    asks = todays_asks(known, room + 1, presumed) if wants else []
    served = tuple(asks[:room])
    asking = max(1, round(len(served) * known.seconds / 60)) if served else 0
    return Today(minutes, served, asking, offer, back=back and bool(served), more=len(asks) > room)
