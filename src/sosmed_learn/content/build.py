"""Values of the format -> core values. Checks nothing: it is given only what was found right, or only to try it out."""

from collections.abc import Iterable

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import question
from sosmed_learn.content.build_scenario import scenario
from sosmed_learn.content.build_task import task
from sosmed_learn.content.build_words import maybe, named, text
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import (
    Concept,
    Diagnostics,
    Exam,
    Lesson,
    Misconception,
    Module,
    QuestionStep,
    ScenarioStep,
    Step,
    TaskStep,
    Term,
    TextStep,
)


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
        exam=_exam(file.exam) if file.exam else None,
        diagnosis=Diagnostics(file.diagnosis.bank) if file.diagnosis else None,
        aliases=file.aliases,
    )


def _exam(file: shape.ExamShape) -> Exam:
    return Exam(file.questions, file.pass_, file.minutes, file.cooldown, file.bank)


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
    if step.scenario is not None:
        return ScenarioStep(scenario(step.scenario))
    if step.task is not None:
        return TaskStep(task(step.task))
    words = step.text if step.text is not None else ""
    return TextStep(step_id(step), text(words), step.facts)


def step_id(step: shape.StepShape) -> str:
    """The author's id, or one from the words: never the position, so that moving a step keeps progress."""
    return named(step.id, step.text or "", "t")


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
        changed=file.changed,
        figure=maybe(file.figure),
        addresses=file.addresses,
        article=file.article,
        corrected_by=file.corrected_by,
        correction=maybe(file.correction),
        note=maybe(file.note),
    )
