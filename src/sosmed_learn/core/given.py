"""An answer with what became of it, as a sitting holds it while it lasts."""

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import Answered
from sosmed_learn.core.grading import Response, Verdict, fits, grade, recognised
from sosmed_learn.core.question import AnyQuestion


class Given(Struct, frozen=True):
    """An answer of this run with what became of it. ``event`` is the id of its event."""

    response: Response
    verdict: Verdict
    event: str


def judged_before(question: AnyQuestion, answer: Answered) -> Given | None:
    """An answer from an earlier start, graded again; None when it no longer fits the kind of question."""
    if not fits(question, answer.response):
        return None
    verdict = grade(question, answer.response)
    if not recognised(question, answer.response):
        # The options' words were mended and their ids with them: what was said then stands.
        verdict = replace(verdict, correct=answer.correct, score=answer.score)
    return Given(answer.response, verdict, answer.id)
