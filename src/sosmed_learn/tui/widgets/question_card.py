"""A question to answer: plain data in, one ``Submitted`` out. It grades nothing and knows nothing of sessions."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from sosmed_learn.core.grading import Picked, Response, Typed, understood
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.prose import Prose, inline

MOST_CHOICES = 9


class ChoiceRow(Static):
    """One option with its number. Under the cursor it has a mark, picked it has a tick: never colour alone."""

    class Clicked(Message):
        """The row was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    cursor = reactive[bool](default=False)
    picked = reactive[bool](default=False)

    def __init__(self, index: int, text: Content, *, many: bool) -> None:
        super().__init__(markup=False)
        self._index = index
        self._text = text
        self._many = many

    def render(self) -> Content:
        mark = "▸" if self.cursor else " "
        box = ("[x] " if self.picked else "[ ] ") if self._many else ""
        style = "bold $accent" if self.picked or (self.cursor and not self._many) else ""
        head = f"{mark} {self._index + 1}  {box}"
        return Content.assemble((head, style or "$text-muted"), self._text.stylize(style) if style else self._text)

    def on_click(self) -> None:
        self.post_message(self.Clicked(self._index))


class QuestionCard(Vertical, can_focus=True):
    """The prompt and the means to answer it. ``language`` is the language of the course text shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("1", "pick(0)", N_("pick")),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), show=False) for n in range(2, MOST_CHOICES + 1)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("space", "tick", N_("tick"), show=False),
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

    def compose(self) -> ComposeResult:
        question = self._question
        yield Prose(question.prompt.say(self._language), question.facts, id="prompt")
        if isinstance(question, ChoiceQuestion):
            if question.picks_many:
                yield Static(_("More than one can be right."), classes="quiet", markup=False)
            for index, choice in enumerate(question.choices):
                yield ChoiceRow(
                    index, inline(choice.text.say(self._language), question.facts), many=question.picks_many
                )
        else:
            yield from self._field()
        yield Static(id="say", markup=False)

    def _field(self) -> Iterable[Widget]:
        unit = ""
        placeholder = _("type your answer")
        if isinstance(self._question, NumberQuestion):
            placeholder = _("type a number, such as 1,250,000 or 1.2 m or 2.5%")
            unit = self._question.unit.say(self._language) if self._question.unit else ""
        money = unit == "Rp"
        yield Horizontal(
            *([Static(unit, classes="unit", markup=False)] if money else []),
            AnswerField(placeholder=placeholder, id="field"),
            *([Static(unit, classes="unit", markup=False)] if unit and not money else []),
            id="answer-line",
        )

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
            return isinstance(index, int) and index < len(self.query(ChoiceRow))
        if action == "tick":
            return isinstance(self._question, ChoiceQuestion) and self._question.picks_many
        if action in {"pick", "move"}:
            return chooses
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

    def action_move(self, by: int) -> None:
        count = len(self.query(ChoiceRow))
        self._cursor = (0 if by > 0 else count - 1) if self._cursor is None else (self._cursor + by) % count
        if isinstance(self._question, ChoiceQuestion) and not self._question.picks_many:
            self._picked = {self._cursor}
        self._show_marks()

    def on_choice_row_clicked(self, event: ChoiceRow.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_pick(event.index)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_submit()

    def action_submit(self) -> None:
        response = self._response()
        if understood(self._question, response):
            self.post_message(self.Submitted(response))
            return
        if isinstance(response, Picked):
            hint = _("Pick an answer first, with its number or the arrow keys.")
        elif isinstance(self._question, NumberQuestion):
            hint = _("That is not a number yet. For example: 200, 1,250,000, 1.2 m, Rp50,000 or 2.5%.")
        else:
            hint = _("Type an answer first.")
        self.query_one("#say", Static).update(hint)

    def _response(self) -> Response:
        if isinstance(self._question, ChoiceQuestion):
            return Picked(tuple(self._question.choices[index].id for index in sorted(self._picked)))
        return Typed(self.query_one(AnswerField).value.strip(), self._reader)

    def _show_marks(self) -> None:
        for index, row in enumerate(self.query(ChoiceRow)):
            row.cursor = index == self._cursor
            row.picked = index in self._picked
            if row.cursor:
                row.scroll_visible(animate=False)
        for line in self.query("#say").results(Static):
            line.update("")


class AnswerField(Input):
    """The line to type in. Escape leaves it, so that the single-letter keys work again; Tab comes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("answer")),
        Binding("escape", "leave", N_("other keys")),
    ]

    def __init__(self, *, placeholder: str, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(placeholder=placeholder, id=id, max_length=200)

    def action_leave(self) -> None:
        self.screen.query_one(QuestionCard).focus()

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable:
            for line in self.screen.query("#say").results(Static):
                line.update("")
        await super()._on_key(event)
