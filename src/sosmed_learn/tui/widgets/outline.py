"""The lesson's steps beside the text, in wide windows only: where you are and what is done."""

from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.module import Step, TextStep
from sosmed_learn.core.session import Session
from sosmed_learn.i18n import _
from sosmed_learn.tui.wording import said


class Outline(Static):
    """One line a step: a mark, the number, and the heading or the kind of step."""

    def __init__(self, session: Session) -> None:
        super().__init__(_lines(session), markup=False, id="outline")

    def show(self, session: Session) -> None:
        """Draw ``session`` from now on."""
        self.update(_lines(session))


def _lines(session: Session) -> Content:
    rows = [Content.styled(_("In this lesson"), "bold")]
    for index, step in enumerate(session.lesson.steps):
        here = index == session.at
        mark = "▸" if here else _mark(session, step)
        style = "bold $accent" if here else "$text-muted"
        rows.append(Content.styled(f"{mark} {index + 1:>2}  {_name(step)}", style))
    return Content("\n").join(rows)


def _mark(session: Session, step: Step) -> str:
    given = session.given.get(step.id)
    if given:
        return "✓" if given.verdict.correct else "✗"
    return "✓" if step.id in session.read else " "


def _name(step: Step) -> str:
    if isinstance(step, TextStep):
        first = said(step.text).strip().splitlines()[:1]
        return first[0].lstrip("# ").strip() if first and first[0].startswith("#") else _("Text")
    return _("First guess") if step.question.pretest else _("Question")
