"""The lesson screen for those who write it: any step at any time, any answer again, and new text at the same place."""

from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.module import TextStep
from sosmed_learn.i18n import N_
from sosmed_learn.tui.messages import LessonEnded
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.preview.keeping_place import same_step
from sosmed_learn.tui.screens.lesson import LessonScreen
from sosmed_learn.tui.widgets.cards import QuestionCard
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import said


class AuthorKeys(Screen[None]):
    """An author's keys. As the last base of a screen it puts them first into the key line, which has not room for all.

    ``r`` and ``right`` are here for their places in that line alone.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "app.edit", N_("edit")),
        Binding("r", "retry", N_("try again")),
        Binding("right", "skip", N_("next step")),
    ]


class PreviewLessonScreen(LessonScreen, AuthorKeys):
    """Takes every step without asking for an answer, and lets every answer be given anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "retry", N_("try again")),  # which draws other numbers too, where any are drawn
        Binding("right", "skip", N_("next step")),
    ]

    class Shown(Message):
        """A step is to be seen, perhaps another one than before."""

    def settle_parts(self) -> None:
        super().settle_parts()
        self.post_message(self.Shown())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "retry":
            story = self.session.story
            return bool(story.turns) if story else self.session.answered is not None
        return super().check_action(action, parameters)

    async def action_skip(self) -> None:
        """Go on, answered or not."""
        if isinstance(self.session.step, TextStep) or self.session.done(self.session.step):
            await self.action_next()
            return
        self.session = replace(self.session, at=self.session.at + 1)
        if self.session.over:
            self.leave_by(LessonEnded(self.session))
        else:
            self._peeking = False
            await self.redraw()

    async def action_retry(self) -> None:
        """Stand before the question as if it had not been answered, with other numbers; or where a story begins."""
        if self.session.story:
            await self._go_back(0)
        elif self.session.can_drill:
            await self.action_practise()
        else:
            await self.action_undo()

    async def renew(self, material: LessonMaterial) -> None:
        """Take up the lesson as it is now. A step that has not changed is left alone, with what was picked or typed."""
        subject, before = self._subject, self.session
        session = begin(material.module.id, material.lesson, material.done)
        at = same_step(before.lesson.steps, before.at, material.lesson.steps)
        same = {question.id for question in material.lesson.questions if question in before.lesson.questions}
        hints = {name: count for name, count in before.hints.items() if name in same}
        self.session, self._material = replace(session, at=at, hints=hints), material
        for line in self.query(".head .module-name").results(Static):
            line.update(f"{said(material.module.title)} › ")
        for line in self.query(".head .place").results(Static):
            line.update(said(material.lesson.title))
        if self._subject == subject:
            self._settle(typing=not isinstance(self.focused, QuestionCard))
            return
        top = self.query_one("#reading", Scroller).scroll_y
        # What was picked or typed stays, unless it is the question itself that has changed.
        await self.redraw(same=self.session.step == before.step and self.session.answered == before.answered)
        self.call_after_refresh(self._scroll_back, top)

    @property
    def _subject(self) -> tuple[object, ...]:
        """All that the step on screen is drawn from, apart from the language."""
        session, material = self.session, self._material
        told = material.facts, material.module.misconceptions
        return session.step, session.question, session.answered, session.hints_open, session.story, *told

    def _scroll_back(self, top: float) -> None:
        for reading in self.query("#reading").results(Scroller):
            reading.scroll_to(y=top, animate=False, immediate=True)
