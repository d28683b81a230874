"""What became of an answer: the learner's own first, then what is right, each part with its reason.

Draws a verdict; it grades nothing and sends nothing. What differs from kind to kind stands in ``reviews``.
"""

from collections.abc import Sequence
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Typed, Verdict
from sosmed_learn.core.module import Misconception
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.prose import blocks, inline
from sosmed_learn.tui.widgets.reviews import reasons
from sosmed_learn.tui.wording import number, safe


class Trying(NamedTuple):
    """Which try at the question this was, and what is to be said of it where it went wrong."""

    number: int = 1
    words: str = ""


FIRST = Trying()


class AnswerReview(Vertical):
    """The question with all its reasons, after it was answered. ``language`` is that of the course text."""

    def __init__(
        self,
        question: AnyQuestion,
        given: Given,
        beliefs: Sequence[Misconception],
        language: Language,
        trying: Trying = FIRST,
    ) -> None:
        super().__init__()
        self._question = question
        self._given = given
        self._beliefs = beliefs
        self._language = language
        self._trying = trying

    def compose(self) -> ComposeResult:
        question, verdict = self._question, self._given.verdict
        yield from blocks(question.prompt.say(self._language), question.facts, id="prompt")
        opening = self._opening()
        if self._trying.words:
            opening = Content.assemble(opening, "\n", self._trying.words)
        yield Static(opening, id="opening", markup=False)
        if verdict.why and not isinstance(self._given.response, Typed):  # about the whole of what was answered
            yield Static(inline(verdict.why.say(self._language), question.facts), classes="together", markup=False)
        yield from reasons(question, self._given, self._language)
        for belief in self._beliefs:
            yield Static(self._belief(belief), classes="belief", markup=False)
        yield from blocks(question.explanation.say(self._language), question.facts, id="explanation")

    def _opening(self) -> Content:
        verdict = self._given.verdict
        if self._question.pretest:
            words = (
                _("You guessed right. It did not count; here is why.")
                if verdict.correct
                else _("A first guess, and it did not count. This is what the lesson is about.")
            )
            return Content.styled(words, "bold")
        if verdict.correct:
            return Content.styled(self._right(), "bold $success")
        return Content.styled(self._wrong(), "bold $warning")

    def _right(self) -> str:
        if self._trying.number > 1:
            return _("✓ Right on try {number}. What makes it right:").format(number=self._trying.number)
        if self._given.confidence == "guess":
            return _("✓ Right, though you doubted it. What makes it right:")
        return _("✓ Right. What makes it right:")

    def _wrong(self) -> str:
        verdict = self._given.verdict
        if verdict.score:
            share = number(round(verdict.score * 100))
            return _("~ Some of it is right ({share}%). Look at each one:").format(share=share)
        if _partly(self._question, verdict):
            return _("~ Some of it is right, some is not. Look at each one:")
        if self._given.surely_wrong:
            return _("✗ You were sure, and it is something else. Better to find out now. Look at the reasons:")
        return (
            _("✗ Not like this. Look at the reasons:") if verdict.parts else _("✗ Not this one. Look at the reasons:")
        )

    def _belief(self, belief: Misconception) -> Content:
        name = _("A common belief: {belief}").format(belief=safe(belief.belief.say(self._language)))
        return Content.assemble((name, "italic"), "\n", safe(belief.truth.say(self._language)))


def _partly(question: AnyQuestion, verdict: Verdict) -> bool:
    """Whether something in the answer was right, although the whole earned nothing."""
    choices = question.choices if isinstance(question, ChoiceQuestion) else ()
    return any(choice.correct and choice.id in verdict.picked for choice in choices) or any(
        part.correct for part in verdict.parts
    )
