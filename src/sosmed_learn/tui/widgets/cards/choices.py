"""``single``, ``multiple`` and ``true-false``: pick with a number, the arrows or the mouse."""

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from sosmed_learn.core.grading import Picked, understood
from sosmed_learn.core.question import ChoiceQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS, QuestionCard
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.prose import inline


class Picks(NamedTuple):
    """The option under the mark and those that are taken, by position."""

    cursor: int | None = None
    picked: frozenset[int] = frozenset()


class ChoiceCard(QuestionCard):
    """Options with numbers."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pick(0)", N_("pick")),
        *(Binding(str(n), f"pick({n - 1})", N_("pick"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("space", "tick", N_("tick")),
    ]

    def __init__(self, question: ChoiceQuestion, language: Language) -> None:
        super().__init__(question, language)
        self._question = question
        self._picks = Picks()
        texts = [inline(choice.text.say(language), question.facts) for choice in question.choices]
        self._list = ChoiceList(texts, many=question.picks_many)

    def instruction(self) -> str:
        return _("More than one can be right.") if self._question.picks_many else ""

    def means(self) -> Iterable[Widget]:
        yield self._list

    @property
    def draft(self) -> Picks:
        return self._picks

    def restore(self, draft: object) -> None:
        if isinstance(draft, Picks):
            self._become(draft)

    def key_name(self, key: str) -> str | None:
        """How many numbers there are to press, for the key line."""
        return f"1-{len(self._question.choices)}" if key == "1" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick":
            index = parameters[0]
            return isinstance(index, int) and index < len(self._question.choices)
        if action == "tick":
            return self._question.picks_many and self._picks.cursor is not None
        return super().check_action(action, parameters)

    @property
    def ready(self) -> bool:
        return bool(self._picks.picked)

    def action_pick(self, index: int) -> None:
        picked = self._picks.picked ^ {index} if self._question.picks_many else frozenset({index})
        self._become(Picks(index, picked))

    def action_tick(self) -> None:
        if self._picks.cursor is not None:
            self.action_pick(self._picks.cursor)

    def action_move(self, by: int) -> None:
        count, cursor = len(self._question.choices), self._picks.cursor
        at = (0 if by > 0 else count - 1) if cursor is None else (cursor + by) % count
        self._become(Picks(at, self._picks.picked if self._question.picks_many else frozenset({at})))

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.focus()
        self.action_pick(event.index)

    def action_submit(self) -> None:
        response = Picked(tuple(self._question.choices[index].id for index in sorted(self._picks.picked)))
        if understood(self._question, response):
            self.hand_in(response)
        elif self._question.picks_many:
            self.say(_("Tick at least one first: with its number, or with the arrow keys and the space bar."))
        else:
            self.say(_("Pick an answer first, with its number or the arrow keys."))

    def _become(self, picks: Picks) -> None:
        before, self._picks = self._picks, picks
        if (before.cursor is None, not before.picked) != (picks.cursor is None, not picks.picked):
            self.refresh_bindings()  # with something to act on, there are more keys
        self._list.cursor, self._list.picked = picks
        if picks.cursor is not None and self._list.region:
            self.keep_in_view(self._list, self._list.rows_of(picks.cursor))
        self.say("")
