"""Messages that cross the app, each a thing that happened. A message of one widget alone is nested in it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from textual.message import Message

from sosmed_learn.core.events import TaskChecked, TaskSaved
from sosmed_learn.core.examprogress import Sitting
from sosmed_learn.core.reviewsession import ReviewSession
from sosmed_learn.core.session import Session
from sosmed_learn.core.text import Language

if TYPE_CHECKING:
    from sosmed_learn.core.conceptview import SeenAnswer
    from sosmed_learn.tui.exam_opening import ExamMaterial
    from sosmed_learn.tui.map_opening import MapMaterial
    from sosmed_learn.tui.screens.diagnosis import DiagnosisScreen
    from sosmed_learn.tui.screens.exam import ExamScreen
    from sosmed_learn.tui.screens.map import MapScreen
    from sosmed_learn.tui.screens.worksheet import WorksheetScreen

Told = Callable[[TaskSaved | TaskChecked], None]


class ModuleChosen(Message):
    """A module is to be opened."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module


class LessonChosen(Message):
    """A lesson is to be opened: where it was left, at its result if it is finished, from its start if ``again``.

    ``instead`` of the screen from which it was chosen, to which nobody goes back. ``seeds`` are those of the numbers
    that were on screen just now and are to stay.
    """

    def __init__(
        self,
        module: str,
        lesson: str,
        *,
        again: bool = False,
        instead: bool = False,
        seeds: Mapping[str, int] | None = None,
    ) -> None:
        super().__init__()
        self.module = module
        self.lesson = lesson
        self.again = again
        self.instead = instead
        self.seeds = seeds


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
    """The last step of a lesson was left, or a rehearsal anywhere in it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class UndoAsked(Message):
    """The last answer of a lesson that is over is to be taken back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session


class RehearsalAsked(Message):
    """The questions that went wrong in a lesson are to be asked once more; ``sure``: those one was sure of alone."""

    def __init__(self, session: Session, *, sure: bool = False) -> None:
        super().__init__()
        self.session = session
        self.sure = sure


class ExamAsked(Message):
    """The exam of a module is to be told about, to begin or to go on with."""

    def __init__(self, module: str) -> None:
        super().__init__()
        self.module = module


class ExamBegun(Message):
    """An exam is to begin, or the one that was left is to go on."""

    def __init__(self, material: "ExamMaterial", *, limited: bool) -> None:
        super().__init__()
        self.material = material
        self.limited = limited


class ExamHandedIn(Message):
    """An exam is over, by the learner's hand or because the time is up."""

    def __init__(self, page: "ExamScreen", *, late: bool) -> None:
        super().__init__()
        self.page = page
        self.late = late


class ExamResultAsked(Message):
    """The result of an exam of some time ago is to be shown."""

    def __init__(self, material: "ExamMaterial", sitting: Sitting) -> None:
        super().__init__()
        self.material = material
        self.sitting = sitting


class ExamLimitSet(Message):
    """Exams are to have a limit of time, or none."""

    def __init__(self, *, limited: bool) -> None:
        super().__init__()
        self.limited = limited


class TodayTaken(Message):
    """What is planned for today is to begin."""


class MinutesSet(Message):
    """The learner has so many minutes on a usual day."""

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.minutes = minutes


class SettlingAsked(Message):
    """Questions are to show whether a misconception of a module still holds the learner."""

    def __init__(self, module: str, belief: str) -> None:
        super().__init__()
        self.module = module
        self.belief = belief


class PassingAsked(Message):
    """A short test is to show whether a lesson can be left out."""

    def __init__(self, module: str, lesson: str) -> None:
        super().__init__()
        self.module = module
        self.lesson = lesson


class ChangesAsked(Message):
    """The questions on what has changed since they were answered are to be asked."""


class ReviewEnded(Message):
    """Questions of many lessons were asked, or the learner has stopped, or the minutes are over."""

    def __init__(self, session: ReviewSession) -> None:
        super().__init__()
        self.session = session


class ReviewUndoAsked(Message):
    """The last answer of such a session is to be taken back."""

    def __init__(self, session: ReviewSession) -> None:
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


class WorksheetAsked(Message):
    """A task's worksheet is to be opened; what happens there is told to ``told`` too.

    Without ``told`` it is asked about days afterwards.
    """

    def __init__(self, module: str, lesson: str, task: str, told: "Told | None" = None) -> None:
        super().__init__()
        self.module = module
        self.lesson = lesson
        self.task = task
        self.told = told


class DocumentsAsked(Message):
    """The learner's documents are to be shown."""


class WorksheetLeft(Message):
    """A worksheet is to be closed."""

    def __init__(self, page: "WorksheetScreen") -> None:
        super().__init__()
        self.page = page


class DocumentAsked(Message):
    """The document of a worksheet is to be written and shown there, or opened in the learner's own editor."""

    def __init__(self, page: "WorksheetScreen", *, edit: bool = False) -> None:
        super().__init__()
        self.page = page
        self.edit = edit


class MapAsked(Message):
    """The blind-spot map is to be shown; or, where there is none yet, what leads to it."""


class MapSeenAgain(Message):
    """A map is on top again, after something that may have changed it."""

    def __init__(self, page: "MapScreen") -> None:
        super().__init__()
        self.page = page


class MapKept(Message):
    """The map is to be shown as it is, with no more questions for now."""

    def __init__(self, material: "MapMaterial") -> None:
        super().__init__()
        self.material = material


class DiagnosisAsked(Message):
    """The diagnosis behind the map is to be told about, to begin or to go on with."""


class DiagnosisChosen(Message):
    """A diagnosis of at most ``length`` questions is to begin; without a length the one that was left goes on."""

    def __init__(self, material: "MapMaterial", length: int | None = None) -> None:
        super().__init__()
        self.material = material
        self.length = length


class DiagnosisEnded(Message):
    """The map is to be shown, because all was asked or because the learner wants to see it."""

    def __init__(self, page: "DiagnosisScreen") -> None:
        super().__init__()
        self.page = page


class ConceptAsked(Message):
    """What is known of one concept, and the answers behind it, are to be shown."""

    def __init__(self, concept: str) -> None:
        super().__init__()
        self.concept = concept


class BeliefsAsked(Message):
    """The misconceptions that keep coming back are to be shown."""


class NumbersAsked(Message):
    """It is to be told where the numbers on the screens come from; those of the question at ``place`` first."""

    def __init__(self, place: tuple[str, str, str] | None = None) -> None:
        super().__init__()
        self.place = place


class AnswerAsked(Message):
    """An answer that was given is to be shown with its reasons."""

    def __init__(self, seen: "SeenAnswer") -> None:
        super().__init__()
        self.seen = seen


class RhythmAsked(Message):
    """The calendar of the days on which anything was done is to be shown."""


class SettingsAsked(Message):
    """All settings are to be shown."""


class SettingChosen(Message):
    """A setting is to have this value from now on."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        self.name = name
        self.value = value
