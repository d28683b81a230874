"""``match`` and ``sort``: a number picks a thing up, a letter puts it where that letter stands.

The letters act only with a thing in hand. At all other times ``h``, ``l`` and the others are the lesson's keys.
"""

from collections.abc import Iterable
from string import ascii_lowercase
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widget import Widget

from sosmed_learn.core.grading import Placed
from sosmed_learn.core.question import PlaceQuestion
from sosmed_learn.core.shuffling import shown_items, shown_places
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.widgets.cards.base import MOST_NUMBERS, QuestionCard
from sosmed_learn.tui.widgets.cards.placing import Placing
from sosmed_learn.tui.widgets.cards.rows import Row, Rows
from sosmed_learn.tui.widgets.prose import inline

MOST_PLACES = 12
BESIDE = 70
"""Cells from which things and places may stand side by side."""
LETTERS = ascii_lowercase[:MOST_PLACES]


class PlaceCard(QuestionCard):
    """Numbered things, and the places for them with letters."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "drop(0)", N_("drop there")),
        *(Binding(letter, f"drop({n})", N_("drop there"), show=False) for n, letter in enumerate(LETTERS) if n),
        Binding("1", "lift(0)", N_("pick up")),
        *(Binding(str(n), f"lift({n - 1})", N_("pick up"), show=False) for n in range(2, MOST_NUMBERS + 1)),
        Binding("space", "lift", N_("pick up"), show=False),
        Binding("down", "step(1)", N_("choose")),
        Binding("up,k", "step(-1)", N_("choose"), show=False),
        Binding("j", "step(1)", N_("choose"), show=False),
        Binding("escape", "leave", N_("let go")),
        Binding("backspace,delete", "clear", N_("take out"), show=False),
    ]

    def __init__(self, question: PlaceQuestion, language: Language) -> None:
        super().__init__(question, language)
        self._question = question
        items, places = shown_items(question), shown_places(question)
        self._texts = [inline(item.text.say(language), question.facts) for item in items]
        self._names = [inline(place.text.say(language), question.facts) for place in places]
        once = question.takes_once
        self._placing = Placing(tuple(item.id for item in items), tuple(place.id for place in places), once)
        self._things, self._places = Rows("things"), Rows("places")
        self._board = Container(self._things, self._places, classes=f"board {question.kind}")

    def instruction(self) -> str:
        if not self._question.takes_once:
            return _("Put each number under a letter.")
        if len(self._names) > len(self._texts):
            return _("Match each number with a letter; some letters stay free.")
        return _("Match each number with a letter.")

    def means(self) -> Iterable[Widget]:
        self._show()
        yield self._board

    def _show(self) -> None:
        self._things.show([self._thing(item) for item in range(len(self._texts))])
        self._places.show([self._place(place) for place in range(len(self._names))])

    def _thing(self, item: int) -> Row:
        """``1 → b`` and the words; ``_`` where nothing is chosen yet, ``?`` where something is being chosen."""
        state = self._placing
        here, place = item == state.at, state.place_of(item)
        held = here and state.held
        letter = "_" if place is None else LETTERS[place]
        if held:
            letter = "?" if state.target is None else LETTERS[state.target]
        mark = f"▸[{item + 1}]" if held else f"{'▸' if here else ' '} {item + 1} "
        style = "bold $accent" if here else ""
        words = self._texts[item]
        return Row(
            Content.styled(f"{mark}→ {letter}  ", style or "$text-muted"), words.stylize(style) if style else words
        )

    def _place(self, place: int) -> Row:
        """The letter, the words, and which number is there, or how many are."""
        state = self._placing
        target, things = state.held and place == state.target, state.things_in(place)
        style = "bold $accent" if target else "" if state.held else "$text-muted"
        count = f" ({len(things)})" if not state.once else f" ← {things[0] + 1}" if things else ""
        words = self._names[place]
        told = Content.assemble(words.stylize(style) if target else words, (count, "$text-muted"))
        return Row(Content.styled(f"{'▸' if target else ' '} {LETTERS[place]}  ", style), told)

    def on_resize(self) -> None:
        self.fit()

    def fit(self) -> None:
        """Side by side where there is room for it and lines are saved."""
        width = self.size.width
        if not width:  # it has no place on the screen yet
            return
        half = width // 2 - 3
        beside = max(self._things.height_in(half), self._places.height_in(half))
        below = self._things.height_in(width) + self._places.height_in(width)
        self._board.set_class(width >= BESIDE and beside < below, "-beside")

    @property
    def draft(self) -> Placing:
        return self._placing

    def restore(self, draft: object) -> None:
        if isinstance(draft, Placing):
            self._become(draft)
            self.call_after_refresh(self._keep_in_view)

    def key_name(self, key: str) -> str | None:
        """What stands for a group of keys in the key line."""
        names = {"1": f"1-{len(self._texts)}", "a": f"a-{LETTERS[len(self._names) - 1]}", "down": "↑↓", "up": "↑↓"}
        return names.get(key)

    def key_words(self, key: str) -> str | None:
        """What a key does with a thing in hand."""
        if not self._placing.held:
            return super().key_words(key)
        if key in {"down", "up", "j", "k"}:
            return _("choose a letter")
        if key in {"enter", "space"}:
            return _("let go") if self._placing.target is None else _("drop")
        return None

    @property
    def ready(self) -> bool:
        return not (self._placing.held or self._placing.open)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        number = parameters[0] if parameters else 0
        if not isinstance(number, int):
            return super().check_action(action, parameters)
        offered = {
            "drop": self._placing.held and number < len(self._names),
            "lift": number < len(self._texts),
            "leave": self._placing.held,
            "clear": self._placing.place_of(self._placing.at) is not None,
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    def action_step(self, by: int) -> None:
        self._become(self._placing.step(by))

    def action_lift(self, item: int | None = None) -> None:
        if item is None and self._placing.held:
            self._put_down()
        elif self._placing.held and item == self._placing.at:
            self.action_leave()
        else:
            self._become(self._placing.lift(item))

    def action_drop(self, place: int) -> None:
        self._become(self._placing.drop(place))

    def action_leave(self) -> None:
        self._become(self._placing.leave())

    def action_clear(self) -> None:
        self._become(self._placing.clear())

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        event.stop()
        self.focus()
        if event.rows is self._things:
            self.action_lift(event.index)
        elif self._placing.held:
            self.action_drop(event.index)
        else:
            self.say(_("Pick a number up first."))

    def action_submit(self) -> None:
        state = self._placing
        if state.held:
            self._put_down()
        elif state.open:
            count = len(state.open)
            self._become(state._replace(at=state.open[0]))
            words = ngettext(
                "One is still open. Press its number, then a letter.",
                "{count} are still open. Press a number, then a letter.",
                count,
            )
            self.say(words.format(count=count))
        else:
            self.hand_in(Placed(state.pairs))

    def _put_down(self) -> None:
        target = self._placing.target
        if target is None:
            self.action_leave()
        else:
            self.action_drop(target)

    def _become(self, state: Placing) -> None:
        self._placing = state
        self.refresh_bindings()
        self._show()
        self._keep_in_view()
        self.say("")

    def _keep_in_view(self) -> None:
        """The thing under the mark; with that in hand also the letters, all of them if there is room, else the chosen
        one, and that first of all.
        """
        state = self._placing
        thing, below = self._things.rows_of(state.at), self._places.region.y - self._things.region.y
        everywhere = range(self._places.size.height)
        chosen = everywhere if state.target is None else self._places.rows_of(state.target)
        for letters in (everywhere, chosen) if state.held else ():
            both = range(min(thing.start, below + letters.start), max(thing.stop, below + letters.stop))
            if self.has_room(both):
                self.keep_in_view(self._things, both)
                return
        if state.held and state.target is None:
            self.keep_in_view(self._places, everywhere)
        self.keep_in_view(self._things, thing)
        if state.held and state.target is not None:
            self.keep_in_view(self._places, chosen)
