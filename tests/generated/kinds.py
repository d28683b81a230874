"""Each kind of question and each kind of step as a small function. A kind that the format declares and that is missing
here fails a test: write its function, and how it is answered in ``answering``.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from tests.generated.maker import Maker, Shape

Make: TypeAlias = Callable[[Maker], Shape]

KINDS: dict[str, Make] = {}
"""The keys of a question beyond those that all have, by ``kind``."""
STEPS: dict[str, Make] = {}
"""A whole step, by the key that makes it one of its kind."""


def kind(name: str) -> Callable[[Make], Make]:
    """Enter a kind of question."""

    def enter(make: Make) -> Make:
        KINDS[name] = make
        return make

    return enter


def step(name: str) -> Callable[[Make], Make]:
    """Enter a kind of step."""

    def enter(make: Make) -> Make:
        STEPS[name] = make
        return make

    return enter


def _choice(maker: Maker, *, correct: bool) -> Shape:
    choice: Shape = {"text": maker.text("option"), "why": maker.text("reason"), "id": maker.name("choice")}
    if correct or maker.maybe(0.2):
        choice["correct"] = correct
    return choice | ({} if correct else _belief(maker))


def _belief(maker: Maker) -> Shape:
    return {"misconception": maker.one_of(maker.beliefs)} if maker.beliefs and maker.maybe() else {}


@kind("single")
def single(maker: Maker) -> Shape:
    """Two to nine choices, one of them right."""
    count = maker.count(2, 5) if maker.maybe(0.8) else 9
    right = maker.count(0, count - 1)
    return {"choices": [_choice(maker, correct=at == right) for at in range(count)]}


@kind("multiple")
def multiple(maker: Maker) -> Shape:
    """At least one choice is right, perhaps all."""
    count = maker.count(2, 5) if maker.maybe(0.8) else 9
    right = {at for at in range(count) if maker.maybe()} or {0}
    return {"choices": [_choice(maker, correct=at in right) for at in range(count)]}


@kind("true-false")
def true_false(maker: Maker) -> Shape:
    return {
        "answer": maker.maybe(),
        **_belief(maker),
        "why": {"true": maker.text("reason"), "false": maker.text("reason")},
    }


@kind("text")
def text(maker: Maker) -> Shape:
    """One or more answers, patterns and slips, none of which takes what another does."""
    answers = [maker.answer() for _ in range(maker.count(1, 3))]
    accept = [{"pattern": f"{answer}*"} if maker.maybe(0.3) else {"text": answer} for answer in answers]
    slips = [{"text": maker.answer(), "why": maker.text("reason"), **_belief(maker)} for _ in range(maker.count(0, 2))]
    model: Shape = {"model-answer": dict.fromkeys(maker.languages, answers[0])} if maker.maybe(0.3) else {}
    return {"accept": accept, "why": maker.text("reason"), **({"slips": slips} if slips else {}), **model}


@kind("number")
def number(maker: Maker) -> Shape:
    """A whole number or a decimal, perhaps with a tolerance, a unit and slips out of its reach."""
    answer = maker.one_of([
        Decimal(maker.count(1, 2_000_000)),
        Decimal(maker.count(101, 9_999)) / 10,
        -Decimal(maker.count(1, 900)),
        Decimal(10) ** maker.count(0, 17),
        Decimal(maker.count(1, 999)) / 10_000,
    ])  # fmt: skip
    tolerance = abs(answer) / 100 if maker.maybe(0.4) and abs(answer) >= 1 else Decimal(0)
    found: Shape = {"answer": plain(answer), "why": maker.text("reason")}
    if tolerance:
        found["tolerance"] = plain(tolerance)
    if maker.maybe():
        found["unit"] = maker.one_of(["Rp", "%", maker.text("unit")])
    slips = [answer + (tolerance + 7) * 3 * at for at in range(1, maker.count(0, 2) + 1)]
    if slips:
        found["slips"] = [{"answer": plain(slip), "why": maker.text("reason"), **_belief(maker)} for slip in slips]
    return found


def plain(value: Decimal) -> str:
    """The number as a course has it: three decimals exactly would be asked about."""
    written = f"{value.quantize(Decimal('0.0001')):f}"
    return written.rstrip("0").rstrip(".") if len(written.rstrip("0").partition(".")[2]) != 3 else written


@step("text")
def reading(maker: Maker) -> Shape:
    """Something to read, perhaps with facts and an id of its own."""
    cited = maker.some_of(maker.citable) if maker.maybe() else []
    made: Shape = {"id": maker.name("text")} if maker.maybe() else {}
    made["text"] = maker.text("prose", cite=cited)
    return made | ({"facts": cited} if cited else {})


@step("question")
def question(maker: Maker) -> Shape:
    """A question of any kind, with what all kinds have."""
    name = maker.one_of(list(KINDS))
    cited = maker.some_of(maker.citable) if maker.maybe(0.3) else []
    made: Shape = {
        "id": maker.name("question"),
        "kind": name,
        "concept": maker.one_of(maker.concepts),
        "level": maker.count(1, 3),
        "prompt": maker.text("prompt"),
        **KINDS[name](maker),
        "explanation": maker.text("reason", cite=cited),
    }
    if cited:
        made["facts"] = cited
    if maker.maybe():
        made["hints"] = [maker.text("line") for _ in range(maker.count(1, 3))]
    if maker.maybe(0.05):
        made["pretest"] = True
    if maker.maybe(0.1):
        made |= {"revision": maker.count(1, 9), "aliases": [maker.name("old")]}
    if maker.maybe(0.02):
        made["ignore"] = [{"code": "W601", "reason": "Not here."}]
    return {"question": made}
