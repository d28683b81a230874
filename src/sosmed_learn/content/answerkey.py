"""Whether two versions of a question have the same right answers.

Typed answers are graded anew: old ones by the new question. Of what is picked, moved or sorted, the keys are compared.
"""

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar

from sosmed_learn.content.misplacing import UNFORESEEN, fillings
from sosmed_learn.content.playing import responses
from sosmed_learn.core.grading import Filled, Typed, grade
from sosmed_learn.core.question import (
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    FillQuestion,
    OrderQuestion,
    PlaceQuestion,
)
from sosmed_learn.core.text import LANGUAGES, Text


class _Said(Protocol):
    """Something with an id and with words for learners."""

    @property
    def id(self) -> str: ...

    @property
    def text(self) -> Text: ...


_T = TypeVar("_T", bound=_Said)


def key_changed(old: AnyQuestion, new: AnyQuestion) -> bool:
    """Whether an answer that was right would be wrong now, or one that was wrong would be right."""
    match old, new:
        case ChoiceQuestion(), ChoiceQuestion():
            return _other_choices(old.choices, new.choices)
        case OrderQuestion(), OrderQuestion():
            return _other_order(old, new)
        case PlaceQuestion(), PlaceQuestion():
            return _other_places(old, new)
        case FillQuestion(), FillQuestion():
            return _other_blanks(old, new)
    return type(old) is not type(new) or _graded_otherwise(old, new)


def _graded_otherwise(old: AnyQuestion, new: AnyQuestion) -> bool:
    for language in LANGUAGES:
        for response in responses(old, language):
            before, after = grade(old, response), grade(new, response)
            foreseen = before.why is not None and not (isinstance(response, Typed) and response.text == UNFORESEEN)
            if foreseen and before.correct != after.correct:
                return True
    return False


def _paired(old: Sequence[_T], new: Sequence[_T]) -> tuple[list[tuple[_T, _T]], list[_T]]:
    """What is the same in both, by its id or, where only words were mended, by its place; and what is in one alone."""
    there = {each.id: each for each in new}
    known = {each.id for each in old}
    pairs = [(each, there[each.id]) for each in old if each.id in there]
    gone = [each for each in old if each.id not in there]
    fresh = [each for each in new if each.id not in known]
    if len(gone) == len(fresh):
        return [*pairs, *zip(gone, fresh, strict=True)], []
    return pairs, [*gone, *fresh]


def _other_choices(old: Sequence[Choice], new: Sequence[Choice]) -> bool:
    pairs, alone = _paired(old, new)
    return any(first.correct != second.correct for first, second in pairs) or any(choice.correct for choice in alone)


def _other_order(old: OrderQuestion, new: OrderQuestion) -> bool:
    """Things added or removed make another order; of mended words the places must be the same too."""
    pairs, alone = _paired(old.items, new.items)
    now = {first.id: second.id for first, second in pairs}
    moved = bool(alone) or [now[item.id] for item in old.items] != [item.id for item in new.items]
    return moved or _swapped(old.items, pairs)


def _other_places(old: PlaceQuestion, new: PlaceQuestion) -> bool:
    """Each thing belongs where it did. A place more or less for nothing changes no answer."""
    things, alone = _paired(old.items, new.items)
    places, _ = _paired(old.places, new.places)
    if old.kind != new.kind or alone or _swapped(old.items, things) or _swapped(old.places, places):
        return True
    if old.takes_once:
        return False  # each has the place of its own id
    now = {first.id: second.id for first, second in places}
    return any(now.get(first.place) != second.place for first, second in things)


def _swapped(old: Sequence[_Said], pairs: Sequence[tuple[_Said, _Said]]) -> bool:
    """Whether something says now what something else said before: then an id means another thing."""
    before = {each.text: each.id for each in old}
    return any(before.get(second.text, first.id) != first.id for first, second in pairs)


def _other_blanks(old: FillQuestion, new: FillQuestion) -> bool:
    """Every blank is there under its id, and what is foreseen for it is as right as it was."""
    now = {blank.id: blank for blank in new.blanks}
    if {blank.id for blank in old.blanks} != now.keys():
        return True
    pairs = [(blank, now[blank.id]) for blank in old.blanks]
    if any(bool(first.choices) != bool(second.choices) for first, second in pairs):
        return True
    if any(_other_choices(first.choices, second.choices) for first, second in pairs):
        return True
    typed = {blank.id for blank in old.blanks if not blank.choices}
    return any(_filled_otherwise(old, new, response, typed) for response in fillings(old))


def _filled_otherwise(old: FillQuestion, new: FillQuestion, response: Filled, typed: Collection[str]) -> bool:
    given = dict(response.blanks)
    after = {part.id: part.correct for part in grade(new, response).parts}
    return any(
        part.correct != after[part.id]
        for part in grade(old, response).parts
        if part.id in typed and given[part.id] != UNFORESEEN
    )
