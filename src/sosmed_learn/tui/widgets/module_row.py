"""One module on Home: its number, its title, a meter, how far one is, and how many blind spots the map has in it."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.events import ExamFinished
from sosmed_learn.core.examresult import percent
from sosmed_learn.core.module import Module
from sosmed_learn.core.plan import Standing, standing
from sosmed_learn.core.progress import Progress
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import ModuleChosen
from sosmed_learn.tui.page import leave_by
from sosmed_learn.tui.widgets.meter import bar
from sosmed_learn.tui.wording import said

METER_CELLS, FEWER_CELLS = 18, 11
"""Of the meter, and where there is a word on blind spots beside it: titles matter more than its length."""
ROOMY = 68
"""Cells of a row from which there is room for a word on blind spots."""
MOST_NUMBERED = 9
"""Modules behind this one have no key of their own; the arrows reach them."""


class ModuleRow(Static, can_focus=True):
    """One module: number, title, meter, how far. Enter, its number or a click opens it.

    ``spots`` are the words on its blind spots, as long in each row, so that the rows stand under each other.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("open"))]

    def __init__(self, number: int, module: Module, progress: Progress, spots: str = "") -> None:
        super().__init__(markup=False)
        self._spots = f"  {spots}" if spots else ""
        self._number = number
        self._module = module
        self._standing = standing(module, progress)
        self._exam = progress.exam((module.id, *module.aliases)).best

    def render(self) -> Content:
        standing, width = self._standing, self.content_size.width
        share = standing.finished / max(1, standing.lessons)
        state = _state(standing, self._exam)
        spots = self._spots if width >= ROOMY else ""
        meter = bar(max(share, 0.06 if standing.under_way else 0), FEWER_CELLS if spots else METER_CELLS)
        if width < METER_CELLS + 44:
            meter = Content("")
        room = width - 5 - len(meter) - len(state) - len(spots) - (4 if len(meter) else 2)
        mark = "▸" if self.has_focus else " "
        number = str(self._number) if self._number <= MOST_NUMBERED else " "
        head = Content.styled(f"{mark}{number:>2}  ", "bold $accent")
        title = Content(said(self._module.title)).truncate(max(4, room), ellipsis=True, pad=True)
        gap = "  " if len(meter) else ""
        return Content.assemble(head, title, gap, meter, "  ", (state, "$text-muted"), (spots, "$warning"))

    def action_open(self) -> None:
        leave_by(self, ModuleChosen(self._module.id))

    def on_click(self) -> None:
        self.action_open()


def spot_words(counts: Sequence[int]) -> list[str]:
    """How many blind spots the map has in each module, all of one length; nothing is said of none."""
    words = [
        ngettext("{count} blind spot", "{count} blind spots", count).format(count=count) if count else ""
        for count in counts
    ]
    return [each.ljust(max(map(len, words))) for each in words]


def _state(standing: Standing, exam: ExamFinished | None) -> str:
    """How far a module is, in words of one width, so that the meters stand under each other."""
    done = _("{done} of {all}").format(done=standing.finished, all=standing.lessons)
    words = (_("finished"), _("under way"), _("not begun"), done)
    if exam is not None and exam.passed:
        state = _("exam {points}").format(points=percent(exam.points, exam.asked))
    elif standing.complete:
        state = words[0]
    elif standing.finished:
        state = done
    else:
        state = words[1] if standing.under_way else words[2]
    return state.ljust(max(map(len, words)))
