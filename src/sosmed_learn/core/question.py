"""Questions as values: what is asked, the key, and a reason for every answer. Grading is in ``grading``."""

from decimal import Decimal
from hashlib import blake2b
from typing import Literal

import msgspec
from msgspec import Struct

from sosmed_learn.core.text import Text

LONGEST_BEGINNING = 120
"""Characters of a prompt that go into an event."""

Kind = Literal["single", "multiple", "true-false", "text", "number"]


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


class Question(Struct, frozen=True, kw_only=True):
    """What every kind of question has.

    ``level`` is 1 recall, 2 apply, 3 judge. ``revision`` is raised by the author when the meaning changes, and only
    then is the question asked again. A ``pretest`` question is asked before the teaching and never scored.
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


class ChoiceQuestion(Question, frozen=True, kw_only=True, tag="choice"):
    """``single``, ``multiple`` and ``true-false``: picked from the choices given."""

    choices: tuple[Choice, ...]

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
    """A number, typed in any of the ways people write one. ``tolerance`` is absolute, in the answer's unit."""

    answer: Decimal
    why: Text
    tolerance: Decimal = Decimal(0)
    unit: Text | None = None
    slips: tuple[NumberSlip, ...] = ()


AnyQuestion = ChoiceQuestion | TextQuestion | NumberQuestion


def fingerprint(question: AnyQuestion) -> str:
    """Sixteen hex digits that change when any part of the question does; kept in each answer for the record."""
    return blake2b(msgspec.json.encode(question), digest_size=8).hexdigest()


def beginning(question: AnyQuestion) -> str:
    """The first words of the prompt, in Indonesian where there is any, on one line."""
    words = " ".join(question.prompt.say("id").split())
    return words if len(words) <= LONGEST_BEGINNING else f"{words[: LONGEST_BEGINNING - 1]}…"
