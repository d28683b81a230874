"""Questions of many lessons asked again, as a session: reviews of today, a belief to settle, a test to pass a lesson.

It is a session like that of a lesson, over steps that stand in different lessons. Its answers are practice: they change
no result of a lesson, but they count for memory and mastery, since these are worked out from all answers.
"""

from collections.abc import Sequence
from typing import Literal, Self

from msgspec.structs import replace

from sosmed_learn.core.asks import Ask
from sosmed_learn.core.drilling import once_more
from sosmed_learn.core.events import Answered, Confidence, LessonFinished, LessonPassed, Stamp, StepRead, Undone
from sosmed_learn.core.given import Given
from sosmed_learn.core.grading import Response, Verdict
from sosmed_learn.core.itembank import Place
from sosmed_learn.core.module import Lesson, QuestionStep, Step
from sosmed_learn.core.question import fingerprint
from sosmed_learn.core.session import Session
from sosmed_learn.core.text import Text

Purpose = Literal["today", "settle", "test", "changed"]

PASS_SHARE = 0.75
"""The share of a test that has to be right."""


class ReviewSession(Session, frozen=True, kw_only=True):
    """``asks`` are the questions by the ids of their steps, and ``first`` the first answer to each.

    What the learner was sure of and wrong about comes back once, at the end; ``returned`` are those that did.
    """

    purpose: Purpose = "today"
    asks: dict[str, Ask] = {}  # noqa: RUF012 - a struct gives each its own
    first: dict[str, Given] = {}  # noqa: RUF012
    returned: frozenset[str] = frozenset()

    @property
    def ask(self) -> Ask:
        """What is asked now, or was asked last."""
        return self.asks[self.step.id]

    @property
    def place(self) -> Place:
        """Where the question on screen stands in the courses."""
        return self.ask.item.place

    @property
    def can_retry(self) -> bool:
        """A test is taken once."""
        return self.purpose != "test" and super().can_retry

    def comes_back(self, step: Step) -> bool:
        """Whether the learner was sure and wrong, and is to be asked again at the end."""
        given = self.given.get(step.id)
        return given is not None and given.surely_wrong and step.id not in self.returned and self.purpose != "test"

    def forward(self, stamp: Stamp) -> tuple[Self, StepRead | LessonFinished | None]:
        """One question on."""
        name, back = self.step.id, not self.over and self.comes_back(self.step)
        session, event = super().forward(stamp)
        return (replace(session, returned=self.returned | {name}) if back else session), event

    def answer(
        self, response: Response, stamp: Stamp, confidence: Confidence | None = None, seconds: int = 0
    ) -> tuple[Self, Verdict, Answered]:
        """Answer the question on screen. Raises ``ValueError`` when there is none or it was answered already."""
        session, verdict, event = super().answer(response, stamp, confidence, seconds)
        module, lesson, question = self.place
        event = replace(
            event, module=module, lesson=lesson, question=question, practice=True,
            fingerprint=fingerprint(self.ask.item.question),
        )  # fmt: skip
        given = session.answered
        if given is None or self.drill is not None or self.step.id in self.first:
            return session, verdict, event
        return replace(session, first=self.first | {self.step.id: given}), verdict, event

    def undo(self, stamp: Stamp) -> tuple[Self, Undone | None]:
        """Take back the newest answer and stand before its question again."""
        session, event = super().undo(stamp)
        if event is None:
            return session, None
        first = {name: given for name, given in self.first.items() if given.event != event.target}
        return replace(session, first=first), event

    @property
    def score(self) -> tuple[int, int]:
        """How many first answers were right, of how many."""
        return sum(given.verdict.correct for given in self.first.values()), len(self.first)

    @property
    def surely_wrong(self) -> tuple[Ask, ...]:
        """What the learner was sure of and wrong about."""
        return tuple(self.asks[name] for name, given in self.first.items() if given.surely_wrong)

    @property
    def lost(self) -> tuple[Ask, ...]:
        """What went wrong otherwise."""
        wrong = ((name, given) for name, given in self.first.items() if not given.verdict.correct)
        return tuple(self.asks[name] for name, given in wrong if not given.surely_wrong)

    @property
    def passed(self) -> bool:
        """Whether a test, over with, was good enough to leave its lesson out."""
        right, asked = self.score
        return self.purpose == "test" and asked == len(self.asks) and right >= PASS_SHARE * asked

    @property
    def tested(self) -> tuple[tuple[str, str], ...]:
        """The lessons of a test, by (module, lesson), the one that it is about first."""
        return tuple(dict.fromkeys(ask.item.place[:2] for ask in self.asks.values()))

    def pass_lesson(self, place: tuple[str, str], stamp: Stamp) -> LessonPassed:
        """The event by which one of the lessons of a test counts as done."""
        right, asked = self.score
        return LessonPassed(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=place[0], lesson=place[1], right=right, asked=asked
        )


def ask_again(asks: Sequence[Ask], purpose: Purpose, chance: str) -> ReviewSession:
    """A session over the questions; drawn values follow from ``chance``. Raises ``ValueError`` without any."""
    if not asks:
        raise ValueError("nothing to ask")
    # Two lessons may have questions of one id.
    steps = {"/".join(ask.item.place): ask for ask in asks}
    lesson = Lesson(
        id="", title=Text(), minutes=0,
        steps=tuple(
            QuestionStep(replace(once_more(ask.item.question, chance), id=name, aliases=()))
            for name, ask in steps.items()
        ),
    )  # fmt: skip
    return ReviewSession(module="", lesson=lesson, purpose=purpose, asks=steps)
