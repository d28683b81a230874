"""Before the blind-spot map: what it is, how long it takes, or where it was left. Enter does what is marked."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.mapping.diagnosis import FULL, QUICK
from sosmed_learn.core.plan import Role
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.map_opening import MapMaterial
from sosmed_learn.tui.messages import DiagnosisChosen, MapKept
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.cards.choice_list import ChoiceList
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import short_date

MINUTES = {QUICK: 8, FULL: 16}
ROLE_WORDS: dict[Role, str] = {
    "admin": N_("who looks after social media accounts"),
    "owner": N_("who owns a small business"),
    "lead": N_("who leads a team"),
}


class Way(NamedTuple):
    """A way on: going on with what was left (without a length), or so many questions anew."""

    words: str
    length: int | None = None


class DiagnosisStartScreen(Page):
    """``material`` is what is known so far."""

    CSS_PATH = "../styles/map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", N_("begin")),
        Binding("1", "mark(0)", N_("choose")),
        *(Binding(str(n), f"mark({n - 1})", N_("choose"), show=False) for n in (2, 3)),
        Binding("up,k", "move(-1)", N_("up"), show=False),
        Binding("down,j", "move(1)", N_("down"), show=False),
        Binding("m", "map", N_("the map so far")),
        Binding("escape,left", "app.back", N_("back")),
    ]

    def __init__(self, material: MapMaterial) -> None:
        super().__init__()
        self._material = material
        self._at = 0

    @property
    def ways(self) -> Sequence[Way]:
        material = self._material
        if not material.askable:
            return ()
        quick = _("Quick map: at most {count} questions, about {minutes} minutes")
        full = _("Full map: at most {count} questions, about {minutes} minutes, and surer")
        anew = [Way(words.format(count=n, minutes=MINUTES[n]), n) for words, n in ((quick, QUICK), (full, FULL))]
        left = material.open
        if left is None or left.begun is None:
            return anew
        words = _("Go on where you stopped: question {number} of at most {count}")
        return [Way(words.format(number=len(left.answers) + 1, count=left.begun.length)), *anew]

    def body(self) -> Iterable[Widget]:
        yield Static(_("Blind-spot map"), classes="name", markup=False)
        yield Scroller(*self._parts())

    def _parts(self) -> Iterable[Widget]:
        words = _("A few questions show what you know, what not yet, and where you are sure but mistaken.")
        yield Static(words, classes="words", markup=False)
        if self.ways:
            ways = ChoiceList([Content(way.words) for way in self.ways], many=False)
            ways.set_reactive(ChoiceList.cursor, self._at)
            yield ways
        else:
            told = _("There is nothing to ask yet: the courses have no questions for the map, or cannot be read.")
            yield Static(told, id="nothing", classes="words", markup=False)
        for rule in self._rules():
            yield Hanging(Content.styled("· ", "$accent"), Content(rule), classes="rule")

    def _rules(self) -> Iterable[str]:
        material = self._material
        again = material.picture.again
        if again is not None and again > material.today and material.open is None:
            yield _("The last one is not long ago. From {day} on, a new one shows more of what has changed.").format(
                day=short_date(again)
            )
        yield _("You can stop at any time: the map shows as much as is known by then.")
        yield _('"Don\'t know yet" is a good answer. Nothing is told about right or wrong before the map.')
        yield _("Questions are chosen for somebody {role}; that is your role in the settings.").format(
            role=_(ROLE_WORDS[material.role])
        )
        yield _("It is a study guide. It is no certificate, and nobody has tested yet how well it measures.")

    def on_mount(self) -> None:
        self.calm()

    def key_name(self, key: str) -> str | None:
        return f"1-{len(self.ways)}" if key == "1" else None

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        return _("go on") if key == "enter" and self.ways and self.ways[self._at].length is None else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"begin", "move"}:
            return bool(self.ways)
        if action == "mark":
            return isinstance(parameters[0], int) and parameters[0] < len(self.ways)
        if action == "map":
            return not self._material.picture.blank
        return super().check_action(action, parameters)

    def action_mark(self, at: int) -> None:
        self._at = at
        self.query_one(ChoiceList).cursor = at
        self.refresh_bindings()

    def action_move(self, by: int) -> None:
        self.action_mark((self._at + by) % len(self.ways))

    def on_choice_list_clicked(self, event: ChoiceList.Clicked) -> None:
        event.stop()
        self.action_mark(event.index)

    def action_begin(self) -> None:
        self.leave_by(DiagnosisChosen(self._material, self.ways[self._at].length))

    def action_map(self) -> None:
        self.leave_by(MapKept(self._material))
