"""The bundled exams: enough to ask in every state of the facts, mixed as a test should be, and every sum is right."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.exam import draw, pool
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion
from sosmed_learn.core.text import Language
from tests.content.sums import holds, numbers, sums

PLACES = bundled()
OPENED = open_courses(PLACES.courses, PLACES.seeds)
MODULES = {module.id: module for module in OPENED.modules}
EVERY_FACT_IS_OLD = date(2100, 1, 1)
ROW = 7  # words; so many in a row are a copy


def _bank(module: str) -> tuple[AnyQuestion, ...]:
    exam = MODULES[module].exam
    assert exam is not None
    return tuple(asked for lesson in OPENED.lessons[module] if lesson.id in exam.bank for asked in lesson.questions)


@pytest.mark.parametrize("module", MODULES)
def test_two_tries_differ_even_when_every_fact_is_out_of_date(module: str) -> None:
    exam = MODULES[module].exam
    assert exam is not None
    there = pool(OPENED.lessons[module], OPENED.facts, EVERY_FACT_IS_OLD).questions
    first = draw(there, exam.questions, seed=1)
    second = draw(there, exam.questions, seed=2, lately=[asked.place for asked in first])
    assert len(first) == len(second) == exam.questions
    assert {asked.place for asked in first} != {asked.place for asked in second}


@pytest.mark.parametrize("module", MODULES)
def test_what_a_bank_asks_is_mixed(module: str) -> None:
    bank = _bank(module)
    levels = Counter(question.level for question in bank)
    assert all(levels[level] >= 4 for level in (1, 2, 3))
    assert len({question.kind for question in bank}) >= 6
    singles = [q for q in bank if isinstance(q, ChoiceQuestion) and q.kind == "single"]
    places = Counter(next(at for at, choice in enumerate(q.choices) if choice.correct) for q in singles)
    assert set(places) == {0, 1, 2}
    assert max(places.values()) <= len(singles) / 2


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_bank_asks_about_new_cases(module: str, language: Language) -> None:
    """Numbers apart: there the same words ask for the same sum, and what is new is the numbers."""
    taught = {
        row
        for lesson in OPENED.lessons[module]
        for question in lesson.questions
        if question not in _bank(module)
        for row in _rows(question.prompt.say(language))
    }
    for question in (asked for asked in _bank(module) if asked.kind != "number"):
        assert not taught & set(_rows(question.prompt.say(language))), question.id


def _rows(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    yield from (tuple(words[at : at + ROW]) for at in range(len(words) - ROW + 1))


@pytest.mark.parametrize(
    "path", sorted(PLACES.courses.rglob("lessons/*.yaml")), ids=lambda p: f"{p.parts[-3]}-{p.stem}"
)
def test_every_sum_in_the_bundled_courses_is_right(path: Path) -> None:
    done = 0
    for language, text in _texts(yaml.load(path.read_text("utf-8"), yaml.BaseLoader)):
        for left, right in sums(text, language):
            assert holds(left, right), f"{left} = {right} in: {text}"
            done += 1
    assert done >= 6  # each of them has that many, so they are still found


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_sums_behind_a_number_lead_to_its_answer(language: Language) -> None:
    every = (question for lessons in OPENED.lessons.values() for lesson in lessons for question in lesson.questions)
    asked = [question for question in every if isinstance(question, NumberQuestion) and question.template is None]
    assert len(asked) >= len(MODULES)
    for question in asked:
        assert question.answer in numbers(question.why.say(language), language), question.id


def _texts(node: Any) -> Iterator[tuple[Language, str]]:
    if isinstance(node, dict):
        if set(node) == {"id", "en"}:
            yield from (("id", node["id"]), ("en", node["en"]))
        for child in node.values():
            yield from _texts(child)
    elif isinstance(node, list):
        for child in node:
            yield from _texts(child)


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("70 × 6 = 420 menit beban. 420 ÷ 300 = 1,4, yaitu 140%.", "id", True),
        ("Rp12.000 ÷ Rp300 per menit = 40 menit.", "id", True),
        ("(18 + 54) ÷ 240 = 72 ÷ 240 = 0.30, which is 30%.", "en", True),
        ("320 ÷ 360 = 89%.", "en", True),
        ("192 ÷ 3,200 × 100 = **6.0%**", "en", True),
        ("40 × Rp300 = Rp1.200", "id", False),
        ("320 ÷ 360 = 88%.", "en", False),
        ("Rp12,000 × 0.3 = Rp36,000", "en", False),
    ],
)
def test_sums_are_found_and_done_again(text: str, language: Language, right: bool) -> None:  # noqa: FBT001
    found = list(sums(text, language))
    assert found
    assert all(holds(*each) for each in found) is right


def test_a_fact_ends_before_the_day_on_which_every_fact_is_old() -> None:
    assert all(fact.is_stale(EVERY_FACT_IS_OLD - timedelta(days=1)) for fact in OPENED.facts.values())
