"""A task as it stands in its lesson: what is to be done, and how far one is. Enter opens the worksheet."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from sosmed_learn.core.task import Task, Worksheet
from sosmed_learn.core.taskwork import TaskProgress
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import inline
from sosmed_learn.tui.wording import minutes


class TaskCard(Hanging, can_focus=True):
    """``done``: checked or put off in this run, so that Enter is free for going on."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("open the worksheet"))]

    class Opened(Message):
        """The worksheet is to be opened."""

    def __init__(self, task: Task, work: TaskProgress, language: Language, *, done: bool) -> None:
        title = Content.assemble(inline(task.title.say(language)).stylize("bold"), f"  {minutes(task.minutes)}")
        super().__init__(Content(""), title, *map(Content, standing_words(task, work, done=done)))
        self._done = done
        self._put_off = bool(work.checks and work.checks[-1].later)

    @property
    def head(self) -> Content:
        """The mark: whether it is to be done, put off, or done."""
        mark = "▶ " if not self._done else "· " if self._put_off else "✓ "
        return Content.styled(mark, "bold $accent")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self._done or action != "open"

    def action_open(self) -> None:
        self.post_message(self.Opened())

    def on_click(self) -> None:
        self.action_open()


def standing_words(task: Task, work: TaskProgress, *, done: bool) -> list[str]:
    """How far it is, in a sentence or two."""
    sheet = Worksheet(task, work.entries)
    filled = _("{done} of {all} fields filled in.").format(done=sheet.filled, all=len(task.inputs))
    if not done:
        if sheet.begun:
            return [filled, _("What you wrote is kept; go on where you stopped.")]
        count = len(task.inputs)
        words = ngettext(
            "{count} field to fill in, then a check of your own.",
            "{count} fields to fill in, then a check of your own.",
            count,
        )
        return [words.format(count=count)]
    if work.checks and work.checks[-1].later:
        return [filled, _("Put off. In three days you are asked about it again; d opens it any time.")]
    holds = sum(work.rubric.get(each.id, False) for each in task.rubric)
    words = _("Checked: {done} of {all} points hold.").format(done=holds, all=len(task.rubric))
    then = _("In three days you are asked about it again; d opens it any time.")
    return [filled, f"{words} {then}"]
