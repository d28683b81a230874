"""Small questions, lessons, modules and stamps for the tests of core. Every part has a default; say what matters."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sosmed_learn.core.events import Stamp
from sosmed_learn.core.module import Lesson, Module, QuestionStep, Step, TextStep
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    Choice,
    ChoiceQuestion,
    FillQuestion,
    Item,
    NumberQuestion,
    OrderQuestion,
    Place,
    PlacedTogether,
    PlaceQuestion,
    TextQuestion,
    TextSlip,
    Together,
)
from sosmed_learn.core.text import Text

START = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)


class Ticks:
    """A clock that gives a stamp a minute, with ids that grow."""

    def __init__(self, start: int = 0) -> None:
        self._count = count(start)

    def stamp(self) -> Stamp:
        n = next(self._count)
        return Stamp(id=f"e{n:06d}", at=START + timedelta(minutes=n), offset=420)


def words(text: str) -> Text:
    return Text.same(text)


def choice(name: str, *, correct: bool = False, belief: str | None = None) -> Choice:
    return Choice(id=name, text=words(name), correct=correct, why=words(f"why {name}"), misconception=belief)


def choices(kind: str, *options: Choice, **rest: Any) -> ChoiceQuestion:
    return ChoiceQuestion(**_common(kind, **rest), choices=options)


def single(name: str = "q", **rest: Any) -> ChoiceQuestion:
    options = (choice("right", correct=True), choice("wrong", belief="followers"), choice("other"))
    return choices("single", *options, id=name, **rest)


def multiple(right: int, wrong: int, **rest: Any) -> ChoiceQuestion:
    options = [choice(f"r{n}", correct=True) for n in range(right)] + [choice(f"w{n}") for n in range(wrong)]
    return choices("multiple", *options, **rest)


def typed_text(*accept: str | Accepted, slips: tuple[Any, ...] = (), **rest: Any) -> TextQuestion:
    accepted = tuple(a if isinstance(a, Accepted) else Accepted(a) for a in accept)
    return TextQuestion(**_common("text", **rest), accept=accepted, why=words("because"), slips=slips)


def typed_number(answer: str, tolerance: str = "0", unit: str | None = None, **rest: Any) -> NumberQuestion:
    slips = rest.pop("slips", ())
    return NumberQuestion(
        **_common("number", **rest),
        answer=Decimal(answer),
        tolerance=Decimal(tolerance),
        unit=words(unit) if unit else None,
        why=words("because"),
        slips=slips,
    )


def item(name: str, place: str = "", *, belief: str | None = None) -> Item:
    return Item(name, words(name), words(f"why {name}"), place, belief)


def order(*items: str | Item, combinations: tuple[Together, ...] = (), **rest: Any) -> OrderQuestion:
    made = tuple(each if isinstance(each, Item) else item(each) for each in items)
    return OrderQuestion(**_common("order", **rest), items=made, combinations=combinations)


def match(*names: str, extras: tuple[str, ...] = (), combinations: tuple[PlacedTogether, ...] = ()) -> PlaceQuestion:
    """Each left side has the right side of its own id."""
    places = tuple(Place(name, words(f"right {name}")) for name in (*names, *extras))
    items = tuple(item(name, name) for name in names)
    return PlaceQuestion(**_common("match"), items=items, places=places, combinations=combinations)


def sort(
    bins: tuple[str, ...], *items: tuple[str, str] | Item, combinations: tuple[PlacedTogether, ...] = ()
) -> PlaceQuestion:
    """Items with the bins that they belong into."""
    made = tuple(each if isinstance(each, Item) else item(*each) for each in items)
    places = tuple(Place(name, words(name)) for name in bins)
    return PlaceQuestion(**_common("sort"), items=made, places=places, combinations=combinations)


def typed_blank(name: str, *accept: str | Accepted, slips: tuple[TextSlip, ...] = ()) -> Blank:
    accepted = tuple(a if isinstance(a, Accepted) else Accepted(a) for a in accept)
    return Blank(name, accept=accepted, why=words(f"why {name}"), slips=slips)


def picked_blank(name: str, *options: Choice) -> Blank:
    return Blank(name, choices=options)


def fill(*blanks: Blank) -> FillQuestion:
    sentence = words(" ".join(f"[[{blank.id}]]" for blank in blanks))
    return FillQuestion(**_common("fill"), sentence=sentence, blanks=blanks)


def _common(kind: str, **rest: Any) -> dict[str, Any]:
    common = {"id": "q", "concept": "goals", "level": 1, "prompt": words("?"), "explanation": words("!")}
    return common | {"kind": kind} | rest


def text_step(name: str) -> TextStep:
    return TextStep(id=name, text=words(f"read {name}"))


def ask(question: AnyQuestion) -> QuestionStep:
    return QuestionStep(question)


def lesson(*steps: Step, name: str = "first", **rest: Any) -> Lesson:
    return Lesson(id=name, title=words(name), minutes=5, steps=steps, **rest)


def module(name: str = "strategy", lessons: tuple[str, ...] = ("first",), **rest: Any) -> Module:
    return Module(id=name, version="1.0.0", title=words(name), summary=words(""), lessons=lessons, **rest)
