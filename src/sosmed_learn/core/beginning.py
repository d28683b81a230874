"""A lesson and what was done in it -> the session where the learner left it."""

from collections.abc import Mapping

from msgspec.structs import replace

from sosmed_learn.core.drawing import draw, seed_for
from sosmed_learn.core.events import ScenarioMoved
from sosmed_learn.core.given import Given, judged_before
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, QuestionStep, ScenarioStep, Step
from sosmed_learn.core.question import NumberQuestion
from sosmed_learn.core.session import Session


def begin(
    module: str, lesson: Lesson, progress: LessonProgress, chance: str = "", seeds: Mapping[str, int] | None = None
) -> Session:
    """The session where the learner left it: at the first step not done, with the answers of this run.

    A scenario in which the last thing was a choice that ended nothing is where the learner was. Values that are drawn
    follow from ``chance``; those of questions answered in this run stay as they were, and so do those of ``seeds``.
    """
    lesson = _drawn(lesson, progress, chance, seeds or {})
    given: dict[str, Given] = {}
    for question in lesson.questions:
        answer = progress.answer(question)
        if answer and (known := judged_before(question, answer)):
            given[question.id] = known
    read = progress.read & {step.id for step in lesson.steps}
    changed = frozenset(question.id for question in lesson.questions if progress.outdated(question))
    moves = {scenario.id: progress.moved(scenario) for scenario in lesson.scenarios}
    session = Session(
        module=module,
        lesson=lesson,
        read=read,
        given=given,
        changed=changed,
        paths={name: move.path for name, move in moves.items() if move},
        ended=frozenset(name for name, move in moves.items() if move and move.ended),
        tried={scenario.id: progress.tried_in(scenario) for scenario in lesson.scenarios},
        tasks={task.id: progress.work(task) for task in lesson.tasks},
        checked=frozenset(task.id for task in lesson.tasks if progress.checked(task)),
    )
    at = _unfinished_story(lesson, progress)
    if at is None:
        at = next((i for i, step in enumerate(lesson.steps) if not session.done(step)), len(lesson.steps))
    return replace(session, at=at)


def seeds_of(lesson: Lesson) -> dict[str, int]:
    """From which seed each question of the lesson has the numbers that were drawn for it."""
    drawn = [question for question in lesson.questions if isinstance(question, NumberQuestion)]
    return {question.id: question.seed for question in drawn if question.seed is not None}


def _drawn(lesson: Lesson, progress: LessonProgress, chance: str, seeds: Mapping[str, int]) -> Lesson:
    """The lesson with the numbers of this run."""

    def drawn(step: Step) -> Step:
        question = step.question if isinstance(step, QuestionStep) else None
        if not isinstance(question, NumberQuestion) or question.template is None:
            return step
        answer = progress.answer(question)
        known = answer.seed if answer else seeds.get(question.id)
        return QuestionStep(draw(question, seed_for(chance, question.id) if known is None else known))

    return replace(lesson, steps=tuple(drawn(step) for step in lesson.steps))


def _unfinished_story(lesson: Lesson, progress: LessonProgress) -> int | None:
    """Where a scenario is that was left in the middle of another way through it, even if it was ended before."""
    last = progress.run[-1] if progress.run else None
    if not isinstance(last, ScenarioMoved) or last.ending is not None:
        return None
    stories = [step.scenario if isinstance(step, ScenarioStep) else None for step in lesson.steps]
    return next((i for i, story in enumerate(stories) if story and last.scenario in (story.id, *story.aliases)), None)
