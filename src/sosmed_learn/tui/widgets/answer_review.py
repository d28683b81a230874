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
from sosmed_learn.tui.widgets.prose import Prose, inline
from sosmed_learn.tui.wording import number, safe, with_unit


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
                yield from self._choice(index, choice)
        else:
            yield Static(self._typed(), classes="reason", markup=False)
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
        if verdict.score:
            share = number(round(verdict.score * 100))
            return Content.styled(
                _("~ Partly right ({share}%). Look at each one:").format(share=share), "bold $warning"
            )
        return Content.styled(_("✗ Not this one. Look at the reasons:"), "bold $warning")

    def _choice(self, index: int, choice: Choice) -> Iterator[Static]:
        picked = choice.id in self._given.verdict.picked
        mark = "✓" if choice.correct else "✗" if picked else " "
        style = "bold $success" if choice.correct else "bold $warning" if picked else "$text-muted"
        yours = _("  (your answer)") if picked else ""
        text = inline(choice.text.say(self._language), self._question.facts)
        head = Content.assemble((f"{mark} {index + 1}  ", style), text.stylize(style), (yours, "$text-muted"))
        yield Static(head, classes="reason", markup=False)
        yield Static(inline(choice.why.say(self._language), self._question.facts), classes="why", markup=False)

    def _typed(self) -> Content:
        response, verdict = self._given.response, self._given.verdict
        typed = safe(response.text) if isinstance(response, Typed) else ""
        mark, style = ("✓", "bold $success") if verdict.correct else ("✗", "bold $warning")
        rows = [Content.assemble((f"{mark} {typed}", style), (_("  (your answer)"), "$text-muted"))]
        if isinstance(self._question, NumberQuestion) and verdict.read_as is not None:
            read = _("read as {number}").format(number=with_unit(verdict.read_as, self._question.unit))
            rows.append(Content.styled(read, "$text-muted"))
        if verdict.why:
            rows.append(inline(verdict.why.say(self._language), self._question.facts))
        if not verdict.correct:
            rows.append(Content(""))
            rows.append(Content.styled(f"✓ {self._key()}", "bold $success"))
            if isinstance(self._question, NumberQuestion | TextQuestion):
                rows.append(inline(self._question.why.say(self._language), self._question.facts))
        return Content("\n").join(rows)

    def _key(self) -> str:
        if isinstance(self._question, NumberQuestion):
            return with_unit(self._question.answer, self._question.unit)
        if isinstance(self._question, TextQuestion):
            plain = [accepted.text for accepted in self._question.accept if not accepted.wildcard]
            return safe(" / ".join(plain[:3]) or self._question.accept[0].text.replace("*", "…"))
        return ""

    def _belief(self, belief: Misconception) -> Content:
        name = _("A common belief: {belief}").format(belief=safe(belief.belief.say(self._language)))
        return Content.assemble((name, "italic"), "\n", safe(belief.truth.say(self._language)))


def _in_order(question: ChoiceQuestion, given: Given) -> Iterator[tuple[int, Choice]]:
    right = {choice.id for choice in right_choices(question)}

    def rank(row: tuple[int, Choice]) -> int:
        picked = row[1].id in given.verdict.picked
        return 0 if picked else 1 if row[1].id in right else 2

    return iter(sorted(enumerate(question.choices), key=rank))
