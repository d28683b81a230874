"""Questions to answer, one card for each kind: plain data in, one ``Submitted`` out. They grade nothing."""

from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, FillQuestion, OrderQuestion, PlaceQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.tui.widgets.cards.base import QuestionCard

__all__ = ["QuestionCard", "card_for"]


def card_for(question: AnyQuestion, language: Language, reader: Language) -> QuestionCard:
    """The card of the question's kind; its code is read when the first such question is met.

    ``language`` is the language of the course text, ``reader`` the one in which the learner types.
    """
    match question:
        case ChoiceQuestion():
            from sosmed_learn.tui.widgets.cards.choices import ChoiceCard  # noqa: PLC0415

            return ChoiceCard(question, language)
        case OrderQuestion():
            from sosmed_learn.tui.widgets.cards.order import OrderCard  # noqa: PLC0415

            return OrderCard(question, language)
        case PlaceQuestion():
            from sosmed_learn.tui.widgets.cards.places import PlaceCard  # noqa: PLC0415

            return PlaceCard(question, language)
        case FillQuestion():
            from sosmed_learn.tui.widgets.cards.fill import FillCard  # noqa: PLC0415

            return FillCard(question, language)
        case _:
            from sosmed_learn.tui.widgets.cards.typed import TypedCard  # noqa: PLC0415

            return TypedCard(question, language, reader)
