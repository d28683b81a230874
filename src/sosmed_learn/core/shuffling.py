"""In which order things are shown that must not give the answer away: mixed, and the same way every time.

Nothing here is left to chance: a question looks the same after a restart, in both languages and to everybody.
"""

from collections.abc import Sequence
from hashlib import blake2b

from sosmed_learn.core.question import Item, OrderQuestion, Place, PlaceQuestion


def shuffled(ids: Sequence[str], seed: str) -> tuple[str, ...]:
    """``ids`` in an order that ``seed`` decides, never in the one given if there is another.

    Each id is ranked by itself, so one that is added or taken away leaves the others as they stand.
    """
    given = tuple(ids)
    mixed = tuple(sorted(given, key=lambda name: blake2b(f"{seed}\n{name}".encode(), digest_size=8).digest()))
    return (*mixed[1:], *mixed[:1]) if mixed == given else mixed


def shown_items(question: OrderQuestion | PlaceQuestion) -> tuple[Item, ...]:
    """The items as they are numbered on screen. The left sides of a match stand as their author wrote them."""
    if isinstance(question, PlaceQuestion) and question.takes_once:
        return question.items
    by_id = {item.id: item for item in question.items}
    return tuple(by_id[name] for name in shuffled(tuple(by_id), question.id))


def shown_places(question: PlaceQuestion) -> tuple[Place, ...]:
    """The places as they are lettered on screen. Bins stand as their author wrote them."""
    if not question.takes_once:
        return question.places
    by_id = {place.id: place for place in question.places}
    return tuple(by_id[name] for name in shuffled(tuple(by_id), question.id))
