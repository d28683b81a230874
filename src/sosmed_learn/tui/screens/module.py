"""A module: what it is for, its lessons with minutes and state. A lesson that cannot be opened says so."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.events import LessonFinished
from sosmed_learn.core.examprogress import ExamProgress
from sosmed_learn.core.examresult import percent
from sosmed_learn.core.module import Exam, Module
from sosmed_learn.core.progress import Progress
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import ExamAsked, GlossaryAsked, LessonChosen
from sosmed_learn.tui.opening import LessonEntry
from sosmed_learn.tui.page import Page, leave_by
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, said


class Row(Hanging, can_focus=True):
    """Something to open: the mark of the cursor and a key in front, however often the words wrap."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("open"))]

    def __init__(self, key: str, *words: Content) -> None:
        super().__init__(Content.styled(f"{key:>2}  ", "bold $accent"), *words)

    @property
    def head(self) -> Content:
        return Content.assemble(("▸" if self.has_focus else " ", "bold $accent"), super().head)

    def action_open(self) -> None:
        """Lead there."""
        raise NotImplementedError

    def on_click(self) -> None:
        if self.can_focus:
            self.action_open()


class LessonRow(Row):
    """One lesson: number, title, minutes, state."""

    def __init__(self, number: int, module: Module, entry: LessonEntry, progress: Progress) -> None:
        super().__init__(str(number), *_row_words(module, entry, progress))
        self._module = module.id
        self._entry = entry
        self.can_focus = entry.lesson is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._entry.lesson is not None or action != "open"

    def action_open(self) -> None:
        leave_by(self, LessonChosen(self._module, self._entry.id))


class ExamRow(Row):
    """The module's exam: how long it is, and how it went."""

    def __init__(self, module: Module, exam: Exam, done: ExamProgress) -> None:
        super().__init__("e", _exam_words(exam, done))
        self._module = module.id

    def action_open(self) -> None:
        leave_by(self, ExamAsked(self._module))


class ModuleScreen(Page):
    """``progress`` is bound to the app's."""

    CSS_PATH = "../styles/module.tcss"
    AUTO_FOCUS = "LessonRow"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"open({n})", N_("lesson")) for n in range(1, 10)),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("e", "exam", N_("exam")),
        Binding("g", "glossary", N_("glossary")),
        Binding("escape,left", "app.back", N_("back")),
    ]

    progress: var[Progress] = var(Progress, init=False)

    def __init__(self, module: Module, lessons: Sequence[LessonEntry]) -> None:
        super().__init__()
        self.module = module
        self._lessons = lessons

    def body(self) -> Iterable[Widget]:
        yield Static(said(self.module.title), classes="name", markup=False)
        yield Scroller(
            Static(said(self.module.summary), classes="summary", markup=False),
            Static(_("Lessons"), classes="section", markup=False),
            *(LessonRow(n, self.module, entry, self.progress) for n, entry in enumerate(self._lessons, start=1)),
            *self._exam(),
            Static(self._concepts(), classes="quiet foot", markup=False),
        )

    def _exam(self) -> Iterable[Widget]:
        if self.module.exam is not None:
            done = self.progress.exam((self.module.id, *self.module.aliases))
            yield Static(_("Exam"), classes="section", markup=False)
            yield ExamRow(self.module, self.module.exam, done)

    def _concepts(self) -> str:
        titles = "; ".join(said(concept.title) for concept in self.module.concepts)
        return _("This module is about: {concepts}.").format(concepts=titles) if titles else ""

    def on_mount(self) -> None:
        # The cursor on the first lesson would else scroll away what the module is about.
        for scroller in self.scrollers:
            self.call_after_refresh(scroller.scroll_home, animate=False)

    def key_name(self, key: str) -> str | None:
        numbers = [str(n) for n, entry in enumerate(self._lessons[:9], start=1) if entry.lesson]
        return f"{numbers[0]}-{numbers[-1]}" if len(numbers) > 1 and key == numbers[0] else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "open":
            number = parameters[0]
            return isinstance(number, int) and number <= len(self._lessons) and bool(self._lessons[number - 1].lesson)
        if action == "exam":
            return self.module.exam is not None
        return super().check_action(action, parameters)

    async def watch_progress(self, before: Progress, now: Progress) -> None:
        if self.is_mounted and before is not now:
            await self.retell()

    async def renew(self, module: Module, lessons: Sequence[LessonEntry]) -> None:
        """Show the module as it is now."""
        if (module, lessons) != (self.module, self._lessons):
            self.module, self._lessons = module, lessons
            await self.retell()
            self.drawn()

    def action_open(self, number: int) -> None:
        self.leave_by(LessonChosen(self.module.id, self._lessons[number - 1].id))

    def action_exam(self) -> None:
        self.leave_by(ExamAsked(self.module.id))

    def action_glossary(self) -> None:
        self.leave_by(GlossaryAsked(self.module.id))


def _exam_words(exam: Exam, done: ExamProgress) -> Content:
    count = ngettext("{count} question", "{count} questions", exam.questions).format(count=exam.questions)
    under_way = done.open
    if under_way is not None and under_way.begun is not None:
        state = _("~ under way, {done} of {count} answered").format(
            done=len(under_way.given), count=len(under_way.begun.questions)
        )
    elif done.best is not None:
        points = percent(done.best.points, done.best.asked)
        words = _("✓ passed with {points} of 100") if done.best.passed else _("best so far {points} of 100")
        state = words.format(points=points)
    else:
        state = _("not tried yet")
    return Content.styled(f"{count}, {minutes(exam.minutes)} · {state}", "$text-muted")


def _row_words(module: Module, entry: LessonEntry, progress: Progress) -> tuple[Content, Content]:
    """Its title, and below it how long it is and how it stands."""
    lesson = entry.lesson
    if lesson is None:
        why = _("cannot be opened yet: its file has an error")
        return Content(said(entry.title) if entry.title else entry.id), Content.styled(why, "$warning")
    done = progress.lesson((module.id, *module.aliases), (lesson.id, *lesson.aliases))
    last = done.finished[-1] if done.finished else None
    if done.under_way and last:
        state = _("{finished}; you are doing it again").format(finished=_finished(last))
    elif done.under_way:
        step = min(begin(module.id, lesson, done).at + 1, len(lesson.steps))
        state = _("~ under way, step {step} of {steps}").format(step=step, steps=len(lesson.steps))
    elif last:
        state = _finished(last)
    else:
        state = _("not begun")
    return Content(said(lesson.title)), Content.styled(f"{minutes(lesson.minutes)} · {state}", "$text-muted")


def _finished(last: LessonFinished) -> str:
    """With how much went right, where anything was asked."""
    if not last.asked:
        return _("✓ finished")
    return _("✓ finished, {right} of {asked} right").format(right=last.right, asked=last.asked)
