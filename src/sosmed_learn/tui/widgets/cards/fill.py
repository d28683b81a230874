"""``fill``: a sentence with gaps, and beneath it what goes into the gap where one is: a line to type in, or choices."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sosmed_learn.core.grading import Filled
from sosmed_learn.core.question import Blank, FillQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS, QuestionCard
from sosmed_learn.tui.widgets.cards.blank_field import BlankField
from sosmed_learn.tui.widgets.cards.filling import Filling
from sosmed_learn.tui.widgets.cards.gaps import Sentence, cut, sentence
from sosmed_learn.tui.widgets.cards.lengths import too_long
from sosmed_learn.tui.widgets.cards.rows import Row, Rows
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.wording import safe

AT_ONCE = {
    "enter": "submit",
    "tab": "go(1)",
    "shift+tab": "go(-1)",
    **{str(n): f"pick({n - 1})" for n in range(1, MOST_NUMBERS + 1)},
}
"""Keys that act before the app hears of them: the next one may be a letter for the gap that they lead to."""
FOR_THE_LINE = {"enter", "tab", "shift+tab"}
"""Keys that the line to type in lets nobody else have: one that comes here anyway was too early for it."""


class FillCard(QuestionCard):
    """One gap at a time is filled; Enter goes on to the next one that is open, and answers when none is left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pick(0)", N_("pick")),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("tab", "go(1)", N_("next gap")),
        Binding("shift+tab", "go(-1)", N_("gap before"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("up,k", "move(-1)", N_("up"), show=False),
    ]

    def __init__(self, question: FillQuestion, language: Language) -> None:
        super().__init__(question, language)
        self._question = question
        self._filling = Filling(("",) * len(question.blanks))
        self._sentence = Sentence(classes="sentence", markup=False)
        self._options = Rows("options")
        self._field = BlankField(self)
        self._label = Static(classes="unit", markup=False)
        self._line = Horizontal(self._label, self._field, id="answer-line")

    def instruction(self) -> str:
        return ngettext("Fill the gap.", "Fill the {count} gaps.", self._gaps).format(count=self._gaps)

    def means(self) -> Iterable[Widget]:
        self._show()
        yield self._sentence
        yield self._line
        yield self._options

    @property
    def _gaps(self) -> int:
        return len(self._question.blanks)

    @property
    def _blank(self) -> Blank:
        """The one that is being filled."""
        return self._question.blanks[self._filling.at]

    @property
    def draft(self) -> Filling:
        return self._filling

    def restore(self, draft: object) -> None:
        if isinstance(draft, Filling):
            self._become(draft)

    def focus_answer(self) -> None:
        self.screen.set_focus(self._field if self.wants_words else self)

    # What is seen

    def _show(self) -> None:
        self._sentence.update(sentence(self._question, self._language, self._gap))
        self._options.show([self._option(at) for at in range(len(self._blank.choices))])
        self._label.update(str(self._filling.at + 1))
        self._options.display, self._line.display = not self.wants_words, self.wants_words

    def _gap(self, at: int) -> Content:
        """``1[____]``, or with what stands there; a mark shows which one is being filled."""
        here = at == self._filling.at
        words = cut(safe(self._words(at))) or "____"
        style = "bold $accent" if here else "bold" if at not in self._filling.open else "$text-muted"
        return Content.styled(f"{'▸' if here else ''}{at + 1}[{words}]", style)

    def _words(self, at: int) -> str:
        blank, words = self._question.blanks[at], self._filling.words[at]
        return next((choice.text.say(self._language) for choice in blank.choices if choice.id == words), words)

    def _option(self, at: int) -> Row:
        choice = self._blank.choices[at]
        taken = choice.id == self._filling.words[self._filling.at]
        style = "bold $accent" if taken else ""
        words = inline(choice.text.say(self._language), self._question.facts)
        head = Content.styled(f"{'▸' if taken else ' '} {at + 1}  ", style or "$text-muted")
        return Row(head, words.stylize(style) if style else words)

    # What is done

    async def on_key(self, event: events.Key) -> None:
        """Act here and now, and hand on what was typed before the cursor had reached the next gap."""
        if self.screen.focused is self._field:
            if self.wants_words and (event.is_printable or event.key in FOR_THE_LINE):
                event.stop()
                event.prevent_default()
                self._field.post_message(events.Key(event.key, event.character))
        elif (action := AT_ONCE.get(event.key)) and await self.app.run_action(action, self):
            event.stop()
            event.prevent_default()

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        return f"1-{len(self._blank.choices)}" if key == "1" else None

    def key_words(self, key: str) -> str | None:
        """Where Enter leads, and Tab where there is but one gap."""
        state = self._filling
        if key == "enter" and state.open and state.at not in state.open:
            return _("next gap")
        return _("type") if key == "tab" and self._gaps == 1 else super().key_words(key)

    @property
    def ready(self) -> bool:
        return self._filling.next_open is None

    @property
    def wants_words(self) -> bool:
        """Whether something is to be typed where one is."""
        return not self._blank.choices

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick":
            number = parameters[0]
            return isinstance(number, int) and number < len(self._blank.choices)
        offered = {"go": self._gaps > 1 or self.wants_words, "move": not self.wants_words}
        return offered[action] if action in offered else super().check_action(action, parameters)

    def action_pick(self, at: int) -> None:
        self._become(self._filling.fill(self._blank.choices[at].id))

    def action_move(self, by: int) -> None:
        names = [choice.id for choice in self._blank.choices]
        words = self._filling.words[self._filling.at]
        at = (names.index(words) + by) % len(names) if words in names else 0 if by > 0 else len(names) - 1
        self.action_pick(at)

    def action_go(self, by: int) -> None:
        self._go_to(self._filling.go(by))

    def typed(self, words: str) -> None:
        """Something else stands in the line to type in."""
        if self.wants_words and words != self._filling.words[self._filling.at]:
            self._become(self._filling.fill(words))
            self.say(too_long(words))

    def action_submit(self) -> None:
        state = self._filling
        to = state.next_open
        if to is None:
            blanks = tuple(blank.id for blank in self._question.blanks)
            words = (words.strip() for words in state.words)
            self.hand_in(Filled(tuple(zip(blanks, words, strict=True))))
        elif state.at not in state.open:
            self._go_to(state._replace(at=to))
        else:
            count = len(state.open)
            self._go_to(state._replace(at=state.open[0]))
            self.say(
                ngettext("{count} gap is still empty.", "{count} gaps are still empty.", count).format(count=count)
            )

    def _go_to(self, state: Filling) -> None:
        self._become(state)
        self.focus_answer()

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.focus_answer()
        self.action_pick(event.index)

    def on_sentence_clicked(self, event: "Sentence.Clicked") -> None:
        event.stop()
        self._go_to(self._filling._replace(at=event.gap))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()

    def _become(self, state: Filling) -> None:
        self._filling = state
        if self.wants_words and self._field.value != state.words[state.at]:
            self._field.value = state.words[state.at]
            self._field.cursor_position = len(self._field.value)
        self.refresh_bindings()
        self._show()
        self.call_after_refresh(self._keep_in_view)
        self.say("")

    def _keep_in_view(self) -> None:
        if self.wants_words:
            self.keep_in_view(self._line, range(self._line.size.height))
            return
        self.keep_in_view(self._options, range(self._options.size.height))
        picked = [at for at, choice in enumerate(self._blank.choices) if choice.id in self._filling.words]
        for at in picked[:1]:
            self.keep_in_view(self._options, self._options.rows_of(at))
