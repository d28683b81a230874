"""The end of a lesson: what was right, what to look at again and why, and what comes next."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.module import Module
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.rehearsing import rehearsed, repeatable
from sosmed_learn.core.session import Session
from sosmed_learn.i18n import N_, _, in_use, ngettext
from sosmed_learn.tui.messages import DocumentsAsked, LessonChosen, RehearsalAsked, UndoAsked
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.plan_words import offer_reason
from sosmed_learn.tui.widgets.deeds import deeds
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.reviews.short import in_short
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, offer_title, safe, said


class ResultScreen(Page):
    """``offer`` and ``saving`` are bound to the app's."""

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("home")),
        Binding("space", "read_on", N_("read on")),
        Binding("w", "rehearse", N_("only the wrong ones")),
        Binding("r", "again", N_("do it again")),
        Binding("u", "undo", N_("undo the last answer")),
        Binding("d", "documents", N_("documents")),
        Binding("escape,left", "app.back", N_("back")),
    ]

    offer: var[OfferView | None] = var(None, init=False)
    saving: var[str] = var("", init=False)

    def __init__(self, module: Module, session: Session) -> None:
        super().__init__()
        self._module = module
        self.session = session

    def body(self) -> Iterable[Widget]:
        session = self.session
        right, asked = session.score
        title = _('Finished: "{title}"').format(title=said(session.lesson.title))
        yield Horizontal(
            Static(title, classes="name", markup=False),
            Static(safe(self.saving), id="saving", classes="right", markup=False),
            classes="head",
        )
        yield Meter(right / max(1, asked))
        yield Scroller(*self._parts(right, asked), id="reading")

    def _parts(self, right: int, asked: int) -> Iterable[Widget]:
        words = _("{right} of {asked} right.").format(right=right, asked=asked) if asked else ""
        if any(question.pretest for question in self.session.lesson.questions):
            words += " " + _("First guesses do not count.")
        if words:  # a lesson may be a story and a task
            yield Static(words.strip(), classes="section", markup=False)
        yield Static(self._next(), id="next", markup=False)
        sure = {question.id for question in self.session.missed if self.session.given[question.id].surely_wrong}
        missed = sorted(self.session.missed, key=lambda question: question.id not in sure)
        if missed:
            yield Static(_("Worth another look"), classes="section", markup=False)
            for question in missed:
                yield from self._missed(question)
        else:
            yield Static(_("Nothing here needs another look today."), classes="reason", markup=False)
        changed = len(self.session.changed)
        if changed:
            words = ngettext(
                "{count} question asks something else now than when you answered it. r does the lesson again.",
                "{count} questions ask something else now than when you answered them. r does the lesson again.",
                changed,
            ).format(count=changed)
            yield Static(words, classes="reason", markup=False)
        if right:
            yield Static(_("You got these right"), classes="section", markup=False)
            for question in self.session.right:
                yield Static(_one_line("✓ ", "$success", question), classes="one-line", markup=False)
        done = list(deeds(self.session))
        if done:
            yield Static(_("Scenarios and tasks"), classes="section", markup=False)
            yield from done
        yield Static(_("What this lesson is for"), classes="section", markup=False)
        for outcome in self.session.lesson.outcomes:
            yield Hanging(Content.styled("· ", "$accent"), Content(said(outcome)), classes="reason")

    def _missed(self, question: AnyQuestion) -> Iterable[Widget]:
        given = self.session.given[question.id]
        rows = list(in_short(question, given, in_use()))
        beliefs = [self._module.misconception(name) for name in given.verdict.misconceptions]
        rows += [Content(said(belief.truth)) for belief in beliefs if belief]
        prompt = inline(words_only(said(question.prompt))).stylize("bold")
        explanation = inline(words_only(said(question.explanation)))
        mark = "✗  "
        if given.surely_wrong:
            mark, rows = "✗! ", [Content(_("You were sure of it. Better to find out now.")), *rows]
        yield Hanging(Content.styled(mark, "$warning"), prompt, *rows, explanation, classes="reason")

    def _next(self) -> str:
        if self.offer is None:
            return ""
        title, time = offer_title(self.offer), minutes(self.offer.minutes)
        words = _('Next: "{title}", {minutes}.').format(title=title, minutes=time)
        return f"{words} {offer_reason(self.offer)}"

    def on_mount(self) -> None:
        self._take_up()
        self.calm()

    async def retell(self) -> None:
        await super().retell()
        self._take_up()

    async def renew(self, module: Module, session: Session) -> None:
        """Show the result of the lesson as it is now."""
        if (module, session) != (self._module, self.session):
            self._module, self.session = module, session
            await self.retell()
            self.drawn()

    def rehearsed(self, rehearsal: Session) -> None:
        """Take up what was tried again: it changes nothing but what can be repeated once more."""
        self.session = rehearsed(self.session, rehearsal)
        self.refresh_bindings()

    def _take_up(self) -> None:
        """Say what may have changed after the parts were made and before they could be found."""
        self.watch_offer()
        self.watch_saving()

    def watch_offer(self) -> None:
        for line in self.query("#next").results(Static):
            line.update(self._next())

    def watch_saving(self) -> None:
        for line in self.query("#saving").results(Static):
            line.update(safe(self.saving))

    def action_again(self) -> None:
        self.leave_by(LessonChosen(self._module.id, self.session.lesson.id, again=True, instead=True))

    @property
    def _comes_back(self) -> bool:
        """Whether something was said to be sure that is not so, and was not asked again yet: that is best done now."""
        session = self.session
        return any(
            session.given[question.id].surely_wrong and not session.retries.of(question)
            for question in repeatable(session)
        )

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        return _("once more what you were sure of") if key == "enter" and self._comes_back else None

    async def action_go_on(self) -> None:
        if self._comes_back:
            self.leave_by(RehearsalAsked(self.session, sure=True))
        else:
            await self.run_action("app.home")

    def action_rehearse(self) -> None:
        self.leave_by(RehearsalAsked(self.session))

    def action_read_on(self) -> None:
        self.query_one("#reading", Scroller).scroll_page_down(animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        offered = {
            "rehearse": lambda: bool(repeatable(self.session)),
            "read_on": lambda: any(reading.more_below for reading in self.scrollers),
            "undo": lambda: self.session.undoable is not None,
            "documents": lambda: any(work.written for work in self.session.tasks.values()),
        }
        return offered[action]() if action in offered else super().check_action(action, parameters)

    def action_documents(self) -> None:
        self.leave_by(DocumentsAsked())

    def action_undo(self) -> None:
        self.leave_by(UndoAsked(self.session))


def _one_line(mark: str, style: str, question: AnyQuestion) -> Content:
    """The prompt without its line breaks, behind a mark."""
    return Content.assemble((mark, style), inline(words_only(said(question.prompt))))
