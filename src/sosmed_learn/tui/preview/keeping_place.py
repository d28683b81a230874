"""Where one stands after the courses under one's feet have changed. Reads and draws nothing."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.events import Answered
from sosmed_learn.core.module import Lesson, QuestionStep, Step
from sosmed_learn.core.offers import module_of
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.question import fingerprint
from sosmed_learn.core.session import Session
from sosmed_learn.core.study import Library


def same_step(before: Sequence[Step], at: int, now: Sequence[Step]) -> int:
    """The position in ``now`` of the step that was at ``at``, by its id; or of what stands in its place.

    A text without an id of its own has another one after every change of its words: it is then as far behind the
    nearest step before it that is still there. So is whatever follows a step that was taken out.
    """
    places = {name: position for position, step in enumerate(now) for name in reversed(_names(step))}
    for position in range(min(at, len(before) - 1), -1, -1):
        if before[position].id in places:
            return min(places[before[position].id] + at - position, len(now) - 1)
    return max(0, min(at, len(now) - 1))


def _names(step: Step) -> tuple[str, ...]:
    """The ids that a step has and had."""
    return (step.id, *(step.question.aliases if isinstance(step, QuestionStep) else ()))


def outdated(library: Library, progress: Progress) -> list[str]:
    """The events of answers to questions that are not, to the letter, what they were. May read files."""
    found: list[str] = []
    for (module_id, lesson_id), done in progress.lessons.items():
        module = module_of(library, module_id)
        answers = [act for act in done.acts if isinstance(act, Answered)]
        if module is None or not answers or lesson_id not in module.lessons:
            continue
        try:
            lesson = library.lesson(module_id, lesson_id)
        except LessonUnreadable:
            continue
        prints = dict(_fingerprints(lesson))
        found += [act.id for act in answers if prints.get(act.question, "") != act.fingerprint]
    return found


def _fingerprints(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for question in lesson.questions:
        yield from ((name, fingerprint(question)) for name in (*question.aliases, question.id))


def on_new_text(session: Session, lesson: Lesson) -> Session:
    """A finished session on what its lesson is now, with the answers to questions that have not changed."""
    kept = {question.id for question in lesson.questions if question in session.lesson.questions}
    given = {name: answer for name, answer in session.given.items() if name in kept}
    return replace(session, lesson=lesson, at=len(lesson.steps), given=given)
