"""Choices of the analytics lessons that show figures: the sound sums and the mistaken ones, worked out again."""

from collections.abc import Sequence
from decimal import Decimal
from math import sqrt

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.question import ChoiceQuestion
from sosmed_learn.core.text import LANGUAGES, Language
from tests.content.sums import numbers

PLACES = bundled()
LESSONS = open_courses(PLACES.courses, PLACES.seeds).lessons["analytics"]
QUESTIONS = {question.id: question for lesson in LESSONS for question in lesson.questions}
PARCELS = (9, 10, 11, 12, 13, 14)
"""What the near parcels cost to send, in thousands of rupiah."""

RIGHT: dict[str, tuple[Sequence[float], Sequence[float]]] = {
    "senin-dan-selasa": ([1_000 + 900], [800 + 700, max(800, 700)]),
    "dua-kreator": ([6 * 2], [9, 6]),
    "video-tenun-viral": ([2_000 * 6 / 3_000, 30_000 * 1.5 / 3_000], [6, 1.5, 15]),
    "botol-atau-resep": ([90 / 4_000 * 100], [(890 + 10) / 6_000 * 100, 120]),
    "lima-baris-kunjungan": ([120 + 45 + 30 + 30], [190, 120 + 45 + 30]),
    "uang-ongkir-sebulan": ([(sum(PARCELS) + 71) / 7 * 1_000], [12_000, sum(PARCELS) / 6 * 1_000]),
}
"""The figures of the right choice and of the wrong ones, by question."""


def _choice(name: str) -> ChoiceQuestion:
    question = QUESTIONS[name]
    assert isinstance(question, ChoiceQuestion)
    return question


def _shown(question: ChoiceQuestion, language: Language, *, correct: bool) -> set[Decimal]:
    told = [numbers(each.text.say(language), language) for each in question.choices if each.correct is correct]
    return {number.normalize() for found in told for number in found}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RIGHT)
def test_choices_show_the_figures_that_sound_and_mistaken_sums_give(name: str, language: Language) -> None:
    for correct, expected in zip((True, False), RIGHT[name], strict=True):
        due = {Decimal(str(round(number, 6))).normalize() for number in expected}
        assert _shown(_choice(name), language, correct=correct) == due


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_proven_pair_alone_is_above_the_rule_of_thumb(language: Language) -> None:
    """And it has neither the widest gap nor the largest ratio."""
    question = _choice("pasangan-yang-terbukti")
    pairs: dict[bool, list[tuple[int, float]]] = {True: [], False: []}
    for each in question.choices:
        low, high = sorted(map(int, numbers(each.text.say(language), language)))
        assert (high - low > 2 * sqrt(low + high)) is each.correct
        pairs[each.correct].append((high - low, high / low))
    [(gap, ratio)] = pairs[True]
    assert any(wide > gap for wide, _ in pairs[False])
    assert any(steep > ratio for _, steep in pairs[False])


def test_with_the_loud_rival_in_the_group_the_share_of_voice_fell() -> None:
    question = _choice("kelompok-bertambah")
    assert 120 / 1_000 < 80 / 400 < 120 / (1_000 - 600)
    assert {80, 400, 120, 1_000, 600, 30} <= set(map(int, numbers(question.prompt.say("id"), "id")))
    assert [each.correct for each in question.choices] == [False, True]
