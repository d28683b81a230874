"""Messages that cross the app, each a thing that happened. A message of one widget alone is nested in it."""

from textual.message import Message

from sosmed_learn.core.session import Session
from sosmed_learn.core.text import Language


class ModuleChosen(Message):
    """A module is to be opened."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module


class LessonChosen(Message):
    """A lesson is to be opened: where it was left, at its result if it is finished, from its start if ``again``."""

    def __init__(self, module: str, lesson: str, *, again: bool = False) -> None:
        super().__init__()
        self.module = module
        self.lesson = lesson
        self.again = again


class LanguageChosen(Message):
    """The interface and the courses are to speak this language."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language


class WelcomeEnded(Message):
    """The first questions are answered; the home screen can come."""

    def __init__(self, role: str, minutes: int) -> None:
        super().__init__()
        self.role = role
        self.minutes = minutes


class LessonEnded(Message):
    """The last step of a lesson was left."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class UndoAsked(Message):
    """The last answer of a lesson that is over is to be taken back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class RehearsalAsked(Message):
    """The questions that went wrong in a lesson are to be asked once more."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class TroublesAsked(Message):
    """What cannot be opened is to be shown."""


class SourcesAsked(Message):
    """The sources of some claims are to be shown."""

    def __init__(self, facts: tuple[str, ...]) -> None:
        super().__init__()
        self.facts = facts


class GlossaryAsked(Message):
    """A module's glossary is to be shown."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module
