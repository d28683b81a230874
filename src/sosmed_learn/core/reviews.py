"""Reviews: what each answer to a question says about how well it is remembered. Part of ``progress``, as its fold.

Every counted answer of a question's life is kept, since a memory is worked out from all of them in their order, and a
few bytes are enough for one. They stay packed until somebody asks: a start decodes none.

How an answer becomes a grade:

- wrong is *again*, right is *good*: what the makers of FSRS advise where only right and wrong are known
  (open-spaced-repetition/free-spaced-repetition-scheduler, issue 42).
- right, but guessed, is *again*. Of three choices chance finds the right one every third time. The grade is to say
  whether it was remembered, and the learner has just said that it was not.
- right with a hint is *hard*. To FSRS that is a pass, and never to be used for what was forgotten
  (open-spaced-repetition/fsrs4anki, pull request 559): the hint helped, but the learner still had to find the answer.
- never *easy*: nothing that is recorded tells it from *good*, and wrongly given it puts off the review for a week.

Practice counts and so do exams, as each of them is a real try to remember; what came of it is told at once or at the
end. A pretest never counts: it is asked before the teaching, so there is nothing yet to be forgotten.
"""

from datetime import UTC, datetime, timedelta
from enum import IntEnum

import msgspec
from msgspec import Struct

from sosmed_learn.core.events import Answered

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_MINUTES_A_DAY = 24 * 60
_ANY_LENGTH = b"\xdd"  # how MessagePack begins an array whose length stands in the next four bytes


class Grade(IntEnum):
    """How well it was remembered, with the numbers that FSRS gives to them."""

    AGAIN = 1
    HARD = 2
    GOOD = 3


class Review(Struct, frozen=True, array_like=True, gc=False):
    """One answer: ``id`` is its event, ``at`` the second since 1970, and ``day`` the learner's own day since then.

    ``sure``: the learner was. ``right`` and ``grade`` differ where a guess was lucky.
    """

    id: str
    at: int
    day: int
    grade: Grade
    revision: int
    right: bool
    sure: bool = False

    @property
    def sure_and_wrong(self) -> bool:
        """An error that the learner did not see coming."""
        return self.sure and not self.right


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


def grade_of(answer: Answered) -> Grade | None:
    """The grade of an answer, or None where it does not count."""
    if answer.pretest:
        return None
    if not answer.correct or answer.confidence == "guess":
        return Grade.AGAIN
    return Grade.HARD if answer.hints else Grade.GOOD


def review_of(answer: Answered) -> Review | None:
    """What the answer says about memory, or None where it says nothing."""
    grade = grade_of(answer)
    if grade is None:
        return None
    return Review(
        id=answer.id,
        at=(at := (answer.at - _EPOCH) // _SECOND),
        day=day_number(at, answer.offset),
        grade=grade,
        revision=answer.revision,
        right=answer.correct,
        sure=answer.confidence == "sure",
    )


def day_number(second: int, offset: int) -> int:
    """The learner's own day of that second, both counted from 1970. No place on earth is a day ahead of UTC."""
    ahead = max(-_MINUTES_A_DAY, min(offset, _MINUTES_A_DAY))
    return (second // 60 + ahead) // _MINUTES_A_DAY
