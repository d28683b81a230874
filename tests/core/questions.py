"""Any valid question of any kind, and any answer to it, also those that no front end would give."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from sosmed_learn.core.grading import Arranged, Filled, Picked, Placed, Response, Typed
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    NumberSlip,
    OrderQuestion,
    Place,
    PlacedTogether,
    PlaceQuestion,
    TextQuestion,
    TextSlip,
    Together,
)
from sosmed_learn.core.text import LANGUAGES
from tests.core.builders import choice, choices, fill, item, typed_number, typed_text, words

NAMES = tuple("abcdefghi")
BELIEFS = st.sampled_from([None, "belief", "other"])
WORDS = st.sampled_from(["reach", "jangkauan", "user-generated content", "5", "Rp 5.000", "é", "⅔ of it", "ok 👍"])
HOSTILE = (
    *("", " ", "\n\n", "x" * 10_000, "👩‍🌾" * 50, "\u202eabc\u202c", "\u0623\u0647\u0644\u0627"),
    *("1e309", "NaN", "-inf", "\u0661\u0662\u0663", "a\x00b", "*", "[[a]]"),
)
TYPED = WORDS | st.sampled_from(HOSTILE) | st.text(max_size=30)


def _some(names: tuple[str, ...], low: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), min_size=low, max_size=4, unique=True).map(tuple)


@st.composite
def choice_questions(draw: st.DrawFn) -> ChoiceQuestion:
    names = NAMES[: draw(st.integers(2, 9))]
    many = draw(st.booleans())
    right = draw(st.sets(st.sampled_from(names), min_size=1, max_size=len(names) if many else 1))
    options = [choice(n, correct=n in right, belief=None if n in right else draw(BELIEFS)) for n in names]
    sets = draw(st.lists(_some(names), max_size=3)) if many else []
    said = tuple(Together(ids, words("together"), draw(BELIEFS)) for ids in sets)
    return choices("multiple" if many else "single", *options, combinations=said)


@st.composite
def order_questions(draw: st.DrawFn) -> OrderQuestion:
    names = NAMES[: draw(st.integers(3, 9))]
    items = tuple(item(name, belief=draw(BELIEFS)) for name in names)
    said = tuple(Together(ids, words("together"), draw(BELIEFS)) for ids in draw(st.lists(_some(names), max_size=3)))
    return OrderQuestion(**_common("order"), items=items, combinations=said)


@st.composite
def place_questions(draw: st.DrawFn) -> PlaceQuestion:
    once = draw(st.booleans())
    names = NAMES[: draw(st.integers(2, 9))]
    places = (*names, *("x", "y", "z")[: draw(st.integers(0, 3))]) if once else NAMES[: draw(st.integers(2, 5))]
    items = tuple(item(n, n if once else draw(st.sampled_from(places)), belief=draw(BELIEFS)) for n in names)
    pairs = st.lists(
        st.tuples(st.sampled_from(names), st.sampled_from(places)),
        min_size=1,
        max_size=3,
        unique_by=lambda pair: pair[0],
    )
    said = tuple(
        PlacedTogether(tuple(some), words("together"), draw(BELIEFS)) for some in draw(st.lists(pairs, max_size=3))
    )
    made = tuple(Place(name, words(f"place {name}")) for name in places)
    return PlaceQuestion(**_common("match" if once else "sort"), items=items, places=made, combinations=said)


ACCEPTED = WORDS.map(Accepted) | st.sampled_from(
    [Accepted("reach*", wildcard=True), Accepted("*kontak*", wildcard=True)]
)


@st.composite
def blanks(draw: st.DrawFn, name: str) -> Blank:
    if draw(st.booleans()):
        names = NAMES[: draw(st.integers(2, 9))]
        right = draw(st.sampled_from(names))
        return Blank(name, choices=tuple(choice(n, correct=n == right, belief="belief") for n in names))
    accept = tuple(draw(st.lists(ACCEPTED, min_size=1, max_size=4)))
    slips = tuple(TextSlip(each, words("slip"), draw(BELIEFS)) for each in draw(st.lists(ACCEPTED, max_size=2)))
    return Blank(name, accept=accept, why=words("because"), slips=slips)


@st.composite
def fill_questions(draw: st.DrawFn) -> FillQuestion:
    return fill(*(draw(blanks(name)) for name in NAMES[: draw(st.integers(1, 6))]))


TEXT_QUESTIONS: st.SearchStrategy[TextQuestion] = st.builds(
    lambda accept, slips: typed_text(*accept, slips=tuple(TextSlip(slip, words("slip")) for slip in slips)),
    st.lists(ACCEPTED, min_size=1, max_size=3),
    st.lists(ACCEPTED, max_size=2),
)
NUMBER_QUESTIONS: st.SearchStrategy[NumberQuestion] = st.builds(
    lambda answer, unit, slip: typed_number(str(answer), unit=unit, slips=(NumberSlip(slip, words("slip")),)),
    st.decimals(0, 10**9, places=1) | st.integers(0, 10**9).map(Decimal),
    st.sampled_from([None, "%", "Rp", "chat"]),
    st.integers(0, 9).map(Decimal),
)
ANY_QUESTION: st.SearchStrategy[AnyQuestion] = st.one_of(
    choice_questions(), order_questions(), place_questions(), fill_questions(), TEXT_QUESTIONS, NUMBER_QUESTIONS
)


def _common(kind: str) -> dict[str, Any]:
    text = words("?")
    return {"id": "q", "kind": kind, "concept": "goals", "level": 1, "prompt": text, "explanation": text}


NAMED = st.sampled_from((*NAMES, "x", "y", "gone")) | TYPED
PAIRS = st.lists(st.tuples(NAMED, NAMED), max_size=12).map(tuple)


def answers_to(question: AnyQuestion) -> st.SearchStrategy[Response]:
    """Whatever has the form of an answer to the question: ids that are not there, twice, empty, anything typed."""
    match question:
        case ChoiceQuestion():
            return st.builds(Picked, st.lists(NAMED, max_size=12).map(tuple))
        case OrderQuestion():
            return st.builds(Arranged, st.lists(NAMED, max_size=12).map(tuple))
        case PlaceQuestion():
            return st.builds(Placed, PAIRS)
        case FillQuestion():
            return st.builds(Filled, PAIRS)
    return st.builds(Typed, TYPED, st.sampled_from(LANGUAGES))
