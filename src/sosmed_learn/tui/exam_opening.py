"""Gathers from the library what the screens of an exam need. It may read files: call it off the event loop."""

from datetime import date

from msgspec import Struct

from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.exam import Pool, is_current, pool
from sosmed_learn.core.examprogress import ExamProgress, Sitting
from sosmed_learn.core.examresult import ExamResult, outcomes, result_of
from sosmed_learn.core.examsession import ExamSession, sit
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.offers import module_of
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Library


class ExamMaterial(Struct, frozen=True):
    """A module with its lesson files as far as they can be read, by every id, and how its exams went."""

    module: Module
    lessons: dict[str, Lesson]
    pool: Pool
    facts: dict[str, Fact]
    done: ExamProgress
    remarks: dict[tuple[str, str], LessonProgress]

    def session(self, sitting: Sitting) -> ExamSession | None:
        """The exam as it was left, or as it was handed in; None where nobody knows what was asked."""
        return sit(self.module.id, sitting.begun, sitting, self.lessons) if sitting.begun else None

    def result(self, session: ExamSession, uncounted: tuple[str, ...]) -> ExamResult:
        """What comes of it, with some questions left out."""
        return result_of(self.module, outcomes(session.questions, session.given, uncounted), self.lessons)

    def stale(self, session: ExamSession, today: date) -> tuple[str, ...]:
        """The questions of which a fact is no longer current."""
        asked = [each.question for each in session.questions]
        return tuple(question.id for question in asked if not is_current(question, self.facts, today))


def exam_material(library: Library, progress: Progress, module: str, today: date) -> ExamMaterial | None:
    """Everything that an exam needs; None where the module is gone or has none. Files with an error are left out."""
    found = module_of(library, module)
    if found is None or found.exam is None:
        return None
    names = (found.id, *found.aliases)
    read = [lesson for name in found.examined if (lesson := _lesson(library, found.id, name))]
    facts = library.facts()
    return ExamMaterial(
        module=found,
        lessons={name: lesson for lesson in reversed(read) for name in (*lesson.aliases, lesson.id)},
        pool=pool(read, facts, today),
        facts=facts,
        done=progress.exam(names),
        remarks={(found.id, lesson.id): progress.lesson(names, (lesson.id, *lesson.aliases)) for lesson in read},
    )


def _lesson(library: Library, module: str, name: str) -> Lesson | None:
    try:
        return library.lesson(module, name)
    except LessonUnreadable:  # told on the module's page
        return None
