"""A question as the diagnosis sees it, and what was replied to it."""

from math import factorial, perm, prod
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.question import (
    AnyQuestion,
    Blank,
    Choice,
    ChoiceQuestion,
    FillQuestion,
    OrderQuestion,
    PlaceQuestion,
)

ENOUGH = 2
"""Questions about a concept from which its place on the map can be final."""
TYPED = 0.02
"""The chance to guess what must be typed."""


class Probe(Struct, frozen=True):
    """One question that can be asked: ``level`` 1 to 3 and ``guess``, the chance to be right without any idea.

    ``misconceptions`` are the beliefs that its wrong answers name.
    """

    id: str
    concept: str
    level: int = 2
    guess: float = 1 / 3
    misconceptions: tuple[str, ...] = ()


Verdict = Literal["right", "wrong", "unknown"]
"""``unknown`` is "belum tahu": a good answer, since it says more than a guess."""


class Reply(Struct, frozen=True):
    """What came of one probe. ``confidence`` is None where it was not asked, or is not asked with "belum tahu".

    ``misconception`` is the belief that the wrong answer named, if it named one.
    """

    probe: str
    verdict: Verdict
    confidence: Confidence | None = None
    misconception: str | None = None


def probe_of(question: AnyQuestion, name: str) -> Probe:
    """The question as a probe of that id."""
    return Probe(name, question.concept, question.level, guessing(question), beliefs_of(question))


def guessing(question: AnyQuestion) -> float:
    """The chance to be right by picking blindly."""
    match question:
        case ChoiceQuestion(kind="multiple", choices=choices):
            return 1 / (2.0 ** len(choices) - 1)
        case ChoiceQuestion(choices=choices):
            return sum(choice.correct for choice in choices) / len(choices)
        case OrderQuestion(items=items):
            return 1 / factorial(len(items))
        case PlaceQuestion(items=items, places=places):
            ways = perm(len(places), len(items)) if question.takes_once else float(len(places)) ** len(items)
            return 1 / ways
        case FillQuestion(blanks=blanks):
            return prod(map(_guessing_blank, blanks), start=1.0)
    return TYPED


def _guessing_blank(blank: Blank) -> float:
    return sum(choice.correct for choice in blank.choices) / len(blank.choices) if blank.choices else TYPED


def beliefs_of(question: AnyQuestion) -> tuple[str, ...]:
    """Every misconception that an answer to the question can name, once."""
    named: list[str | None] = []
    match question:
        case ChoiceQuestion(choices=choices):
            named = [*_of_choices(choices), *(each.misconception for each in question.combinations)]
        case OrderQuestion() | PlaceQuestion():
            named = [item.misconception for item in question.items]
            named += [each.misconception for each in question.combinations]
        case FillQuestion(blanks=blanks):
            for blank in blanks:
                named += [*_of_choices(blank.choices), *(slip.misconception for slip in blank.slips)]
        case _:
            named = [slip.misconception for slip in question.slips]
    return tuple(dict.fromkeys(name for name in named if name))


def _of_choices(choices: tuple[Choice, ...]) -> list[str | None]:
    return [choice.misconception for choice in choices]
