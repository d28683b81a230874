"""Typed answers: what was typed and how it was read, then what is right."""

from collections.abc import Iterator

from textual.content import Content

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Typed
from sosmed_learn.core.question import NumberQuestion, TextQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.reviews.lines import RIGHT, quiet, reason, why_lines, yours
from sosmed_learn.tui.wording import key_words, safe, with_unit


def reasons_for_typed(question: TextQuestion | NumberQuestion, given: Given, language: Language) -> Iterator[Hanging]:
    """The learner's words, and beneath them the right ones where they are others."""
    verdict, response = given.verdict, given.response
    typed = Content.styled(safe(response.text) if isinstance(response, Typed) else "", "bold") + yours()
    below = [*_reading(question, given, language), *why_lines(verdict.why, question.facts, language)]
    yield reason("✓" if verdict.correct else "✗", "", typed, *below)
    if not verdict.correct:
        key = Content.styled(key_words(question, language), RIGHT)
        yield reason("✓", "", key, *why_lines(question.why, question.facts, language))


def _reading(question: TextQuestion | NumberQuestion, given: Given, language: Language) -> Iterator[Content]:
    """Which number was understood, and the exact one where that was only near it."""
    verdict = given.verdict
    if not isinstance(question, NumberQuestion) or verdict.read_as is None:
        return
    yield quiet(_("read as {number}").format(number=with_unit(verdict.read_as, question.unit)))
    if verdict.correct and verdict.read_as != question.answer:
        exact = key_words(question, language)
        yield Content(_("Close enough; to the digit it is {number}.").format(number=exact))
