"""Number questions with drawn values: ``draw(question, seed)`` gives the question with this seed's words and numbers.

The same seed always gives the same draw, on every machine: values are picked by a hash, not by a generator that a later
Python may change. A draw whose numbers make no sense (a division by zero, a usual mistake that happens to be right) is
skipped for the next one.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from hashlib import blake2b

from msgspec.structs import replace

from sosmed_learn.core.formula import FormulaError, evaluate, rounded
from sosmed_learn.core.numbers import with_unit
from sosmed_learn.core.question import AnyQuestion, Given, NumberQuestion, NumberSlip, Template
from sosmed_learn.core.text import Language, Text

MOST_DRAWS = 200
"""Draws that are looked at for one that makes sense."""

ANSWER = "answer"
SLIP = "slip"
"""In the reason of a usual mistake: what it comes to."""
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
"""How a text names a value: ``{spend}``. What stands in other braces is left as it is."""

_MOST_DECIMALS = 4
_SLIP_DECIMALS = 6
_SMALL = Decimal("0.1")

Values = dict[str, Decimal]
Slips = tuple[Decimal | None, ...]
"""What each usual mistake comes to; None for one that cannot be worked out."""


def draw(question: NumberQuestion, seed: int) -> NumberQuestion:
    """The question with the numbers of ``seed``; itself when it has no template, or no draw makes sense."""
    made = question.template
    if made is None:
        return question
    fitting = (with_values(question, made, values, seed) for values in draws(made, seed))
    return next((drawn for drawn in fitting if drawn is not None), question)


def with_values(
    question: NumberQuestion, made: Template, values: Mapping[str, Decimal], seed: int
) -> NumberQuestion | None:
    """The question as its template makes it with ``values``, which ``seed`` gave; None where they make no sense."""
    worked = worked_out(made, values)
    if worked is None:
        return None
    slips = slip_values(made, worked)
    if _confusing(made, worked[ANSWER], slips, question.tolerance):
        return None
    return _filled(question, made, worked, slips, seed)


def drawn_again(question: AnyQuestion, seed: int) -> AnyQuestion:
    """``draw`` for a question of any kind."""
    return draw(question, seed) if isinstance(question, NumberQuestion) else question


def seed_for(chance: str, question: str) -> int:
    """A seed for a question from ``chance``, which is anything that differs from time to time."""
    return int.from_bytes(blake2b(f"{chance}/{question}".encode(), digest_size=4).digest())


def draws(template: Template, seed: int) -> Iterator[Values]:
    """Given values, as many times as anybody looks at."""
    for attempt in range(MOST_DRAWS):
        yield {given.name: _pick(given, f"{seed}/{attempt}/{given.name}") for given in template.given}


def count_of(given: Given) -> int:
    """How many values there are to pick from; 0 for a range that holds none."""
    if given.options:
        return len(given.options)
    if given.step <= 0 or given.high < given.low:
        return 0
    return int((given.high - given.low) / given.step) + 1


def _pick(given: Given, key: str) -> Decimal:
    at = int.from_bytes(blake2b(key.encode(), digest_size=8).digest()) % max(1, count_of(given))
    return given.options[at] if given.options else given.low + at * given.step


def worked_out(template: Template, values: Mapping[str, Decimal]) -> Values | None:
    """The given values with the computed ones and the answer; None when they cannot be worked out or are not wanted."""
    known: Values = dict(values)
    try:
        for name, formula in template.computed:
            known[name] = evaluate(formula, known)
        if template.where is not None and not evaluate(template.where, known):
            return None
        answer = evaluate(template.formula, known)
    except FormulaError:
        return None
    known[ANSWER] = answer if template.places is None else rounded(answer, template.places)
    return known


def slip_values(template: Template, known: Mapping[str, Decimal]) -> Slips:
    """What each usual mistake comes to, to six decimals; None for one that cannot be worked out with these values."""
    found: list[Decimal | None] = []
    for slip in template.slips:
        try:
            found.append(rounded(evaluate(slip.formula, known), _SLIP_DECIMALS).normalize())
        except FormulaError:
            found.append(None)
    return tuple(found)


def _confusing(template: Template, answer: Decimal, slips: Slips, tolerance: Decimal) -> bool:
    """Whether a usual mistake gives the right answer with these values: then it cannot be told from it."""
    return any(
        value is not None and (abs(value - answer) <= 2 * tolerance or rounded(value, template.places or 0) == answer)
        for value in slips
    )


def _filled(question: NumberQuestion, made: Template, known: Values, come_to: Slips, seed: int) -> NumberQuestion:
    units: dict[str, Text | None] = {given.name: given.unit for given in made.given}
    units[ANSWER] = question.unit

    def fill(text: Text, slip: Decimal | None = None) -> Text:
        if "{" not in f"{text.id}{text.en}":
            return text
        values = known if slip is None else known | {SLIP: slip}
        return Text(id=_said(text.id, values, units, "id"), en=_said(text.en, values, units, "en"))

    slips = zip(made.slips, come_to, strict=True)
    return replace(
        question,
        prompt=fill(made.prompt),
        explanation=fill(made.explanation),
        hints=tuple(fill(hint) for hint in made.hints),
        why=fill(made.why),
        answer=_typable(known[ANSWER]) if question.tolerance else known[ANSWER],
        slips=tuple(
            NumberSlip(value, fill(slip.why, value), slip.misconception) for slip, value in slips if value is not None
        ),
        seed=seed,
    )


def _typable(value: Decimal) -> Decimal:
    """A value that goes on for ever as far as anybody would type it; the tolerance takes the rest."""
    short = rounded(value, _SLIP_DECIMALS)
    return value if value == short else short.normalize()


def _said(words: str | None, known: Values, units: Mapping[str, Text | None], language: Language) -> str | None:
    if words is None:
        return None

    def write(match: re.Match[str]) -> str:
        return _number(match[1], known, units, language) if match[1] in known else match[0]

    return PLACEHOLDER.sub(write, words)


def _number(name: str, known: Values, units: Mapping[str, Text | None], language: Language) -> str:
    """The value as a reader writes it; one that goes on for long is cut to two decimals, a small one to four."""
    unit = units.get(name)
    value = known[name]
    if value != rounded(value, _MOST_DECIMALS):
        value = rounded(value, 2 if abs(value) >= _SMALL else 4)
    return with_unit(value, unit.say(language) if unit else "", language)
