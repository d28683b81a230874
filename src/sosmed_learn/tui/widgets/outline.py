"""The lesson's steps beside the text, in wide windows only: where you are and what is done. Beside a story, its map."""

from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.module import QuestionStep, ScenarioStep, Step, TaskStep, TextStep
from sosmed_learn.core.paths import paths_of
from sosmed_learn.core.session import Session
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui.widgets.prose import first_line, inline
from sosmed_learn.tui.widgets.scenario.story_map import map_lines
from sosmed_learn.tui.wording import said

NAME_CELLS = 34
MAP_CELLS = 40


class Outline(Static):
    """One line a step: a mark, the number, and the heading or the kind of step."""

    def __init__(self, session: Session) -> None:
        super().__init__(_lines(session), markup=False, id="outline")

    def show(self, session: Session) -> None:
        """Draw ``session`` from now on."""
        self.update(_lines(session))


def _lines(session: Session) -> Content:
    story = session.story
    if story is not None:
        paths = paths_of(story, session.tried.get(story.scenario.id, frozenset()))
        return Content("\n").join(
            [Content.styled(_("Map of the story"), "bold"), *map_lines(paths, in_use(), MAP_CELLS)]
        )
    rows = [Content.styled(_("In this lesson"), "bold")]
    for index, step in enumerate(session.lesson.steps):
        here = index == session.at
        mark = "▸" if here else _mark(session, step)
        style = "bold $accent" if here else "$text-muted"
        rows.append(Content.assemble(f"{mark} {index + 1:>2}  ", _name(step)).stylize(style))
    return Content("\n").join(rows)


def _mark(session: Session, step: Step) -> str:
    given = session.given.get(step.id)
    if given and isinstance(step, QuestionStep) and step.question.pretest:
        return "·"
    if given:
        return "✓" if given.verdict.correct else "✗"
    return "✓" if session.done(step) else " "


def _name(step: Step) -> Content:
    """A text's heading, the first words of a question, or the title of a scenario or a task."""
    match step:
        case TextStep(text=text):
            title = text
        case QuestionStep(question=question):
            title = question.prompt
        case ScenarioStep(scenario=scenario):
            title = scenario.title
        case TaskStep(task=task):
            title = task.title
    return inline(first_line(said(title))).truncate(NAME_CELLS, ellipsis=True)
