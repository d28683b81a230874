"""Grading of answers that have parts: an order, things put in places, filled blanks. Plain values in and out.

Each part counts the same, and only what is wholly right counts as correct:

- ``order``: the share of neighbours that stand together as they should, of the n - 1 pairs; the rule "relative to the
  next item, excluding the last" of Moodle's ordering question. One item out of place costs what follows it nothing.
- ``match``, ``sort`` and ``fill``: the share of things that are where they belong, as in Moodle's matching and
  embedded-answers (Cloze) questions and H5P's Drag the Words.

What is not there cannot be right and shows no belief. An answer that says two things about one part says nothing about
it. What the author has removed since is passed over.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from sosmed_learn.core.folding import matches
from sosmed_learn.core.question import Blank, FillQuestion, Item, OrderQuestion, PlaceQuestion
from sosmed_learn.core.text import Text


class Part(Struct, frozen=True):
    """What became of one part: an item in a place, or a blank. ``why`` is the reason, right or wrong."""

    id: str
    correct: bool
    why: Text | None = None


class Parts(Struct, frozen=True):
    """All parts in the question's order, the score, the beliefs that showed, and the reason for a combination."""

    parts: tuple[Part, ...]
    score: float
    beliefs: tuple[str | None, ...] = ()
    why: Text | None = None


def settled(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The pairs as a table, without the names that stand there with two different values."""
    table: dict[str, str] = {}
    torn: set[str] = set()
    for name, value in pairs:
        if table.setdefault(name, value) != value:
            torn.add(name)
    return {name: value for name, value in table.items() if name not in torn}


def grade_order(question: OrderQuestion, order: Sequence[str]) -> Parts:
    """A part is right when its item need not be moved.

    An item is moved when any of the shortest ways to mend the order moves it: of the first one put last that is this
    one alone, of two neighbours that changed places it is both.
    """
    names = [item.id for item in question.items]
    known = set(names)
    given = [name for name in dict.fromkeys(order) if name in known]
    if given == names:
        return Parts(tuple(Part(item.id, correct=True, why=item.why) for item in question.items), 1)
    fixed = _fixed([names.index(name) for name in given])
    parts = tuple(Part(item.id, at in fixed, item.why) for at, item in enumerate(question.items))
    neighbours = set(pairwise(given))
    kept = sum(pair in neighbours for pair in pairwise(names))
    said = next((each for each in question.combinations if holds_run(given, each.ids)), None)
    moved = [
        item.misconception
        for item, part in zip(question.items, parts, strict=True)
        if not part.correct and item.id in given
    ]
    beliefs = [*([said.misconception] if said else []), *moved]
    return Parts(parts, kept / max(1, len(names) - 1), tuple(beliefs), said.why if said else None)


def _fixed(places: Sequence[int]) -> set[int]:
    """Those of the places that are in each of the longest rising series: what nobody has to move."""
    count = len(places)
    before = [1] * count
    after = [1] * count
    for at in range(count):
        before[at] += max((before[i] for i in range(at) if places[i] < places[at]), default=0)
    for at in reversed(range(count)):
        after[at] += max((after[i] for i in range(at + 1, count) if places[i] > places[at]), default=0)
    longest = max(before, default=0)
    able = [at for at in range(count) if before[at] + after[at] - 1 == longest]
    rivals = Counter(before[at] for at in able)
    return {places[at] for at in able if rivals[before[at]] == 1}


def holds_run(given: Sequence[str], run: Sequence[str]) -> bool:
    """Whether ``run`` stands in ``given``, one right after the other."""
    size = len(run)
    return any(list(given[at : at + size]) == list(run) for at in range(len(given) - size + 1))


def grade_places(question: PlaceQuestion, places: Mapping[str, str]) -> Parts:
    """A part is right when its item was put in its place."""
    parts = tuple(_placed(item, places.get(item.id)) for item in question.items)
    right = sum(part.correct for part in parts)
    if right == len(parts):
        return Parts(parts, 1)
    said = next(
        (each for each in question.combinations if all(places.get(thing) == place for thing, place in each.places)),
        None,
    )
    known = {place.id for place in question.places}
    wrong = [
        item.misconception
        for item, part in zip(question.items, parts, strict=True)
        if not part.correct and places.get(item.id) in known
    ]
    beliefs = [*([said.misconception] if said else []), *wrong]
    return Parts(parts, right / len(parts), tuple(beliefs), said.why if said else None)


def _placed(item: Item, place: str | None) -> Part:
    return Part(item.id, correct=place == item.place, why=item.why)


def grade_blanks(question: FillQuestion, filled: Mapping[str, str]) -> Parts:
    """A part is right when its blank holds a right choice or an accepted text."""
    graded = [_filled(blank, filled.get(blank.id, "")) for blank in question.blanks]
    parts = tuple(part for part, _belief in graded)
    right = sum(part.correct for part in parts)
    return Parts(parts, right / len(parts), tuple(belief for _part, belief in graded))


def _filled(blank: Blank, given: str) -> tuple[Part, str | None]:
    """The part and the belief that showed in it."""
    if blank.choices:
        for choice in blank.choices:
            if choice.id == given:
                return Part(blank.id, choice.correct, choice.why), None if choice.correct else choice.misconception
        return Part(blank.id, correct=False), None
    if any(matches(given, accepted) for accepted in blank.accept):
        return Part(blank.id, correct=True, why=blank.why), None
    for slip in blank.slips:
        if matches(given, slip.answer):
            return Part(blank.id, correct=False, why=slip.why), slip.misconception
    return Part(blank.id, correct=False), None
