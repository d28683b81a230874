"""A wrong answer in a few lines, without reasons, for where a lesson is looked back at."""

from collections.abc import Iterator

from textual.content import Content

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Placed
from sosmed_learn.core.question import AnyQuestion, PlaceQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.reviews.lines import RIGHT
from sosmed_learn.tui.wording import answer_words, key_words


def in_short(question: AnyQuestion, given: Given, language: Language) -> Iterator[Content]:
    """What was answered and what is right. Of many things in places, only those in a wrong one."""
    if isinstance(question, PlaceQuestion) and isinstance(given.response, Placed):
        yield Content(_("Your answer:"))
        yield from _misplaced(question, given, dict(given.response.places), language)
        return
    yield Content(_("You answered: {answer}").format(answer=answer_words(question, given, language)))
    yield Content(_("Right: {answer}").format(answer=key_words(question, language)))


def _misplaced(question: PlaceQuestion, given: Given, put: dict[str, str], language: Language) -> Iterator[Content]:
    names = {place.id: inline(place.text.say(language), question.facts) for place in question.places}
    right = {part.id for part in given.verdict.parts if part.correct}
    for item in question.items:
        if item.id in right or put.get(item.id) not in names:
            continue
        yield Content.assemble("✗ ", inline(item.text.say(language), question.facts), " → ", names[put[item.id]])
        if item.place in names:
            yield Content.assemble("  ✓ → ", names[item.place]).stylize(RIGHT)
