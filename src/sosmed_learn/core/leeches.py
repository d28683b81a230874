"""Questions that one learner missed on so many days that something is wrong with them, for whoever writes them."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from sosmed_learn.core.itembank import Item, ItemBank
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.remembering import Memories
from sosmed_learn.core.reviewing import leeches
from sosmed_learn.core.text import Text


class Leech(Struct, frozen=True):
    """Where it stands and how it asks; missed on ``days``, in ``missed`` of the ``asked`` times as it is asked now.

    ``flagged``: the learner says that something is wrong with it; ``disputed``: that an answer to it was right.
    """

    module: str
    lesson: str
    question: str
    prompt: Text
    days: int
    missed: int
    asked: int
    flagged: bool
    disputed: bool


def told_leeches(bank: ItemBank, progress: Progress, today: date) -> list[Leech]:
    """All of them, what was missed most first. A first guess is no miss."""
    asked = (item.what for item in bank.items if not item.question.pretest)
    memories = Memories().up_to(progress, asked, today)
    return [_leech(bank.by_place[one.what.place], one.memory.missed, progress) for one in leeches(memories)]


def _leech(item: Item, days: int, progress: Progress) -> Leech:
    what = item.what
    reviews = progress.reviews(what.modules, what.lessons, what.names)
    counted = [one for one in reviews if one.revision == what.revision]
    words = list(_words_on(item, progress))
    return Leech(
        *what.place,
        prompt=item.question.prompt,
        days=days,
        missed=sum(not one.right for one in counted),
        asked=len(counted),
        flagged="flagged" in words,
        disputed="disputed" in words,
    )


def _words_on(item: Item, progress: Progress) -> Iterator[str]:
    """What the learner says of the question, under any of its ids."""
    done = progress.lesson(item.what.modules, item.what.lessons)
    for name in item.what.names:
        if name in done.flags:
            yield "flagged"
        if name in done.disputed and done.disputed[name].disputed:
            yield "disputed"
