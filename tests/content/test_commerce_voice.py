"""The commerce module in two languages: no length gives a key away, and explanations do not all end alike."""

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.text import LANGUAGES, Language
from tests.cues.asking import Asked, singles
from tests.cues.cues import CUES, share

SHARE = 0.36
"""So many of the keys may be the longest option, and the shortest: chance and a little."""
USUAL: dict[Language, str] = {"id": "Lain kali", "en": "Next time"}


@pytest.fixture(scope="module")
def asked() -> dict[Language, list[Asked]]:
    every = singles(bundled().courses)
    return {language: [each for each in every[language] if each.module == "commerce"] for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("length", ["the longest", "the shortest"])
def test_the_length_of_an_option_does_not_give_the_key_away(
    language: Language, length: str, asked: dict[Language, list[Asked]]
) -> None:
    assert len(asked[language]) >= 60  # so they are still found
    found = [share(CUES[length](each.item), each.key) for each in asked[language]]
    assert sum(found) / len(found) <= SHARE


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_least_a_third_of_the_explanations_end_in_their_own_way(language: Language) -> None:
    places = bundled()
    told = [
        question.explanation.say(language)
        for lesson in open_courses(places.courses, places.seeds).lessons["commerce"]
        for question in lesson.questions
    ]
    usual = [text for text in told if USUAL[language] in text]
    assert 0 < len(usual) <= len(told) * 2 / 3
