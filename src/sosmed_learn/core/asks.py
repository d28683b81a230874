"""Which questions to ask again, and why each: what has nearly faded, what one was sure of and wrong about, and more.

Pure: what is known of the learner comes in, and a list of questions comes out.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import islice
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.beliefs import SETTLED, Sighting
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.itembank import Item, showing
from sosmed_learn.core.memory import is_due
from sosmed_learn.core.remembering import Remembered
from sosmed_learn.core.reviewing import apart, mixed

Why = Literal["due", "sure", "words", "confirm", "changed", "settle", "test"]

LATER = timedelta(days=2)
"""After this, a belief that showed is asked about in other words: before, the same question comes first."""
RECENT = timedelta(days=60)
"""What showed longer ago than that is not followed up."""
CONFIRM_AFTER = timedelta(days=7)
"""When what a diagnosis presumes known is looked at once."""

_MOST = 99


class Ask(Struct, frozen=True):
    """One question to ask again, and why now. ``leech``: it was missed on so many days that it may be to blame itself.

    ``due`` it has faded to ``recall``; ``sure`` the learner was sure and wrong on an earlier day; ``words`` a belief
    that showed in another question; ``confirm`` known as far as a diagnosis can tell; ``changed`` what it rests on has
    changed; ``settle`` the belief on whose page one was; ``test`` to pass a lesson without going through it.
    """

    item: Item
    why: Why
    recall: float = 0.0
    leech: bool = False


def todays_asks(known: Insight, room: int, presumed: Iterable[str] = ()) -> list[Ask]:
    """The questions for now, at most ``room`` of them, in the order in which they are asked.

    First what the learner was sure of and wrong about, one belief in other words, and one of the concepts ``presumed``
    known; then what is remembered least of what is due, module by module. Nothing gives another one away.
    """
    room = max(0, min(room, _MOST))
    telling = [*_sure(known), *_in_other_words(known)][: max(1, room // 2)]
    first = list(_distinct([*telling, *islice(_to_confirm(known, presumed), 1)]))[:room]
    kin = _kin(first)
    due = [one for one in _due(known) if kin.isdisjoint(one.what.kin)]
    served = mixed(list(islice(apart(due, known.memories), room - len(first))))
    return [*first, *_asks(known, served, "due")]


def _distinct(asks: Iterable[Ask]) -> Iterator[Ask]:
    """Without those that have a sibling before them."""
    met = set[tuple[str, ...]]()
    for ask in asks:
        if met.isdisjoint(ask.item.what.kin):
            met |= ask.item.what.kin
            yield ask


def _kin(asks: Iterable[Ask]) -> set[tuple[str, ...]]:
    return set[tuple[str, ...]]().union(*(ask.item.what.kin for ask in asks))


def waits(known: Insight) -> bool:
    """Whether anything is due at all."""
    return any(True for _ in apart(_due(known), known.memories)) or any(True for _ in _sure(known))


def _due(known: Insight) -> list[Remembered]:
    """What has faded, without what is missed again and again and was reported: that waits for its author."""
    due = (one for one in known.memories.all if is_due(one.memory, known.memories.today))
    return [one for one in due if not (one.memory.leech and is_reported(known, one))]


def is_reported(known: Insight, one: Remembered) -> bool:
    """Whether the learner has said that something is wrong with the question."""
    what = one.what
    return not known.progress.lesson(what.modules, what.lessons).flags.isdisjoint(what.names)


def _sure(known: Insight) -> Iterator[Ask]:
    """What was said to be sure and is not so, from an earlier day, and was not right since."""
    open_still = [one for one in _due(known) if one.memory.unsettled]
    yield from _asks(known, list(apart(open_still, known.memories)), "sure")


def _asks(known: Insight, those: Iterable[Remembered], why: Why) -> Iterator[Ask]:
    for one in those:
        yield Ask(known.bank.by_place[one.what.place], why, one.recall, one.memory.leech)


def _in_other_words(known: Insight) -> Iterator[Ask]:
    """For the belief that showed last and is not settled, another question that can show it."""
    met = set[tuple[str, str]]()
    for sighting in known.sightings:
        age = known.now - sighting.at
        if sighting.misconception in met or not LATER <= age <= RECENT or _withstood(known, sighting):
            continue
        met.add(sighting.misconception)
        item = _another(known, sighting)
        if item is not None:
            yield Ask(item, "words")
            return


def _withstood(known: Insight, sighting: Sighting) -> bool:
    """Whether enough questions that could show the belief went right since."""
    module, belief = sighting.misconception
    since = [
        one
        for item in showing(known.bank.items, module, belief)
        for one in known.evidence.get(item.question.concept, ())
        if one.question == "/".join(item.place) and one.right and one.at > sighting.at
    ]
    return len(since) >= SETTLED


def _another(known: Insight, sighting: Sighting) -> Item | None:
    """Another question of a lesson that can show the same belief, of a lesson that was begun where there is one.

    Rather one never asked, or asked longest ago.
    """
    module, belief = sighting.misconception
    others = [
        item
        for item in showing(known.bank.items, module, belief)
        if item.reviewable and item.place[1:] != (sighting.lesson, sighting.question)
    ]
    days = {item.place: _last_day(known, item) for item in others}
    fresh = [item for item in others if days[item.place] < known.memories.today]
    return min(fresh, key=lambda item: (not _begun(known, item), days[item.place]), default=None)


def _begun(known: Insight, item: Item) -> bool:
    """Whether anything was ever done in its lesson; another one may need what was not taught yet."""
    return bool(known.progress.lesson(item.what.modules, item.what.lessons).touched)


def _last_day(known: Insight, item: Item) -> int:
    memory = known.memories.of(item.what)
    return memory.day if memory else -1


def _to_confirm(known: Insight, presumed: Iterable[str]) -> Iterator[Ask]:
    """A question, not of the easiest, about a concept that is only presumed known."""
    for concept in presumed:
        items = [i for i in known.bank.items if i.reviewable and i.question.concept == concept]
        fresh = [item for item in items if known.memories.of(item.what) is None]
        best = min(fresh, key=lambda item: (abs(item.question.level - 2), item.place), default=None)
        if best is not None:
            yield Ask(best, "confirm")


def settling(known: Insight, module: str, belief: str, most: int = 2) -> list[Ask]:
    """Questions by which the learner can see whether the belief is overcome, those asked longest ago first."""
    items = [item for item in showing(known.bank.items, module, belief) if item.reviewable]
    return [Ask(item, "settle") for item in sorted(items, key=lambda item: _last_day(known, item))[:most]]


def passing(known: Insight, module: str, lesson: str, most: int = 4) -> list[Ask]:
    """Questions by which a lesson, and all others of its module on the same concepts, can be passed without them.

    The harder ones, of each of those lessons in turn.
    """
    together = alike(known, module, lesson)
    items = [item for item in known.bank.items if item.reviewable and item.place[:2] in together]
    hardest = sorted(items, key=lambda item: (-item.question.level, item.chance, item.place))
    turns = [[item for item in hardest if item.place[:2] == place] for place in together]
    in_turn = [items[number] for number in range(most) for items in turns if number < len(items)]
    return [Ask(item, "test") for item in in_turn[: max(most, len(together))]]


def alike(known: Insight, module: str, lesson: str) -> tuple[tuple[str, str], ...]:
    """The lesson, and those of its module that teach the same and nothing else, by (module, lesson)."""
    of = known.bank.lessons.get((module, lesson))
    if of is None or not of.concepts:
        return ((module, lesson),)
    others = (key for key, other in known.bank.lessons.items() if key[0] == module and other.concepts == of.concepts)
    return ((module, lesson), *(key for key in others if key != (module, lesson)))
