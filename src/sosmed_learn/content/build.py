"""Values of the format -> core values. Checks nothing: it is given only what was found right, or only to try it out."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from sosmed_learn.content import format as shape
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import (
    Concept,
    Exam,
    Lesson,
    Misconception,
    Module,
    QuestionStep,
    Step,
    Term,
    TextStep,
)
from sosmed_learn.core.question import (
    Accepted,
    AnyQuestion,
    Choice,
    ChoiceQuestion,
    Kind,
    NumberQuestion,
    NumberSlip,
    TextQuestion,
    TextSlip,
)
from sosmed_learn.core.text import Text

_TRUE = Text(id="Benar", en="True")
_FALSE = Text(id="Salah", en="False")


def text(words: shape.Text) -> Text:
    """A plain string is the same words for every reader."""
    return Text.same(words) if isinstance(words, str) else Text(id=words.id, en=words.en)


def module(file: shape.ModuleFile) -> Module:
    """The module of a module.yaml."""
    return Module(
        id=file.id,
        version=file.version,
        title=text(file.title),
        summary=text(file.summary),
        lessons=file.lessons,
        reviewed=file.reviewed,
        concepts=tuple(Concept(c.id, text(c.title), c.needs) for c in file.concepts),
        misconceptions=tuple(Misconception(m.id, text(m.belief), text(m.truth)) for m in file.misconceptions),
        exam=Exam(file.exam.questions, file.exam.pass_, file.exam.minutes) if file.exam else None,
        aliases=file.aliases,
    )


def terms(shapes: Iterable[shape.TermShape]) -> tuple[Term, ...]:
    """The glossary, in the author's order."""
    return tuple(Term(term.id, text(term.term), text(term.definition)) for term in shapes)


def lesson(file: shape.LessonFile) -> Lesson:
    """The lesson of a lesson file."""
    return Lesson(
        id=file.id,
        title=text(file.title),
        minutes=file.minutes,
        steps=tuple(_step(step) for step in file.steps),
        concepts=file.concepts,
        outcomes=tuple(text(outcome) for outcome in file.outcomes),
        aliases=file.aliases,
    )


def _step(step: shape.StepShape) -> Step:
    if step.question is not None:
        return QuestionStep(question(step.question))
    words = step.text if step.text is not None else ""
    return TextStep(step_id(step), text(words), step.facts)


def step_id(step: shape.StepShape) -> str:
    """The author's id, or one from the words: never the position, so that moving a step keeps progress."""
    return step.id or f"t-{_digest(step.text or '')}"


def choice_id(choice: shape.ChoiceShape) -> str:
    """The author's id, or one from the Indonesian words."""
    return choice.id or f"c-{_digest(choice.text)}"


def _digest(words: shape.Text) -> str:
    said = words if isinstance(words, str) else words.id or words.en or ""
    return blake2b(" ".join(said.split()).encode(), digest_size=5).hexdigest()


def question(file: shape.Question) -> AnyQuestion:
    """The question of any kind."""
    match file:
        case shape.SingleShape():
            return _choice_question(file, "single", tuple(_choice(choice) for choice in file.choices))
        case shape.MultipleShape():
            return _choice_question(file, "multiple", tuple(_choice(choice) for choice in file.choices))
        case shape.TrueFalseShape():
            return _choice_question(file, "true-false", _sides(file))
        case shape.TextQuestionShape():
            return _text_question(file)
        case shape.NumberQuestionShape():
            return _number_question(file)


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
    }


def _choice_question(file: shape.QuestionShape, kind: Kind, choices: tuple[Choice, ...]) -> ChoiceQuestion:
    return ChoiceQuestion(
        **_common(file),
        kind=kind,
        choices=choices,
    )


def _choice(file: shape.ChoiceShape) -> Choice:
    return Choice(choice_id(file), text(file.text), file.correct, text(file.why), file.misconception)


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
        slips=tuple(TextSlip(accepted(slip), text(slip.why), slip.misconception) for slip in file.slips),
        model=_maybe(file.model_answer),
    )


def accepted(file: shape.AnswerShape) -> Accepted:
    """Exact words, or a pattern."""
    return Accepted(file.text or "") if file.pattern is None else Accepted(file.pattern, wildcard=True)


def _number_question(file: shape.NumberQuestionShape) -> NumberQuestion:
    return NumberQuestion(
        **_common(file),
        kind="number",
        answer=file.answer,
        why=text(file.why),
        tolerance=file.tolerance,
        unit=text(file.unit) if file.unit is not None else None,
        slips=tuple(NumberSlip(slip.answer, text(slip.why), slip.misconception) for slip in file.slips),
    )


def fact(file: shape.FactShape) -> Fact:
    """The fact of an entry of the register."""
    return Fact(
        id=file.id,
        claim=text(file.claim),
        source=text(file.source),
        confidence=file.confidence,
        shelf_life=file.shelf_life,
        seen=file.seen,
        check_again=file.check_again,
        figure=_maybe(file.figure),
        addresses=file.addresses,
        article=file.article,
        corrected_by=file.corrected_by,
        correction=_maybe(file.correction),
        note=_maybe(file.note),
    )


def _maybe(words: shape.Text | None) -> Text | None:
    return text(words) if words is not None else None
