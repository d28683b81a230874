"""The tables and draws of the analytics lessons: every key follows from the numbers that the learner is shown."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import product

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.formula import evaluate
from sosmed_learn.core.question import AnyQuestion, Given, NumberQuestion, OrderQuestion, PlaceQuestion, Template
from sosmed_learn.core.text import Language

PLACES = bundled()
LESSONS = open_courses(PLACES.courses, PLACES.seeds).lessons["analytics"]
QUESTIONS = {question.id: question for lesson in LESSONS for question in lesson.questions}
DRAWN = [
    question
    for lesson in LESSONS
    for question in lesson.questions
    if isinstance(question, NumberQuestion) and question.template is not None
]
AD_SPEND = Decimal(500_000)
USUAL_CLICK = Decimal(1_000)
USUAL_CONVERSION = Decimal(1) / 50


def _rows(question: AnyQuestion, language: Language) -> dict[str, list[Decimal]]:
    """The table in the question: each row's numbers under its name."""
    thousands = "." if language == "id" else ","
    lines = [line for line in question.prompt.say(language).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return {name: [Decimal(cell.removeprefix("Rp").replace(thousands, "")) for cell in rest] for name, *rest in cells}


@pytest.mark.parametrize("language", ["id", "en"])
def test_posts_stand_in_the_order_of_their_rate_by_reach(language: Language) -> None:
    question = QUESTIONS["enam-unggahan-kebun"]
    assert isinstance(question, OrderQuestion)
    rows = _rows(question, language)
    by_reach, by_impressions = ({name: row[0] / row[base] for name, row in rows.items()} for base in (1, 2))
    asked = [item.text.say(language) for item in question.items]
    assert asked == sorted(by_reach, key=lambda name: -by_reach[name])
    assert asked != sorted(by_impressions, key=lambda name: -by_impressions[name])
    assert all(len(set(rates.values())) == len(rows) for rates in (by_reach, by_impressions))


@pytest.mark.parametrize("language", ["id", "en"])
def test_ads_stand_in_the_order_of_what_an_order_costs(language: Language) -> None:
    """Of those that were paid, and in none of the orders that the other columns suggest."""
    question = QUESTIONS["cpa-empat-oleh-oleh"]
    assert isinstance(question, OrderQuestion)
    rows = _rows(question, language)
    asked = [item.text.say(language) for item in question.items]
    costs = {name: spend / (orders - cancelled) for name, (spend, _, orders, cancelled) in rows.items()}
    assert asked == sorted(rows, key=lambda name: costs[name])
    assert len(set(costs.values())) == len(rows)
    assert asked != sorted(rows, key=lambda name: rows[name][0] / rows[name][1])
    assert asked != sorted(rows, key=lambda name: rows[name][0] / rows[name][2])


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_ad_is_decided_by_its_own_row(language: Language) -> None:
    question = QUESTIONS["lima-iklan-larasati"]
    assert isinstance(question, PlaceQuestion)
    decided = {name: _decision(*numbers) for name, numbers in _rows(question, language).items()}
    assert {item.text.say(language): item.place for item in question.items} == decided
    assert set(decided.values()) == {place.id for place in question.places}


def _decision(clicks: Decimal, orders: Decimal, left: Decimal) -> str:
    """Add to what earns, mend what has a link at less than half of the usual, stop what is sound and loses."""
    if AD_SPEND / orders < left:
        return "tambah"
    leaks = AD_SPEND / clicks > 2 * USUAL_CLICK or orders / clicks < USUAL_CONVERSION / 2
    return "benahi" if leaks else "hentikan"


@pytest.mark.parametrize("question", DRAWN, ids=lambda question: question.id)
def test_a_drawn_answer_needs_no_rounding(question: NumberQuestion) -> None:
    """Nobody should lose a point over which way a half is rounded."""
    template = question.template
    assert template is not None
    for values in _draws(template):
        answer = evaluate(template.formula, values)
        assert answer == round(answer, template.places or 0), values


def test_the_three_ways_of_counting_give_a_range_that_can_be_believed() -> None:
    """Answers are its upper end in every draw, and not so far above the rest that a reader would doubt them."""
    question = QUESTIONS["tumpang-tindih-klaim"]
    assert isinstance(question, NumberQuestion)
    template = question.template
    assert template is not None
    for values in _draws(template):
        orders, claim, code = (values[name] for name in ("orders", "claim", "code"))
        upper = evaluate(template.formula, values)
        assert code / orders * 100 < claim / orders * 100 < upper < 3 * code / orders * 100, values


def _draws(template: Template) -> Iterator[dict[str, Decimal]]:
    names = [given.name for given in template.given]
    for drawn in product(*map(_values, template.given)):
        values = dict(zip(names, drawn, strict=True))
        if template.where is None or evaluate(template.where, values):
            yield values


def _values(given: Given) -> list[Decimal]:
    if given.options:
        return list(given.options)
    return [given.low + given.step * at for at in range(int((given.high - given.low) / given.step) + 1)]
