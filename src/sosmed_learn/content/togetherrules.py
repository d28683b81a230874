"""Checks over combinations: what they name is there, is not right as it is, and they can be met at all.

Only what has an ``id:`` of its own can be named: ids that are made from words change with the words.
"""

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import choice_id, item_id, pair_id
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.names import Known, check_known
from sosmed_learn.content.walk import Path
from sosmed_learn.core.arranging import holds_run

LessonDocument = Document[shape.LessonFile]
_C = TypeVar("_C", bound=shape.CombinationShape)

NOBODY = "–"  # noqa: RUF001 - a dash where nothing has an id


def check_chosen_together(document: LessonDocument, path: Path, question: shape.MultipleShape, known: Known) -> None:
    """Combinations of choices."""
    names = [choice.id for choice in question.choices if choice.id]
    right = {choice_id(choice) for choice in question.choices if choice.correct}

    def sound(inner: Path, each: shape.ChosenTogetherShape) -> bool:
        return _all_there(document, (*inner, "choices"), each.choices, names)

    checked = _checked(document, path, question.combinations, known, sound if _told_apart(names) else None)
    _check_right(document, [place for place, each in checked if set(each.choices) == right])
    _check_met(document, checked, lambda first, later: set(first.choices) == set(later.choices))


def check_ordered_together(document: LessonDocument, path: Path, question: shape.OrderShape, known: Known) -> None:
    """Combinations of items that stand one right after the other."""
    names = [item.id for item in question.items if item.id]
    right = [item_id(item) for item in question.items]

    def sound(inner: Path, each: shape.OrderedTogetherShape) -> bool:
        return _all_there(document, (*inner, "items"), each.items, names)

    checked = _checked(document, path, question.combinations, known, sound if _told_apart(names) else None)
    _check_right(document, [place for place, each in checked if holds_run(right, each.items)])
    _check_met(document, checked, lambda first, later: holds_run(later.items, first.items))


def check_matched_together(document: LessonDocument, path: Path, question: shape.MatchShape, known: Known) -> None:
    """Combinations of pairs: a left side with the right side of another pair, or with an extra one."""
    things = [pair.id for pair in question.pairs if pair.id]
    places = [*things, *(extra.id for extra in question.extras if extra.id)]
    right = {name: name for name in map(pair_id, question.pairs)}

    def sound(inner: Path, each: shape.PlacedTogetherShape) -> bool:
        taken: set[str] = set()
        fine = True
        for thing, place in each.places.items():
            fine &= _is_there(document, (*inner, "places", thing), thing, things, at_key=True)
            fine &= _is_there(document, (*inner, "places", thing), place, places)
            if fine and place in taken:
                document.report("E437", (*inner, "places", thing), id=place)
                fine = False
            taken.add(place)
        return fine

    certain = sound if _told_apart(places) else None
    _check_placed(document, _checked(document, path, question.combinations, known, certain), right)


def check_sorted_together(document: LessonDocument, path: Path, question: shape.SortShape, known: Known) -> None:
    """Combinations of items in bins."""
    things = [item.id for item in question.items if item.id]
    bins = [each.id for each in question.bins]
    right = {item_id(item): item.bin for item in question.items}

    def sound(inner: Path, each: shape.PlacedTogetherShape) -> bool:
        fine = True
        for thing, place in each.places.items():
            fine &= _is_there(document, (*inner, "places", thing), thing, things, at_key=True)
            if place not in bins:
                check_known(document, "E331", (*inner, "places", thing), place, bins)
                fine = False
        return fine

    certain = sound if _told_apart(things) and not document.is_broken((*path, "bins")) else None
    _check_placed(document, _checked(document, path, question.combinations, known, certain), right)


def _check_placed(
    document: LessonDocument, checked: Sequence[tuple[Path, shape.PlacedTogetherShape]], right: dict[str, str]
) -> None:
    _check_right(document, [place for place, each in checked if each.places.items() <= right.items()])
    _check_met(document, checked, lambda first, later: first.places.items() <= later.places.items())


def _checked(
    document: LessonDocument,
    path: Path,
    combinations: Sequence[_C],
    known: Known,
    sound: Callable[[Path, _C], bool] | None,
) -> list[tuple[Path, _C]]:
    """The combinations that name only what is there, with their paths; none where nobody knows what an id means."""
    found = []
    for at, each in enumerate(combinations):
        inner = (*path, "combinations", at)
        check_known(document, "E305", (*inner, "misconception"), each.misconception, known.misconceptions)
        if sound is not None and not document.is_broken(inner) and sound(inner, each):
            found.append((inner, each))
    return found


def _told_apart(names: Collection[str]) -> bool:
    """Whether no id is there twice, which was said."""
    return len(set(names)) == len(names)


def _all_there(document: LessonDocument, path: Path, given: Sequence[str], names: Collection[str]) -> bool:
    strange = [name for at, name in enumerate(given) if not _is_there(document, (*path, at), name, names)]
    for at, name in enumerate(given) if not strange else ():
        if name in given[:at]:
            document.report("E437", (*path, at), id=name)
            return False
    return not strange


def _is_there(document: LessonDocument, path: Path, name: str, names: Collection[str], *, at_key: bool = False) -> bool:
    if name in names:
        return True
    if not document.sheet.full:
        report = document.report_key if at_key else document.report
        report("E332", path, id=name, guess=guess(name, names), allowed=", ".join(names) or NOBODY)
    return False


def _check_right(document: LessonDocument, places: Sequence[Path]) -> None:
    for place in places:
        document.report("E433", place)


def _check_met(document: LessonDocument, checked: Sequence[tuple[Path, _C]], takes: Callable[[_C, _C], bool]) -> None:
    """No combination is taken by one before it."""
    for at, (place, each) in enumerate(checked):
        first = next((other for other, before in checked[:at] if takes(before, each)), None)
        if first is not None:
            line = document.span(first).line
            document.report("E436", place, other=f"{document.sheet.path}:{line}")
