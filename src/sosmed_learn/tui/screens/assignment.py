"""The part of the lesson screen for tasks: opening the worksheet, putting it off. It draws nothing of other steps."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from sosmed_learn.core.events import TaskChecked, TaskSaved
from sosmed_learn.core.session import Session
from sosmed_learn.i18n import N_
from sosmed_learn.tui.messages import WorksheetAsked
from sosmed_learn.tui.screens.story import StoryPage
from sosmed_learn.tui.widgets.worksheet.task_card import TaskCard


class TaskPage(StoryPage):
    """What happens on a worksheet is told to it by ``worked``, and drawn when it is on top again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "worksheet", N_("worksheet")),
        Binding("z", "later", N_("not now")),
    ]

    _drawn_with: Session | None = None

    def task_offers(self, action: str) -> bool | None:
        """Whether the keys of a task do something now; None for other keys."""
        session = self.session
        task, done = session.task is not None, session.done(session.step)
        return {"worksheet": task and done, "later": task and not done}.get(action)

    def settle_task(self) -> None:
        """Put the cursor on the task, if it is to be done."""
        self._drawn_with = self.session
        for card in self.query(TaskCard):
            if not self.session.done(self.session.step):
                card.focus(scroll_visible=False)

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
        if self.session.task is not None and self.session is not self._drawn_with:
            self.call_later(self.redraw)

    def on_task_card_opened(self) -> None:
        self.action_worksheet()

    def action_worksheet(self) -> None:
        session = self.session
        if session.task is not None:
            self.leave_by(WorksheetAsked(session.module, session.lesson.id, session.task.id, self._worked))

    def _worked(self, event: TaskSaved | TaskChecked) -> None:
        self.session = self.session.worked(event)

    async def action_later(self) -> None:
        self.session, event = self.session.put_off(self._clock.stamp())
        self._record(event)
        await self.redraw()
