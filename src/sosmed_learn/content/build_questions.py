"""Questions of the format -> questions of the core. Checks nothing."""

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_words import maybe, named, text
from sosmed_learn.core.drawing import draw
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Blank,
    Choice,
    ChoiceQuestion,
    FillQuestion,
    Given,
    Item,
    Kind,
    NumberQuestion,
    NumberSlip,
    OrderQuestion,
    Place,
    PlacedTogether,
    PlaceQuestion,
    SlipFormula,
    Template,
    TextQuestion,
    TextSlip,
    Together,
)
from sosmed_learn.core.text import Text

_TRUE = Text(id="Benar", en="True")
_FALSE = Text(id="Salah", en="False")


def question(file: shape.Question) -> AnyQuestion:  # noqa: PLR0911 - one for each kind
    """The question of any kind."""
    match file:
        case shape.SingleShape():
            return _choice_question(file, "single", _choices(file.choices))
        case shape.MultipleShape():
            together = tuple(Together(each.choices, text(each.why), each.misconception) for each in file.combinations)
            return _choice_question(file, "multiple", _choices(file.choices), together)
        case shape.TrueFalseShape():
            return _choice_question(file, "true-false", _sides(file))
        case shape.TextQuestionShape():
            return _text_question(file)
        case shape.NumberQuestionShape():
            return _number_question(file)
        case shape.OrderShape():
            return _order_question(file)
        case shape.MatchShape():
            return _match_question(file)
        case shape.SortShape():
            return _sort_question(file)
        case shape.FillShape():
            return _fill_question(file)


def _common(file: shape.QuestionShape) -> dict[str, Any]:
    """What questions of every kind have, as arguments of ``Question``."""
    return {
        "id": file.id,
        "concept": file.concept,
        "level": file.level,
        "prompt": text(file.prompt),
        "explanation": text(file.explanation),
        "hints": tuple(text(hint) for hint in file.hints),
        "facts": file.facts,
        "aliases": file.aliases,
        "pretest": file.pretest,
        "revision": file.revision,
        "tries": None if file.tries == "until-right" else file.tries,
    }


def _choice_question(
    file: shape.QuestionShape, kind: Kind, choices: tuple[Choice, ...], combinations: tuple[Together, ...] = ()
) -> ChoiceQuestion:
    return ChoiceQuestion(**_common(file), kind=kind, choices=choices, combinations=combinations)


def choice_id(choice: shape.ChoiceShape) -> str:
    """The author's id, or one from the Indonesian words."""
    return named(choice.id, choice.text, "c")


def _choices(files: tuple[shape.ChoiceShape, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(choice_id(file), text(file.text), file.correct, text(file.why), file.misconception) for file in files
    )


def _sides(file: shape.TrueFalseShape) -> tuple[Choice, ...]:
    wrong = file.misconception
    return (
        Choice("true", _TRUE, file.answer, text(file.why.true), None if file.answer else wrong),
        Choice("false", _FALSE, not file.answer, text(file.why.false), wrong if file.answer else None),
    )


def _text_question(file: shape.TextQuestionShape) -> TextQuestion:
    return TextQuestion(
        **_common(file),
        kind="text",
        accept=tuple(accepted(answer) for answer in file.accept),
        why=text(file.why),
        slips=_text_slips(file.slips),
        model=maybe(file.model_answer),
    )


def _text_slips(files: tuple[shape.TextSlipShape, ...]) -> tuple[TextSlip, ...]:
    return tuple(TextSlip(accepted(file), text(file.why), file.misconception) for file in files)


def accepted(file: shape.AnswerShape) -> Accepted:
    """Exact words, or a pattern."""
    return Accepted(file.text or "") if file.pattern is None else Accepted(file.pattern, wildcard=True)


def _number_question(file: shape.NumberQuestionShape) -> NumberQuestion:
    """With drawn values, the question of the first draw: as it is, it can be asked and graded like any other."""
    question = NumberQuestion(
        **_common(file),
        kind="number",
        answer=file.answer if file.answer is not None else Decimal(0),
        why=text(file.why),
        tolerance=file.tolerance,
        unit=maybe(file.unit),
        slips=tuple(
            NumberSlip(slip.answer, text(slip.why), slip.misconception)
            for slip in file.slips
            if slip.answer is not None
        ),
    )
    return draw(replace(question, template=template(file)), 0) if file.formula is not None else question


def template(file: shape.NumberQuestionShape) -> Template:
    """What a number question with drawn values is made from. A usual mistake may be a plain number there too."""
    return Template(
        given=tuple(_given(name, each) for name, each in file.given.items()),
        formula=file.formula or "0",
        prompt=text(file.prompt),
        explanation=text(file.explanation),
        why=text(file.why),
        hints=tuple(text(hint) for hint in file.hints),
        computed=tuple(file.computed.items()),
        where=file.where,
        places=file.round,
        slips=tuple(
            SlipFormula(slip.formula or f"{slip.answer:f}", text(slip.why), slip.misconception) for slip in file.slips
        ),
    )


def _given(name: str, file: shape.GivenShape) -> Given:
    zero = Decimal(0)
    return Given(
        name,
        options=file.of,
        low=file.from_ if file.from_ is not None else zero,
        high=file.to if file.to is not None else zero,
        step=file.step if file.step is not None else Decimal(1),
        unit=maybe(file.unit),
    )


def item_id(item: shape.OrderItemShape | shape.SortItemShape) -> str:
    """The author's id, or one from the Indonesian words."""
    return named(item.id, item.text, "i")


def pair_id(pair: shape.PairShape) -> str:
    """The author's id, or one from the Indonesian words of the left side."""
    return named(pair.id, pair.left, "p")


def extra_id(extra: shape.ExtraShape) -> str:
    """The author's id, or one from the Indonesian words."""
    return named(extra.id, extra.text, "x")


def _order_question(file: shape.OrderShape) -> OrderQuestion:
    return OrderQuestion(
        **_common(file),
        kind="order",
        items=tuple(
            Item(item_id(item), text(item.text), text(item.why), misconception=item.misconception)
            for item in file.items
        ),
        combinations=tuple(Together(each.items, text(each.why), each.misconception) for each in file.combinations),
    )


def _match_question(file: shape.MatchShape) -> PlaceQuestion:
    """A right side has the id of its pair."""
    names = [pair_id(pair) for pair in file.pairs]
    return PlaceQuestion(
        **_common(file),
        kind="match",
        items=tuple(
            Item(name, text(pair.left), text(pair.why), name, pair.misconception)
            for name, pair in zip(names, file.pairs, strict=True)
        ),
        places=(
            *(Place(name, text(pair.right)) for name, pair in zip(names, file.pairs, strict=True)),
            *(Place(extra_id(extra), text(extra.text)) for extra in file.extras),
        ),
        combinations=_placed_together(file.combinations),
    )


def _sort_question(file: shape.SortShape) -> PlaceQuestion:
    return PlaceQuestion(
        **_common(file),
        kind="sort",
        items=tuple(
            Item(item_id(item), text(item.text), text(item.why), item.bin, item.misconception) for item in file.items
        ),
        places=tuple(Place(each.id, text(each.title)) for each in file.bins),
        combinations=_placed_together(file.combinations),
    )


def _placed_together(files: tuple[shape.PlacedTogetherShape, ...]) -> tuple[PlacedTogether, ...]:
    return tuple(PlacedTogether(tuple(file.places.items()), text(file.why), file.misconception) for file in files)


def _fill_question(file: shape.FillShape) -> FillQuestion:
    return FillQuestion(
        **_common(file),
        kind="fill",
        sentence=text(file.sentence),
        blanks=tuple(
            Blank(
                blank.id,
                accept=tuple(accepted(answer) for answer in blank.accept),
                choices=_choices(blank.choices),
                why=text(blank.why) if blank.why is not None else Text(),
                slips=_text_slips(blank.slips),
                model=maybe(blank.model_answer),
            )
            for blank in file.blanks
        ),
    )
