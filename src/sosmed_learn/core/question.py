"""Questions as values: what is asked, the key, and a reason for every answer. Grading is in ``grading``."""

import re
from decimal import Decimal
from hashlib import blake2b
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.text import Text

LONGEST_BEGINNING = 120
"""Characters of a prompt that go into an event."""

Kind = Literal["single", "multiple", "true-false", "text", "number", "order", "match", "sort", "fill"]


class Choice(Struct, frozen=True):
    """One option. ``id`` is the author's, or derived from the words, never the position."""

    id: str
    text: Text
    correct: bool
    why: Text
    misconception: str | None = None


class Accepted(Struct, frozen=True):
    """A typed answer that counts as right: exact words, or a pattern in which ``*`` stands for any text."""

    text: str
    wildcard: bool = False


class TextSlip(Struct, frozen=True):
    """A usual wrong typed answer with the reason why it tempts."""

    answer: Accepted
    why: Text
    misconception: str | None = None


class NumberSlip(Struct, frozen=True):
    """A usual wrong number (inverted ratio, wrong base) with the reason why it tempts."""

    answer: Decimal
    why: Text
    misconception: str | None = None


class Given(Struct, frozen=True):
    """A value that is drawn: one of ``options``, or a step of the range from ``low`` to ``high``, ends included."""

    name: str
    options: tuple[Decimal, ...] = ()
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)
    step: Decimal = Decimal(1)
    unit: Text | None = None


class SlipFormula(Struct, frozen=True):
    """A usual mistake as a formula (times 100, inverted ratio, wrong base) with the reason why it tempts."""

    formula: str
    why: Text
    misconception: str | None = None


class Template(Struct, frozen=True, kw_only=True):
    """What a number question with drawn values is made from, each time anew (see ``drawing``).

    Texts hold ``{name}`` for a given or computed value and ``{answer}`` for the answer, and the
    reasons of slips ``{slip}`` for what the mistake comes to. ``computed`` are named formulas
    in an order in which each can be worked out, ``where`` a condition on the draw, ``places`` the answer's decimals.
    """

    given: tuple[Given, ...]
    formula: str
    prompt: Text
    explanation: Text
    why: Text
    hints: tuple[Text, ...] = ()
    computed: tuple[tuple[str, str], ...] = ()
    where: str | None = None
    places: int | None = None
    slips: tuple[SlipFormula, ...] = ()


class Together(Struct, frozen=True):
    """What is said to an answer that holds exactly these choices, or these items one right after the other."""

    ids: tuple[str, ...]
    why: Text
    misconception: str | None = None


class PlacedTogether(Struct, frozen=True):
    """What is said to an answer in which each thing of ``places`` stands where it says: (thing, place) pairs."""

    places: tuple[tuple[str, str], ...]
    why: Text
    misconception: str | None = None


class Item(Struct, frozen=True):
    """Something to be put in its place, and why it belongs there. ``place`` is a bin's id; empty where there is none.

    ``misconception`` is the belief of those who put it anywhere else.
    """

    id: str
    text: Text
    why: Text
    place: str = ""
    misconception: str | None = None


class Place(Struct, frozen=True):
    """Where things can be put: a bin, or the right side of a pair."""

    id: str
    text: Text


class Blank(Struct, frozen=True):
    """A gap in a sentence: typed where there are no ``choices``, else one of them is picked.

    ``why`` is the reason for the right words; a choice has its own. ``model`` is what is shown of typed words to a
    learner who missed them; without one it is the first exact text accepted.
    """

    id: str
    accept: tuple[Accepted, ...] = ()
    choices: tuple[Choice, ...] = ()
    why: Text = Text()
    slips: tuple[TextSlip, ...] = ()
    model: Text | None = None


class Question(Struct, frozen=True, kw_only=True):
    """What every kind of question has.

    ``level`` is 1 recall, 2 apply, 3 judge. ``revision`` is raised by the author when the meaning changes, and only
    then is the question asked again. A ``pretest`` question is asked before the teaching and never scored. ``tries``
    is how often it can be answered in a lesson; None is until it is right.
    """

    id: str
    kind: Kind
    concept: str
    level: int
    prompt: Text
    explanation: Text
    hints: tuple[Text, ...] = ()
    facts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    pretest: bool = False
    revision: int = 1
    tries: int | None = None


class ChoiceQuestion(Question, frozen=True, kw_only=True, tag="choice"):
    """``single``, ``multiple`` and ``true-false``: picked from the choices given."""

    choices: tuple[Choice, ...]
    combinations: tuple[Together, ...] = ()

    @property
    def picks_many(self) -> bool:
        return self.kind == "multiple"


class TextQuestion(Question, frozen=True, kw_only=True, tag="text"):
    """A word or a short phrase, typed.

    ``model`` is the answer that is shown to a learner who missed it; without one it is the first exact text accepted.
    """

    accept: tuple[Accepted, ...]
    why: Text
    slips: tuple[TextSlip, ...] = ()
    model: Text | None = None


class NumberQuestion(Question, frozen=True, kw_only=True, tag="number"):
    """A number, typed in any of the ways people write one. ``tolerance`` is absolute, in the answer's unit.

    With a ``template``, the words and numbers are those of the draw ``seed``.
    """

    answer: Decimal
    why: Text
    tolerance: Decimal = Decimal(0)
    unit: Text | None = None
    slips: tuple[NumberSlip, ...] = ()
    template: Template | None = None
    seed: int | None = None


class OrderQuestion(Question, frozen=True, kw_only=True, tag="order"):
    """Things to bring into the right order, which is that of ``items``."""

    items: tuple[Item, ...]
    combinations: tuple[Together, ...] = ()


class PlaceQuestion(Question, frozen=True, kw_only=True, tag="place"):
    """``match`` and ``sort``: each item goes to one of the places, by its id.

    Matching takes a place once, sorting any number of times; some places of a match fit nothing.
    """

    items: tuple[Item, ...]
    places: tuple[Place, ...]
    combinations: tuple[PlacedTogether, ...] = ()

    @property
    def takes_once(self) -> bool:
        return self.kind == "match"


class FillQuestion(Question, frozen=True, kw_only=True, tag="fill"):
    """Gaps in a sentence, where ``[[id]]`` stands for the blank of that id."""

    sentence: Text
    blanks: tuple[Blank, ...]


AnyQuestion = ChoiceQuestion | TextQuestion | NumberQuestion | OrderQuestion | PlaceQuestion | FillQuestion

BLANK = re.compile(r"\[\[([a-z][a-z0-9-]*)\]\]")
"""How a sentence names a blank."""


def fingerprint(question: AnyQuestion) -> str:
    """Sixteen hex digits that change when any part of the question does; kept in each answer for the record.

    With drawn values, the template counts and not the draw. How often it may be tried is no part of what it asks.
    """
    if isinstance(question, NumberQuestion) and question.template is not None:
        made = question.template
        question = replace(
            question, prompt=made.prompt, explanation=made.explanation, why=made.why, hints=made.hints, slips=(),
            answer=Decimal(0), seed=None,
        )  # fmt: skip
    parts = msgspec.to_builtins(question)
    del parts["tries"]
    return blake2b(msgspec.json.encode(parts), digest_size=8).hexdigest()


def beginning(question: AnyQuestion) -> str:
    """The first words of the prompt, in Indonesian where there is any, on one line."""
    words = " ".join(question.prompt.say("id").split())
    return words if len(words) <= LONGEST_BEGINNING else f"{words[: LONGEST_BEGINNING - 1]}…"
