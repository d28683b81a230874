"""A question to answer: plain data in, one ``Submitted`` out. It grades nothing and knows nothing of sessions."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from sosmed_learn.core.grading import Picked, Response, Typed, understood
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.choice_list import ChoiceList
from sosmed_learn.tui.widgets.field import Field
from sosmed_learn.tui.widgets.prose import Prose, inline
from sosmed_learn.tui.widgets.scroller import Scroller

MOST_CHOICES = 9


class QuestionCard(Vertical, can_focus=True):
    """The prompt and the means to answer it. ``language`` is the language of the course text shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("1", "pick(0)", N_("pick")),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), show=False) for n in range(2, MOST_CHOICES + 1)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("space", "tick", N_("tick")),
        Binding("tab", "type", N_("type")),
    ]

    class Submitted(Message):
        """The learner answered."""

        def __init__(self, response: Response) -> None:
            super().__init__()
            self.response = response

    def __init__(self, question: AnyQuestion, language: Language, reader: Language) -> None:
        super().__init__()
        self._question = question
        self._language = language
        self._reader = reader
        self._cursor: int | None = None
        self._picked: set[int] = set()
        self._said = ""
        self._choices: ChoiceList | None = None

    def compose(self) -> ComposeResult:
        question = self._question
        yield Prose(question.prompt.say(self._language), question.facts, id="prompt")
        if isinstance(question, ChoiceQuestion):
            if question.picks_many:
                yield Static(_("More than one can be right."), classes="quiet", markup=False)
            texts = [inline(choice.text.say(self._language), question.facts) for choice in question.choices]
            self._choices = ChoiceList(texts, many=question.picks_many)
            yield self._choices
        else:
            yield from self._field()
        yield Static(id="say", markup=False, classes="-empty")

    def _field(self) -> Iterable[Widget]:
        unit = ""
        placeholder = _("type your answer")
        if isinstance(self._question, NumberQuestion):
            placeholder = _("such as 1,250,000 or 1.2 m")
            unit = self._question.unit.say(self._language) if self._question.unit else ""
        money = unit == "Rp"
        yield Horizontal(
            *([Static(unit, classes="unit", markup=False)] if money else []),
            AnswerField(placeholder=placeholder, id="field"),
            *([Static(unit, classes="unit", markup=False)] if unit and not money else []),
            id="answer-line",
        )

    @property
    def _count(self) -> int:
        return len(self._question.choices) if isinstance(self._question, ChoiceQuestion) else 0

    def focus_answer(self) -> None:
        """Put the cursor where the answer goes."""
        fields = self.query(AnswerField)
        (fields.first() if fields else self).focus()

    @property
    def draft(self) -> tuple[int | None, frozenset[int], str]:
        """Cursor, picks and typed text, to be given to ``restore`` of a card drawn anew."""
        fields = self.query(AnswerField)
        return self._cursor, frozenset(self._picked), fields.first().value if fields else ""

    def restore(self, draft: tuple[int | None, frozenset[int], str]) -> None:
        """Take up what another card of the same question had."""
        self._cursor, picked, typed = draft
        self._picked = set(picked)
        for field in self.query(AnswerField):
            field.value = typed
            field.cursor_position = len(typed)
        self._show_marks()

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        if key == "1" and isinstance(self._question, ChoiceQuestion):
            return f"1-{len(self._question.choices)}"
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        chooses = isinstance(self._question, ChoiceQuestion)
        if action == "pick" and chooses:
            index = parameters[0]
            return isinstance(index, int) and index < self._count
        if action == "tick":
            many = isinstance(self._question, ChoiceQuestion) and self._question.picks_many
            return many and self._cursor is not None
        if action in {"pick", "move"}:
            return chooses
        if action == "type":
            return not chooses and self.has_focus
        return True

    def action_pick(self, index: int) -> None:
        self._cursor = index
        if isinstance(self._question, ChoiceQuestion) and self._question.picks_many:
            self._picked ^= {index}
        else:
            self._picked = {index}
        self._show_marks()

    def action_tick(self) -> None:
        if self._cursor is not None:
            self.action_pick(self._cursor)

    def action_type(self) -> None:
        self.focus_answer()

    def action_move(self, by: int) -> None:
        count = self._count
        self._cursor = (0 if by > 0 else count - 1) if self._cursor is None else (self._cursor + by) % count
        if isinstance(self._question, ChoiceQuestion) and not self._question.picks_many:
            self._picked = {self._cursor}
        self._show_marks()

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_pick(event.index)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._submit(Typed(event.value.strip(), self._reader))

    def action_submit(self) -> None:
        self._submit(self._response())

    def _submit(self, response: Response) -> None:
        if understood(self._question, response):
            self.post_message(self.Submitted(response))
            return
        if isinstance(response, Picked):
            hint = _("Pick an answer first, with its number or the arrow keys.")
        elif isinstance(self._question, NumberQuestion):
            hint = _("That is not a number yet. For example: 200, 1,250,000, 1.2 m, Rp50,000 or 2.5%.")
        else:
            hint = _("Type an answer first.")
        self._say(hint)

    def _response(self) -> Response:
        if isinstance(self._question, ChoiceQuestion):
            return Picked(tuple(self._question.choices[index].id for index in sorted(self._picked)))
        return Typed(self.query_one(AnswerField).value.strip(), self._reader)

    def _show_marks(self) -> None:
        choices = self._choices
        if choices is not None:
            if (choices.cursor is None) != (self._cursor is None):
                self.refresh_bindings()  # with a mark to act on, there is one key more
            choices.cursor, choices.picked = self._cursor, frozenset(self._picked)
            if self._cursor is not None and (region := choices.region):
                lines = choices.rows_of(self._cursor)
                for scroller in (node for node in self.ancestors if isinstance(node, Scroller)):
                    scroller.keep_in_view(region.y + lines.start, region.y + lines.stop)
        self._say("")

    def _say(self, words: str) -> None:
        """Put ``words`` under the question. Nothing is laid out anew when nothing changes: every key comes by here."""
        if words != self._said:
            self._said = words
            line = self.query_one("#say", Static)
            line.update(words)
            line.set_class(not words, "-empty")


class AnswerField(Field):
    """The line to type in. Escape leaves it, so that the single-letter keys work again; Tab comes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("escape", "leave", N_("other keys")),
    ]

    def __init__(self, *, placeholder: str, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder=placeholder, id=id, max_length=200, select_on_focus=False)

    def action_leave(self) -> None:
        self.screen.query_one(QuestionCard).focus()
