"""The exam of the service module: every concept has questions of its own, and every wrong option a known reason."""

from collections import Counter

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.question import AnyQuestion, Choice, ChoiceQuestion, FillQuestion

PLACES = bundled()
OPENED = open_courses(PLACES.courses, PLACES.seeds)
[MODULE] = [module for module in OPENED.modules if module.id == "service"]
[BANK] = [lesson for lesson in OPENED.lessons["service"] if lesson.id == "soal-ujian"]
ENOUGH = 6  # of each concept; an exam asks four, so that a second try has others


def test_each_concept_has_questions_that_the_exam_alone_asks() -> None:
    asked = Counter(question.concept for question in BANK.questions)
    assert set(asked) == {concept.id for concept in MODULE.concepts}
    assert min(asked.values()) >= ENOUGH
    assert max(asked.values()) <= ENOUGH + 2


def test_about_half_of_it_is_to_apply() -> None:
    levels = Counter(question.level for question in BANK.questions)
    assert all(levels[level] * 5 >= len(BANK.questions) for level in (1, 2, 3))
    assert levels[2] == max(levels.values())


def _wrong(question: AnyQuestion) -> list[Choice]:
    """The wrong options; kinds without any of their own have none."""
    match question:
        case FillQuestion():
            offered = [choice for blank in question.blanks for choice in blank.choices]
        case ChoiceQuestion() if question.kind != "true-false":
            offered = list(question.choices)
        case _:
            offered = []
    return [choice for choice in offered if not choice.correct]


@pytest.mark.parametrize(
    "question", [each for each in BANK.questions if _wrong(each)], ids=lambda question: question.id
)
def test_whoever_chooses_wrongly_believes_something(question: AnyQuestion) -> None:
    """So that what comes of an exam can name it."""
    assert all(choice.misconception for choice in _wrong(question))
