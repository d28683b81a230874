"""Picked answers: the learner's own choice first, then the right one, then the rest, each with its reason."""

from collections.abc import Iterator

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import right_choices
from sosmed_learn.core.question import Choice, ChoiceQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.reviews.lines import STYLES, reason, why_lines, yours


def reasons_for_choices(question: ChoiceQuestion, given: Given, language: Language) -> Iterator[Hanging]:
    """Every choice."""
    for index, choice in _in_order(question, given):
        picked = choice.id in given.verdict.picked
        mark = "✓" if choice.correct else "✗" if picked else " "
        text = inline(choice.text.say(language), question.facts).stylize(STYLES[mark])
        title = text + yours() if picked else text
        yield reason(mark, str(index + 1), title, *why_lines(choice.why, question.facts, language))


def _in_order(question: ChoiceQuestion, given: Given) -> Iterator[tuple[int, Choice]]:
    right = {choice.id for choice in right_choices(question)}

    def rank(row: tuple[int, Choice]) -> int:
        picked = row[1].id in given.verdict.picked
        return 0 if picked else 1 if row[1].id in right else 2

    return iter(sorted(enumerate(question.choices), key=rank))
