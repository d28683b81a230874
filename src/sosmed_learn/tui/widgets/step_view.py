"""One step of a lesson on screen: a text with its notes, a question with or without its reasons, a scenario, a task."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.module import TextStep
from sosmed_learn.core.paths import paths_of
from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.session import Session
from sosmed_learn.core.task import Task
from sosmed_learn.core.taskwork import TaskProgress
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.widgets.answer_review import AnswerReview, Trying
from sosmed_learn.tui.widgets.cards import card_for
from sosmed_learn.tui.widgets.prose import blocks, inline
from sosmed_learn.tui.widgets.scenario.view import StoryView
from sosmed_learn.tui.widgets.source_notes import SourceNotes
from sosmed_learn.tui.widgets.tries import after_wrong, asked_again
from sosmed_learn.tui.widgets.worksheet.task_card import TaskCard
from sosmed_learn.tui.wording import safe


class StepView(NamedTuple):
    """What is to be seen of a session's step; ``widgets`` gives its parts from top to bottom.

    They are not wrapped in a container: each level that the screen has to look through is felt at every key.
    ``language`` is that of the course text; what the learner types is read in the interface's language. ``asks``:
    whether one is asked how sure one is.
    """

    session: Session
    material: LessonMaterial
    today: date
    language: Language
    asks: bool = False

    def widgets(self) -> Iterable[Widget]:
        """The parts, new ones at every call."""
        step = self.session.step
        if self.language != in_use():
            yield Static(_("In the other language; l goes back."), classes="quiet", markup=False)
        if isinstance(step, TextStep):
            yield from blocks(step.text.say(self.language), step.facts)
            yield from self._sources(step.facts)
        elif (question := self.session.question) is not None:
            yield from self._question(question)
        elif self.session.story is not None:
            yield from self._story(self.session.story)
        elif self.session.task is not None:
            yield from self._task(self.session.task)

    def _task(self, task: Task) -> Iterable[Widget]:
        if task.brief is not None:
            yield from blocks(task.brief.say(self.language), task.facts)
        work = self.session.tasks.get(task.id, TaskProgress())
        yield TaskCard(task, work, self.language, done=self.session.done(self.session.step))
        yield from self._sources(task.facts)

    def _story(self, story: Playthrough) -> Iterable[Widget]:
        tried = self.session.tried.get(story.scenario.id, frozenset())
        yield from StoryView(story, paths_of(story, tried), self.material.module, self.language).widgets()
        if story.over:
            yield from self._sources(story.scenario.facts)

    def _question(self, question: AnyQuestion) -> Iterable[Widget]:
        given = self.session.answered
        if words := asked_again(self.session):
            yield Static(words, classes="quiet", markup=False)
        elif question.pretest and given is None:
            yield Static(_("A guess before reading. It is not counted."), classes="quiet", markup=False)
        if question.id in self.session.changed and given is None:
            words = _("This question now asks something else than when you answered it, so it is asked again.")
            yield Static(words, classes="quiet", markup=False)
        if given is None:
            card = card_for(question, self.language, in_use())
            # First guesses are guesses, and what is asked again says nothing new about how well one knows oneself.
            card.asks_confidence = self.asks and not (question.pretest or self.session.drill or self.session.rehearsal)
            yield card
            for number, hint in enumerate(question.hints[: self.session.hints_open], start=1):
                label = _("Hint {number} of {all}: ").format(number=number, all=len(question.hints))
                text = inline(hint.say(self.language), question.facts)
                yield Static(Content.assemble((label, "bold"), text), classes="hint", markup=False)
            return
        beliefs = [self.material.module.misconception(name) for name in given.verdict.misconceptions]
        told = Trying(self.session.try_number or 1, after_wrong(self.session))
        yield AnswerReview(question, given, [b for b in beliefs if b], self.language, told)
        yield from self._sources(question.facts)

    def _sources(self, names: Sequence[str]) -> Iterable[Widget]:
        facts = [self.material.facts[name] for name in names if name in self.material.facts]
        if facts:
            yield SourceNotes(facts, self.today)


class Remarks(Static):
    """What the learner has said about a step: a report, a note. Empty and without height when there is neither."""

    def __init__(self, note: str, *, flagged: bool, disputed: bool = False) -> None:
        lines = [_("You reported this step as wrong or unclear; ! takes it back.")] if flagged else []
        if disputed:
            lines.append(_("You hold your answer to be right; that is noted for the author. x takes it back."))
        if note:
            lines.append(_("Your note: {note}").format(note=safe(note)))
        super().__init__("\n".join(lines), classes="mark", markup=False)
        self.display = bool(lines)
