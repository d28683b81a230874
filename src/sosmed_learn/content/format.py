"""The course format, version 1: the one declaration that the loader reads by and the JSON Schema is made from.

These are the shapes as authors write them. Keys are the field names with hyphens. A value's limits stand in ``Meta``;
rules between the keys of one group stand there too, in JSON Schema's words (``oneOf``, ``dependentRequired``).
Other step and question kinds join ``Step`` and ``Question`` here. No file is read here.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from sosmed_learn.core.fact import Confidence, ShelfLife
from sosmed_learn.core.text import LANGUAGES, Language
from sosmed_learn.i18n import N_

FORMAT = 1
"""The newest version that this app reads."""

SLUG = r"[a-z][a-z0-9-]*"
"""What an id looks like, as a regular expression and in words."""
ID_FORM = N_("small letters a to z, digits and hyphens, with a letter first")

Id = Annotated[str, Meta(pattern=f"^{SLUG}$", max_length=60, description=ID_FORM)]
LessonName = Annotated[Id, Meta(extra={"names-file": True})]
Version = Annotated[
    str, Meta(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$", description=N_("three numbers with points, such as 1.0.0"))
]
Address = Annotated[
    str,
    Meta(
        pattern=r'^https?://[^\s<>"]+$', max_length=500, description=N_("a full web address that begins with https://")
    ),
]
Code = Annotated[str, Meta(pattern=r"^[A-Z][0-9]{3}$", description=N_("the code of a warning, such as W601"))]
Said = Annotated[str, Meta(min_length=1, max_length=4_000)]
Typed = Annotated[str, Meta(min_length=1, max_length=100)]

_PLAIN_NUMBER = {"type": "number"}  # msgspec would write "string" for a decimal
Number = Annotated[Decimal, Meta(extra_json_schema=_PLAIN_NUMBER)]
Tolerance = Annotated[Decimal, Meta(extra_json_schema={**_PLAIN_NUMBER, "minimum": 0})]


class Shape(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A group of keys."""


class Words(Shape, frozen=True, kw_only=True):
    """One text in the languages of the module. A plain string in its place is the same for all readers."""

    id: Said | None = None
    en: Said | None = None


Text: TypeAlias = Said | Words


class IgnoreShape(Shape, frozen=True, kw_only=True):
    """A warning of ``check`` that is not wanted here, and why."""

    code: Code
    reason: Said


_Ignores = Annotated[tuple[IgnoreShape, ...], Meta(max_length=50)]


class ConceptShape(Shape, frozen=True, kw_only=True):
    """What questions test. ``needs`` are the concepts to know first, of any module."""

    id: Id
    title: Text
    needs: tuple[Id, ...] = ()


class MisconceptionShape(Shape, frozen=True, kw_only=True):
    """A named wrong belief, and what holds instead."""

    id: Id
    belief: Text
    truth: Text


class TermShape(Shape, frozen=True, kw_only=True):
    """A glossary entry."""

    id: Id
    term: Text
    definition: Text


class ExamShape(Shape, frozen=True, kw_only=True):
    """How the module's exam is held; ``pass`` in percent."""

    questions: Annotated[int, Meta(ge=1, le=200)]
    pass_: Annotated[int, Meta(ge=1, le=100)]
    minutes: Annotated[int, Meta(ge=1, le=300)]


class ModuleFile(Shape, frozen=True, kw_only=True):
    """module.yaml."""

    format: Annotated[int, Meta(ge=1, le=FORMAT)]
    id: Id
    version: Version
    title: Text
    summary: Text
    lessons: tuple[LessonName, ...]
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=2)] = LANGUAGES
    reviewed: date | None = None
    concepts: tuple[ConceptShape, ...] = ()
    misconceptions: tuple[MisconceptionShape, ...] = ()
    exam: ExamShape | None = None
    glossary: tuple[TermShape, ...] = ()
    aliases: tuple[Id, ...] = ()
    ignore: _Ignores = ()


class GlossaryFile(Shape, frozen=True, kw_only=True):
    """glossary.yaml."""

    terms: tuple[TermShape, ...]
    ignore: _Ignores = ()


class ChoiceShape(Shape, frozen=True, kw_only=True):
    """One option. Without an ``id`` it gets one from its words."""

    text: Text
    why: Text
    id: Id | None = None
    correct: bool = False
    misconception: Id | None = None


class QuestionShape(Shape, frozen=True, kw_only=True, tag_field="kind"):
    """What every kind of question has."""

    id: Id
    concept: Id
    level: Annotated[int, Meta(ge=1, le=3)]
    prompt: Text
    explanation: Text
    hints: Annotated[tuple[Text, ...], Meta(max_length=3)] = ()
    facts: tuple[Id, ...] = ()
    aliases: tuple[Id, ...] = ()
    pretest: bool = False
    revision: Annotated[int, Meta(ge=1)] = 1
    ignore: _Ignores = ()


_Choices = Annotated[tuple[ChoiceShape, ...], Meta(min_length=2, max_length=9)]  # keys 1 to 9 pick them


class SingleShape(QuestionShape, frozen=True, kw_only=True, tag="single"):
    """Exactly one choice is right."""

    choices: _Choices


class MultipleShape(QuestionShape, frozen=True, kw_only=True, tag="multiple"):
    """One or more choices are right."""

    choices: _Choices


class SidesShape(Shape, frozen=True, kw_only=True):
    """What is said about choosing each side."""

    true: Text
    false: Text


class TrueFalseShape(QuestionShape, frozen=True, kw_only=True, tag="true-false"):
    """A claim that is true or false; ``misconception`` is the belief behind the wrong side."""

    answer: bool
    why: SidesShape
    misconception: Id | None = None


class AnswerShape(Shape, frozen=True, kw_only=True):
    """A typed answer: exact words, or a pattern in which ``*`` stands for any text."""

    text: Typed | None = None
    pattern: Typed | None = None


class TextSlipShape(AnswerShape, frozen=True, kw_only=True):
    """A usual wrong typed answer."""

    why: Text
    misconception: Id | None = None


_TEXT_OR_PATTERN = Meta(extra_json_schema={"oneOf": [{"required": ["text"]}, {"required": ["pattern"]}]})
_Answers = Annotated[tuple[Annotated[AnswerShape, _TEXT_OR_PATTERN], ...], Meta(min_length=1, max_length=20)]
_TextSlips = Annotated[tuple[Annotated[TextSlipShape, _TEXT_OR_PATTERN], ...], Meta(max_length=20)]


class TextQuestionShape(QuestionShape, frozen=True, kw_only=True, tag="text"):
    """A word or a short phrase is typed. Whoever missed it is shown ``model-answer``, or else the first exact text."""

    accept: _Answers
    why: Text
    slips: _TextSlips = ()
    model_answer: Text | None = None


class NumberSlipShape(Shape, frozen=True, kw_only=True):
    """A usual wrong number."""

    answer: Number
    why: Text
    misconception: Id | None = None


class NumberQuestionShape(QuestionShape, frozen=True, kw_only=True, tag="number"):
    """A number is typed. ``tolerance`` is absolute, in the unit of the answer; for percent the answer is 2.5."""

    answer: Number
    why: Text
    tolerance: Tolerance = Decimal(0)
    unit: Text | None = None
    slips: Annotated[tuple[NumberSlipShape, ...], Meta(max_length=20)] = ()


Question: TypeAlias = SingleShape | MultipleShape | TrueFalseShape | TextQuestionShape | NumberQuestionShape


class StepShape(Shape, frozen=True, kw_only=True):
    """One step: something to read, or a question."""

    id: Id | None = None
    text: Text | None = None
    facts: tuple[Id, ...] = ()
    question: Question | None = None


Step = Annotated[
    StepShape,
    Meta(
        extra_json_schema={
            "oneOf": [{"required": ["text"]}, {"required": ["question"]}],
            "dependentRequired": {"id": ["text"], "facts": ["text"]},
        }
    ),
]


class LessonFile(Shape, frozen=True, kw_only=True):
    """lessons/<id>.yaml."""

    id: Id
    title: Text
    minutes: Annotated[int, Meta(ge=1, le=60)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=100)]
    concepts: tuple[Id, ...] = ()
    outcomes: tuple[Text, ...] = ()
    reviewed: date | None = None
    aliases: tuple[Id, ...] = ()
    ignore: _Ignores = ()


class FactShape(Shape, frozen=True, kw_only=True):
    """A dated claim with its source, which is plain text where both languages cite it alike."""

    id: Id
    claim: Text
    source: Text
    confidence: Confidence
    shelf_life: ShelfLife
    seen: date
    check_again: date
    figure: Text | None = None
    addresses: tuple[Address, ...] = ()
    article: bool = False
    corrected_by: tuple[Id, ...] = ()
    correction: Text | None = None
    note: Text | None = None


class FactsFile(Shape, frozen=True, kw_only=True):
    """seeds/facts/<subject>.yaml."""

    format: Annotated[int, Meta(ge=1, le=FORMAT)]
    title: Text
    facts: tuple[FactShape, ...]
    ignore: _Ignores = ()


CITED = rf"\[\^({SLUG})\]"
"""How text cites a fact: ``[^f-016]``."""
