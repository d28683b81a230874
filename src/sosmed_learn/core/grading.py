"""Is the answer right, how much of it, and why: ``grade(question, response) -> Verdict``.

Partial credit for ``multiple`` is *right minus wrong*: each right pick earns one share of the number of right options,
each wrong pick costs one, never below zero. It is the rule of H5P's Multiple Choice, and it makes ticking everything
worth nothing unless every option is right. Only a full score counts as correct. All other kinds are all or nothing.
"""

from decimal import Decimal

from msgspec import Struct

from sosmed_learn.core.folding import matches
from sosmed_learn.core.numbers import PERCENT, Reading, readings
from sosmed_learn.core.question import AnyQuestion, Choice, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.text import Language, Text


class Picked(Struct, frozen=True, tag="picked", tag_field="form"):
    """Choices by id, in any order."""

    choices: tuple[str, ...]


class Typed(Struct, frozen=True, tag="typed", tag_field="form"):
    """What was typed, and the language in which the learner was reading: it decides what ``1.250`` means."""

    text: str
    language: Language


Response = Picked | Typed


class Verdict(Struct, frozen=True):
    """What became of an answer.

    ``score`` is 0 to 1. ``why`` is the reason for a typed answer, when the author foresaw it. ``read_as`` is the
    number understood. Reasons for choices stand with the choices themselves; ``picked`` tells which were taken.
    """

    correct: bool
    score: float
    picked: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    why: Text | None = None
    read_as: Decimal | None = None


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
    message = f"a {question.kind} question cannot be answered by {type(response).__name__}"
    raise TypeError(message)


def _grade_choices(question: ChoiceQuestion, picked: tuple[str, ...]) -> Verdict:
    taken = [choice for choice in question.choices if choice.id in picked]
    right = sum(choice.correct for choice in taken)
    wrong = len(taken) - right
    total = sum(choice.correct for choice in question.choices)
    score = max(0, right - wrong) / total
    return Verdict(
        correct=right == total and not wrong,
        score=score if question.picks_many else float(right == total and not wrong),
        picked=tuple(choice.id for choice in taken),
        misconceptions=_beliefs(*(choice.misconception for choice in taken if not choice.correct)),
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
    values = [_in_unit(reading, unit) for reading in readings(text, language, unit)]
    for value in values:  # the learner's own way of reading decides, and only if it means nothing here, the other
        if abs(value - question.answer) <= question.tolerance:
            return Verdict(correct=True, score=1, why=question.why, read_as=value)
        for slip in question.slips:
            if abs(value - slip.answer) <= question.tolerance:
                beliefs = _beliefs(slip.misconception)
                return Verdict(correct=False, score=0, why=slip.why, read_as=value, misconceptions=beliefs)
    return Verdict(correct=False, score=0, read_as=values[0] if values else None)


def fits(question: AnyQuestion, response: Response) -> bool:
    """Whether the form of the response is that of the question; an author may have changed the kind since."""
    return isinstance(response, Picked) == isinstance(question, ChoiceQuestion)


def recognised(question: AnyQuestion, response: Response) -> bool:
    """Whether everything that was picked is still among the options."""
    if isinstance(response, Picked) and isinstance(question, ChoiceQuestion):
        return set(response.choices) <= {choice.id for choice in question.choices}
    return True


def understood(question: AnyQuestion, response: Response) -> bool:
    """Whether the response can be graded at all: something was picked, or a number typed where one is asked.

    The front ends refuse the rest in a sentence instead of calling it wrong.
    """
    if isinstance(response, Picked):
        return bool(response.choices)
    if isinstance(question, NumberQuestion):
        unit = question.unit.say(response.language) if question.unit else ""
        return bool(readings(response.text, response.language, unit))
    return bool(response.text.strip())


def _in_unit(reading: Reading, unit: str) -> Decimal:
    """``2,5%`` is 2.5 where percent is asked for, and 0.025 where a plain number is."""
    return reading.value / 100 if reading.percent and unit.casefold() not in PERCENT else reading.value


def _beliefs(*names: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def right_choices(question: ChoiceQuestion) -> tuple[Choice, ...]:
    """The options of the key, in the author's order."""
    return tuple(choice for choice in question.choices if choice.correct)
