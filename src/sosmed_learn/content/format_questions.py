"""The shapes of questions, one per kind, as authors write them."""

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from sosmed_learn.content.format_base import (
    Formula,
    Id,
    Ignores,
    Number,
    Shape,
    Text,
    Tolerance,
    Typed,
    ValueName,
)


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
    tries: Literal["until-right", 1, 2, 3, 4, 5] = "until-right"
    ignore: Ignores = ()


_Choices = Annotated[tuple[ChoiceShape, ...], Meta(min_length=2, max_length=9)]  # keys 1 to 9 pick them


class SingleShape(QuestionShape, frozen=True, kw_only=True, tag="single"):
    """Exactly one choice is right."""

    choices: _Choices


class CombinationShape(Shape, frozen=True, kw_only=True):
    """What is said to a certain combination of parts; the other shapes of this name say of which."""

    why: Text
    misconception: Id | None = None


class ChosenTogetherShape(CombinationShape, frozen=True, kw_only=True):
    """Exactly these choices were picked."""

    choices: Annotated[tuple[Id, ...], Meta(min_length=2, max_length=9)]


class MultipleShape(QuestionShape, frozen=True, kw_only=True, tag="multiple"):
    """One or more choices are right."""

    choices: _Choices
    combinations: Annotated[tuple[ChosenTogetherShape, ...], Meta(max_length=20)] = ()


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
    """A usual wrong number, or the formula of a usual mistake."""

    why: Text
    answer: Number | None = None
    formula: Formula | None = None
    misconception: Id | None = None


_NUMBER_OR_FORMULA = {"oneOf": [{"required": ["answer"]}, {"required": ["formula"]}]}
_NumberSlip = Annotated[NumberSlipShape, Meta(extra_json_schema=_NUMBER_OR_FORMULA)]


class GivenShape(Shape, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A value that is drawn each time anew: from a range in steps, or from a list."""

    from_: Number | None = None
    to: Number | None = None
    step: Tolerance | None = None
    of: Annotated[tuple[Number, ...], Meta(min_length=1, max_length=100)] = ()
    unit: Text | None = None


_RANGE_OR_LIST = Meta(
    extra_json_schema={
        "oneOf": [{"required": ["from"]}, {"required": ["of"]}],
        "dependentRequired": {"from": ["to"], "to": ["from"], "step": ["from"]},
    }
)


class NumberQuestionShape(QuestionShape, frozen=True, kw_only=True, tag="number"):
    """A number is typed. ``tolerance`` is absolute, in the unit of the answer; for percent the answer is 2.5.

    With ``given`` the numbers are drawn each time anew, and ``formula`` stands in for the answer.
    """

    why: Text
    answer: Number | None = None
    tolerance: Tolerance = Decimal(0)
    unit: Text | None = None
    slips: Annotated[tuple[_NumberSlip, ...], Meta(max_length=20)] = ()
    given: Annotated[dict[ValueName, Annotated[GivenShape, _RANGE_OR_LIST]], Meta(max_length=12)] = {}  # noqa: RUF012
    computed: Annotated[dict[ValueName, Formula], Meta(max_length=12)] = {}  # noqa: RUF012 - msgspec copies these
    where: Formula | None = None
    formula: Formula | None = None
    round: Annotated[int, Meta(ge=0, le=6)] | None = None


_AnyNumber = Annotated[
    NumberQuestionShape,
    Meta(
        extra_json_schema={
            **_NUMBER_OR_FORMULA,
            "dependentRequired": {
                "formula": ["given"],
                "given": ["formula"],
                "computed": ["given"],
                "where": ["given"],
                "round": ["formula"],
            },
        }
    ),
]


class OrderItemShape(Shape, frozen=True, kw_only=True):
    """One of the things to bring into order."""

    text: Text
    why: Text
    id: Id | None = None
    misconception: Id | None = None


class OrderedTogetherShape(CombinationShape, frozen=True, kw_only=True):
    """These items stand one right after the other."""

    items: Annotated[tuple[Id, ...], Meta(min_length=2, max_length=9)]


class OrderShape(QuestionShape, frozen=True, kw_only=True, tag="order"):
    """Things are brought into order. Authors write them in the right one; learners see them shuffled."""

    items: Annotated[tuple[OrderItemShape, ...], Meta(min_length=3, max_length=9)]
    combinations: Annotated[tuple[OrderedTogetherShape, ...], Meta(max_length=20)] = ()


class PairShape(Shape, frozen=True, kw_only=True):
    """Two things that belong together."""

    left: Text
    right: Text
    why: Text
    id: Id | None = None
    misconception: Id | None = None


class ExtraShape(Shape, frozen=True, kw_only=True):
    """A right side that belongs to nothing."""

    text: Text
    id: Id | None = None


class PlacedTogetherShape(CombinationShape, frozen=True, kw_only=True):
    """Each of these things was put where it says."""

    places: Annotated[dict[Id, Id], Meta(min_length=1, max_length=9)]


_Placings = Annotated[tuple[PlacedTogetherShape, ...], Meta(max_length=20)]


class MatchShape(QuestionShape, frozen=True, kw_only=True, tag="match"):
    """Each left side is matched with its right side; ``extras`` are right sides that fit nowhere."""

    pairs: Annotated[tuple[PairShape, ...], Meta(min_length=2, max_length=9)]
    extras: Annotated[tuple[ExtraShape, ...], Meta(max_length=3)] = ()
    combinations: _Placings = ()


class BinShape(Shape, frozen=True, kw_only=True):
    """A bin to sort things into."""

    id: Id
    title: Text


class SortItemShape(Shape, frozen=True, kw_only=True):
    """One of the things to sort."""

    text: Text
    bin: Id
    why: Text
    id: Id | None = None
    misconception: Id | None = None


class SortShape(QuestionShape, frozen=True, kw_only=True, tag="sort"):
    """Things are sorted into two to five bins."""

    bins: Annotated[tuple[BinShape, ...], Meta(min_length=2, max_length=5)]
    items: Annotated[tuple[SortItemShape, ...], Meta(min_length=2, max_length=9)]
    combinations: _Placings = ()


class BlankShape(Shape, frozen=True, kw_only=True):
    """A gap in a sentence: typed words (``accept``), or one of some ``choices``."""

    id: Id
    accept: _Answers = ()
    choices: _Choices = ()
    why: Text | None = None
    slips: _TextSlips = ()
    model_answer: Text | None = None


_TYPED_OR_PICKED = Meta(
    extra_json_schema={
        "oneOf": [{"required": ["accept"]}, {"required": ["choices"]}],
        "dependentRequired": {"accept": ["why"], "why": ["accept"], "slips": ["accept"], "model-answer": ["accept"]},
    }
)


class FillShape(QuestionShape, frozen=True, kw_only=True, tag="fill"):
    """Gaps in a sentence are filled. ``[[id]]`` in the sentence stands for the blank of that id."""

    sentence: Text
    blanks: Annotated[tuple[Annotated[BlankShape, _TYPED_OR_PICKED], ...], Meta(min_length=1, max_length=6)]


Question: TypeAlias = (
    SingleShape
    | MultipleShape
    | TrueFalseShape
    | TextQuestionShape
    | _AnyNumber
    | OrderShape
    | MatchShape
    | SortShape
    | FillShape
)
