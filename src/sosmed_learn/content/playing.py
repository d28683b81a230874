"""A lesson played through with ``core.session``: at each question every answer that a learner can give, each graded.

Nobody waits, nothing is saved, and the same lesson always gives the same play. Says nothing in words.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import combinations, count

from msgspec import Struct

from sosmed_learn.content.misplacing import UNFORESEEN, fillings, orders, placings
from sosmed_learn.core.events import Stamp
from sosmed_learn.core.grading import Picked, Response, Typed, Verdict, grade
from sosmed_learn.core.model_answer import sample, written
from sosmed_learn.core.module import Lesson, QuestionStep, ScenarioStep, TaskStep, TextStep
from sosmed_learn.core.paths import walk
from sosmed_learn.core.question import (
    AnyQuestion,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
from sosmed_learn.core.session import Session
from sosmed_learn.core.text import LANGUAGES, Language


class Try(Struct, frozen=True):
    """One answer and what becomes of it."""

    response: Response
    verdict: Verdict


class Asked(Struct, frozen=True):
    """A question with every answer to it."""

    question: AnyQuestion
    tries: tuple[Try, ...]


class Play(Struct, frozen=True):
    """A lesson from its first step to its last. ``right`` of ``asked`` is the score of the best way through."""

    steps: tuple[TextStep | ScenarioStep | TaskStep | Asked, ...]
    right: int
    asked: int


def play(module: str, lesson: Lesson, language: Language) -> Play:
    """Play the lesson. At each question all answers are tried from the same place, then the best one leads on."""
    session, stamps = Session(module=module, lesson=lesson), _stamps()
    steps: list[TextStep | ScenarioStep | TaskStep | Asked] = []
    while not session.over:
        step = session.step
        if isinstance(step, QuestionStep):
            given = responses(step.question, language)
            answers = [session.answer(response, next(stamps)) for response in given]
            tries = tuple(Try(response, answer[1]) for response, answer in zip(given, answers, strict=True))
            steps.append(Asked(step.question, tries))
            session, _, _ = max(answers, key=lambda answer: answer[1].score)
        else:
            steps.append(step)
            session = _ended(session, step, stamps) if isinstance(step, ScenarioStep) else session
            session = session.put_off(next(stamps))[0] if isinstance(step, TaskStep) else session
        session, _ = session.forward(next(stamps))
    end = session.finish(next(stamps))
    return Play(tuple(steps), end.right, end.asked)


def _ended(session: Session, step: ScenarioStep, stamps: Iterator[Stamp]) -> Session:
    """The session after the shortest way to the best ending; of a story without one, after some way to no end."""
    arrivals = walk(step.scenario).arrivals.values()
    rank = ("good", "fair", "poor", None)
    for name in min(arrivals, key=lambda story: rank.index(story.node.outcome)).path:
        session, _ = session.choose(name, next(stamps))
    while session.story is not None and not session.story.over:
        session, _ = session.choose(session.story.node.replies[0].id, next(stamps))
    return session


def responses(question: AnyQuestion, language: Language) -> tuple[Response, ...]:
    """Every answer that makes a difference: each choice or set of choices, each typed answer that was foreseen, each
    thing misplaced.
    """
    match question:
        case ChoiceQuestion():
            names = [choice.id for choice in question.choices]
            most = len(names) if question.picks_many else 1
            return tuple(Picked(picked) for size in range(1, most + 1) for picked in combinations(names, size))
        case TextQuestion():
            typed = _texts(question)
        case NumberQuestion():
            typed = _numbers(question, language)
        case OrderQuestion():
            return orders(question)
        case PlaceQuestion():
            return placings(question)
        case FillQuestion():
            return fillings(question)
    return tuple(Typed(text, language) for text in dict.fromkeys(typed))


def _texts(question: TextQuestion) -> list[str]:
    foreseen = [sample(accepted) for accepted in question.accept]
    if question.model:
        foreseen += [question.model.say(language) for language in LANGUAGES]
    return [*foreseen, *(sample(slip.answer) for slip in question.slips), UNFORESEEN]


def _numbers(question: NumberQuestion, language: Language) -> list[str]:
    answer, tolerance = question.answer, question.tolerance
    edges = [answer - tolerance, answer + tolerance] if tolerance else []
    values = [answer, *edges, *(slip.answer for slip in question.slips), _another(question, language)]
    return [written(value, language) for value in values]


def _another(question: NumberQuestion, language: Language) -> Decimal:
    """A number that is neither right nor foreseen."""
    for factor in count(3):
        value = question.answer * factor + 7 + question.tolerance
        verdict = grade(question, Typed(written(value, language), language))
        if not verdict.correct and verdict.why is None:
            return value
    raise AssertionError  # count never ends


def _stamps() -> Iterator[Stamp]:
    """Ids and times that are always the same: nothing of this is kept."""
    for number in count():
        yield Stamp(id=f"{number:06d}", at=datetime(2000, 1, 1, tzinfo=UTC), offset=0)
