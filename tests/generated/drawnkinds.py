"""Number questions whose values are drawn each time anew: sums that a shop has to do, with their usual mistakes."""

import re
from typing import Any, NamedTuple

from tests.generated.maker import Maker, Shape
from tests.generated.plainkinds import belief


class Sum(NamedTuple):
    """What is worked out from what. ``exact``: the answer ends by itself; ``places``: decimals to round to else."""

    given: dict[str, Shape]
    formula: str
    slips: tuple[str, ...]
    more: Shape
    exact: bool = False
    places: tuple[int, int] = (0, 2)


_RUPIAH = {"unit": "Rp"}
SUMS = (
    Sum(
        {"spend": {"from": "100000", "to": "900000", "step": "5000", **_RUPIAH}, "orders": {"of": ["15", "20", "70"]}},
        "spend / orders",
        ("orders / spend", "spend * orders"),
        _RUPIAH,
    ),
    Sum(
        {"followers": {"from": "110", "to": "5000", "step": "7"}, "likes": {"from": "1", "to": "120"}},
        "rate",
        ("likes / followers", "followers / likes"),
        {"computed": {"rate": "likes / followers * 100"}, "where": "likes < followers", "unit": "%"},
        places=(2, 6),
    ),
    Sum(
        {"price": {"from": "0.5", "to": "9.5", "step": "0.25"}, "sold": {"from": "-3", "to": "40"}},
        "max(price * sold, 0) if sold > 1 else floor(price) - ceil(sold)",
        ("999999",),
        {},
        exact=True,
    ),
    Sum(
        {"views": {"from": "1000", "to": "90000", "step": "1000"}, "share_2": {"of": ["2.5", "4", "12"]}},
        "round(views * share_2 / 100)",
        ("views * share_2",),
        {},
        exact=True,
    ),
)


def drawn(maker: Maker) -> Shape:
    """One of the sums. Its values stand in the prompt, and now and then in its reasons."""
    made = maker.one_of(SUMS)
    shown = " · ".join(f"{{{name}}}" for name in made.given)
    slips = [
        {
            **({"answer": each} if each.isdecimal() else {"formula": each}),
            "why": maker.text("reason", change=lambda said: f"{said} {{slip}} {{answer}}"),
            **belief(maker),
        }
        for each in made.slips
        if maker.maybe()
    ]
    found: Shape = {
        "prompt": maker.text("prompt", change=lambda said: f"{said} {shown}" if maker.maybe() else f"{shown} {said}"),
        "why": maker.text("reason", change=lambda said: f"{said} {{answer}}" if maker.maybe() else said),
        "given": made.given,
        "formula": made.formula,
        **made.more,
    }
    if not made.exact and maker.maybe(0.8):
        found["round"] = maker.count(*made.places)
    elif not made.exact:
        found["tolerance"] = "0.05"
    return found | ({"slips": slips} if slips else {})


def braced(question: Shape) -> Shape:
    """The question without braces in its texts that name no value."""
    names = "|".join((*question["given"], *question.get("computed", ()), "answer", "slip"))

    def mend(value: Any) -> Any:
        if isinstance(value, str):
            return re.sub(rf"\{{(?!(?:{names})\}})", "{ ", value)
        if isinstance(value, list):
            return [mend(each) for each in value]
        return {key: mend(each) for key, each in value.items()} if isinstance(value, dict) else value

    texts = ("prompt", "explanation", "why", "hints", "slips")
    return question | {key: mend(question[key]) for key in texts if key in question}
