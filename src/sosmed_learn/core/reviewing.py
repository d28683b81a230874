"""Which reviews to serve, in which order, and what waits, as one value. There is no debt: only the best next minutes.

What is remembered least comes first (of what is due, it is what is about to be lost), within the room that today has.
Two questions that give one another away are not asked on one day. Those of one module are mixed, no concept twice in
a row where that can be: telling apart what looks alike is learnt by meeting it mixed (Brunmair and Richter 2019). What
has nothing to do with one another is not mixed: a module is dealt with before the next begins.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.memory import is_due
from sosmed_learn.core.remembering import Memories, Remembered

Amount = Literal["nothing", "few", "sitting", "more"]

_FEW = 3
_MOST, _LONGEST = 99, 999
"""Reviews in a sitting, whatever room there is, and days away: no screen says a larger number."""


class Waiting(Struct, frozen=True):
    """What waits, for a sentence. ``amount``: nothing, a ``few``, as much as fits a ``sitting``, or ``more``.

    ``served`` is how many a sitting now would ask, and never more than 99; how many are behind them nobody is told.
    ``concepts`` are (module, concept) of those that are remembered least, at most three. ``away`` is how many days ago
    anything was last asked, None where nothing ever was.
    """

    amount: Amount = "nothing"
    served: int = 0
    concepts: tuple[tuple[str, str], ...] = ()
    away: int | None = None


def due(memories: Memories) -> list[Remembered]:
    """What has faded to what the learner wants to keep, what is remembered least first."""
    return [one for one in memories.all if is_due(one.memory, memories.today)]


def sitting(memories: Memories, room: int) -> list[Remembered]:
    """The best reviews for now, at most ``room`` of them, in the order in which they are asked."""
    return mixed(list(islice(apart(due(memories), memories), _within(room))))


def waiting(memories: Memories, room: int) -> Waiting:
    """What waits, when a sitting has room for so many."""
    last = max((known.memory.day for known in memories.known.values() if known.memory), default=None)
    away = None if last is None else max(0, min(memories.today - last, _LONGEST))
    one_more = list(islice(apart(due(memories), memories), _within(room) + 1))
    served = one_more[: _within(room)]
    concepts = list(dict.fromkeys((one.what.modules[0], one.what.concept) for one in served))[:3]
    return Waiting(_amount(len(one_more), len(served)), len(served), tuple(concepts), away)


def leeches(memories: Memories) -> list[Remembered]:
    """What was missed so often that the question is to blame, for its author; what was missed most first."""
    found = [one for one in memories.all if one.memory.leech]
    return sorted(found, key=lambda one: (-one.memory.missed, one.what.place))


def apart(wanted: Iterable[Remembered], memories: Memories) -> Iterator[Remembered]:
    """Without those that have a sibling before them, or one that was asked today already: they wait for another day."""
    today = (known for known in memories.known.values() if known.memory and known.memory.day == memories.today)
    met = set[tuple[str, ...]]().union(*(known.what.kin for known in today))
    for one in wanted:
        if met.isdisjoint(one.what.kin):
            met |= one.what.kin
            yield one


def mixed(chosen: Sequence[Remembered]) -> list[Remembered]:
    """Module after module, the first one's first, in each the concepts in turns."""
    modules: dict[str, list[Remembered]] = {}
    for one in chosen:
        modules.setdefault(one.what.modules[0], []).append(one)
    return [one for those in modules.values() for one in _in_turns(those)]


def _within(room: int) -> int:
    return max(0, min(room, _MOST))


def _amount(there: int, served: int) -> Amount:
    if there > served:
        return "more"
    if not served:
        return "nothing"
    return "few" if served <= _FEW else "sitting"


def _in_turns(those: Sequence[Remembered]) -> list[Remembered]:
    """No concept twice in a row, unless there is no other way; else as they came."""
    left, turns, before = list(those), list[Remembered](), ""
    many = Counter(one.what.concept for one in those)
    while left:
        concept, most = max(many.items(), key=lambda pair: pair[1])
        pressing = 2 * most > len(left) and concept != before
        fits = (one for one in left if (one.what.concept == concept if pressing else one.what.concept != before))
        chosen = next(fits, left[0])
        left.remove(chosen)
        turns.append(chosen)
        before = chosen.what.concept
        many[before] -= 1
    return turns
