"""The calendar: on which days of the last weeks anything was done, this week in words, and the goal to be changed."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.progress import GOAL, Progress
from sosmed_learn.core.rhythm import MOST_DAYS, USUAL_GOAL, Rhythm, goal_of, rhythm
from sosmed_learn.core.settings import OFF
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.messages import SettingChosen
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.rhythm_words import this_week, weeks_before
from sosmed_learn.tui.widgets.heat_map import heat_map, legend, marks
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import short_date


class RhythmScreen(Page):
    """``answers`` are how many questions were answered on each day; ``progress`` is bound to the app's."""

    CSS_PATH = "../styles/rhythm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,left,k", "app.back", N_("back")),
        Binding("plus,equals_sign", "goal(1)", N_("goal")),
        Binding("minus", "goal(-1)", N_("goal")),
        Binding("0", "no_goal", N_("no goal")),
    ]

    progress: var[Progress] = var(Progress, init=False)

    def __init__(self, today: date, answers: Mapping[date, int]) -> None:
        super().__init__()
        self._today = today
        self._answers = answers

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(_("Calendar"), classes="name", markup=False),
            Static(short_date(self._today), classes="right quiet", markup=False),
            classes="head",
        )
        yield Scroller(
            Static(id="words", markup=False),
            Static(id="weeks", markup=False),
            Static(id="legend", classes="quiet", markup=False),
        )

    def on_mount(self) -> None:
        super().on_mount()
        self._show()

    async def retell(self) -> None:
        await super().retell()
        self._show()

    @property
    def _rhythm(self) -> Rhythm:
        return rhythm(self.progress, self._today)

    def _show(self) -> None:
        now, drawn = self._rhythm, marks()
        words = "\n".join((this_week(now), *weeks_before(now)))
        self.query_one("#words", Static).update(words)
        self.query_one("#weeks", Static).update(heat_map(now, self._answers, drawn))
        self.query_one("#legend", Static).update(legend(now, drawn))

    def watch_progress(self, before: Progress, now: Progress) -> None:
        if self.is_mounted and before is not now:
            self._show()
            self.refresh_bindings()

    def key_name(self, key: str) -> str | None:
        """The keys that change the goal, as far as it can be changed that way."""
        if key not in {"plus", "equals_sign", "minus"}:
            return None
        signs = {"+": self.check_action("goal", (1,)), "-": self.check_action("goal", (-1,))}
        return " ".join(sign for sign, works in signs.items() if works)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        goal = goal_of(self.progress.settings)
        if action == "goal":
            return goal != MOST_DAYS if parameters == (1,) else goal is not None and goal > 1
        if action == "no_goal":
            return goal is not None
        return super().check_action(action, parameters)

    def action_goal(self, by: int) -> None:
        goal = goal_of(self.progress.settings)
        self.post_message(SettingChosen(GOAL, str(USUAL_GOAL if goal is None else goal + by)))

    def action_no_goal(self) -> None:
        self.post_message(SettingChosen(GOAL, OFF))
