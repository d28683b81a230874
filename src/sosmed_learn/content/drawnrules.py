"""Checks of number questions with drawn values: their formulas, the names in their texts, and a sample of real draws.

The draws go through the real grader, so that what is found here is what a learner would meet. Reads no file.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from math import prod

from msgspec.structs import replace

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import question as build_question
from sosmed_learn.content.build_questions import template
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.scalars import either_way
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.drawing import ANSWER, PLACEHOLDER, SLIP, count_of, draws, slip_values, with_values, worked_out
from sosmed_learn.core.formula import FUNCTIONS, FormulaError, evaluate, names_in
from sosmed_learn.core.grading import Typed, grade
from sosmed_learn.core.model_answer import written
from sosmed_learn.core.patterns import later
from sosmed_learn.core.question import NumberQuestion, Template
from sosmed_learn.core.text import Text
from sosmed_learn.i18n import N_

_Document = Document[shape.LessonFile]

SAMPLE = 40
"""Draws that are tried for each question."""
_FEW = 3  # fewer different draws are soon known by heart
_MOST_DECIMALS = 6

FAULTS = {
    "syntax": N_("it is not complete, or a sign is not one of + - * / ( ) and the comparisons"),
    "feature": N_("it may only hold numbers, the names of values, + - * / % ** ( ), comparisons and functions"),
    "function": N_("the only functions are min, max, abs, round, floor and ceil"),
    "zero": N_("it divides by zero"),
    "large": N_("a number in it becomes larger than anybody can check"),
    "long": N_("it is too long"),
}


_HABITS = (
    (later(r"[0-9]\.[0-9]{3}\."), N_("numbers have no dots between thousands")),
    (later(r"^[^a-z(]*[0-9],[0-9]|[*/+-] *[0-9]+,[0-9]+(?![^(]*\))"), N_("decimals have a point, not a comma")),
    (later(r"[0-9] *% *(?:$|[)*/+<>=-])"), N_("ten percent of a value is written `value * 10 / 100`")),
    (later(r"(?<![=<>!])=(?!=)"), N_("there must be no `=` in it; a comparison is written with `==`, `<` or `>`")),
)
_EITHER_WAY = re.compile(r"(?<![\w.])[1-9][0-9]{0,2}\.[0-9]{3}(?![\w.])")
_BRACES = re.compile(r"\{[^{}\n]*\}")


def check_drawn(document: _Document, path: Path, question: shape.NumberQuestionShape) -> None:
    """Everything about the values of one question; nothing when it has none."""
    if question.formula is None or not question.given or document.is_broken(path):
        return  # without values the formula has no place here, which was said
    names = {*question.given, *question.computed}
    fine = [
        _check_names(document, path, question),
        _check_ranges(document, path, question),
        *(_check_formula(document, where, formula, known) for where, formula, known in _formulas(path, question)),
        *(_check_placeholders(document, inner, words, names) for inner, words in _texts(path, question)),
        *(
            _check_placeholders(document, (*path, "slips", at, "why"), slip.why, names | {SLIP})
            for at, slip in enumerate(question.slips)
        ),
    ]
    if all(fine):
        _check_shown(document, path, question)
        _check_draws(document, path, question)


def _formulas(path: Path, question: shape.NumberQuestionShape) -> Iterator[tuple[Path, str, set[str]]]:
    """Each formula with its path and the names that it can use: a computed value only those before it."""
    known = set(question.given)
    for name, formula in question.computed.items():
        yield (*path, "computed", name), formula, set(known)
        known.add(name)
    if question.where is not None:
        yield (*path, "where"), question.where, known
    if question.formula is not None:
        yield (*path, "formula"), question.formula, known
    for at, slip in enumerate(question.slips):
        if slip.formula is not None:
            yield (*path, "slips", at, "formula"), slip.formula, known


def _texts(path: Path, question: shape.NumberQuestionShape) -> Iterator[tuple[Path, shape.Text]]:
    """The texts in which values can stand, those of slips apart."""
    yield (*path, "prompt"), question.prompt
    yield (*path, "explanation"), question.explanation
    yield (*path, "why"), question.why
    for at, hint in enumerate(question.hints):
        yield (*path, "hints", at), hint


def _check_names(document: _Document, path: Path, question: shape.NumberQuestionShape) -> bool:
    """A name means one thing."""
    fine = True
    for key, names in (("given", question.given), ("computed", question.computed)):
        for name in names:
            if name in {ANSWER, SLIP} or name in FUNCTIONS or (key == "computed" and name in question.given):
                document.report_key("E443", (*path, key, name), id=name)
                fine = False
    return fine


def _check_ranges(document: _Document, path: Path, question: shape.NumberQuestionShape) -> bool:
    made = template(question)
    fine = True
    for given in made.given:
        typed = question.given[given.name]
        if not typed.of and (typed.from_ is None or typed.to is None):
            fine = False  # that one end is missing was said
        elif not count_of(given):
            low, high, step = (written(value, "en") for value in (given.low, given.high, given.step))
            document.report_key("E444", (*path, "given", given.name), id=given.name, low=low, high=high, step=step)
            fine = False
    count = prod(count_of(given) for given in made.given)
    if fine and count < _FEW:
        document.report_key("W542", (*path, "given"), count=str(count))
    return fine


def _check_formula(document: _Document, path: Path, formula: str, known: Collection[str]) -> bool:
    try:
        used = names_in(formula)
        evaluate(formula, dict.fromkeys(used, Decimal(1)))
    except FormulaError as error:
        if error.fault not in {"zero", "large"}:  # with other values it may well be fine
            document.report("E441", path, value=formula, reason=_fault(formula, error.fault))
            return False
    either = next((each[0] for each in _EITHER_WAY.finditer(formula)), "")
    if either:
        document.report("E219", path, key=path[-1] if isinstance(path[-1], str) else "", **either_way(either))
        return False
    for name in used:
        if name not in known:
            document.report("E442", path, id=name, guess=guess(name, known))
            return False
    return True


def _fault(formula: str, fault: str) -> str:
    """Why the formula cannot be read: a way of writing numbers that people are used to, or else in general."""
    return next((reason for form, reason in _HABITS if form().search(formula)), FAULTS[fault])


def _check_placeholders(document: _Document, path: Path, text: shape.Text, names: Collection[str]) -> bool:
    known = {*names, ANSWER}
    for inner, words in said_in(path, text):
        for odd in _BRACES.findall(words):
            if not PLACEHOLDER.fullmatch(odd):
                document.report("W543", inner, text=odd)
        for match in PLACEHOLDER.finditer(words):
            if match[1] not in known:
                document.report("E442", inner, id=match[1], guess=guess(match[1], known))
                return False
    return True


def _check_shown(document: _Document, path: Path, question: shape.NumberQuestionShape) -> None:
    """What the answer is worked out from stands in the question, in each language; nothing is drawn for nothing."""
    needed = _needed(question.formula or "0", question)
    for inner, words in said_in((*path, "prompt"), question.prompt):
        shown = set(PLACEHOLDER.findall(words))
        for name in question.given:
            if name in needed and name not in shown:
                document.report("E446", inner, id=name)
        if ANSWER in shown:
            document.report("E448", inner)
    texts = [*(text for _, text in _texts(path, question)), *(slip.why for slip in question.slips)]
    said = {name for text in texts for _, words in said_in(path, text) for name in PLACEHOLDER.findall(words)}
    formulas = [question.formula, question.where, *(slip.formula for slip in question.slips)]
    used = {name for formula in formulas if formula for name in _needed(formula, question)}
    for name in (*question.given, *question.computed):
        if name not in used and name not in said:
            key = "given" if name in question.given else "computed"
            document.report_key("W541", (*path, key, name), id=name)


def _needed(formula: str, question: shape.NumberQuestionShape) -> set[str]:
    """The names from which the formula is worked out, directly or through computed ones."""
    needed = set(names_in(formula))
    for name, inner in reversed(question.computed.items()):
        if name in needed:
            needed |= set(names_in(inner))
    return needed


def _check_draws(document: _Document, path: Path, question: shape.NumberQuestionShape) -> None:
    """A sample of draws: each makes sense, its answer is accepted when typed, its usual mistakes are told apart."""
    built = build_question(question)
    if not isinstance(built, NumberQuestion) or built.template is None:
        return
    if built.seed is None:
        document.report("E445", (*path, "formula"), reason=_why_never(built.template, built.tolerance))
        return
    nothing = Text()  # what is not graded need not be written anew for each draw
    slips = tuple(replace(slip, why=Text.same(str(at))) for at, slip in enumerate(built.template.slips))
    wordless = replace(built.template, prompt=nothing, explanation=nothing, why=nothing, hints=(), slips=slips)
    sample = [*_sample(built, wordless)]
    for drawn in sample:
        if _inexact(drawn.answer) and not drawn.tolerance:
            document.report("E447", (*path, "formula"), value=written(round(drawn.answer, 4), "en"))
            return
        typed = written(drawn.answer, "id")
        if not grade(drawn, Typed(typed, "id")).correct:
            document.report("E405", (*path, "formula"), value=typed)
            return
    _check_slips(document, path, question, sample)


def _sample(question: NumberQuestion, made: Template) -> Iterator[NumberQuestion]:
    """What the first seeds draw. Values that come up again are not tried again, whether they made sense or not."""
    tried: dict[tuple[Decimal, ...], bool] = {}
    for seed in range(SAMPLE):
        for values in draws(made, seed):
            key = tuple(values.values())
            if key not in tried:
                drawn = with_values(question, made, values, seed)
                tried[key] = drawn is not None
                if drawn is not None:
                    yield drawn
            if tried[key]:
                break


def _check_slips(
    document: _Document, path: Path, question: shape.NumberQuestionShape, sample: Sequence[NumberQuestion]
) -> None:
    """Each usual mistake is met in some draw with its own reason."""
    left = set(range(len(question.slips)))
    for drawn in sample:
        for at, slip in enumerate(drawn.slips):
            if at in left and len(drawn.slips) == len(question.slips):
                verdict = grade(drawn, Typed(written(slip.answer, "id"), "id"))
                left -= {at} if verdict.why == slip.why else set()
    for at in sorted(left):
        slipped = question.slips[at]
        key = "formula" if slipped.formula is not None else "answer"
        document.report("E407", (*path, "slips", at, key), value=slipped.formula or written(sample[0].answer, "en"))


def _inexact(value: Decimal) -> bool:
    """Whether nobody can type the value to its end."""
    return value != round(value, _MOST_DECIMALS)


def _why_never(made: Template, tolerance: Decimal) -> str:
    """Why no draw makes sense, by the first one that is looked at."""
    for values in draws(made, 0):
        worked = worked_out(made, values)
        if worked is None:
            continue
        for value in slip_values(made, worked):
            if value is not None and abs(value - worked[ANSWER]) <= 2 * tolerance:
                return N_("a slip always comes to the right answer")
    if made.where is not None:
        return N_("`where` is never true, or a formula divides by zero")
    return N_("the formula divides by zero, or its numbers become too large")
