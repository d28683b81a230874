"""What became of an answer: the learner's own choice first, then the right one, then the rest, each with its reason.

Draws a verdict; it grades nothing and sends nothing.
"""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.grading import Typed, right_choices
from sosmed_learn.core.module import Misconception
from sosmed_learn.core.question import AnyQuestion, Choice, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.session import Given
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import Prose, inline
from sosmed_learn.tui.wording import key_words, number, safe, with_unit


class AnswerReview(Vertical):
    """The question with all its reasons, after it was answered. ``language`` is that of the course text."""

    def __init__(
        self, question: AnyQuestion, given: Given, beliefs: Sequence[Misconception], language: Language
    ) -> None:
        super().__init__()
        self._question = question
        self._given = given
        self._beliefs = beliefs
        self._language = language

    def compose(self) -> ComposeResult:
        question = self._question
        yield Prose(question.prompt.say(self._language), question.facts, id="prompt")
        yield Static(self._opening(), id="opening", markup=False)
        if isinstance(question, ChoiceQuestion):
            for index, choice in _in_order(question, self._given):
                yield self._choice(index, choice)
        else:
            yield from self._typed()
        for belief in self._beliefs:
            yield Static(self._belief(belief), classes="belief", markup=False)
        yield Prose(question.explanation.say(self._language), question.facts, id="explanation")

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
            return Content.styled(_("✓ Right. What makes it right:"), "bold $success")
        if any(choice.correct for choice in self._picked()):
            share = number(round(verdict.score * 100))
            words = _("~ Some of it is right ({share}%). Look at each one:").format(share=share)
            if not verdict.score:
                words = _("~ Some of it is right, some is not. Look at each one:")
            return Content.styled(words, "bold $warning")
        return Content.styled(_("✗ Not this one. Look at the reasons:"), "bold $warning")

    def _picked(self) -> Sequence[Choice]:
        choices = self._question.choices if isinstance(self._question, ChoiceQuestion) else ()
        return [choice for choice in choices if choice.id in self._given.verdict.picked]

    def _choice(self, index: int, choice: Choice) -> Hanging:
        picked = choice.id in self._given.verdict.picked
        mark = "✓" if choice.correct else "✗" if picked else " "
        style = "bold $success" if choice.correct else "bold $warning" if picked else "$text-muted"
        text = inline(choice.text.say(self._language), self._question.facts).stylize(style)
        title = Content.assemble(text, (_("  (your answer)"), "$text-muted")) if picked else text
        why = inline(choice.why.say(self._language), self._question.facts)
        return Hanging(Content.styled(f"{mark} {index + 1}  ", style), title, why, classes="reason")

    def _typed(self) -> Iterator[Hanging]:
        question, verdict = self._question, self._given.verdict
        response = self._given.response
        typed = Content.assemble(
            (safe(response.text) if isinstance(response, Typed) else "", "bold"), (_("  (your answer)"), "$text-muted")
        )
        below = []
        if isinstance(question, NumberQuestion) and verdict.read_as is not None:
            read = _("read as {number}").format(number=with_unit(verdict.read_as, question.unit))
            below.append(Content.styled(read, "$text-muted"))
            if verdict.correct and verdict.read_as != question.answer:
                exact = key_words(question, self._language)
                below.append(Content(_("Close enough; to the digit it is {number}.").format(number=exact)))
        if verdict.why:
            below.append(inline(verdict.why.say(self._language), question.facts))
        mark, style = ("✓  ", "bold $success") if verdict.correct else ("✗  ", "bold $warning")
        yield Hanging(Content.styled(mark, style), typed, *below, classes="reason")
        if not verdict.correct and isinstance(question, NumberQuestion | TextQuestion):
            key = Content.styled(key_words(question, self._language), "bold $success")
            why = inline(question.why.say(self._language), question.facts)
            yield Hanging(Content.styled("✓  ", "bold $success"), key, why, classes="reason")

    def _belief(self, belief: Misconception) -> Content:
        name = _("A common belief: {belief}").format(belief=safe(belief.belief.say(self._language)))
        return Content.assemble((name, "italic"), "\n", safe(belief.truth.say(self._language)))


def _in_order(question: ChoiceQuestion, given: Given) -> Iterator[tuple[int, Choice]]:
    right = {choice.id for choice in right_choices(question)}

    def rank(row: tuple[int, Choice]) -> int:
        picked = row[1].id in given.verdict.picked
        return 0 if picked else 1 if row[1].id in right else 2

    return iter(sorted(enumerate(question.choices), key=rank))
