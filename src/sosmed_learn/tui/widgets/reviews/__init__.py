"""Questions after they were answered: the verdict with every reason, drawn for each kind of question. Sends nothing."""

from collections.abc import Iterator

from textual.widget import Widget

from sosmed_learn.core.given import Given
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, FillQuestion, OrderQuestion, PlaceQuestion
from sosmed_learn.core.text import Language


def reasons(question: AnyQuestion, given: Given, language: Language) -> Iterator[Widget]:
    """What was answered, what is right, and why. A kind's code is read when the first such answer is looked at."""
    match question:
        case ChoiceQuestion():
            from sosmed_learn.tui.widgets.reviews.choices import reasons_for_choices  # noqa: PLC0415

            yield from reasons_for_choices(question, given, language)
        case OrderQuestion():
            from sosmed_learn.tui.widgets.reviews.order import reasons_for_order  # noqa: PLC0415

            yield from reasons_for_order(question, given, language)
        case PlaceQuestion():
            from sosmed_learn.tui.widgets.reviews.places import reasons_for_places  # noqa: PLC0415

            yield from reasons_for_places(question, given, language)
        case FillQuestion():
            from sosmed_learn.tui.widgets.reviews.fill import reasons_for_blanks  # noqa: PLC0415

            yield from reasons_for_blanks(question, given, language)
        case _:
            from sosmed_learn.tui.widgets.reviews.typed import reasons_for_typed  # noqa: PLC0415

            yield from reasons_for_typed(question, given, language)
