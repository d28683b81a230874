"""What a learner who walks through courses sees, and where the app says that they are."""

from sosmed_learn.core.examsession import ExamSession
from sosmed_learn.core.session import Session
from sosmed_learn.core.text import Language, Text
from sosmed_learn.tui.screens.exam import ExamScreen
from sosmed_learn.tui.screens.lesson import LessonScreen
from tests.generated.voices import MARK
from tests.tui.seeing import Seat


def session_of(seat: Seat) -> Session:
    """How things stand in the lesson on screen."""
    screen = seat.app.screen
    assert isinstance(screen, LessonScreen), seat.text
    return screen.session


async def is_seen(seat: Seat, text: Text, language: Language) -> None:
    """The mark in the text stands somewhere on the screen."""
    marks = MARK.findall(text.say(language))
    assert marks
    seen = await seat.read_all()
    assert marks[0] in seen, (marks[0], seen)


def exam_of(seat: Seat) -> ExamSession:
    """Where the learner is in an exam, as the screen holds it."""
    screen = seat.app.screen
    assert isinstance(screen, ExamScreen), seat.text
    return screen.session
