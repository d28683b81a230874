"""One field of a worksheet: what is asked, the editor, what follows from it, and a word about what was typed."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sosmed_learn.core.personal import personal_in
from sosmed_learn.core.task import GAP, LONGEST_LINE, LONGEST_LINES, Entry, TaskField, Worksheet
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.widgets.worksheet.editors import ChoiceEditor, Leave, LineEditor, LinesEditor, Typed
from sosmed_learn.tui.wording import number, safe


class FieldCard(Vertical):
    """``language`` is that of the course text, and of what is typed here."""

    class Changed(Message):
        """Something else may stand in the field."""

    def __init__(self, field: TaskField, sheet: Worksheet, language: Language, leave: Leave) -> None:
        super().__init__(classes=f"of-{field.kind}")
        self.field = field
        self._language = language
        self._entry = sheet.entry(field.id)
        self._text = sheet.as_typed(field.id, language)
        self.editor = self._made(field, leave)
        self._untouched = self.editor.typed
        self._follows = Static(classes="follows", markup=False)
        self._word = Static(classes="say", markup=False)
        self.show(sheet)

    def _made(self, field: TaskField, leave: Leave) -> ChoiceEditor | LinesEditor | LineEditor:
        if field.kind == "choice":
            texts = [inline(choice.text.say(self._language)) for choice in field.choices]
            return ChoiceEditor([choice.id for choice in field.choices], texts, self._text, leave)
        if field.kind == "lines":
            return LinesEditor(self._text, leave)
        placeholder = _("such as 1,250,000 or 1.2 m") if field.kind == "number" else ""
        return LineEditor(self._text, leave, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        field = self.field
        yield Static(inline(field.label.say(self._language)).stylize("bold"), classes="label", markup=False)
        if field.help is not None:
            yield Static(inline(field.help.say(self._language)), classes="quiet help", markup=False)
        unit = safe(field.unit.say(self._language)) if field.unit else ""
        money = unit == "Rp"
        if field.kind in {"line", "number"}:
            yield Horizontal(
                *([Static(unit, classes="unit", markup=False)] if money else []),
                self.editor,
                *([Static(unit, classes="unit", markup=False)] if unit and not money else []),
                classes="line",
            )
        else:
            yield self.editor
        yield self._word
        yield self._follows

    def show(self, sheet: Worksheet) -> None:
        """Say what follows from the field as it is now."""
        rows = [self._row(sheet, field) for field in sheet.following(self.field.id)]
        self._follows.update(Content("\n").join(rows))
        self._follows.display = bool(rows)
        words = self._about(sheet)
        self._word.update(words)
        self._word.display = bool(words)

    def _row(self, sheet: Worksheet, field: TaskField) -> Content:
        fault = sheet.fault(field.id)
        value = safe(sheet.shown(field.id, self._language)) or GAP
        if fault == "zero":
            value = _("cannot be worked out: something would be divided by 0")
        elif fault == "large":
            value = _("too large to be meant")
        label = inline(field.label.say(self._language))
        return Content.assemble(("= ", "$accent"), label, ": ", (value, "bold"))

    def _about(self, sheet: Worksheet) -> str:
        fault = sheet.fault(self.field.id)
        if fault == "number":
            return _("That is not a number yet. For example: 200, 1,250,000, 1.2 m, Rp50,000 or 2.5%.")
        if fault == "large":
            return _("This number is too large to be meant.")
        typed = sheet.entry(self.field.id).text
        found = personal_in(typed)
        if found is None:
            return self._about_length(typed)
        return {
            "phone": _("This looks like a phone number. If it is a customer's, take it out."),
            "email": _("This looks like an e-mail address. If it is a customer's, take it out."),
            "card": _("This looks like the number of an identity card. If it is a customer's, take it out."),
        }[found]

    def _about_length(self, typed: str) -> str:
        """Whoever pastes more than is taken should not find out days later."""
        most = LONGEST_LINES if self.field.kind == "lines" else LONGEST_LINE
        if len(typed) < most:
            return ""
        words = _("The field is full at {count} characters. Anything beyond that is left out.")
        return words.format(count=number(most))

    @property
    def entry(self) -> Entry:
        """What stands in the editor; where nobody has touched it, what stood there before, in its own language."""
        typed = self.editor.typed
        return self._entry if typed == self._untouched else Entry(typed, self._language)

    def on_typed(self, event: Typed) -> None:
        event.stop()
        self.post_message(self.Changed())
