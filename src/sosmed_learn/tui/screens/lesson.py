"""A lesson, one step at a time. It drives a ``Session`` and draws it; events go to the app as messages."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Disputed, Event
from sosmed_learn.core.grading import typed_words
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.rehearsing import still_open
from sosmed_learn.core.session import Session
from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.messages import GlossaryAsked, LessonEnded, SourcesAsked
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.screens.assignment import TaskPage
from sosmed_learn.tui.timebox import TimeBox, stop_words
from sosmed_learn.tui.widgets.cards import QuestionCard
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.outline import Outline
from sosmed_learn.tui.widgets.scenario.standing import Standing
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.widgets.step_view import Remarks, StepView
from sosmed_learn.tui.wording import said

_RESTS = 0.1
"""Seconds after which a page that was drawn anew has come to rest, also on a busy machine."""


class LessonScreen(TaskPage):
    """``asks_confidence`` is bound to whether the learner wants to be asked how sure they are."""

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", N_("go on")),
        Binding("space", "read_on", N_("read on")),
        Binding("h,f2", "hint", N_("hint")),
        Binding("r", "practise", N_("other numbers")),  # offered after an answer, and then one of the two ways on
        Binding("right", "leave_practice", N_("go on")),  # where Enter answers, but nothing has to be answered
        Binding("escape", "pause", N_("pause")),
        Binding("u", "undo", N_("undo")),
        Binding("u", "earlier", N_("earlier choice")),  # the same in a story, where b is its key
        Binding("l", "peek", N_("Indonesian")),
        Binding("s", "sources", N_("sources")),
        Binding("left", "previous", N_("back")),
        Binding("right", "next", N_("go on"), show=False),
        Binding("n", "note", N_("note")),
        Binding("exclamation_mark", "flag", N_("report"), key_display="!"),
        Binding("x", "dispute", N_("I was right")),
        Binding("g", "glossary", N_("glossary")),
    ]

    asks_confidence: var[bool] = var(default=False, init=False)

    def __init__(
        self, material: LessonMaterial, session: Session, clock: Clock, record: Callable[[Event], None]
    ) -> None:
        super().__init__(session, clock, record, {(session.module, session.lesson.id): material.done})
        self._material = material
        self._disputes = set(material.done.disputes)
        self._drafts: dict[str, object] = {}  # of questions that were left by going back
        self.timebox: TimeBox | None = None

    @property
    def material(self) -> LessonMaterial:
        """The lesson in which the step on screen stands."""
        return self._material

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(f"{said(self.material.module.title)} › ", classes="module-name", markup=False),
            Static(said(self.session.lesson.title), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        yield Standing()
        yield Scroller(*self.shown(), id="reading")
        yield Outline(self.session)

    def shown(self) -> Iterable[Widget]:
        """The step on which the session stands, and what the learner has said about it."""
        place = self.place
        disputed = self.session.answered is not None and self.session.answered.event in self._disputes
        yield Remarks(self.note_on(place), flagged=self.is_flagged(place), disputed=disputed)
        if self.session.answered is None and (words := self.time_words()):
            yield Static(words, classes="quiet", id="time-up", markup=False)
        today, language = self._clock.today(), self.shown_language
        yield from StepView(self.session, self.material, today, language, self.asks_confidence).widgets()

    def time_words(self) -> str:
        """That the minutes are over, where they are."""
        return stop_words(self.timebox, self._clock)

    @property
    def share(self) -> float:
        session = self.session
        done = sum(session.done(step) and not session.comes_back(step) for step in session.lesson.steps)
        return done / len(session.lesson.steps)

    def kept_draft(self) -> object:
        return self._drafts.pop(self.session.step.id, None)

    def settle_parts(self) -> None:
        for outline in self.query(Outline):
            outline.show(self.session)
        self.settle_story()
        self.settle_task()

    def tell_place(self) -> None:
        count = self._place()
        for label in self.query("#count").results(Static):
            label.update(f"{self.saving}  {count}" if self.saving else count)

    def _place(self) -> str:
        """Where one is in the lesson; where questions come back, how many are to be answered still."""
        session, steps = self.session, len(self.session.lesson.steps)
        if not session.rehearsal:
            return _("{step} of {steps}").format(step=session.at + 1, steps=steps)
        left = still_open(session)
        return _("{count} of {all} still open").format(count=left, all=steps) if left else _("none still open")

    def key_words(self, key: str) -> str | None:
        if key == "r" and self.session.can_retry:
            return _("try again")
        return super().key_words(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        for told in (self.story_offers(action), self.task_offers(action)):
            if told is not None:
                return told
        offer = self._offers().get(action)
        return offer() if offer else super().check_action(action, parameters)

    def _offers(self) -> dict[str, Callable[[], bool]]:
        """What tells whether a key does something now. Asked for each key whenever one was pressed, so it is only
        worked out for the one that is asked for.
        """
        session, question = self.session, self.session.question
        return {
            "next": lambda: isinstance(session.step, TextStep) or session.done(session.step),
            "read_on": lambda: any(reading.more_below for reading in self.scrollers),
            "previous": lambda: session.at > 0,
            "hint": lambda: bool(question and not session.answered and session.hints_open < len(question.hints)),
            # In stories and tasks other keys go back.
            "undo": lambda: session.undoable is not None and session.story is None and session.task is None,
            "practise": lambda: session.can_drill or session.can_retry,
            "leave_practice": lambda: session.drill is not None and session.drill.given is None,
            "dispute": lambda: bool(session.answered and not session.answered.verdict.correct),
            "sources": lambda: bool(self._cited()),
        }

    def _cited(self) -> tuple[str, ...]:
        """The facts whose sources may be opened. Before a question is answered, only those that its prompt cites:
        the others could give the answer away.
        """
        step = self.session.step
        names = step.facts
        question = self.session.question
        if question is not None and not self.session.answered:
            names = tuple(name for name in names if f"[^{name}]" in said(question.prompt))
        elif self.session.story is not None and not self.session.done(step):
            names = ()
        return tuple(name for name in names if name in self.material.facts)

    async def action_next(self) -> None:
        self._peeking = False
        self.session, event = self.session.forward(self._clock.stamp())
        self._happened(event)
        if self.session.over:
            self.leave_by(LessonEnded(self.session))
            return
        await self.redraw()

    async def action_leave_practice(self) -> None:
        await self.action_next()

    async def action_pause(self) -> None:
        """Leave the lesson where it stands. The result has to know what was tried again in a rehearsal."""
        if self.session.rehearsal:
            self.leave_by(LessonEnded(self.session))
        else:
            await self.run_action("app.back")

    def action_read_on(self) -> None:
        self.query_one("#reading", Scroller).scroll_page_down(animate=False)

    async def action_previous(self) -> None:
        self._peeking = False
        self._drafts[self.session.step.id] = self.draft()
        self.session = self.session.back()
        await self.redraw()

    async def on_question_card_submitted(self, message: QuestionCard.Submitted) -> None:
        if self.session.answered:
            return
        stamp = self._clock.stamp()
        self.session, _verdict, event = self.session.answer(message.response, stamp, message.confidence, self.seconds)
        self._happened(event)
        await self.redraw()
        self.call_after_refresh(self._show_verdict)

    def _show_verdict(self) -> None:
        """Where the reasons do not fit, let the prompt go out of sight for them."""
        for opening in self.query("#opening"):
            self.query_one("#reading", Scroller).scroll_to_widget(opening, top=True, animate=False)

    async def action_hint(self) -> None:
        self.session = self.session.hint()
        await self.redraw(same=True)
        # The newest one stands last, and is to be seen also where the question takes all the room. A card that is drawn
        # anew brings its mark into view first: it is asked to let this come after that.
        for card in self.query(QuestionCard):
            card.call_after_refresh(self._show_hint)
        # On a busy machine the page has not come to rest even then.
        self.set_timer(_RESTS, partial(self._show_hint_still, self.session, self.draft()))

    def _show_hint_still(self, session: Session, draft: object) -> None:
        """Show it unless something was done since."""
        if self.session is session and self.draft() == draft:
            self._show_hint()

    def _show_hint(self) -> None:
        self.query_one("#reading", Scroller).scroll_end(animate=False)

    async def action_undo(self) -> None:
        self._peeking = False
        if not self.session.answered:  # it leads back from here, and what was begun here is not what is taken back
            self._drafts[self.session.step.id] = self.draft()
        self.session, event = self.session.undo(self._clock.stamp())
        self._happened(event)
        await self.redraw()

    async def action_practise(self) -> None:
        """Ask the question once more: with other numbers where there are any, else as it was."""
        self._peeking = False
        session = self.session
        self.session = session.practise(self._clock.stamp().id) if session.can_drill else session.retry()
        await self.redraw()

    def action_sources(self) -> None:
        self.leave_by(SourcesAsked(self._cited()))

    def action_glossary(self) -> None:
        self.leave_by(GlossaryAsked(self.material.module.id))

    async def action_dispute(self) -> None:
        """Say that the answer was right after all, or take that back."""
        given = self.session.answered
        if given is None:
            return
        stamp, (module, lesson, step) = self._clock.stamp(), self.place
        self._disputes ^= {given.event}
        self._happened(
            Disputed(
                id=stamp.id, at=stamp.at, offset=stamp.offset, module=module, lesson=lesson, step=step,
                answer=given.event, typed=typed_words(given.response), disputed=given.event in self._disputes,
            )
        )  # fmt: skip
        await self.redraw(same=True)

    def _happened(self, event: Event | None) -> None:
        if event is not None:
            self._record(event)
