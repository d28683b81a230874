"""Asking again: how many tries a question has, and what it is when it is asked once more. Knows no session."""

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.drawing import drawn_again, seed_for
from sosmed_learn.core.module import Lesson, QuestionStep
from sosmed_learn.core.question import AnyQuestion, NumberQuestion


class Retries(Struct, frozen=True):
    """The tries after the first answer to each question, as the ids of their events."""

    events: dict[str, tuple[str, ...]] = {}

    def of(self, question: AnyQuestion) -> int:
        """How many there were."""
        return len(self.events.get(question.id, ()))

    def with_one(self, question: AnyQuestion, event: str) -> "Retries":
        """With one try more."""
        return Retries(self.events | {question.id: (*self.events.get(question.id, ()), event)})

    def without(self, event: str) -> "Retries":
        """As if the try ``event`` had not been."""
        return Retries({name: tuple(one for one in tries if one != event) for name, tries in self.events.items()})

    def since(self, event: str) -> bool:
        """Whether anything was tried again after ``event``."""
        return any(one > event for tries in self.events.values() for one in tries)


def is_drawn(question: AnyQuestion) -> bool:
    """Whether its numbers are drawn: asked again with others, it is another exercise and no second try."""
    return isinstance(question, NumberQuestion) and question.template is not None


def tries_left(question: AnyQuestion, made: int) -> int | None:
    """How often the question can be answered after ``made`` answers; None where its author sets no limit."""
    return None if question.tries is None else max(0, question.tries - made)


def once_more(question: AnyQuestion, chance: str) -> AnyQuestion:
    """The question to be asked again, with the numbers of ``chance`` where any are drawn."""
    return drawn_again(question, seed_for(chance, question.id))


def put_last(lesson: Lesson, at: int, chance: str) -> Lesson:
    """The lesson with the question at ``at`` moved to the end, to be asked again."""
    step = lesson.steps[at]
    again = QuestionStep(once_more(step.question, chance)) if isinstance(step, QuestionStep) else step
    return replace(lesson, steps=(*lesson.steps[:at], *lesson.steps[at + 1 :], again))
