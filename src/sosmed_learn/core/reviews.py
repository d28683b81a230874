"""Reviews: what each answer to a question says about how well it is remembered. Part of ``progress``, as its fold.

Every answer of a question's life is kept, since a memory is worked out from all of them in their order, and mastery
and the blind-spot map from the newest; a few bytes are enough for one. They stay packed until somebody asks: a start
decodes none.

How an answer becomes a grade:

- wrong is *again*, right is *good*: what the makers of FSRS advise where only right and wrong are known
  (open-spaced-repetition/free-spaced-repetition-scheduler, issue 42).
- right, but guessed, is *again*. Of three choices chance finds the right one every third time. The grade is to say
  whether it was remembered, and the learner has just said that it was not.
- right with a hint is *hard*. To FSRS that is a pass, and never to be used for what was forgotten
  (open-spaced-repetition/fsrs4anki, pull request 559): the hint helped, but the learner still had to find the answer.
- never *easy*: nothing that is recorded tells it from *good*, and wrongly given it puts off the review for a week.

Practice counts and so do exams, as each of them is a real try to remember; what came of it is told at once or at the
end. For memory a pretest never counts: it is asked before the teaching, so there is nothing yet to be forgotten.
"""

from datetime import UTC, datetime, timedelta
from enum import IntEnum
from typing import Literal

import msgspec
from msgspec import Struct

from sosmed_learn.core.events import Answered, Confidence

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_MINUTES_A_DAY = 24 * 60
_ANY_LENGTH = b"\xdd"  # how MessagePack begins an array whose length stands in the next four bytes


class Grade(IntEnum):
    """How well it was remembered, with the numbers that FSRS gives to them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


Occasion = Literal["", "practice", "pretest", "exam", "diagnosis"]
"""On what occasion a question was answered; empty in a lesson."""


class Review(Struct, frozen=True, array_like=True, gc=False):
    """One answer: ``id`` is its event, ``at`` the second since 1970, and ``day`` the learner's own day since then.

    ``right`` and ``grade`` differ where a guess was lucky. ``percent`` is its score, ``held`` are the misconceptions to
    which it points, and ``seconds`` is how long it took, 0 where nobody knows.
    """

    id: str
    at: int
    day: int
    grade: Grade
    revision: int
    right: bool
    percent: int = 0
    confidence: Confidence | None = None
    hints: int = 0
    occasion: Occasion = ""
    held: tuple[str, ...] = ()
    seconds: int = 0

    @property
    def sure_and_wrong(self) -> bool:
        """An error that the learner did not see coming."""
        return self.confidence == "sure" and not self.right

    @property
    def counts_for_memory(self) -> bool:
        """Whether there was something to remember."""
        return self.occasion != "pretest"

    @property
    def moment(self) -> datetime:
        """When it was, in UTC."""
        return _EPOCH + self.at * _SECOND


class Reviews(Struct, frozen=True, array_like=True, gc=False):
    """All reviews of one question: ``count`` of them, one behind the other in the order of their ids."""

    count: int = 0
    newest: str = ""
    packed: bytes = b""

    def after(self, review: Review) -> "Reviews":
        """With one more, in whatever order they come and however often; nearly always it is the newest."""
        if review.id > self.newest:
            return Reviews(self.count + 1, review.id, self.packed + _ENCODER.encode(review))
        known = {one.id: one for one in self.all()}
        if review.id in known:
            return self
        known[review.id] = review
        packed = b"".join(_ENCODER.encode(known[name]) for name in sorted(known))
        return Reviews(len(known), self.newest, packed)

    def all(self) -> list[Review]:
        """Every one, those that were undone later among them."""
        return _DECODER.decode(_ANY_LENGTH + self.count.to_bytes(4, "big") + self.packed)

    def may_hold(self, event: str) -> bool:
        """Whether the review of ``event`` can be among them; if not, it is not."""
        return event.encode() in self.packed


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(list[Review])


def grade_of(answer: Answered) -> Grade:
    """The grade of an answer."""
    if not answer.correct or answer.confidence == "guess":
        return Grade.AGAIN
    return Grade.HARD if answer.hints else Grade.GOOD


def review_of(answer: Answered) -> Review:
    """What the answer says about memory and mastery."""
    return Review(
        id=answer.id,
        at=(at := (answer.at - _EPOCH) // _SECOND),
        day=day_number(at, answer.offset),
        grade=grade_of(answer),
        revision=answer.revision,
        right=answer.correct,
        percent=round(100 * min(1.0, max(0.0, answer.score))),
        confidence=answer.confidence,
        hints=answer.hints,
        occasion=_occasion(answer),
        held=answer.misconceptions,
        seconds=answer.seconds,
    )


def _occasion(answer: Answered) -> Occasion:
    if answer.diagnosis:
        return "diagnosis"
    if answer.exam:
        return "exam"
    if answer.pretest:
        return "pretest"
    return "practice" if answer.practice else ""


def day_number(second: int, offset: int) -> int:
    """The learner's own day of that second, both counted from 1970. No place on earth is a day ahead of UTC."""
    ahead = max(-_MINUTES_A_DAY, min(offset, _MINUTES_A_DAY))
    return (second // 60 + ahead) // _MINUTES_A_DAY
