"""An order: the learner's own, with a mark and a reason for each thing, then the right one where it is another."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Arranged
from sosmed_learn.core.question import OrderQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.reviews.lines import RIGHT, STYLES, quiet, reason, why_lines
from sosmed_learn.tui.wording import key_words


def reasons_for_order(question: OrderQuestion, given: Given, language: Language) -> Iterator[Widget]:
    """A tick where a thing may stay, a cross where it has to be moved, with its place."""
    items = {item.id: item for item in question.items}
    places = {name: at for at, name in enumerate(items, start=1)}
    order = [name for name in _given(given) if name in items]
    right = {part.id for part in given.verdict.parts if part.correct}
    yield Static(_("Your order:"), classes="quiet", markup=False)
    for at, name in enumerate(order, start=1):
        mark = "✓" if name in right else "✗"
        title = inline(items[name].text.say(language), question.facts).stylize(STYLES[mark])
        if name not in right:
            elsewhere = _("  (its place: {place})").format(place=places[name])
            here = _("  (the right place, but not the right neighbours)")  # which are what is counted
            title += quiet(here if places[name] == at else elsewhere)
        yield reason(mark, str(at), title, *why_lines(items[name].why, question.facts, language))
    for item in (item for item in question.items if item.id not in order):  # added by the author since
        title = inline(item.text.say(language), question.facts) + quiet(_("  (new since your answer)"))
        yield reason(" ", str(places[item.id]), title, *why_lines(item.why, question.facts, language))
    if not given.verdict.correct:
        words = _("In order: {order}").format(order=key_words(question, language))
        yield reason("✓", "", Content.styled(words, RIGHT))


def _given(given: Given) -> tuple[str, ...]:
    response = given.response
    return tuple(dict.fromkeys(response.items)) if isinstance(response, Arranged) else ()
