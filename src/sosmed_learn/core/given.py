"""An answer with what became of it, as a sitting holds it while it lasts."""

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Confidence, Stamp
from sosmed_learn.core.grading import Response, Verdict, fits, grade, recognised
from sosmed_learn.core.question import AnyQuestion, NumberQuestion, beginning, fingerprint


class Given(Struct, frozen=True):
    """An answer of this run with what became of it. ``event`` is the id of its event.

    ``confidence`` is how sure the learner said to be, None where that was not asked.
    """

    response: Response
    verdict: Verdict
    event: str
    confidence: Confidence | None = None

    @property
    def surely_wrong(self) -> bool:
        """Whether the learner was sure of something that is not so: what is best found out, and comes back first."""
        return self.confidence == "sure" and not self.verdict.correct


def answer_to(
    question: AnyQuestion,
    response: Response,
    stamp: Stamp,
    place: tuple[str, str],
    confidence: Confidence | None = None,
) -> tuple[Given, Answered]:
    """The verdict on an answer, and its event as far as it does not matter on what occasion it was given.

    ``place`` is the module and the lesson in which the question stands.

    Raises ``TypeError`` when the form of the response does not fit the kind of question.
    """
    verdict = grade(question, response)
    event = Answered(
        id=stamp.id,
        at=stamp.at,
        offset=stamp.offset,
        module=place[0],
        lesson=place[1],
        question=question.id,
        revision=question.revision,
        fingerprint=fingerprint(question),
        response=response,
        correct=verdict.correct,
        score=verdict.score,
        pretest=question.pretest,
        prompt=beginning(question),
        seed=question.seed if isinstance(question, NumberQuestion) else None,
        confidence=confidence,
        misconceptions=verdict.misconceptions,
    )
    return Given(response=response, verdict=verdict, event=stamp.id, confidence=confidence), event


def judged_before(question: AnyQuestion, answer: Answered) -> Given | None:
    """An answer from an earlier start, graded again; None when it no longer fits the kind of question."""
    if not fits(question, answer.response):
        return None
    verdict = grade(question, answer.response)
    if not recognised(question, answer.response):
        # The options' words were mended and their ids with them: what was said then stands.
        verdict = replace(verdict, correct=answer.correct, score=answer.score)
    return Given(answer.response, verdict, answer.id, answer.confidence)
