"""``text`` and ``number``: one line to type in."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from sosmed_learn.core.grading import Typed, understood
from sosmed_learn.core.question import NumberQuestion, TextQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.cards.base import QuestionCard
from sosmed_learn.tui.widgets.cards.lengths import LONGEST_ANSWER, too_long
from sosmed_learn.tui.widgets.field import Field


class AnswerField(Field):
    """The line to type in. Escape leaves it, so that the single-letter keys work again; Tab comes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("escape", "leave", N_("other keys")),
    ]

    def __init__(self, *, placeholder: str, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder=placeholder, id=id, max_length=LONGEST_ANSWER, select_on_focus=False)

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes: as on the card, which this is the answer of."""
        cards = [node for node in self.ancestors if isinstance(node, QuestionCard)]
        return cards[0].key_words(key) if cards else None

    def action_leave(self) -> None:
        self.screen.query_one(QuestionCard).focus()


class TypedCard(QuestionCard):
    """``reader`` is the language in which the learner types: it decides what ``1.250`` means."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("tab", "type", N_("type"))]

    def __init__(self, question: TextQuestion | NumberQuestion, language: Language, reader: Language) -> None:
        super().__init__(question, language)
        self._question = question
        self._reader = reader
        number = isinstance(question, NumberQuestion)
        placeholder = _("such as 1,250,000 or 1.2 m") if number else _("type your answer")
        self._field = AnswerField(placeholder=placeholder, id="field")
        self._was_ready = False

    def means(self) -> Iterable[Widget]:
        unit = ""
        if isinstance(self._question, NumberQuestion) and self._question.unit:
            unit = self._question.unit.say(self._language)
        money = unit == "Rp"
        yield Horizontal(
            *([Static(unit, classes="unit", markup=False)] if money else []),
            self._field,
            *([Static(unit, classes="unit", markup=False)] if unit and not money else []),
            id="answer-line",
        )

    def focus_answer(self) -> None:
        self._field.focus()

    @property
    def draft(self) -> str:
        return self._field.value

    def restore(self, draft: object) -> None:
        if isinstance(draft, str):
            self._field.value = draft
            self._field.cursor_position = len(draft)

    @property
    def ready(self) -> bool:
        return bool(self._field.value.strip())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.has_focus if action == "type" else super().check_action(action, parameters)

    def action_type(self) -> None:
        self.focus_answer()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if bool(event.value.strip()) != self._was_ready:
            self._was_ready = self.ready
            self.refresh_bindings()
        self.say(too_long(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(event.value)

    def action_submit(self) -> None:
        self._submit(self._field.value)

    def _submit(self, typed: str) -> None:
        response = Typed(typed.strip(), self._reader)
        if understood(self._question, response):
            self.hand_in(response)
        elif isinstance(self._question, NumberQuestion):
            self.say(_("That is not a number yet. For example: 200, 1,250,000, 1.2 m, Rp50,000 or 2.5%."))
        else:
            self.say(_("Type an answer first."))
