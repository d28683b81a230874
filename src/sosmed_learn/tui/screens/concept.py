"""One concept: where it stands, why that is so answer by answer, what it needs, and what to do about it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.conceptview import ConceptView, Need, SeenAnswer
from sosmed_learn.core.ledger import Account
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import AnswerAsked, LessonChosen, NumbersAsked, PassingAsked
from sosmed_learn.tui.page import Page, leave_by
from sosmed_learn.tui.place_words import PLACES, mark_of, place_words
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import minutes, number, said, short_date

SHOWN = 20
"""Answers that are listed; what lies behind them has little weight by now."""


class AnswerRow(Hanging, can_focus=True):
    """One answer behind a concept. Enter or a click shows it, as far as it is kept what was answered."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", N_("look at the answer"))]

    def __init__(self, seen: SeenAnswer) -> None:
        super().__init__(Content(""), *_answer_words(seen), classes="answer-row")
        self._seen = seen

    @property
    def head(self) -> Content:
        mark = _verdict_mark(self._seen)
        cursor = "▸ " if self.has_focus else "  "
        style = "$success" if self._seen.entry.evidence.right else "$warning"
        return Content.assemble((cursor, "bold $accent"), (f"{mark:<3}", style))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._seen.answered is not None or action != "open"

    def action_open(self) -> None:
        if self._seen.answered is not None:
            leave_by(self, AnswerAsked(self._seen))

    def on_click(self) -> None:
        self.action_open()


class ConceptScreen(Page):
    """``view`` is all that is known of the concept."""

    AUTO_FOCUS = ""
    CSS_PATH = "../styles/concept.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", N_("to its lesson")),
        Binding("t", "test", N_("test yourself out")),
        Binding("w", "numbers", N_("why these numbers")),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("escape,left", "app.back", N_("back")),
    ]

    def __init__(self, view: ConceptView) -> None:
        super().__init__()
        self._view = view

    def body(self) -> Iterable[Widget]:
        view = self._view
        yield Horizontal(
            Static(f"{said(view.module.title)} › ", classes="module-name", markup=False),
            Static(said(view.concept.title), classes="place", markup=False),
            Static(_standing(view), classes="right", markup=False),
            classes="head",
        )
        yield Meter(view.account.now.mean if view.answers else 0)
        yield Scroller(*self._parts(), id="reading")

    def _parts(self) -> Iterable[Widget]:
        view = self._view
        yield Static(_summary(view), classes="words", markup=False)
        if view.of_map:
            words = _(
                "The word “{place}” is that of the newest map, from what it asked; the numbers count every answer."
            )
            yield Static(words.format(place=_(PLACES[view.place])), classes="words", id="of-map", markup=False)
        if words := _remedy_words(view):
            yield Static(words, classes="words remedy", markup=False)
        if view.answers:
            yield Static(_("Why this is so"), classes="section", markup=False)
            yield Static(_balance(view.account), classes="words", id="balance", markup=False)
            for seen in view.answers[:SHOWN]:
                yield AnswerRow(seen)
            if len(view.answers) > SHOWN:
                yield Static(_("Older answers count too, but little."), classes="quiet", markup=False)
        yield from _beside(_("What it rests on"), view.needs)
        if _is_carried(view):
            yield from _beside(_("What builds on it"), view.builds)
        yield Static(_("Where it is taught"), classes="section", markup=False)
        yield from (
            Static(f"{said(lesson.title)} · {minutes(lesson.minutes)}", classes="lesson", markup=False)
            for _module, lesson in view.lessons
        )
        if not view.lessons:
            yield Static(_("There is no lesson on it yet."), classes="quiet", markup=False)

    def on_mount(self) -> None:
        self.calm()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        offered = {
            "study": bool(self._view.lessons),
            # A blind spot is explained and not tested once more.
            "test": bool(self._view.lessons) and self._view.place != "blind",
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    def action_study(self) -> None:
        module, lesson = self._view.lessons[0]
        if self._view.remedy is not None:
            module, name = self._view.remedy.lesson
            self.leave_by(LessonChosen(module, name, again=True))
            return
        self.leave_by(LessonChosen(module, lesson.id, again=True))

    def action_test(self) -> None:
        module, lesson = self._view.lessons[0]
        self.leave_by(PassingAsked(module, lesson.id))

    def action_numbers(self) -> None:
        self.leave_by(NumbersAsked())


def _standing(view: ConceptView) -> str:
    return f"{mark_of(view.place, hatched=view.hatched)} {place_words(view.place, hatched=view.hatched)}"


def _summary(view: ConceptView) -> str:
    """How much is known, between what and what, and what that means."""
    if not view.answers:
        if view.presumed:
            return _("You were never asked about it. What you know of other things makes it likely.")
        if _is_carried(view):
            words = _(
                "You were never asked about it. The word “{place}” is a guess from your answers about what it rests "
                "on and what builds on it."
            )
            return words.format(place=_(PLACES[view.place]))
        return _("You were never asked about it, so nothing is said of it.")
    now = view.account.now
    return _(
        "Of a hundred questions on it you would know about {mean} now; anything from {low} to {high} is possible. "
        "That rests on {answers} to {questions}."
    ).format(
        mean=_hundred(now.mean),
        low=_hundred(now.low),
        high=_hundred(now.high),
        answers=_count_answers(now.answers),
        questions=_count_questions(now.questions),
    )


def _is_carried(view: ConceptView) -> bool:
    """Whether it has its place from other concepts alone."""
    return not view.answers and view.place is not None


def _balance(account: Account) -> str:
    """The account in one line: presumed, learnt and lost by answers, faded, now. It adds up, but for rounding."""
    rose = sum(entry.change for entry in account.entries if entry.change > 0)
    fell = -sum(entry.change for entry in account.entries if entry.change < 0)
    faded = account.faded + sum(entry.faded for entry in account.entries)
    return _(
        "Everybody starts at {presumed}; right answers +{rose}, wrong ones -{fell}, time -{faded}: now {now}."
    ).format(
        presumed=_hundred(account.presumed),
        rose=_hundred(rose),
        fell=_hundred(fell),
        faded=_hundred(faded),
        now=_hundred(account.now.mean),
    )


def _answer_words(seen: SeenAnswer) -> list[Content]:
    entry, evidence = seen.entry, seen.entry.evidence
    prompt = inline(words_only(said(seen.item.question.prompt)))
    sign = "+" if entry.change >= 0 else "-"
    facts = [short_date(evidence.at.date())]
    if evidence.confidence is not None:
        how = {"sure": _("sure"), "fairly": _("fairly sure"), "guess": _("a guess")}
        facts.append(how[evidence.confidence])
    if evidence.hints:
        facts.append(_("with a hint"))
    if seen.answered is not None and seen.answered.unknown:
        facts.append(_("not known yet"))
    facts.append(_("{sign}{points} of a hundred").format(sign=sign, points=_hundred(abs(entry.change))))
    return [prompt, Content.styled(" · ".join(facts), "$text-muted")]


def _verdict_mark(seen: SeenAnswer) -> str:
    evidence = seen.entry.evidence
    if evidence.surely_missed:
        return "✗!"
    return "✓" if evidence.right else "✗" if evidence.missed else "~"


def _beside(title: str, needs: Sequence[Need]) -> Iterable[Widget]:
    if needs:
        yield Static(title, classes="section", markup=False)
    for need in needs:
        yield Static(_need_words(need), classes="need", markup=False)


def _need_words(need: Need) -> str:
    mark = mark_of(need.place, hatched=need.hatched)
    return f"{mark:<5}{said(need.concept.title)} · {place_words(need.place, hatched=need.hatched)}"


def _remedy_words(view: ConceptView) -> str:
    """What to do where it was missed again and again."""
    if view.remedy is None:
        return ""
    missed = len(view.remedy.misses)
    if view.remedy.through == view.concept.id:
        return _("Missed {count} times of late, so its own lesson comes first.").format(count=missed)
    through = next((need.concept for need in view.needs if need.concept.id == view.remedy.through), None)
    title = said(through.title) if through else _("something further down")
    return _("Missed {count} times of late. It rests on {through}, so the lesson on that comes first.").format(
        count=missed, through=title
    )


def _hundred(share: float) -> str:
    return number(round(100 * share))


def _count_answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count)


def _count_questions(count: int) -> str:
    return ngettext("{count} question", "{count} questions", count).format(count=count)
