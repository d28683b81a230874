"""How well a question is remembered, from its reviews: FSRS-6 with the default weights of the ``fsrs`` library 6.3.

FSRS (Free Spaced Repetition Scheduler, Ye and others) knows two things of a memory. *Stability* is after how many days
the chance to recall has fallen to 90 %; *difficulty*, from 1 to 10, slows the growth of stability. The 21 weights were
fitted by its makers to reviews of thousands of learners; learners of ours are too few, and their reviews too few, to
fit others. Everything follows from the reviews, so a change of the weights changes what is planned and loses nothing.

A day is the learner's own day, from midnight to midnight: what was learnt in the evening can be asked the next morning.
The library is only imported when a memory is asked for: a start asks for none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate
from math import isfinite
from typing import TYPE_CHECKING

from msgspec import Struct

from sosmed_learn.core.reviews import Grade, Review

if TYPE_CHECKING:
    from fsrs import Scheduler

RETENTION = 0.9
"""The share of what is due that is to be remembered still, where the learner has not set it."""
LEAST_RETENTION, MOST_RETENTION = 0.7, 0.97
"""Below, most of a sitting is failure; above, each percent doubles the reviews."""
LEECH = 8
"""Days with a miss after which a question is a leech: something is wrong with it, not with the learner."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_DAY = 2_900_000
"""Around the year 9900; calendars end a little later."""


class Memory(Struct, frozen=True, gc=False):
    """The memory of one question after ``reviews`` of them.

    ``day`` is when it was asked last, and ``due`` the day on which recall comes down to what is desired, both counted
    from 1970. ``latest`` is the day of the last review as the clock said it, which can lie ahead. ``missed`` are the
    days with a miss. ``unsettled``: the learner was sure and wrong, and has not been right on a later day.
    """

    stability: float
    difficulty: float
    day: int
    due: int
    latest: int
    reviews: int = 1
    missed: int = 0
    unsettled: bool = False

    @property
    def leech(self) -> bool:
        """Whether it was missed so often that its author should look at it."""
        return self.missed >= LEECH


def remember(reviews: Sequence[Review], today: int, retention: float = RETENTION) -> Memory | None:
    """The memory that follows from ``reviews``, which stand in the order in which they happened; None without any.

    A last review from a day that has not come, more than a journey explains, was dated by a wrong clock: nobody knows
    how long ago it was, so it is due.
    """
    from fsrs import Card, Rating  # noqa: PLC0415 - too slow for a start

    if not reviews:
        return None
    scheduler = _scheduler(retention)
    days = _days(reviews, today)
    card = Card(card_id=0, due=_EPOCH)  # else it asks the clock for both
    for review, day in zip(reviews, days, strict=True):
        card, _ = scheduler.review_card(card, Rating(int(review.grade)), _moment(day))
    return Memory(
        stability=card.stability or 0.0,
        difficulty=card.difficulty or 0.0,
        day=days[-1],
        due=today if reviews[-1].day > today + 1 else (card.due - _EPOCH).days,
        latest=max(review.day for review in reviews),
        reviews=len(reviews),
        missed=len({day for review, day in zip(reviews, days, strict=True) if not review.right}),
        unsettled=_unsettled(reviews, days),
    )


def recall(memory: Memory, today: int) -> float:
    """The chance that it is remembered on that day, from 0 to 1."""
    return next(recalls([memory], today))


def recalls(memories: Iterable[Memory], today: int) -> Iterator[float]:
    """The chance of each, in turn."""
    from fsrs import Card, State  # noqa: PLC0415 - too slow for a start

    chance, now = _scheduler(RETENTION).get_card_retrievability, _moment(today)
    card = Card(0, State.Review, due=_EPOCH)  # one for all: making it costs more than what is asked of it
    for memory in memories:
        card.stability, card.last_review = memory.stability, _moment(memory.day)
        yield chance(card, now)


def is_due(memory: Memory, today: int) -> bool:
    """Whether the chance to recall it has come down to what is desired; never on the day on which it was asked."""
    return memory.due <= today


def desired_retention(settings: Mapping[str, str]) -> float:
    """What the learner has set, within sense."""
    try:
        wanted = float(settings.get("retention", RETENTION))
    except ValueError:
        return RETENTION
    return min(MOST_RETENTION, max(LEAST_RETENTION, wanted)) if isfinite(wanted) else RETENTION


def _days(reviews: Sequence[Review], today: int) -> list[int]:
    """The day of each: none is later than one that came after it, or than today.

    Ids tell the order even where the clock ran ahead and was set right; without this, whatever was answered in a year
    that has not come would never be asked again.
    """
    backwards = accumulate((review.day for review in reversed(reviews)), min, initial=today)
    return list(backwards)[:0:-1]


def _unsettled(reviews: Sequence[Review], days: Sequence[int]) -> bool:
    wrong = [day for review, day in zip(reviews, days, strict=True) if review.sure_and_wrong]
    right = [day for review, day in zip(reviews, days, strict=True) if review.grade is not Grade.AGAIN]
    return bool(wrong) and (not right or right[-1] <= wrong[-1])


@lru_cache(maxsize=4096)  # more days than most learners learn on
def _moment(day: int) -> datetime:
    """The library counts the whole days between two moments; these are a whole number of them apart."""
    return _EPOCH + timedelta(days=max(0, min(day, _LAST_DAY)))


@lru_cache(maxsize=8)
def _scheduler(retention: float) -> "Scheduler":
    """No steps within a day, which sittings have their own ways for, and no chance."""
    from fsrs import Scheduler  # noqa: PLC0415 - too slow for a start

    return Scheduler(desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False)
