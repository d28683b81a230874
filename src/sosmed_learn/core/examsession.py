"""One exam as a step machine: each act gives the next session and, where it counts, an event.

Nothing is told about an answer before the exam is handed in; until then it can be taken back and given anew. Nothing
is saved or drawn here, and nothing waits: how long it took comes in as an argument.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.drawing import drawn_again, seed_for
from sosmed_learn.core.events import Answered, ExamBegun, ExamFinished, ExamPaused, Stamp, Undone
from sosmed_learn.core.exam import Asked
from sosmed_learn.core.examprogress import Sitting
from sosmed_learn.core.examresult import ExamResult
from sosmed_learn.core.given import Given, answer_to, judged_before
from sosmed_learn.core.grading import Response
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.question import AnyQuestion


class ExamSession(Struct, frozen=True):
    """Where the learner is in an exam. ``at`` counts questions from 0; at their number all of them have been seen.

    ``given`` are the answers by the ids of their questions, of which no two are alike. ``limit`` is in seconds.
    """

    module: str
    sitting: str
    questions: tuple[Asked, ...]
    at: int = 0
    given: dict[str, Given] = {}
    limit: int | None = None

    @property
    def over(self) -> bool:
        """Whether the last question is behind: what remains is to hand in."""
        return self.at >= len(self.questions)

    @property
    def asked(self) -> Asked | None:
        """What is on screen."""
        return None if self.over else self.questions[self.at]

    @property
    def question(self) -> AnyQuestion | None:
        return self.asked.question if self.asked else None

    @property
    def answered(self) -> Given | None:
        """The answer to the question on screen, if there is one."""
        return self.given.get(self.question.id) if self.question else None

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The positions of the questions without an answer."""
        return tuple(at for at, asked in enumerate(self.questions) if asked.question.id not in self.given)

    def back(self) -> "ExamSession":
        return replace(self, at=max(0, self.at - 1))

    def forward(self) -> "ExamSession":
        """One question on; one without an answer can be come back to."""
        return replace(self, at=min(len(self.questions), self.at + 1))

    def to_unanswered(self) -> "ExamSession":
        """To the first question without an answer, if there is one."""
        return replace(self, at=self.unanswered[0]) if self.unanswered else self

    def answer(
        self, response: Response, stamp: Stamp, elapsed: int, seconds: int = 0
    ) -> tuple["ExamSession", Answered]:
        """Answer the question on screen after so many seconds, and go on to the next one that is still open.

        Whoever comes back to one that was skipped is not led through all that was answered since.
        Raises ``ValueError`` when there is none or it was answered already: the front ends do not offer it then.
        """
        asked = self.asked
        if asked is None or self.answered:
            message = f"nothing to answer at question {self.at} of an exam of {self.module}"
            raise ValueError(message)
        question = asked.question
        given, event = answer_to(question, response, stamp, (self.module, asked.lesson))
        event = replace(event, exam=self.sitting, elapsed=elapsed, seconds=seconds)
        after = replace(self, given=self.given | {question.id: given})
        still_open = [at for at in after.unanswered if at > self.at]
        return replace(after, at=still_open[0] if still_open else len(self.questions)), event

    @property
    def undoable(self) -> int | None:
        """The position of the answer that can be taken back: the one on screen, or else the newest."""
        if self.answered:
            return self.at
        if not self.given:
            return None
        newest = max(self.given, key=lambda name: self.given[name].event)
        return next(at for at, asked in enumerate(self.questions) if asked.question.id == newest)

    def undo(self, stamp: Stamp) -> tuple["ExamSession", Undone | None]:
        """Take back the answer of ``undoable`` and stand before its question again."""
        at = self.undoable
        if at is None:
            return self, None
        question = self.questions[at].question.id
        rest = {name: given for name, given in self.given.items() if name != question}
        event = Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=self.given[question].event)
        return replace(self, given=rest, at=at), event

    def pause(self, stamp: Stamp, elapsed: int) -> ExamPaused:
        """The event that keeps how long it took so far."""
        return ExamPaused(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=self.module, exam=self.sitting, elapsed=elapsed
        )

    def finish(self, stamp: Stamp, elapsed: int, result: ExamResult, *, late: bool = False) -> ExamFinished:
        """The event that hands it in with what came of it."""
        return ExamFinished(
            id=stamp.id, at=stamp.at, offset=stamp.offset, module=self.module, exam=self.sitting, elapsed=elapsed,
            points=result.points, right=result.right, asked=result.asked, passed=result.passed,
            uncounted=tuple(outcome.question.id for outcome in result.outcomes if not outcome.counted), late=late,
        )  # fmt: skip


def begin_exam(module: Module, stamp: Stamp, drawn: Iterable[Asked], seed: int, *, limited: bool) -> ExamBegun:
    """The event that begins an exam of the questions ``drawn``."""
    return ExamBegun(
        id=stamp.id, at=stamp.at, offset=stamp.offset, module=module.id, seed=seed,
        questions=tuple(asked.place for asked in drawn),
        minutes=module.exam.minutes if module.exam and limited else None,
    )  # fmt: skip


def sit(module: str, begun: ExamBegun, sitting: Sitting, lessons: Mapping[str, Lesson]) -> ExamSession:
    """The session where the learner left it, at the first question without an answer.

    ``lessons`` are the files in which the questions stand, by every id that each has had. Questions that their author
    has taken away since are left out, and those that now ask something else are asked anew.
    """
    questions = tuple(_found(begun, lessons))
    given: dict[str, Given] = {}
    for asked in questions:
        question = asked.question
        places = [(asked.lesson, name) for name in (question.id, *question.aliases)]
        answers = [sitting.given[place] for place in places if place in sitting.given]
        same = [answer for answer in answers if answer.revision == question.revision]
        known = judged_before(question, same[0]) if same else None
        if known is not None:
            given[question.id] = known
    limit = None if begun.minutes is None else begun.minutes * 60
    session = ExamSession(module, begun.id, questions, given=given, limit=limit)
    return session.to_unanswered() if session.unanswered else replace(session, at=len(questions))


def _found(begun: ExamBegun, lessons: Mapping[str, Lesson]) -> Iterable[Asked]:
    """The questions with the numbers of this exam."""
    for lesson, name in begun.questions:
        for question in lessons[lesson].questions if lesson in lessons else ():
            if name in (question.id, *question.aliases):
                yield Asked(lesson, drawn_again(question, seed_for(str(begun.seed), name)))
