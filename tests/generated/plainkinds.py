"""Questions whose answer is picked or typed in one go: the keys beyond those that all questions have."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tests.generated.maker import Maker, Shape


def choice(maker: Maker, *, correct: bool) -> Shape:
    """One option, perhaps with the belief behind it."""
    made: Shape = {"text": maker.text("option"), "why": maker.text("reason"), "id": maker.name("choice")}
    if correct or maker.maybe(0.2):
        made["correct"] = correct
    return made | ({} if correct else belief(maker))


def belief(maker: Maker) -> Shape:
    """A named wrong belief, now and then."""
    return {"misconception": maker.one_of(maker.beliefs)} if maker.beliefs and maker.maybe() else {}


def single(maker: Maker) -> Shape:
    """Two to nine choices, one of them right."""
    count = maker.count(2, 5) if maker.maybe(0.8) else 9
    right = maker.count(0, count - 1)
    return {"choices": [choice(maker, correct=at == right) for at in range(count)]}


def multiple(maker: Maker) -> Shape:
    """At least one choice is right, perhaps all."""
    count = maker.count(2, 5) if maker.maybe(0.8) else 9
    right = {at for at in range(count) if maker.maybe()} or {0}
    choices = [choice(maker, correct=at in right) for at in range(count)]
    return {"choices": choices, **_together(maker, [each["id"] for each in choices], right)}


def _together(maker: Maker, names: list[str], right: set[int]) -> Shape:
    """What is said to some of the sets of choices that are not the key; no set comes twice."""
    drawn = [frozenset(at for at in range(len(names)) if maker.maybe()) for _ in range(maker.count(0, 3))]
    sets = [each for each in dict.fromkeys(drawn) if len(each) > 1 and each != right]
    return combined(maker, "choices", [[names[at] for at in sorted(each)] for each in sets])


def combined(maker: Maker, key: str, found: Sequence[Any]) -> Shape:
    """The combinations under their key, each with a reason; nothing where there are none."""
    said = [{key: each, "why": maker.text("reason"), **belief(maker)} for each in found]
    return {"combinations": said} if said else {}


def true_false(maker: Maker) -> Shape:
    return {
        "answer": maker.maybe(),
        **belief(maker),
        "why": {"true": maker.text("reason"), "false": maker.text("reason")},
    }


def text(maker: Maker) -> Shape:
    """Words that are typed."""
    return {"why": maker.text("reason"), **typed(maker)}


def typed(maker: Maker) -> Shape:
    """One or more answers, patterns and slips, none of which takes what another does."""
    answers = [maker.answer() for _ in range(maker.count(1, 3))]
    accept = [{"pattern": f"{answer}*"} if maker.maybe(0.3) else {"text": answer} for answer in answers]
    slips = [{"text": maker.answer(), "why": maker.text("reason"), **belief(maker)} for _ in range(maker.count(0, 2))]
    model: Shape = {"model-answer": dict.fromkeys(maker.languages, answers[0])} if maker.maybe(0.3) else {}
    return {"accept": accept, **({"slips": slips} if slips else {}), **model}


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
        found["slips"] = [{"answer": plain(slip), "why": maker.text("reason"), **belief(maker)} for slip in slips]
    return found


def plain(value: Decimal) -> str:
    """The number as a course has it: three decimals exactly would be asked about."""
    written = f"{value.quantize(Decimal('0.0001')):f}"
    return written.rstrip("0").rstrip(".") if len(written.rstrip("0").partition(".")[2]) != 3 else written
