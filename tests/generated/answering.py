"""What a learner does to answer each kind of question rightly, and wrongly: as many kinds as in ``kinds``."""

from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from sosmed_learn.core.grading import right_choices
from sosmed_learn.core.model_answer import written
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.text import Language


class Acts(Struct, frozen=True):
    """Keys to press, or else words to type."""

    keys: tuple[str, ...] = ()
    typed: str = ""


Answer: TypeAlias = Callable[[AnyQuestion, Language, bool], Acts]


def picked(question: AnyQuestion, _reader: Language, right: bool) -> Acts:  # noqa: FBT001 - the one question asked
    """All of the key; wrongly, one that is not of it, or of a key that is everything a part."""
    assert isinstance(question, ChoiceQuestion)
    key = right_choices(question)
    wrong = [choice for choice in question.choices if choice not in key] or list(key)
    numbers = {choice.id: str(at) for at, choice in enumerate(question.choices, 1)}
    return Acts(keys=tuple(numbers[choice.id] for choice in (key if right else wrong[:1])))


def words(question: AnyQuestion, _reader: Language, right: bool) -> Acts:  # noqa: FBT001
    """The first answer that is accepted, a slip, or something that nobody foresaw."""
    assert isinstance(question, TextQuestion)
    if right:
        return Acts(typed=question.accept[0].text.replace("*", ""))
    return Acts(typed=question.slips[0].answer.text if question.slips else "tidak tahu [/b]")


def figure(question: AnyQuestion, reader: Language, right: bool) -> Acts:  # noqa: FBT001
    """The number as the reader writes it, a slip, or one that is far off."""
    assert isinstance(question, NumberQuestion)
    far = question.slips[0].answer if question.slips else question.answer + question.tolerance + 10**18
    return Acts(typed=written(question.answer if right else far, reader))


ANSWERS: dict[str, Answer] = {
    "single": picked,
    "multiple": picked,
    "true-false": picked,
    "text": words,
    "number": figure,
}
