"""``order``: things are picked up and put where they belong."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from sosmed_learn.core.grading import Arranged
from sosmed_learn.core.question import OrderQuestion
from sosmed_learn.core.shuffling import shown_items
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS, QuestionCard
from sosmed_learn.tui.widgets.cards.ordering import Ordering
from sosmed_learn.tui.widgets.cards.rows import Row, Rows
from sosmed_learn.tui.widgets.prose import inline


class OrderCard(QuestionCard):
    """Rows that change places. A number that is pressed means the place, not the thing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "lift(0)", N_("pick up")),
        *(Binding(str(n), f"lift({n - 1})", N_("pick up"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("space", "lift", N_("pick up"), show=False),
        Binding("down,j", "step(1)", N_("down")),
        Binding("up,k", "step(-1)", N_("up"), show=False),
        Binding("escape", "put_back", N_("put back")),
        Binding("shift+up,K", "shift(-1)", N_("move it up"), show=False),
        Binding("shift+down,J", "shift(1)", N_("move it down"), show=False),
    ]

    def __init__(self, question: OrderQuestion, language: Language) -> None:
        super().__init__(question, language)
        self._texts = {item.id: inline(item.text.say(language), question.facts) for item in question.items}
        self._ordering = Ordering(tuple(item.id for item in shown_items(question)))
        self._first = self._ordering.order
        self._rows = Rows()

    def instruction(self) -> str:
        return _("Put them in order, the first one on top.")

    def means(self) -> Iterable[Widget]:
        self._rows.show(self._drawn())
        yield self._rows

    def _drawn(self) -> list[Row]:
        state = self._ordering
        rows = []
        for at, name in enumerate(state.order):
            here, held = at == state.at, at == state.at and state.held is not None
            head = f"↕[{at + 1}] " if held else f"{'▸' if here else ' '} {at + 1}  "
            style = "bold $accent" if here else ""
            text = self._texts[name]
            rows.append(Row(Content.styled(head, style or "$text-muted"), text.stylize(style) if style else text))
        return rows

    @property
    def draft(self) -> Ordering:
        return self._ordering

    def restore(self, draft: object) -> None:
        if isinstance(draft, Ordering):
            self._become(draft)
            self.call_after_refresh(self._keep_in_view)

    def key_name(self, key: str) -> str | None:
        """What stands for a group of keys in the key line."""
        return {"1": f"1-{len(self._texts)}", "down": "↑↓", "up": "↑↓"}.get(key)

    def key_words(self, key: str) -> str | None:
        """What a key does with an item in hand, and without."""
        if key in {"down", "up", "j", "k"}:
            return _("move it") if self._holds else _("choose")
        if not self._holds:
            return super().key_words(key)
        if key.isdigit():
            return _("drop there")
        return _("drop") if key in {"enter", "space"} else None

    @property
    def ready(self) -> bool:
        return not self._holds and self._ordering.order != self._first

    @property
    def _holds(self) -> bool:
        return self._ordering.held is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "put_back":
            return self._holds
        if action == "lift" and parameters:
            place = parameters[0]
            return isinstance(place, int) and place < len(self._texts)
        return super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        self._become(self._ordering.step(by))

    def action_shift(self, by: int) -> None:
        self._become(self._ordering.shift(by))

    def action_lift(self, place: int | None = None) -> None:
        self._become(self._ordering.lift(place))

    def action_put_back(self) -> None:
        self._become(self._ordering.put_back())

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_lift(event.index)

    def action_submit(self) -> None:
        if self._holds:
            self.action_lift()
        elif self._ordering.moved:
            self.hand_in(Arranged(self._ordering.order))
        else:
            self.say(_("Nothing has moved yet. Pick one up with its number, then press the number of its place."))

    def _become(self, state: Ordering) -> None:
        if (state.held is None) != (self._ordering.held is None):
            self.refresh_bindings()
        self._ordering = state
        self._rows.show(self._drawn())
        self._keep_in_view()
        self.say("")

    def _keep_in_view(self) -> None:
        """The row under the mark; with one in hand all of them, as far as there is room: it can go anywhere."""
        rows = range(self._rows.size.height)
        if not (self._holds and self.has_room(rows)):
            rows = self._rows.rows_of(self._ordering.at)
        self.keep_in_view(self._rows, rows)
