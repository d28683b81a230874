"""Where in the courses that stands which a page shows. Reads pages, opens no file."""

from sosmed_learn.core.module import QuestionStep
from sosmed_learn.tui.preview.service import Aim
from sosmed_learn.tui.screens.exam import ExamScreen
from sosmed_learn.tui.screens.home import HomeScreen
from sosmed_learn.tui.screens.lesson import LessonScreen
from sosmed_learn.tui.screens.module import ModuleScreen
from sosmed_learn.tui.screens.result import ResultScreen


def aim_at(page: object, *, glossary: bool) -> Aim | None:
    """The place of ``page``, of a module its glossary where that is open; None for what has none of its own."""
    if isinstance(page, LessonScreen):
        session = page.session
        node = session.story.node.id if session.story else ""
        return Aim(session.module, session.lesson.id, session.at, node=node)
    if isinstance(page, ResultScreen):
        return Aim(page.session.module, page.session.lesson.id)
    if isinstance(page, ModuleScreen):
        return Aim(page.module.id, glossary=glossary)
    if isinstance(page, ExamScreen):
        return _question(page)
    return Aim() if isinstance(page, HomeScreen) else None


def _question(page: ExamScreen) -> Aim | None:
    """The question that is asked, in its lesson or its bank."""
    asked = page.session.asked
    if asked is None:
        return None
    for at, step in enumerate(page.material.lessons[asked.lesson].steps):
        if isinstance(step, QuestionStep) and step.question.id == asked.question.id:
            return Aim(page.session.module, asked.lesson, at)
    return None
