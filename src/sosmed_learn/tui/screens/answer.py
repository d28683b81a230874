"""An answer of some time ago with its reasons, as they were told then or, after a diagnosis, for the first time."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.conceptview import SeenAnswer
from sosmed_learn.core.drawing import draw
from sosmed_learn.core.events import Answered
from sosmed_learn.core.given import judged_before
from sosmed_learn.core.question import AnyQuestion, NumberQuestion
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.answer_review import AnswerReview
from sosmed_learn.tui.widgets.prose import blocks
from sosmed_learn.tui.widgets.reviews import reasons
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import said, short_date


class AnswerScreen(Page):
    """``seen`` holds what was answered."""

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,left", "app.back", N_("back")),
        Binding("space", "read_on", N_("read on")),
    ]

    def __init__(self, seen: SeenAnswer, answered: Answered) -> None:
        super().__init__()
        self._seen = seen
        self._answered = answered

    def body(self) -> Iterable[Widget]:
        seen = self._seen
        yield Horizontal(
            Static(f"{said(seen.module.title)} › ", classes="module-name", markup=False),
            Static(said(seen.item.concept), classes="place", markup=False),
            Static(short_date(seen.entry.evidence.at.date()), classes="right", markup=False),
            classes="head",
        )
        yield Scroller(*self._parts(), id="reading")

    def _parts(self) -> Iterable[Widget]:
        question = _as_asked(self._seen.item.question, self._answered)
        given = judged_before(question, self._answered)
        if given is None:
            yield from blocks(said(question.prompt), question.facts, id="prompt")
            yield Static(_("The question takes other answers by now."), classes="quiet", markup=False)
            return
        if self._answered.unknown:
            yield from blocks(said(question.prompt), question.facts, id="prompt")
            yield Static(_("Not knowing is a fine start. This is how it is:"), id="opening", markup=False)
            yield from reasons(question, given, in_use())
            yield from blocks(said(question.explanation), question.facts, id="explanation")
            return
        module = self._seen.module
        beliefs = [module.misconception(name) for name in given.verdict.misconceptions]
        yield AnswerReview(question, given, [belief for belief in beliefs if belief], in_use())

    def on_mount(self) -> None:
        self.calm()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "read_on":
            return any(reading.more_below for reading in self.scrollers)
        return super().check_action(action, parameters)

    def action_read_on(self) -> None:
        self.query_one("#reading", Scroller).scroll_page_down(animate=False)


def _as_asked(question: AnyQuestion, answered: Answered) -> AnyQuestion:
    """With the numbers that were drawn for it then."""
    if isinstance(question, NumberQuestion) and question.template is not None and answered.seed is not None:
        return draw(question, answered.seed)
    return question
