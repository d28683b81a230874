"""What has changed of what the learner knew: questions to be asked once more, since another answer may be right by now.

A question counts as known where its last answer was right and no guess. It has changed where a fact on which it rests
states something else since a day after that answer, or where its author has raised its ``revision``. Whatever comes of
it, one answer to what it asks now settles it: then it is a matter of memory like any other.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from sosmed_learn.core.fact import Fact
from sosmed_learn.core.itembank import Item
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.reviews import Grade, Review

_EPOCH = date(1970, 1, 1).toordinal()


class Changed(Struct, frozen=True):
    """A question, the ``facts`` of it that have changed since it was answered, the newest change first, and whether it
    was ``revised``.
    """

    item: Item
    facts: tuple[Fact, ...] = ()
    revised: bool = False

    @property
    def since(self) -> date | None:
        """The day of the newest change; of a question that was only revised nobody knows it."""
        return self.facts[0].changed if self.facts else None


def what_changed(items: Iterable[Item], facts: Mapping[str, Fact], progress: Progress, today: date) -> list[Changed]:
    """All of them, the newest change first, and those that were only revised last.

    Unpacks the answers to questions that can be among them, which are few: most facts never change.
    """
    found = (_changed(item, facts, progress, today) for item in items if item.reviewable)
    return sorted((one for one in found if one is not None), key=_newest_first)


def _changed(item: Item, facts: Mapping[str, Fact], progress: Progress, today: date) -> Changed | None:
    what = item.what
    cited = (facts[name] for name in item.question.facts if name in facts)
    moved = [fact for fact in cited if fact.changed is not None and fact.changed <= today]
    if not moved and what.revision == 1:
        return None
    reviews = progress.reviews(what.modules, what.lessons, what.names)
    if not reviews or reviews[-1].grade is Grade.AGAIN:
        return None
    since = tuple(sorted((fact for fact in moved if _after(fact, reviews[-1])), key=_newest, reverse=True))
    revised = max(one.revision for one in reviews) < what.revision
    return Changed(item, since, revised) if since or revised else None


def _after(fact: Fact, answer: Review) -> bool:
    """Whether the fact has changed on a day after the answer."""
    return fact.changed is not None and fact.changed.toordinal() - _EPOCH > answer.day


def _newest(fact: Fact) -> tuple[int, str]:
    return (fact.changed.toordinal() if fact.changed else 0), fact.id


def _newest_first(one: Changed) -> tuple[int, tuple[str, str, str]]:
    return (-one.since.toordinal() if one.since else 0), one.item.place
