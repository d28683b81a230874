"""The labelled questions -> what each rule finds in them, and how often it is right."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from sosmed_learn.content import format as shape
from sosmed_learn.content.lint import balance
from sosmed_learn.content.lint.items import Item
from sosmed_learn.content.lint.judge import BANK_RULES, RULES

ITEMS = Path(__file__).parent / "items"
HOLDOUT = "holdout"
"""The file of what was written and labelled before any rule was run on it."""


class Labelled(NamedTuple):
    """One entry of the set: what it is called, what was found and what should be."""

    name: str
    found: frozenset[str]
    flaws: frozenset[str]
    of: frozenset[str]  # the rules that can speak about it


class Score(NamedTuple):
    positives: int
    negatives: int
    hits: int
    alarms: int

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.alarms) if self.hits + self.alarms else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.positives if self.positives else 1.0


def entries() -> Iterator[Labelled]:
    for path in sorted(ITEMS.glob("*.yaml")):
        for at, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            flaws = frozenset(row["flaws"])
            name = f"{path.stem}[{at}] {row.get('stem', row)}"
            if "stem" in row:
                yield Labelled(name, found_in(_item(row)), flaws, frozenset(RULES))
            else:
                yield Labelled(name, frozenset(_found_in_bank(row)), flaws, frozenset({_bank_code(row)}))


def found_in(item: Item) -> frozenset[str]:
    return frozenset(code for code, rule in RULES.items() if any(True for _ in rule(item)))


def score(code: str, labelled: Sequence[Labelled]) -> Score:
    asked = [entry for entry in labelled if code in entry.of]
    wanted = [entry for entry in asked if code in entry.flaws]
    hits = sum(code in entry.found for entry in wanted)
    alarms = sum(code in entry.found for entry in asked) - hits
    return Score(len(wanted), len(asked) - len(wanted), hits, alarms)


def total(labelled: Sequence[Labelled]) -> Score:
    """All rules together."""
    scores = [score(code, labelled) for code in RULES]
    return Score(*(sum(column) for column in zip(*scores, strict=True)))


def _item(row: dict[str, Any]) -> Item:
    whys = row.get("why") or [f"Reason {at}." for at in range(len(row["options"]))]
    return single(
        row["stem"], row["options"], row["lang"], row.get("level", 2), whys, row.get("explanation", "So it is.")
    )


def single(
    stem: str,
    options: Sequence[str],
    language: Any = "id",
    level: int = 2,
    whys: Sequence[str] = (),
    explanation: str = "So it is.",
) -> Item:
    """A question with the options as given; a star marks the right ones."""
    choices = tuple(
        shape.ChoiceShape(
            text=option.removeprefix("*"), correct=option.startswith("*"), why=whys[at] if whys else f"r{at}"
        )
        for at, option in enumerate(options)
    )
    many = sum(choice.correct for choice in choices) > 1
    kind = shape.MultipleShape if many else shape.SingleShape
    question = kind(id="q", concept="c", level=level, prompt=stem, explanation=explanation, choices=choices)
    return Item(question, language)


def _bank_code(row: dict[Any, Any]) -> str:
    return {"keys": "W603", "longest": "W602"}.get(str(next(iter(row))), "W612")


def _found_in_bank(row: dict[Any, Any]) -> Iterator[str]:
    code = _bank_code(row)
    if code == "W612":
        answers = [sign == "y" for sign in row[True]]  # YAML takes the key for a truth
        yield from (code for _ in balance.one_sided(answers))
        return
    if code == "W603":
        items = [single("Which?", _placed(key)) for key in row["keys"]]
    else:
        items = [
            single("Which?", ["short one", "*a longer one here" if sign == "y" else "*tiny", "middle one"])
            for sign in row["longest"]
        ]
    yield from (code for _ in BANK_RULES[code](items))


def _placed(key: int) -> list[str]:
    return [f"*option {at}" if at == key else f"option {at}" for at in (1, 2, 3)]
