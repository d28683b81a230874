"""The blind-spot map: what to do first, where each concept stands, the shortest path, and what has changed."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.core.mapping.studypath import PathStep
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui import map_words
from sosmed_learn.tui.map_opening import MapMaterial
from sosmed_learn.tui.messages import (
    ConceptAsked,
    DiagnosisAsked,
    LessonChosen,
    MapSeenAgain,
    NumbersAsked,
    PassingAsked,
)
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.place_words import MARKS, PLACES
from sosmed_learn.tui.widgets.concept_grid import Cell, ConceptGrid
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import said

SHOWN = 5
"""Lessons of the path that are shown, each with a key of its own; what comes behind them may change by then."""


class MapScreen(Page):
    """``material`` is what is known; ``renew`` shows what is known later."""

    CSS_PATH = "../styles/map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", N_("start there")),
        Binding("enter", "concept", N_("look at it")),
        Binding("enter", "app.back", N_("back")),  # where there is nothing to study
        Binding("down", "move(0, 1)", N_("down"), show=False),
        Binding("up", "move(0, -1)", N_("up"), show=False),
        Binding("right", "move(1, 0)", N_("right"), show=False),
        Binding("left", "move(-1, 0)", N_("left"), show=False),
        Binding("1", "open(0)", N_("lesson")),
        *(Binding(str(n), f"open({n - 1})", N_("lesson"), show=False) for n in range(2, SHOWN + 1)),
        Binding("space", "read_on", N_("read on")),
        Binding("r", "again", N_("again")),
        Binding("w", "numbers", N_("why these numbers"), show=False),
        Binding("escape", "app.back", N_("back")),
    ]

    def __init__(self, material: MapMaterial) -> None:
        super().__init__()
        self._material = material
        self._cursor: int | None = None
        self._seen = False

    @property
    def _steps(self) -> tuple[PathStep, ...]:
        return self._material.picture.way

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(_("Blind-spot map"), classes="name", markup=False),
            Static(map_words.head_words(self._material), classes="right", markup=False),
            classes="head",
        )
        yield Scroller(*self._parts())
        yield Static(self._about(), id="about", classes="-idle" if self._cursor is None else "", markup=False)

    def _parts(self) -> Iterable[Widget]:
        material, picture = self._material, self._material.picture
        yield Static(map_words.sentences(material), id="sentences", classes="words", markup=False)
        grid = ConceptGrid([*self._rows()])
        grid.set_reactive(ConceptGrid.cursor, self._cursor)
        yield grid
        yield Static(_legend(), id="legend", markup=False)
        yield from self._path()
        if picture.changes:
            yield from self._changes()
        yield Static(map_words.again_words(material), classes="quiet foot words", markup=False)

    def _rows(self) -> Iterable[tuple[str, list[Cell]]]:
        picture, graph = self._material.picture, self._material.known.bank.graph
        for module in self._material.modules:
            spots = [spot for spot in picture.drawn.spots if graph.modules[spot.concept] == module.id]
            cells = [Cell(said(self._material.title(one.concept)), one.place, one.hatched) for one in spots]
            if cells:
                yield said(module.title), cells

    @property
    def _concepts(self) -> list[str]:
        """The concepts in the order of the map."""
        graph = self._material.known.bank.graph
        spots = self._material.picture.drawn.spots
        return [
            spot.concept
            for module in self._material.modules
            for spot in spots
            if graph.modules[spot.concept] == module.id
        ]

    def _about(self) -> str:
        if self._cursor is None:
            return _("Arrow keys choose a concept.")
        spot = self._material.picture.drawn.spot(self._concepts[self._cursor])
        return map_words.about_words(self._material, spot) if spot else ""

    def _path(self) -> Iterable[Widget]:
        material = self._material
        if self._steps:
            yield Static(_("The shortest way"), classes="section", markup=False)
        for number, step in enumerate(self._steps[:SHOWN], start=1):
            title, how = map_words.step_words(material, step)
            yield Hanging(
                Content.styled(f"{number:>2}  ", "bold $accent"),
                Content(title),
                Content.styled(how, "$text-muted"),
                classes="step",
            )
        if further := map_words.further_words(self._steps[SHOWN:]):
            yield Static(further, classes="quiet words", id="further", markup=False)
        if without := map_words.lessonless_words(material):
            yield Static(without, id="lessonless", classes="quiet words", markup=False)

    def _changes(self) -> Iterable[Widget]:
        changes = self._material.picture.changes
        moved = [change for change in changes if change.kind in {"better", "worse", "new"}]
        yield Static(_("Since the map before"), classes="section", markup=False)
        for kind in ("better", "worse", "new"):
            for change in moved:
                if change.kind == kind:
                    yield Static(map_words.change_words(self._material, change), classes="change", markup=False)
        same = sum(change.kind == "same" for change in changes)
        if same:
            words = ngettext("{count} concept stands as before.", "{count} concepts stand as before.", same)
            yield Static(words.format(count=same), classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.calm()

    def on_screen_resume(self) -> None:
        if self._seen:
            self.post_message(MapSeenAgain(self))
        self._seen = True

    async def renew(self, material: MapMaterial) -> None:
        """Show what is known by now."""
        if material.picture != self._material.picture:
            self._material = material
            if self._cursor is not None and self._cursor >= len(self._concepts):
                self._cursor = None
            await self.retell()
            self.drawn()

    def key_name(self, key: str) -> str | None:
        count = min(len(self._steps), SHOWN)
        return f"1-{count}" if key == "1" and count > 1 else None

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        if key == "r":
            return _("go on asking") if self._material.open else _("ask") if not self._material.taken else None
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "start":
            return self._cursor is None and bool(self._steps)
        if action == "concept":
            return self._cursor is not None
        if action == "open":
            return isinstance(parameters[0], int) and parameters[0] < len(self._steps[:SHOWN])
        if action == "read_on":
            return any(reading.more_below for reading in self.scrollers)
        return super().check_action(action, parameters)

    def action_move(self, right: int, down: int) -> None:
        grid, scroller = self.query_one(ConceptGrid), self.query_one(Scroller)
        there = grid.next_to(right, down)
        if there == self._cursor:
            if down > 0:
                scroller.scroll_end(animate=False)
            return
        self._choose(there)
        if there is None:
            scroller.scroll_home(animate=False)
        else:
            top = grid.region.y + grid.line_of(there)
            scroller.keep_in_view(top, top + 1)

    def _choose(self, cursor: int | None) -> None:
        self._cursor = cursor
        self.query_one(ConceptGrid).cursor = cursor
        about = self.query_one("#about", Static)
        about.update(self._about())
        about.set_class(cursor is None, "-idle")
        self.refresh_bindings()

    def on_concept_grid_clicked(self, message: ConceptGrid.Clicked) -> None:
        message.stop()
        again = message.index == self._cursor
        self._choose(message.index)
        if again:
            self.action_concept()

    def action_start(self) -> None:
        self.action_open(0)

    def action_open(self, number: int) -> None:
        step = self._steps[number]
        way: Message = LessonChosen(step.module, step.lesson, again=True)
        self.leave_by(PassingAsked(step.module, step.lesson) if step.how == "test" else way)

    def action_concept(self) -> None:
        if self._cursor is not None:
            self.leave_by(ConceptAsked(self._concepts[self._cursor]))

    def action_again(self) -> None:
        self.leave_by(DiagnosisAsked())

    def action_read_on(self) -> None:
        self.query_one(Scroller).scroll_page_down(animate=False)

    def action_numbers(self) -> None:
        self.leave_by(NumbersAsked())


def _legend() -> str:
    """What the marks mean; the one that matters most is said at length, on a line of its own."""
    places: tuple[Class | None, ...] = ("strong", "unsure", "missing", None)
    parts = [f"{MARKS[place]} {_(PLACES[place])}" for place in places]
    blind = _("blind spot: sure, but mistaken")
    return "  ".join([*parts, _("( ) a guess")]) + f"\n{MARKS['blind']} {blind}"
