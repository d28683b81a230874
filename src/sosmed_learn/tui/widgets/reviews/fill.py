"""Filled gaps: the sentence as the learner made it, then for each gap what stood there, what is right, and why."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.arranging import Part
from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Filled
from sosmed_learn.core.question import Blank, Choice, FillQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.tui.widgets.cards.gaps import cut, sentence
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.reviews.lines import RIGHT, STYLES, reason, why_lines, yours
from sosmed_learn.tui.wording import blank_words, safe


def reasons_for_blanks(question: FillQuestion, given: Given, language: Language) -> Iterator[Widget]:
    """All gaps, and all choices of those where one was picked."""
    filled = dict(given.response.blanks) if isinstance(given.response, Filled) else {}
    parts = {part.id: part for part in given.verdict.parts}
    shown = [_own_words(blank, filled.get(blank.id, ""), language) for blank in question.blanks]

    def gap(at: int) -> Content:
        mark = _mark(parts.get(question.blanks[at].id))
        return Content.styled(f"{mark}[{cut(shown[at]) or '____'}]", STYLES[mark])

    yield Static(sentence(question, language, gap), classes="sentence", markup=False)
    for number, (blank, words) in enumerate(zip(question.blanks, shown, strict=True), start=1):
        part = parts.get(blank.id)
        title = Content.styled(words or "____", "bold") + yours()
        below = why_lines(part.why if part else None, question.facts, language)
        more = _others(blank, filled.get(blank.id, ""), question.facts, language)
        if not blank.choices and _mark(part) == "✗":
            right = Content.styled(f"✓ {blank_words(blank, language)}", RIGHT)
            more = [right, *why_lines(blank.why, question.facts, language)]
        yield reason(_mark(part), str(number), title, *below, *more)


def _mark(part: Part | None) -> str:
    return "✓" if part and part.correct else "✗"


def _own_words(blank: Blank, given: str, language: Language) -> str:
    """What stood in the gap; a choice that is gone since has no words any more."""
    picked = next((choice.text.say(language) for choice in blank.choices if choice.id == given), "")
    return safe(picked if blank.choices else given)


def _others(blank: Blank, given: str, facts: Sequence[str], language: Language) -> list[Content]:
    """The choices that were not picked, the right one first, each with its reason."""
    rest = [choice for choice in blank.choices if choice.id != given]

    def told(choice: Choice) -> Content:
        words = inline(choice.text.say(language), facts)
        name = Content.assemble("✓ ", words).stylize(RIGHT) if choice.correct else words.stylize("italic")
        return Content.assemble(name, ": ", inline(choice.why.say(language), facts))

    return [told(choice) for choice in sorted(rest, key=lambda choice: not choice.correct)]
