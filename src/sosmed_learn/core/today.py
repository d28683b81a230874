"""What to do with the minutes that one has: what to ask again first, then one step on, and when it is time to stop.

Pure: what is known of the learner and what comes next in the courses come in.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.asks import CONFIRM_AFTER, Ask, todays_asks
from sosmed_learn.core.changed import what_changed
from sosmed_learn.core.events import LessonFinished, Stamp
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.mapping.picture import Picture, picture
from sosmed_learn.core.mapping.sittings import open_sitting
from sosmed_learn.core.offers import OfferView, offer_view, role_of
from sosmed_learn.core.plan import Offer
from sosmed_learn.core.remedy import Remedy
from sosmed_learn.core.reviewing import waiting
from sosmed_learn.core.study import Library

MINUTES = (5, 7, 10, 20)
"""What one can say to have."""
USUAL_MINUTES, MOST_MINUTES = 7, 240
BACK_AFTER = 14
"""Days without anything done after which one is greeted, and gets what has nearly faded before anything new."""
MOST_CHANGED = 10
REVIEW_SHARE = 0.6
"""The share of the minutes for questions asked again, where there is something new too."""


class Today(Struct, frozen=True):
    """``asks`` come first and take about ``asking`` minutes, then ``offer`` as far as ``minutes`` go.

    ``back``: the learner was away for weeks. ``more``: more has faded than fits; how much is nobody's business.
    ``blind_spots`` are how many there are in each module, ``beliefs`` how many misconceptions keep coming back, and
    ``changed`` are questions whose facts have changed since they were answered. ``map_is_old``: another one would tell.
    ``day`` is the learner's day for which it is. ``unread``: nothing is known yet of what fades, and there may be some.
    """

    minutes: int
    asks: tuple[Ask, ...] = ()
    asking: int = 0
    offer: OfferView | None = None
    back: bool = False
    more: bool = False
    blind_spots: Mapping[str, int] = {}
    beliefs: int = 0
    changed: tuple[Ask, ...] = ()
    map_is_old: bool = False
    day: date | None = None
    unread: bool = False

    @property
    def any(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.asks) or self.offer is not None

    @property
    def leads_on(self) -> bool:
        """Whether there is time left for the offer behind what is asked."""
        return self.offer is not None and self.asking < self.minutes

    @property
    def planned(self) -> int:
        """How long it takes: never longer than the learner has, except where nothing shorter can be begun."""
        step = self.offer.minutes if self.offer else 0
        return max(1, self.asking + min(step, max(0, self.minutes - self.asking)))


def minutes_of(settings: Mapping[str, str]) -> int:
    """What the learner has on a usual day."""
    said = settings.get("minutes", "")
    return int(said) if said.isdecimal() and 0 < int(said) <= MOST_MINUTES else USUAL_MINUTES


def proposals(known: Insight, shown: Picture) -> tuple[Offer, ...]:
    """What follows from what is known: first what mends repeated misses, then the next lesson that the map leads to.

    No lesson that was done today is proposed, however that and what was tried once more after it went: what was missed
    in it is asked again tomorrow.
    """
    remedies = [found for concept in known.places if (found := known.remedy(concept))]
    remedies.sort(key=lambda found: max(one.at for one in found.misses), reverse=True)
    mending = [
        Offer("remedy", *found.lesson, concept=found.concept, through=found.through)
        for found in remedies
        if not _seen_since(known, found) and not _done_today(known, *found.lesson)
    ]
    leading = [
        Offer("path", step.module, step.lesson, concept=step.concept, gap=step.why, how=step.how)
        for step in shown.way
        if not _done_today(known, step.module, step.lesson)
    ]
    return (*mending, *leading)


def _seen_since(known: Insight, found: Remedy) -> bool:
    """Whether the proposed lesson was gone through after the last miss: once is enough to be told."""
    finish = _last_finish(known, *found.lesson)
    return finish is not None and finish.at > max(one.at for one in found.misses)


def _done_today(known: Insight, module: str, lesson: str) -> bool:
    """Whether the lesson was gone through on the learner's day."""
    finish = _last_finish(known, module, lesson)
    return finish is not None and Stamp(finish.id, finish.at, finish.offset).local().date() == known.today


def _last_finish(known: Insight, module: str, lesson: str) -> LessonFinished | None:
    """How the lesson ended the last time, under any name that it and its module have had."""
    of, found = known.bank.module(module), known.bank.lessons.get((module, lesson))
    names = (module, *of.aliases) if of else (module,)
    done = known.progress.lesson(names, (lesson, *found.aliases) if found else (lesson,))
    return done.finished[-1] if done.finished else None


def to_confirm(known: Insight, shown: Picture) -> tuple[str, ...]:
    """The concepts that only a diagnosis of some days ago says to be known."""
    if shown.day is None or known.today - shown.day < CONFIRM_AFTER:
        return ()
    return shown.path.to_confirm


def plan_today(known: Insight, offer: OfferView | None, presumed: Iterable[str] = ()) -> Today:
    """The plan for the minutes in the settings. ``presumed`` are concepts that only a diagnosis says to be known.

    What was asked again already is not to be done twice over: the step that was announced behind it comes first.
    """
    settings = known.progress.settings
    minutes = minutes_of(settings)
    wants = settings.get("reviews") != "off"
    back = min(waiting(known.memories, 0).away or 0, _idle(known)) >= BACK_AFTER
    share = REVIEW_SHARE if offer and not back else 1.0
    room = max(1, int(minutes * 60 * share // known.seconds))
    room = max(0, room - known.asked_again) if offer else room
    asks = todays_asks(known, room + 1, presumed) if wants else []
    served = tuple(asks[:room])
    asking = max(1, round(len(served) * known.seconds / 60)) if served else 0
    return Today(minutes, served, asking, offer, back=back and bool(served), more=len(asks) > room, day=known.today)


def _idle(known: Insight) -> int:
    """For how many days nothing was done, an answer for the map included."""
    today = known.memories.today
    return today - max((day for day in known.progress.days if day <= today), default=today)


def todays_plan(known: Insight, library: Library) -> Today:
    """The plan that follows from everything that is known and from the courses."""
    shown = picture(known, role_of(known.progress))
    offer = offer_view(library, known.progress, known.today, proposals(known, shown))
    planned = plan_today(known, offer, to_confirm(known, shown))
    sitting = open_sitting(known.progress.diagnoses)
    old = shown.again is not None and shown.again <= known.today and sitting is None
    # While a map is being asked for, nothing is told of it.
    blind_spots = () if sitting else shown.drawn.of("blind")
    blind = Counter(known.bank.graph.modules[spot.concept] for spot in blind_spots)
    beliefs = sum(not belief.settled for belief in known.beliefs)
    changed = what_changed(known.bank.items, library.facts(), known.progress, known.today)[:MOST_CHANGED]
    asks = tuple(Ask(one.item, "changed") for one in changed)
    return replace(planned, blind_spots=dict(blind), beliefs=beliefs, changed=asks, map_is_old=old)
