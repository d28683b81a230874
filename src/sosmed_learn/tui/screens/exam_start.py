"""Before an exam: what it is like, when it can be taken, how earlier tries went. Enter does the one obvious thing."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Stamp
from sosmed_learn.core.examprogress import Sitting
from sosmed_learn.core.examresult import percent
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.exam_opening import ExamMaterial
from sosmed_learn.tui.messages import ExamBegun, ExamLimitSet, ExamResultAsked
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import length, minutes, moment, said

MOST_SHOWN = 9
"""Results that have a number key of their own."""


A_NIGHT = 12
"""Hours of a cool-down that has a night in it."""


class ExamStartScreen(Page):
    """``now`` is when it was opened; ``limited`` whether exams have a limit of time."""

    CSS_PATH = "../styles/module.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", N_("begin")),
        Binding("t", "limit", N_("without a time limit")),
        Binding("1", "result(0)", N_("look at a result")),
        *(Binding(str(n), f"result({n - 1})", N_("look at a result"), show=False) for n in range(2, MOST_SHOWN + 1)),
        Binding("escape,left", "app.back", N_("back")),
    ]

    def __init__(self, material: ExamMaterial, now: Stamp, *, limited: bool) -> None:
        super().__init__()
        self._material = material
        self._now = now
        self._limited = limited

    @property
    def _open(self) -> Sitting | None:
        return self._material.done.open

    @property
    def _blocked(self) -> str:
        """Why it cannot begin now; empty when it can."""
        exam = self._material.module.exam
        if self._open is not None or exam is None:
            return ""
        if not self._material.pool.questions:
            return _("There is nothing to ask yet: the module's questions cannot be read, or wait for their facts.")
        until = self._material.done.next_try(exam, self._now.at)
        if until is None:
            return ""
        local = Stamp(self._now.id, until, self._now.offset).local()
        words = _("The next try can begin on {moment}.").format(moment=moment(local))
        if exam.cooldown >= A_NIGHT:
            words += " " + _("A night in between shows what has stayed.")
        return words

    def body(self) -> Iterable[Widget]:
        module = self._material.module
        yield Static(_("Exam: {module}").format(module=said(module.title)), classes="name", markup=False)
        yield Scroller(*self._parts())

    def _parts(self) -> Iterable[Widget]:
        for words in self._rules():
            yield Hanging(Content.styled("· ", "$accent"), Content(words), classes="rule")
        yield Static(self._state(), classes="section", id="state", markup=False)
        results = self._material.done.results[:MOST_SHOWN]
        if results:
            yield Static(_("Earlier results"), classes="section", markup=False)
        for number, sitting in enumerate(results, start=1):
            yield Static(Content.assemble((f"{number:>2}  ", "bold $accent"), result_words(sitting)), classes="result")

    def _rules(self) -> Iterable[str]:
        material, exam = self._material, self._material.module.exam
        if exam is None:
            return
        count = min(exam.questions, len(material.pool.questions))
        yield ngettext(
            "{count} question from this module, drawn anew each time.",
            "{count} questions from this module, drawn anew each time and spread over what it teaches.",
            count,
        ).format(count=count)
        yield _("Nothing is told about your answers until you hand in. Until then u takes any of them back.")
        yield _("Passed at {mark} of 100. What is partly right earns its part.").format(mark=exam.pass_mark)
        yield self._time(exam.minutes)
        if material.pool.stale:
            yield ngettext(
                "{count} question is not asked: a fact behind it has to be looked at again.",
                "{count} questions are not asked: facts behind them have to be looked at again.",
                material.pool.stale,
            ).format(count=material.pool.stale)

    def _time(self, time: int) -> str:
        begun = self._open.begun if self._open is not None else None
        if begun is None and self._blocked:  # t does nothing now
            return _("{minutes} in all.").format(minutes=minutes(time))
        if begun is None:
            limited, free = _("{minutes}. t takes the limit away."), _("No limit of time. t brings the {minutes} back.")
        else:
            limited, free = _("{minutes} in all."), _("No limit of time.")
        unlimited = not self._limited if begun is None else begun.minutes is None
        told = (free if unlimited else limited).format(minutes=minutes(time))
        return told + " " + _("While you pause, the clock stands still.")

    def _state(self) -> str:
        sitting = self._open
        if sitting is not None and sitting.begun is not None:
            return _("You are in the middle of it: {done} of {count} answered, {time} so far.").format(
                done=len(sitting.given), count=len(sitting.begun.questions), time=length(sitting.elapsed)
            )
        return self._blocked or _("Ready when you are.")

    def key_name(self, key: str) -> str | None:
        count = min(MOST_SHOWN, len(self._material.done.results))
        return f"1-{count}" if key == "1" and count > 1 else None

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        if key == "enter" and self._open is not None:
            return _("go on")
        return _("with a time limit") if key == "t" and not self._limited else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "begin":
            return not self._blocked
        if action == "limit":
            return self._open is None and not self._blocked
        if action == "result":
            return isinstance(parameters[0], int) and parameters[0] < len(self._material.done.results)
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        self.calm()

    def action_begin(self) -> None:
        self.leave_by(ExamBegun(self._material, limited=self._limited))

    async def action_limit(self) -> None:
        self._limited = not self._limited
        self.post_message(ExamLimitSet(limited=self._limited))
        await self.retell()
        self.refresh_bindings()

    def action_result(self, number: int) -> None:
        self.leave_by(ExamResultAsked(self._material, self._material.done.results[number]))


def result_words(sitting: Sitting) -> Content:
    """When it was, how many points of a hundred, and whether that was enough."""
    result = sitting.finished
    if result is None:
        return Content("")
    day = moment(Stamp(result.id, result.at, result.offset).local())
    points = _("{points} of 100").format(points=percent(result.points, result.asked))
    passed = _("✓ passed") if result.passed else _("not passed yet")
    return Content.assemble(f"{points}, {passed}", (f"  {day}", "$text-muted"))
