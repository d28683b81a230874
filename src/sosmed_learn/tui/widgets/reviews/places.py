"""Things that were put in places: where the learner put each, where it belongs, and why."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Placed
from sosmed_learn.core.question import PlaceQuestion
from sosmed_learn.core.shuffling import shown_items
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.reviews.lines import RIGHT, STYLES, quiet, reason, why_lines


def reasons_for_places(question: PlaceQuestion, given: Given, language: Language) -> Iterator[Widget]:
    """Every thing under the number that it had."""
    names = {place.id: inline(place.text.say(language), question.facts) for place in question.places}
    put = dict(given.response.places) if isinstance(given.response, Placed) else {}
    right = {part.id for part in given.verdict.parts if part.correct}
    yield Static(_("Your answer:"), classes="quiet", markup=False)
    for number, item in enumerate(shown_items(question), start=1):
        mark = "✓" if item.id in right else "✗" if item.id in put else " "
        place = names.get(put.get(item.id, ""), Content("?"))
        words = inline(item.text.say(language), question.facts)
        title = Content.assemble(words, " → ", place).stylize(STYLES[mark])
        below = []
        if mark == " ":  # added by the author since
            title = words + quiet(_("  (new since your answer)"))
        if mark != "✓" and item.place in names:
            below.append(Content.assemble("✓ → ", names[item.place]).stylize(RIGHT))
        yield reason(mark, str(number), title, *below, *why_lines(item.why, question.facts, language))
