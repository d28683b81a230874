"""What a learner can say of a step on any page that shows one: a note, and that something is wrong with it."""

from collections.abc import Callable

from sosmed_learn.core.events import Event, Flagged, Noted
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import _
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.screens.note import NoteScreen

Place = tuple[str, str, str]
"""Module, lesson and step by their ids."""


class RemarkingPage(Page):
    """``remarks`` are what was said before, by module and lesson. What is said now is recorded, and ``remarked`` draws
    it.

    ``record`` is called, not sent: a message could still be on its way when the app ends. Each page binds the keys at
    their place among its own, as ``note`` and ``flag``.
    """

    def __init__(
        self, clock: Clock, record: Callable[[Event], None], remarks: dict[tuple[str, str], LessonProgress]
    ) -> None:
        super().__init__()
        self._clock = clock
        self._record = record
        self._notes: dict[Place, str] = {}
        self._flags: set[Place] = set()
        for lesson, done in remarks.items():
            self.take_remarks(lesson, done)

    def take_remarks(self, lesson: tuple[str, str], done: LessonProgress) -> None:
        """Take up what was said of the steps of one more lesson."""
        self._notes |= {(*lesson, step): text for step, text in done.notes.items()}
        self._flags |= {(*lesson, step) for step in done.flags}

    @property
    def place(self) -> Place | None:
        """Where the step on screen stands; None when there is none."""
        raise NotImplementedError

    async def remarked(self) -> None:
        """Draw what was said."""
        raise NotImplementedError

    def note_on(self, place: Place) -> str:
        return self._notes.get(place, "")

    def is_flagged(self, place: Place) -> bool:
        return place in self._flags

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        flagged = self.place is not None and self.is_flagged(self.place)
        return _("take report back") if key == "exclamation_mark" and flagged else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"note", "flag"}:
            return self.place is not None
        return super().check_action(action, parameters)

    async def action_flag(self) -> None:
        if self.place is None:
            return
        module, lesson, step = self.place
        stamp = self._clock.stamp()
        self._flags ^= {self.place}
        self._record(
            Flagged(
                id=stamp.id, at=stamp.at, offset=stamp.offset, module=module, lesson=lesson, step=step,
                flagged=self.place in self._flags,
            )
        )  # fmt: skip
        await self.remarked()

    def action_note(self) -> None:
        if self.place is not None:
            self.app.push_screen(NoteScreen(self.note_on(self.place)), self._noted)

    async def _noted(self, text: str | None) -> None:
        if self.place is None or text is None or text == self.note_on(self.place):
            return
        module, lesson, step = self.place
        stamp = self._clock.stamp()
        self._notes[self.place] = text
        self._record(
            Noted(
                id=stamp.id, at=stamp.at, offset=stamp.offset, module=module, lesson=lesson, step=step, text=text
            )
        )  # fmt: skip
        await self.remarked()
