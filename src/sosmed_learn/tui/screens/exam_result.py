"""What came of an exam: passed or not, each concept with what to study for it, then every question."""

from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import ExamFinished, Stamp
from sosmed_learn.core.examresult import ConceptResult, ExamResult, Outcome, percent
from sosmed_learn.i18n import N_, _, in_use, ngettext
from sosmed_learn.tui.exam_opening import ExamMaterial
from sosmed_learn.tui.messages import LessonChosen
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import answer_words, key_words, length, moment, number, said

MOST_NUMBERED = 9


class ExamResultScreen(Page):
    """``finished`` is how it was handed in, ``now`` when it is looked at; ``saving`` is bound to the app's."""

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", N_("home")),
        Binding("1", "study(0)", N_("study")),
        *(Binding(str(n), f"study({n - 1})", N_("study"), show=False) for n in range(2, MOST_NUMBERED + 1)),
        Binding("escape,left", "app.back", N_("back")),
    ]

    saving: var[str] = var("", init=False)

    def __init__(self, material: ExamMaterial, result: ExamResult, finished: ExamFinished, now: Stamp) -> None:
        super().__init__()
        self._material = material
        self._result = result
        self._finished = finished
        self._now = now
        named = [lesson for concept in result.concepts for lesson in concept.lessons]
        self._study = [lesson for lesson in dict.fromkeys(named) if lesson in material.lessons][:MOST_NUMBERED]

    def body(self) -> Iterable[Widget]:
        finished = self._finished
        yield Horizontal(
            Static(_("Exam: {module}").format(module=said(self._material.module.title)), classes="name", markup=False),
            Static(self.saving, id="saving", classes="right", markup=False),
            classes="head",
        )
        yield Meter(finished.points / max(1, finished.asked))
        yield Scroller(*self._parts(), id="reading")

    def _parts(self) -> Iterable[Widget]:
        yield Static(self._headline(), classes="section", id="headline", markup=False)
        yield Static(self._details(), classes="quiet", markup=False)
        again = self._again()
        if again:
            yield Static(again, classes="quiet", id="again", markup=False)
        yield Static(_("Concept by concept"), classes="section", markup=False)
        for concept in self._result.concepts:
            yield self._concept(concept)
        yield from self._outcomes()

    def _headline(self) -> str:
        finished, exam = self._finished, self._material.module.exam
        points = percent(finished.points, finished.asked)
        if finished.passed:
            return _("{points} of 100. Passed.").format(points=points)
        mark = exam.pass_mark if exam else 100
        return _("{points} of 100. Passed at {mark}, so not yet.").format(points=points, mark=mark)

    def _details(self) -> str:
        finished = self._finished
        told = [
            _("{right} of {asked} fully right, in {time}.").format(
                right=finished.right, asked=finished.asked, time=length(finished.elapsed)
            )
        ]
        if finished.late:
            told.append(_("The time was up."))
        if finished.uncounted:
            words = ngettext(
                "{count} question did not count: a fact behind it has to be looked at again.",
                "{count} questions did not count: facts behind them have to be looked at again.",
                len(finished.uncounted),
            )
            told.append(words.format(count=len(finished.uncounted)))
        return " ".join(told)

    def _again(self) -> str:
        """When the next try can begin; empty when this is not the newest or there is no need."""
        exam, done = self._material.module.exam, self._material.done.after(self._finished)
        until = done.next_try(exam, self._now.at) if exam and not self._finished.passed else None
        if until is None:
            return ""
        local = Stamp(self._now.id, until, self._now.offset).local()
        return _("The next try, with other questions, can begin on {moment}.").format(moment=moment(local))

    def _concept(self, row: ConceptResult) -> Widget:
        found = self._material.module.concept(row.concept)
        title = said(found.title) if found else row.concept
        mark, style = ("✗", "$warning") if not row.points else ("~", "$warning")
        if not row.lessons and row.points:
            mark, style = "✓", "$success"
        points = _("{points} of {all}").format(points=_points(row.points), all=row.asked)
        lines = [Content.assemble((title, "bold"), f"  {points}")]
        for lesson in row.lessons:
            if lesson in self._study:
                name = said(self._material.lessons[lesson].title)
                key = str(self._study.index(lesson) + 1)
                lines.append(Content.assemble((key, "bold $accent"), "  ", _('study "{lesson}"').format(lesson=name)))
        return Hanging(Content.styled(f"{mark}  ", style), *lines, classes="reason")

    def _outcomes(self) -> Iterable[Widget]:
        counted = [outcome for outcome in self._result.outcomes if outcome.counted]
        wrong = [outcome for outcome in counted if not outcome.correct]
        right = [outcome for outcome in counted if outcome.correct]
        if wrong:
            yield Static(_("Worth another look"), classes="section", markup=False)
        for outcome in wrong:
            yield self._missed(outcome)
        if right:
            yield Static(_("You got these right"), classes="section", markup=False)
        for outcome in right:
            prompt = inline(words_only(said(outcome.question.prompt)))
            yield Static(Content.assemble(("✓ ", "$success"), prompt), classes="one-line", markup=False)

    def _missed(self, outcome: Outcome) -> Widget:
        question, given = outcome.question, outcome.given
        answer = answer_words(question, given, in_use()) if given else ""
        rows = [
            _("You answered: {answer}").format(answer=answer) if given else _("You gave no answer."),
            _("Right: {answer}").format(answer=key_words(question, in_use())),
        ]
        beliefs = [
            self._material.module.misconception(name) for name in (given.verdict.misconceptions if given else ())
        ]
        rows += [said(belief.truth) for belief in beliefs if belief]
        prompt = inline(words_only(said(question.prompt))).stylize("bold")
        explanation = inline(words_only(said(question.explanation)))
        mark = "~  " if outcome.score else "✗  "
        return Hanging(Content.styled(mark, "$warning"), prompt, *map(Content, rows), explanation, classes="reason")

    def on_mount(self) -> None:
        self.watch_saving()
        self.calm()

    async def retell(self) -> None:
        await super().retell()
        self.watch_saving()

    def watch_saving(self) -> None:
        for line in self.query("#saving").results(Static):
            line.update(self.saving)

    def key_words(self, key: str) -> str | None:
        """What a key does where that changes."""
        return _("study for it") if key == "enter" and self._must_study else None

    @property
    def _must_study(self) -> bool:
        """Whether there is something better to do next than to go home."""
        return not self._finished.passed and bool(self._study)

    def key_name(self, key: str) -> str | None:
        count = len(self._study)
        return f"1-{count}" if key == "1" and count > 1 else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "study":
            return isinstance(parameters[0], int) and parameters[0] < len(self._study)
        return super().check_action(action, parameters)

    async def action_go_on(self) -> None:
        if self._must_study:
            self.action_study(0)
        else:
            await self.run_action("app.home")

    def action_study(self, at: int) -> None:
        self.leave_by(LessonChosen(self._material.module.id, self._study[at], again=True, instead=True))


def _points(points: float) -> str:
    return number(Decimal(str(round(points, 1))))
