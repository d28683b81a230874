"""Only what went wrong, once more: a session of its own, made from one that is over. Nothing in it changes a result."""

from msgspec.structs import replace

from sosmed_learn.core.drilling import once_more
from sosmed_learn.core.module import QuestionStep
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.session import Session


def repeatable(session: Session) -> tuple[AnyQuestion, ...]:
    """The questions that went wrong and can be answered once more."""
    return tuple(question for question in session.missed if session.tries_left(question) != 0)


def rehearse(session: Session, chance: str, *, sure: bool = False) -> Session:
    """What can be repeated, by itself; with ``sure`` only what the learner was sure of.

    Drawn values follow from ``chance``.
    """
    chosen = [each for each in repeatable(session) if not sure or session.given[each.id].surely_wrong]
    steps = tuple(QuestionStep(once_more(question, chance)) for question in chosen)
    lesson = replace(session.lesson, steps=steps)
    return Session(module=session.module, lesson=lesson, rehearsal=True, retries=session.retries)


def still_open(rehearsal: Session) -> int:
    """How many of its questions are to be answered still, or once more."""
    steps = rehearsal.lesson.steps
    return sum(rehearsal.comes_back(step) or not rehearsal.done(step) for step in steps)


def rehearsed(session: Session, rehearsal: Session) -> Session:
    """The session whose ``rehearsal`` has ended or was left: only the tries that were made in it are different."""
    return replace(session, retries=rehearsal.retries)
