"""What the cards of all kinds have: the prompt, the means to answer, a line to say something, one ``Submitted``."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.grading import Response
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.prose import blocks
from sosmed_learn.tui.widgets.scroller import Scroller

MOST_NUMBERS = 9
"""As many as there are number keys."""


class QuestionCard(Vertical, can_focus=True):
    """A question as far as its kind does not matter. ``language`` is the language of the course text shown.

    What the learner has done so far is one immutable value, the ``draft``, that another card of the question can take
    up. The card itself has the focus unless something is typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("y,f6", "answer_as('sure')", N_("sure")),
        Binding("t,f7", "answer_as('guess')", N_("guessing")),
    ]

    asks_confidence = False
    """Whether the learner is asked how sure they are: by the key with which the answer is given."""
    _confidence: Confidence = "fairly"

    class Submitted(Message):
        """The learner answered; ``confidence`` is None where that was not asked."""

        def __init__(self, response: Response, confidence: Confidence | None) -> None:
            super().__init__()
            self.response = response
            self.confidence = confidence

    def __init__(self, question: AnyQuestion, language: Language) -> None:
        super().__init__()
        self._asked = question
        self._language = language
        self._said = ""

    def compose(self) -> ComposeResult:
        yield from blocks(self._asked.prompt.say(self._language), self._asked.facts, id="prompt")
        if words := self.instruction():
            yield Static(words, classes="quiet", markup=False)
        yield from self.means()
        yield Static(id="say", markup=False, classes="-empty")

    def instruction(self) -> str:
        """One sentence on how to answer, where the prompt alone does not tell."""
        return ""

    def means(self) -> Iterable[Widget]:
        """What one answers with, from top to bottom."""
        return ()

    @property
    def draft(self) -> object:
        """What was picked, moved or typed, to be given to ``restore`` of a card drawn anew."""
        return None

    def restore(self, draft: object) -> None:
        """Take up what another card of the same question had."""

    def fit(self) -> None:
        """Make use of the room that there is, once it is known."""

    def focus_answer(self) -> None:
        """Put the cursor where the answer goes."""
        self.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "answer_as":
            return self.asks_confidence and self.ready
        return super().check_action(action, parameters)

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        return _("fairly sure") if key == "enter" and self.asks_confidence and self.ready else None

    @property
    def ready(self) -> bool:
        """Whether there is something to hand in: only then one is asked how sure one is."""
        return True

    def action_submit(self) -> None:
        """Take what is there as the answer, or say what is missing."""

    def action_answer_as(self, confidence: Confidence) -> None:
        """Answer, and say how sure one is."""
        self._confidence = confidence
        self.action_submit()
        self._confidence = "fairly"

    def hand_in(self, response: Response) -> None:
        """Post the answer."""
        self.post_message(self.Submitted(response, self._confidence if self.asks_confidence else None))

    def say(self, words: str) -> None:
        """Put ``words`` under the question. Nothing is laid out anew when nothing changes: every key comes by here."""
        if words != self._said:
            self._said = words
            line = self.query_one("#say", Static)
            line.update(words)
            line.set_class(not words, "-empty")
            if words:
                self.call_after_refresh(self._show_said)

    def _show_said(self) -> None:
        line = self.query_one("#say", Static)
        self.keep_in_view(line, range(line.size.height))

    def has_room(self, rows: range) -> bool:
        """Whether so many rows can be seen at once."""
        return all(len(rows) <= node.size.height for node in self.ancestors if isinstance(node, Scroller))

    def keep_in_view(self, part: Widget, rows: range) -> None:
        """Scroll so that these rows of a part of the card can be seen. Of two calls in a row the last one counts."""
        if region := part.region:
            for scroller in (node for node in self.ancestors if isinstance(node, Scroller)):
                scroller.keep_in_view(region.y + rows.start, region.y + rows.stop)
