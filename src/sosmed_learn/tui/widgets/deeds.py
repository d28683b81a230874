"""What was done in a lesson beside its questions, to look back at: how each scenario ended, how each task stands."""

from collections.abc import Iterator

from textual.content import Content
from textual.widget import Widget

from sosmed_learn.core.module import ScenarioStep, TaskStep
from sosmed_learn.core.paths import paths_of
from sosmed_learn.core.playthrough import play_path
from sosmed_learn.core.scenario import Scenario
from sosmed_learn.core.session import Session
from sosmed_learn.core.task import Task
from sosmed_learn.i18n import in_use
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import inline, words_only
from sosmed_learn.tui.widgets.scenario.standing import ending_words
from sosmed_learn.tui.widgets.scenario.story_map import ending_name, outcome_mark
from sosmed_learn.tui.widgets.worksheet.task_card import standing_words
from sosmed_learn.tui.wording import said


def deeds(session: Session) -> Iterator[Widget]:
    """A few lines for each scenario and task, in the order of the lesson; nothing where it has none."""
    for step in session.lesson.steps:
        if isinstance(step, ScenarioStep):
            yield _scenario(session, step.scenario)
        elif isinstance(step, TaskStep):
            yield _task(session, step.task)


def _scenario(session: Session, scenario: Scenario) -> Widget:
    """The newest ending, with what to take from it, and how many were found; of one left in the middle only those."""
    story = play_path(scenario, session.paths.get(scenario.id, ()))
    paths = paths_of(story, session.tried.get(scenario.id, frozenset()))
    rows = [inline(said(scenario.title)).stylize("bold")]
    mark = Content("·  ")
    if story.node.outcome is not None:
        mark = Content.styled(
            f"{outcome_mark(story.node)}  ", "$success" if story.node.outcome == "good" else "$warning"
        )
        rows.append(Content(ending_name(story.node, in_use())))
        if story.node.debrief is not None:
            rows.append(inline(words_only(said(story.node.debrief))))  # as the result has no list of sources
    rows.append(Content.styled(ending_words(len(paths.reached), paths.endings), "$text-muted"))
    return Hanging(mark, *rows, classes="reason")


def _task(session: Session, task: Task) -> Widget:
    work = session.tasks.get(task.id)
    done = bool(work and work.checks and not work.checks[-1].later)
    # Without a check the author has added it since the lesson was finished.
    rows = [Content(words) for words in standing_words(task, work, done=bool(work.checks))] if work else []
    mark = Content.styled("✓  ", "$success") if done else Content("·  ")
    return Hanging(mark, inline(said(task.title)).stylize("bold"), *rows, classes="reason")
