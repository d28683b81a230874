"""Answers to questions with parts that make a difference: the right one, those an author foresaw, one thing misplaced.

A question has nine things at most, so there are few.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from sosmed_learn.core.grading import Arranged, Filled, Placed
from sosmed_learn.core.model_answer import model_filling, sample
from sosmed_learn.core.question import Blank, FillQuestion, OrderQuestion, PlaceQuestion

UNFORESEEN = "…"
"""A typed answer that no author has foreseen: no word and no number."""


def orders(question: OrderQuestion) -> tuple[Arranged, ...]:
    """The right order, each combination in an order that is right otherwise, neighbours swapped, one end at the other,
    and all of it backwards.
    """
    right = [item.id for item in question.items]
    found = [right, *(_with_run(right, each.ids) for each in question.combinations)]
    found += [[*right[:at], right[at + 1], right[at], *right[at + 2 :]] for at in range(len(right) - 1)]
    found += [[*right[1:], *right[:1]], [*right[-1:], *right[:-1]], right[::-1]]
    return tuple(Arranged(names) for names in dict.fromkeys(map(tuple, found)))


def _with_run(right: Sequence[str], run: Sequence[str]) -> list[str]:
    """The right order with ``run`` together, where its first item stands."""
    at = right.index(run[0]) if run[0] in right else 0
    before = [name for name in right[:at] if name not in run]
    return [*before, *run, *(name for name in right[at:] if name not in run)]


def placings(question: PlaceQuestion) -> tuple[Placed, ...]:
    """Everything in its place, each combination, and each thing in each other place.

    Where a place takes one thing, what stood there goes where the other came from.
    """
    right = {item.id: item.place for item in question.items}
    found = [right, *(_with_places(question, right, each.places) for each in question.combinations)]
    elsewhere = product(question.items, question.places)
    found += [_with_places(question, right, [(item.id, place.id)]) for item, place in elsewhere]
    return tuple(Placed(pairs) for pairs in dict.fromkeys(tuple(places.items()) for places in found))


def _with_places(
    question: PlaceQuestion, right: Mapping[str, str], changed: Iterable[tuple[str, str]]
) -> dict[str, str]:
    places = dict(right)
    for thing, place in changed:
        there = next((name for name, held in places.items() if held == place), thing)
        if question.takes_once and thing in places:
            places[there] = places[thing]
        places[thing] = place
    return places


def fillings(question: FillQuestion) -> tuple[Filled, ...]:
    """Every blank right, and for each blank alone whatever the author foresaw, with something unforeseen if typed."""
    right = {blank.id: model_filling(blank) for blank in question.blanks}
    found = [right]
    for blank in question.blanks:
        found += [{**right, blank.id: words} for words in _of_blank(blank)]
    return tuple(Filled(pairs) for pairs in dict.fromkeys(tuple(filled.items()) for filled in found))


def _of_blank(blank: Blank) -> Iterator[str]:
    if blank.choices:
        yield from (choice.id for choice in blank.choices)
        return
    yield from map(sample, blank.accept)
    yield from (sample(slip.answer) for slip in blank.slips)
    yield UNFORESEEN
