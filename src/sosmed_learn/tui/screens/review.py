"""Questions of many lessons asked again, one at a time: each says why it is asked now."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Event
from sosmed_learn.core.reviewsession import Purpose, ReviewSession
from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.messages import NumbersAsked, ReviewEnded
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.screens.lesson import LessonScreen
from sosmed_learn.tui.screens.remarking import Place
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import number, said

_TITLES: dict[Purpose, str] = {
    "today": N_("Review"),
    "settle": N_("Settle it"),
    "test": N_("Test yourself out"),
    "changed": N_("What has changed"),
}
_WHY = {
    "due": N_("Asked now because it is fading: the chance that you remember is about {recall}%."),
    "sure": N_("Asked now because you were sure of another answer."),
    "words": N_("Asked now because of a belief that showed before; this is the same in other words."),
    "confirm": N_("Asked now because the map takes you to know this. One question shows whether it does so rightly."),
    "changed": N_("Asked now because something that it rests on has changed since you answered it."),
    "settle": N_("Asked to see whether the belief still holds you."),
    "test": N_("Asked to see whether you can leave this lesson out."),
}


class ReviewScreen(LessonScreen):
    """``materials`` are the lessons in which the questions stand, by module and lesson."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "pause", N_("stop here")),
        Binding("w", "numbers", N_("why this number"), show=False),
    ]

    session: ReviewSession

    def __init__(
        self,
        materials: Mapping[tuple[str, str], LessonMaterial],
        session: ReviewSession,
        clock: Clock,
        record: Callable[[Event], None],
    ) -> None:
        first = materials[session.place[:2]]
        super().__init__(first, session, clock, record)
        self._materials = materials
        for key, material in materials.items():
            self.take_remarks(key, material.done)
            self._disputes |= material.done.disputes

    @property
    def material(self) -> LessonMaterial:
        return self._materials[self.session.place[:2]]

    @property
    def place(self) -> Place:
        return self.session.place

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(_(_TITLES[self.session.purpose]), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        yield Scroller(*self.shown(), id="reading")

    def shown(self) -> Iterable[Widget]:
        if self.session.answered is None:
            yield Static(self._where(), classes="quiet", id="where", markup=False)
            yield Static(self._why(), classes="quiet", id="why", markup=False)
            if self.session.ask.leech:
                words = _("You have missed it on many days. That may be the question's fault: ! reports it.")
                yield Static(words, classes="quiet", id="leech", markup=False)
        yield from super().shown()

    def _where(self) -> str:
        """The module and the concept."""
        module = self.material.module
        concept = module.concept(self.session.ask.item.question.concept)
        return " · ".join([said(module.title), *([said(concept.title)] if concept else [])])

    def _why(self) -> str:
        """Why it is asked now; what is back in this sitting is so for another reason than it first was."""
        if self.session.step.id in self.session.returned:
            return _("Asked once more because you were sure of another answer a moment ago.")
        return _(_WHY[self.session.ask.why]).format(recall=number(round(100 * self.session.ask.recall)))

    def time_words(self) -> str:
        """Nothing: here one is not asked any more when the minutes are over."""
        return ""

    def _place(self) -> str:
        session = self.session
        if session.step.id in session.returned:
            return _("once more")
        at = len(session.first) + (session.step.id not in session.first)
        return _("{step} of {steps}").format(step=at, steps=len(session.asks))

    def key_words(self, key: str) -> str | None:
        over = self.timebox is not None and self.timebox.is_over(self._clock)
        return _("time is up: see how it went") if key == "enter" and over else super().key_words(key)

    async def action_next(self) -> None:
        """One question on; when the minutes are over, that is the good place to stop."""
        self._peeking = False
        self.session, _event = self.session.forward(self._clock.stamp())
        over = self.timebox is not None and self.timebox.is_over(self._clock) and self.session.purpose == "today"
        if self.session.over or over:
            self.leave_by(ReviewEnded(self.session))
            return
        await self.redraw()

    def action_numbers(self) -> None:
        self.leave_by(NumbersAsked(self.session.place))

    async def action_pause(self) -> None:
        """What was answered is kept; what was not comes another day."""
        if self.session.first and self.session.purpose == "today":
            self.leave_by(ReviewEnded(self.session))
        else:
            await self.run_action("app.back")
