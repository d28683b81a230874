"""An exam, one question at a time: nothing is told about an answer until all is handed in."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import Event
from sosmed_learn.core.examsession import ExamSession
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.study import Clock
from sosmed_learn.i18n import N_, _, in_use, ngettext
from sosmed_learn.tui.exam_opening import ExamMaterial
from sosmed_learn.tui.messages import ExamHandedIn
from sosmed_learn.tui.screens.asking import AskingPage
from sosmed_learn.tui.screens.remarking import Place
from sosmed_learn.tui.widgets.cards import QuestionCard, card_for
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import blocks
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.widgets.step_view import Remarks
from sosmed_learn.tui.wording import answer_words, length, said

SOON = 60
"""Seconds before the end from which the time that is left stands out."""


class ExamScreen(AskingPage):
    """``before`` are the seconds that the exam took until now; what passes while it is not on screen does not count."""

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go", N_("go on")),
        Binding("f", "hand_in", N_("hand in as it is")),
        Binding("right,f4", "skip", N_("skip")),
        Binding("right,f4", "forward", N_("go on"), show=False),
        Binding("left,f3", "previous", N_("back")),
        Binding("escape", "pause", N_("pause")),
        Binding("u", "undo", N_("undo")),
        Binding("l", "peek", N_("Indonesian")),
        Binding("n", "note", N_("note"), show=False),  # the line is for what leads through the exam
        Binding("exclamation_mark", "flag", N_("report"), key_display="!", show=False),
    ]

    class Moved(Message):
        """Another question is on screen, or the end."""

    def __init__(
        self,
        material: ExamMaterial,
        session: ExamSession,
        clock: Clock,
        record: Callable[[Event], None],
        before: int = 0,
    ) -> None:
        super().__init__(clock, record, material.remarks)
        self.material = material
        self.session = session
        self._before = before
        self._opened = clock.seconds()
        self._kept = before

    @property
    def elapsed(self) -> int:
        """Seconds that the exam has taken in all."""
        return self._before + max(0, int(self._clock.seconds() - self._opened))

    @property
    def place(self) -> Place | None:
        asked = self.session.asked
        return (self.session.module, *asked.place) if asked else None

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(f"{said(self.material.module.title)} › ", classes="module-name", markup=False),
            Static(_("Exam"), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        yield Scroller(*self.shown(), id="reading")

    def shown(self) -> Iterable[Widget]:
        question = self.session.question
        if question is None:
            yield from self._at_the_end()
            return
        place = self.place
        if place is not None:
            yield Remarks(self.note_on(place), flagged=self.is_flagged(place))
        if self._peeking:
            yield Static(_("In the other language; l goes back."), classes="quiet", markup=False)
        if self.session.answered is None:
            yield card_for(question, self.shown_language, in_use())
        else:
            yield from self._given(question)

    def _given(self, question: AnyQuestion) -> Iterable[Widget]:
        """A question that was answered, without a word on whether that was right."""
        given = self.session.answered
        yield from blocks(question.prompt.say(self.shown_language), question.facts, id="prompt")
        answer = answer_words(question, given, self.shown_language) if given else ""
        words = _("Your answer: {answer}").format(answer=answer)
        yield Static(words, id="given", markup=False)
        yield Static(_("u takes it back, as long as the exam is not handed in."), classes="quiet", markup=False)

    def _at_the_end(self) -> Iterable[Widget]:
        left, count = self.session.unanswered, len(self.session.questions)
        yield Static(_("That was the last question."), classes="section", markup=False)
        if left:
            numbers = ", ".join(str(at + 1) for at in left)
            told = ngettext(
                "Without an answer: question {numbers}. It earns nothing as it is.",
                "Without an answer: questions {numbers}. They earn nothing as they are.",
                len(left),
            )
            yield Static(told.format(numbers=numbers), id="left", markup=False)
            yield Static(_("Enter goes there; f hands in what you have."), classes="quiet", markup=False)
        else:
            told = _("All {count} are answered. Enter hands them in; after that nothing can be changed.")
            yield Static(told.format(count=count), markup=False)

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)

    def _tick(self) -> None:
        """Show the time, and hand in when it is up; not while a note is being written over it."""
        self.tell_place()
        limit = self.session.limit
        if limit is not None and self.elapsed >= limit and self.is_active:
            self.leave_by(ExamHandedIn(self, late=True))

    @property
    def share(self) -> float:
        return len(self.session.given) / len(self.session.questions)

    def tell_place(self) -> None:
        session = self.session
        at = min(session.at + 1, len(session.questions))
        count = _("{step} of {steps}").format(step=at, steps=len(session.questions))
        left = None if session.limit is None else max(0, session.limit - self.elapsed)
        time = length(self.elapsed) if left is None else _("{time} left").format(time=length(left))
        pieces = [(self.saving, ""), (count, ""), (time, "bold $warning" if left is not None and left <= SOON else "")]
        shown = [Content.styled(words, style) for words, style in pieces if words]
        for label in self.query("#count").results(Static):
            label.update(Content("  ").join(shown))

    def key_words(self, key: str) -> str | None:
        if key == "enter" and self.session.over:
            return _("to those without an answer") if self.session.unanswered else _("hand in")
        return super().key_words(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        session = self.session
        offered = {
            "go": session.over or session.answered is not None,
            "hand_in": session.over and bool(session.unanswered),
            "skip": session.question is not None and session.answered is None,
            "forward": session.answered is not None,
            "previous": session.at > 0,
            "undo": session.undoable is not None,
            "peek": not session.over,
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    async def on_question_card_submitted(self, message: QuestionCard.Submitted) -> None:
        if self.session.answered is None and not self.session.over:
            stamp = self._clock.stamp()
            self.session, event = self.session.answer(message.response, stamp, self.elapsed, self.seconds)
            self._kept = event.elapsed
            self._record(event)
            await self._moved()

    async def action_go(self) -> None:
        if not self.session.over:
            await self.action_forward()
        elif self.session.unanswered:
            self.session = self.session.to_unanswered()
            await self._moved()
        else:
            self.action_hand_in()

    def action_hand_in(self) -> None:
        self.leave_by(ExamHandedIn(self, late=False))

    async def action_skip(self) -> None:
        await self.action_forward()

    async def action_forward(self) -> None:
        self.session = self.session.forward()
        await self._moved()

    async def action_previous(self) -> None:
        self.session = self.session.back()
        await self._moved()

    async def action_undo(self) -> None:
        self.session, event = self.session.undo(self._clock.stamp())
        if event is not None:
            self._record(event)
            await self._moved()

    async def _moved(self) -> None:
        self._peeking = False
        await self.redraw()
        self.post_message(self.Moved())

    async def action_pause(self) -> None:
        self.put_down()
        await self.run_action("app.back")

    def put_down(self) -> None:
        """Keep how long it took, so that the time goes on from there."""
        if self.elapsed > self._kept:
            self._kept = self.elapsed
            self._record(self.session.pause(self._clock.stamp(), self.elapsed))
