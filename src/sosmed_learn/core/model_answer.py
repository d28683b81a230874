"""The right answer to any question, as a learner would give it: ``model_response(question) -> Response``.

Grading it gives a full score; for a question of the format, ``check`` sees to that.
"""

from decimal import Decimal

from sosmed_learn.core.grading import Arranged, Filled, Picked, Placed, Response, Typed, right_choices
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
from sosmed_learn.core.text import Language


def model_response(question: AnyQuestion, language: Language = "id") -> Response:
    """The right answer of somebody who reads ``language``."""
    match question:
        case ChoiceQuestion():
            return Picked(tuple(choice.id for choice in right_choices(question)))
        case TextQuestion():
            words = question.model.say(language) if question.model else model_words(question.accept)
            return Typed(words, language)
        case NumberQuestion():
            return Typed(written(question.answer, language), language)
        case OrderQuestion():
            return Arranged(tuple(item.id for item in question.items))
        case PlaceQuestion():
            return Placed(tuple((item.id, item.place) for item in question.items))
        case FillQuestion():
            return Filled(tuple((blank.id, model_filling(blank, language)) for blank in question.blanks))


def model_filling(blank: Blank, language: Language = "id") -> str:
    """What belongs in the blank: the id of the right choice, or words that are accepted."""
    if blank.choices:
        return next((choice.id for choice in blank.choices if choice.correct), "")
    return blank.model.say(language) if blank.model else model_words(blank.accept)


def model_words(accept: tuple[Accepted, ...]) -> str:
    """The first exact text, and only where there is none, something that a pattern takes."""
    return sample(next((each for each in accept if not each.wildcard), accept[0])) if accept else ""


def sample(accepted: Accepted) -> str:
    """Something that it takes: of a pattern, its own words."""
    return accepted.text.replace("*", "").strip() if accepted.wildcard else accepted.text


def written(number: Decimal, language: Language) -> str:
    """The plain number as somebody who reads ``language`` types it."""
    plain = f"{number:f}"
    return plain.replace(".", ",") if language == "id" else plain
