"""The exam of the service module: every concept has questions of its own, and every wrong option a known reason."""

from collections import Counter

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, FillQuestion

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


@pytest.mark.parametrize("question", BANK.questions, ids=lambda question: question.id)
def test_whoever_chooses_wrongly_believes_something(question: AnyQuestion) -> None:
    """So the study list after an exam can name it."""
    if isinstance(question, ChoiceQuestion) and question.kind != "true-false":
        wrong = [choice for choice in question.choices if not choice.correct]
    elif isinstance(question, FillQuestion):
        wrong = [choice for blank in question.blanks for choice in blank.choices if not choice.correct]
    else:
        pytest.skip("no options of its own")
    assert wrong
    assert all(choice.misconception for choice in wrong)
