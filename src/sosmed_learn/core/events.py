"""What the learner did, as immutable events. Progress is a fold over them; saving them is the business of ``storage``.

An event is never changed or removed: undoing is an event too. Ids sort by time and are unique across machines, so the
events of two machines can be laid together in any order.
"""

from datetime import datetime, timedelta, timezone
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.grading import Response
from sosmed_learn.core.text import Language

Confidence = Literal["sure", "fairly", "guess"]
EVENT_FORMAT = 1
"""Raised when an older app could misread newer events."""


class Stamp(Struct, frozen=True):
    """Who and when of an event: a sortable unique id, UTC time, and the minutes that local time was ahead of UTC."""

    id: str
    at: datetime
    offset: int

    def local(self) -> datetime:
        """The learner's own clock at that moment; a day is the learner's day."""
        return self.at.astimezone(timezone(timedelta(minutes=self.offset)))


class _Happened(Struct, frozen=True, kw_only=True, tag_field="verb"):
    id: str
    at: datetime
    offset: int
    format_version: int = EVENT_FORMAT


class Answered(_Happened, frozen=True, kw_only=True, tag="answered"):
    """A question was answered. ``score`` is 0 to 1; ``hints`` is how many were open.

    ``prompt`` is how the question began, so that an answer still says what it was to when the question is gone.
    ``seed`` is the draw that was asked. ``practice``: one more draw after the question was answered; it changes no
    result. ``exam`` is the event that began the exam in which it was asked, and ``elapsed`` the seconds that this exam
    had taken by then; ``lesson`` is where the question stands. ``confidence`` is how sure the learner said to be before
    the verdict, None where that was not asked. ``diagnosis`` is the event that began the diagnosis in which it was
    asked, and ``unknown`` says that the learner rather said not to know than to answer. ``misconceptions`` are the
    beliefs that the answer points to, and ``seconds`` how long the question was on screen before it, 0 where nobody
    looked at a clock.
    """

    module: str
    lesson: str
    question: str
    revision: int
    fingerprint: str
    response: Response
    correct: bool
    score: float
    hints: int = 0
    pretest: bool = False
    prompt: str = ""
    seed: int | None = None
    practice: bool = False
    exam: str = ""
    elapsed: int = 0
    confidence: Confidence | None = None
    diagnosis: str = ""
    unknown: bool = False
    misconceptions: tuple[str, ...] = ()
    seconds: int = 0


class StepRead(_Happened, frozen=True, kw_only=True, tag="read"):
    """A text step was read to its end and left with the forward key."""

    module: str
    lesson: str
    step: str


class ScenarioMoved(_Happened, frozen=True, kw_only=True, tag="moved"):
    """A reply was chosen in a scenario, or an earlier one gone back to.

    ``path`` are the ids of all replies from the start to where the story stands now, ``ending`` the node that closes it
    there, if one does. ``ended``: an ending was reached in this run, there or before, so the step counts as done.
    """

    module: str
    lesson: str
    scenario: str
    path: tuple[str, ...]
    ending: str | None = None
    ended: bool = False


class TaskSaved(_Happened, frozen=True, kw_only=True, tag="wrote"):
    """Something was typed into a worksheet. ``fields`` are those that changed, each as it stands now.

    ``reader`` is the language of who typed it.
    """

    module: str
    lesson: str
    task: str
    fields: dict[str, str]
    reader: Language


class TaskChecked(_Happened, frozen=True, kw_only=True, tag="checked"):
    """A task was checked against its rubric: which of its points hold, by their ids.

    ``later``: it was knowingly put off instead. ``again``: days afterwards, when it was asked about once more; that is
    no part of a run through the lesson.
    """

    module: str
    lesson: str
    task: str
    rubric: dict[str, bool] = {}
    later: bool = False
    again: bool = False


class LessonFinished(_Happened, frozen=True, kw_only=True, tag="finished"):
    """The last step of a lesson was done, with ``right`` of ``asked`` scored questions right."""

    module: str
    lesson: str
    right: int
    asked: int


class LessonPassed(_Happened, frozen=True, kw_only=True, tag="passed"):
    """A lesson was tested out of, with ``right`` of ``asked`` questions right: it need not be gone through any more."""

    module: str
    lesson: str
    right: int
    asked: int


class DiagnosisBegun(_Happened, frozen=True, kw_only=True, tag="diagnosing"):
    """A diagnosis of at most ``length`` questions was begun; its id names the sitting.

    ``seed`` decides between questions that tell equally much. ``role`` is what the learner does, empty where unknown.
    """

    length: int
    seed: int
    role: str = ""


class DiagnosisEnded(_Happened, frozen=True, kw_only=True, tag="diagnosed"):
    """A diagnosis was ended, because all was asked or because the learner wanted to see the map as far as it is."""

    diagnosis: str


class ExamBegun(_Happened, frozen=True, kw_only=True, tag="sat"):
    """An exam of a module was begun; its id names the sitting.

    ``questions`` are the (lesson, question) pairs in the order in which they are asked, which follow from ``seed``.
    ``minutes`` is the limit, None where the learner has none.
    """

    module: str
    questions: tuple[tuple[str, str], ...]
    seed: int
    minutes: int | None = None


class ExamPaused(_Happened, frozen=True, kw_only=True, tag="paused"):
    """An exam was left for later after ``elapsed`` seconds in all."""

    module: str
    exam: str
    elapsed: int


class ExamFinished(_Happened, frozen=True, kw_only=True, tag="examined"):
    """An exam was handed in, after ``elapsed`` seconds: ``points`` of ``asked``, of which ``right`` were fully right.

    ``uncounted`` are the questions of which a fact was no longer current. ``late``: the time was up.
    """

    module: str
    exam: str
    points: float
    right: int
    asked: int
    passed: bool
    elapsed: int = 0
    uncounted: tuple[str, ...] = ()
    late: bool = False


class Looked(_Happened, frozen=True, kw_only=True, tag="looked"):
    """The learner opened the app on a day on which nothing was due: such a day counts like one of learning."""


class Undone(_Happened, frozen=True, kw_only=True, tag="undone"):
    """The event ``target`` is not to count."""

    target: str


class Noted(_Happened, frozen=True, kw_only=True, tag="noted"):
    """The learner's note on a step; the newest one stands, an empty one removes it."""

    module: str
    lesson: str
    step: str
    text: str


class Flagged(_Happened, frozen=True, kw_only=True, tag="flagged"):
    """The learner says that something is wrong with a step, or takes it back."""

    module: str
    lesson: str
    step: str
    flagged: bool


class Disputed(_Happened, frozen=True, kw_only=True, tag="disputed"):
    """The learner says that the answer ``answer`` (an event) to a question was right after all, or takes it back.

    ``typed`` is what was typed, where something was. It changes no result: it is for whoever writes the questions.
    """

    module: str
    lesson: str
    step: str
    answer: str
    typed: str
    disputed: bool


class SettingChanged(_Happened, frozen=True, kw_only=True, tag="set"):
    """A setting got a new value, for example ``language`` to ``id``."""

    name: str
    value: str


Event = (
    Answered
    | StepRead
    | ScenarioMoved
    | TaskSaved
    | TaskChecked
    | LessonFinished
    | LessonPassed
    | DiagnosisBegun
    | DiagnosisEnded
    | ExamBegun
    | ExamPaused
    | ExamFinished
    | Looked
    | Undone
    | Noted
    | Flagged
    | Disputed
    | SettingChanged
)
