"""Is the answer right, how much of it, and why: ``grade(question, response) -> Verdict``.

Partial credit for ``multiple`` is *right minus wrong*: each right pick earns one share of the number of right options,
each wrong pick costs one, never below zero. It is the rule of H5P's Multiple Choice, and it makes ticking everything
worth nothing unless every option is right. Only a full score counts as correct. Kinds whose answers have parts are
graded by ``arranging``; all other kinds are all or nothing.
"""

from decimal import Decimal

from msgspec import Struct

from sosmed_learn.core.arranging import Part, Parts, grade_blanks, grade_order, grade_places, settled
from sosmed_learn.core.folding import matches
from sosmed_learn.core.formula import rounded
from sosmed_learn.core.numbers import PERCENT, Reading, readings
from sosmed_learn.core.question import (
    AnyQuestion,
    Blank,
    Choice,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
from sosmed_learn.core.text import Language, Text


class Picked(Struct, frozen=True, tag="picked", tag_field="form"):
    """Choices by id, in any order."""

    choices: tuple[str, ...]


class Typed(Struct, frozen=True, tag="typed", tag_field="form"):
    """What was typed, and the language in which the learner was reading: it decides what ``1.250`` means."""

    text: str
    language: Language


class Arranged(Struct, frozen=True, tag="arranged", tag_field="form"):
    """Items by id, in the order into which the learner brought them."""

    items: tuple[str, ...]


class Placed(Struct, frozen=True, tag="placed", tag_field="form"):
    """Which item was put where: (item, place) pairs of ids, in any order."""

    places: tuple[tuple[str, str], ...]


class Filled(Struct, frozen=True, tag="filled", tag_field="form"):
    """What stands in each blank: (blank, typed words or a choice's id) pairs, in any order."""

    blanks: tuple[tuple[str, str], ...]


Response = Picked | Typed | Arranged | Placed | Filled


class Verdict(Struct, frozen=True):
    """What became of an answer.

    ``score`` is 0 to 1. ``why`` is the reason for a typed answer or a combination, when the author foresaw it.
    ``read_as`` is the number understood. Reasons for choices stand with the choices themselves; ``picked`` tells which
    were taken. ``parts`` are those of an answer that has any, in the question's order.
    """

    correct: bool
    score: float
    picked: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    why: Text | None = None
    read_as: Decimal | None = None
    parts: tuple[Part, ...] = ()


def grade(question: AnyQuestion, response: Response) -> Verdict:
    """The verdict on ``response``.

    Raises ``TypeError`` when the form of the response does not fit the kind of question: a bug, never a learner's act.
    """
    match question, response:
        case ChoiceQuestion(), Picked(choices=picked):
            return _grade_choices(question, picked)
        case TextQuestion(), Typed(text=text):
            return _grade_text(question, text)
        case NumberQuestion(), Typed(text=text, language=language):
            return _grade_number(question, text, language)
        case OrderQuestion(), Arranged(items=order):
            return _of_parts(grade_order(question, order))
        case PlaceQuestion(), Placed(places=places):
            return _of_parts(grade_places(question, settled(places)))
        case FillQuestion(), Filled(blanks=blanks):
            return _of_parts(grade_blanks(question, settled(blanks)))
    message = f"a {question.kind} question cannot be answered by {type(response).__name__}"
    raise TypeError(message)


def _of_parts(graded: Parts) -> Verdict:
    return Verdict(
        correct=all(part.correct for part in graded.parts),
        score=graded.score,
        misconceptions=_beliefs(*graded.beliefs),
        why=graded.why,
        parts=graded.parts,
    )


def _grade_choices(question: ChoiceQuestion, picked: tuple[str, ...]) -> Verdict:
    taken = [choice for choice in question.choices if choice.id in picked]
    right = sum(choice.correct for choice in taken)
    wrong = len(taken) - right
    total = sum(choice.correct for choice in question.choices)
    score = max(0, right - wrong) / total
    names = tuple(choice.id for choice in taken)
    correct = right == total and not wrong
    combinations = () if correct else question.combinations
    said = next((each for each in combinations if set(each.ids) == set(names)), None)
    beliefs = [choice.misconception for choice in taken if not choice.correct]
    return Verdict(
        correct=correct,
        score=score if question.picks_many else float(correct),
        picked=names,
        misconceptions=_beliefs(*([said.misconception] if said else []), *beliefs),
        why=said.why if said else None,
    )


def _grade_text(question: TextQuestion, text: str) -> Verdict:
    if any(matches(text, accepted) for accepted in question.accept):
        return Verdict(correct=True, score=1, why=question.why)
    for slip in question.slips:
        if matches(text, slip.answer):
            return Verdict(correct=False, score=0, why=slip.why, misconceptions=_beliefs(slip.misconception))
    return Verdict(correct=False, score=0)


def _grade_number(question: NumberQuestion, text: str, language: Language) -> Verdict:
    unit = question.unit.say(language) if question.unit else ""
    drawn = question.seed is not None  # what a mistake comes to then seldom ends
    values = [_in_unit(reading, unit) for reading in readings(text, language, unit)]
    for value in values:  # the learner's own way of reading decides, and only if it means nothing here, the other
        if abs(value - question.answer) <= question.tolerance:
            return Verdict(correct=True, score=1, why=question.why, read_as=value)
        for slip in question.slips:
            if abs(value - slip.answer) <= question.tolerance or (drawn and _is_rounded(value, slip.answer)):
                beliefs = _beliefs(slip.misconception)
                return Verdict(correct=False, score=0, why=slip.why, read_as=value, misconceptions=beliefs)
    return Verdict(correct=False, score=0, read_as=values[0] if values else None)


_FORMS: dict[type[AnyQuestion], type[Response]] = {
    ChoiceQuestion: Picked,
    TextQuestion: Typed,
    NumberQuestion: Typed,
    OrderQuestion: Arranged,
    PlaceQuestion: Placed,
    FillQuestion: Filled,
}


def _is_rounded(value: Decimal, exact: Decimal) -> bool:
    """Whether ``value`` is ``exact`` to as many decimals as were typed."""
    exponent = value.as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return value != 0 and value == rounded(exact, places)


def fits(question: AnyQuestion, response: Response) -> bool:
    """Whether the form of the response is that of the question; an author may have changed the kind since."""
    return isinstance(response, _FORMS[type(question)])


def recognised(question: AnyQuestion, response: Response) -> bool:
    """Whether everything that was picked, moved or filled is still there under its id."""
    match question, response:
        case ChoiceQuestion(), Picked(choices=picked):
            return set(picked) <= {choice.id for choice in question.choices}
        case OrderQuestion(), Arranged(items=order):
            return set(order) == {item.id for item in question.items}
        case PlaceQuestion(), Placed(places=placed):
            items, places = {item.id for item in question.items}, {place.id for place in question.places}
            put = settled(placed)
            once = len(set(put.values())) == len(put) or not question.takes_once
            return put.keys() == items and set(put.values()) <= places and once
        case FillQuestion(), Filled(blanks=filled):
            given = settled(filled)
            return given.keys() == {blank.id for blank in question.blanks} and all(
                _known(blank, given[blank.id]) for blank in question.blanks
            )
    return True


def _known(blank: Blank, given: str) -> bool:
    return not blank.choices or given in {choice.id for choice in blank.choices}


def understood(question: AnyQuestion, response: Response) -> bool:
    """Whether the response can be graded at all: something was picked, everything placed, a number typed for one.

    The front ends refuse the rest in a sentence instead of calling it wrong.
    """
    match question, response:
        case _, Picked():
            return bool(response.choices)
        case FillQuestion(), Filled(blanks=blanks):
            filled = settled(blanks)
            return all(filled.get(blank.id, "").strip() for blank in question.blanks)
        case NumberQuestion(), Typed():
            unit = question.unit.say(response.language) if question.unit else ""
            return bool(readings(response.text, response.language, unit))
        case _, Typed():
            return bool(response.text.strip())
    return recognised(question, response)


def typed_words(response: Response) -> str:
    """What was typed, in a question's order where it was several things; empty where nothing was."""
    match response:
        case Typed(text=text):
            return text
        case Filled(blanks=blanks):
            return " / ".join(words for _, words in blanks)
    return ""


def _in_unit(reading: Reading, unit: str) -> Decimal:
    """``2,5%`` is 2.5 where percent is asked for, and 0.025 where a plain number is."""
    return reading.value / 100 if reading.percent and unit.casefold() not in PERCENT else reading.value


def _beliefs(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def right_choices(question: ChoiceQuestion) -> tuple[Choice, ...]:
    """The options of the key, in the author's order."""
    return tuple(choice for choice in question.choices if choice.correct)
