"""A small course of two modules and what is known of a learner after some answers in it."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Event, Stamp
from sosmed_learn.core.given import answer_to
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.insight import Insight, insight
from sosmed_learn.core.itembank import Item, ItemBank, item_bank
from sosmed_learn.core.module import Concept, Misconception, Module
from sosmed_learn.core.progress import fold
from tests.core.builders import START, ask, lesson, module, single, words
from tests.fakes import MemoryLibrary

_PROMPTS = ("Apa", "Mana", "Siapa", "Kapan", "Berapa", "Mengapa")


def question(name: str, concept: str, number: int = 0, **rest: Any) -> Any:
    """Prompts that begin alike are siblings, so each has its own."""
    return replace(single(name), concept=concept, prompt=words(f"{_PROMPTS[number]} {name} {concept}?"), **rest)


def modules() -> tuple[Module, ...]:
    goals = Concept("goals", words("Tujuan"))
    units = Concept("units", words("Satuan"), ("goals",))
    belief = Misconception("followers", words("Pengikut itu hasil."), words("Bukan."))
    return (
        module("strategy", ("first", "second"), concepts=(goals,), misconceptions=(belief,)),
        module("analytics", ("counts",), concepts=(units,), misconceptions=(belief,)),
    )


def library() -> MemoryLibrary:
    goals = [question(f"g{n}", "goals", n, level=1 + n % 3) for n in range(4)]
    more = [question(f"m{n}", "goals", n, level=2) for n in range(2)]
    units = [question(f"u{n}", "units", n, level=1 + n % 3) for n in range(5)]
    guess = question("guess", "units", 5, pretest=True)
    return MemoryLibrary(
        modules(),
        {
            ("strategy", "first"): lesson(*map(ask, goals), name="first", concepts=("goals",)),
            ("strategy", "second"): lesson(*map(ask, more), name="second", concepts=("goals",)),
            ("analytics", "counts"): lesson(*map(ask, [guess, *units]), name="counts", concepts=("units",)),
        },
    )


def bank() -> ItemBank:
    return item_bank(library())


def found(name: str, items: ItemBank | None = None) -> Item:
    return next(item for item in (items or bank()).items if item.question.id == name)


def answer(name: str, day: int = 0, *, right: bool = True, number: int = 0, **rest: Any) -> Answered:
    """An answer to that question on that day; a wrong one points to the belief about followers."""
    item = found(name)
    module_, lesson_, _ = item.place
    stamp = stamp_of(day, number, name)
    picked = Picked(("right" if right else "wrong",))
    _given, event = answer_to(item.question, picked, stamp, (module_, lesson_))
    return replace(event, **rest)


def stamp_of(day: int, number: int, name: str) -> Stamp:
    return Stamp(f"e{day:05d}-{number:03d}-{name}", START + timedelta(days=day, seconds=number), 420)


def known(events: Iterable[Event], day: int, before: Insight | None = None) -> Insight:
    """What is known on that day."""
    now = START + timedelta(days=day, hours=1)
    return insight(bank(), fold(events), now, now.date(), before)
