"""In the strategy module the length of an option tells nothing: its keys are neither the shortest nor the longest."""

from statistics import mean

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.core.text import LANGUAGES, Language
from tests.cues.asking import Asked, singles
from tests.cues.cues import CUES, share

MOST = 0.36  # a third by chance, and a little
LEAST = 0.2
ENOUGH = 60  # so they are still found


@pytest.fixture(scope="module")
def asked() -> dict[Language, list[Asked]]:
    found = singles(bundled().courses)
    return {language: [each for each in listed if each.module == "strategy"] for language, listed in found.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cue", ["the shortest", "the longest"])
def test_whoever_goes_by_length_is_no_better_off(
    cue: str, language: Language, asked: dict[Language, list[Asked]]
) -> None:
    questions = asked[language]
    assert len(questions) >= ENOUGH
    assert mean(share(CUES[cue](each.item), each.key) for each in questions) <= MOST


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("cue", ["the shortest", "the longest"])
def test_a_key_is_not_always_the_middle_one(cue: str, language: Language, asked: dict[Language, list[Asked]]) -> None:
    """That would tell as much."""
    assert mean(share(CUES[cue](each.item), each.key) for each in asked[language]) >= LEAST
