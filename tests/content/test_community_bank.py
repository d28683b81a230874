"""The questions of the community module: lengths lead to no key, and explanations close in more ways than one."""

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.module import Lesson
from sosmed_learn.core.text import LANGUAGES, Language
from tests.cues.asking import Asked, singles
from tests.cues.cues import CUES, share

PLACES = bundled()
LESSONS = open_courses(PLACES.courses, PLACES.seeds).lessons["community"]
MOST = 0.36
"""So often the key may be the longest option, or the shortest; a guess is right every third time."""
CLOSING: dict[Language, str] = {"id": "Lain kali", "en": "Next time"}
MOST_CLOSINGS = 2 / 3


@pytest.fixture(scope="module")
def asked() -> dict[Language, list[Asked]]:
    found = singles(PLACES.courses)
    return {language: [each for each in listed if each.module == "community"] for language, listed in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cue", ["the longest", "the shortest"])
def test_a_reader_of_lengths_gains_nothing(cue: str, language: Language, asked: dict[Language, list[Asked]]) -> None:
    found = [share(CUES[cue](each.item), each.key) for each in asked[language]]
    assert len(found) >= 60  # so they are still found
    assert sum(found) / len(found) <= MOST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_explanations_of_a_lesson_do_not_all_close_with_the_same_words(lesson: Lesson, language: Language) -> None:
    said = [question.explanation.say(language) for question in lesson.questions]
    alike = [text for text in said if CLOSING[language] in text]
    assert len(said) >= 8
    assert len(alike) <= MOST_CLOSINGS * len(said)
