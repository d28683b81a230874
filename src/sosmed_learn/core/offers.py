"""An offer with everything that has to be said about it. Reads lessons through the library it is handed.

The library may touch the disk, so a front end calls this off its event loop.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from sosmed_learn.core.beginning import begin
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.mapping.diagnosis import QUICK
from sosmed_learn.core.mapping.sittings import open_sitting
from sosmed_learn.core.mapping.studypath import EXAMPLE_SHARE, TEST_MINUTES
from sosmed_learn.core.module import Exam, Lesson, Module
from sosmed_learn.core.plan import ROLES, Offer, Role, next_offer
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Library
from sosmed_learn.core.task import Task
from sosmed_learn.core.text import Text

MINUTES_A_PROBE = 8 / 15
"""A quick map of fifteen questions takes about eight minutes."""


class OfferView(Struct, frozen=True):
    """Titles, minutes, and how many of the lesson's steps are done. ``task_title`` where a task is asked about.

    An exam and the map have no lesson; ``steps`` are their questions. ``concept_title`` and ``through_title`` are those
    of the concepts because of which something is proposed.
    """

    offer: Offer
    module_title: Text
    lesson_title: Text
    minutes: int
    done: int
    steps: int
    task_title: Text | None = None
    concept_title: Text | None = None
    through_title: Text | None = None

    @property
    def has_lesson(self) -> bool:
        """Whether it is something of a lesson, and no exam or map."""
        return bool(self.offer.lesson)


def role_of(progress: Progress) -> Role:
    """The learner's role, the first one when none was chosen."""
    return next((role for role in ROLES if role == progress.settings.get("role")), ROLES[0])


def module_of(library: Library, name: str) -> Module | None:
    """The module of that id."""
    return next((module for module in library.modules if module.id == name), None)


def offer_view(
    library: Library, progress: Progress, today: date | None = None, proposals: Sequence[Offer] = ()
) -> OfferView | None:
    """What to do next, or None. Lessons that cannot be opened are passed over, and so are tasks that are gone.

    ``today`` is the learner's day; without it, no task is asked about. ``proposals`` follow from what is known of the
    learner.
    """
    closed: set[tuple[str, str]] = set()
    while True:
        offer = next_offer(library.modules, progress, role_of(progress), frozenset(closed), today, proposals)
        if offer is not None and offer.reason in {"map", "mapping"}:
            return _map_view(offer, progress)
        module = module_of(library, offer.module) if offer else None
        if offer is None or module is None:
            return None
        if module.exam and offer.reason in {"sitting", "exam"}:
            return _exam_view(offer, module, module.exam, progress)
        try:
            lesson = library.lesson(offer.module, offer.lesson)
        except LessonUnreadable:
            closed.add((offer.module, offer.lesson))
            continue
        task = lesson.task(offer.task) if offer.task else None
        if offer.task and (task is None or not _asked_of(progress, module, lesson, task, today)):
            today = None  # rare: the author has taken it away, or it goes by another name by now
            continue
        done = progress.lesson((module.id, *module.aliases), (lesson.id, *lesson.aliases))
        return OfferView(
            offer=offer,
            module_title=module.title,
            lesson_title=lesson.title,
            minutes=task.minutes if task else _minutes(offer, lesson),
            done=begin(module.id, lesson, done).at,
            steps=len(lesson.steps),
            task_title=task.title if task else None,
            concept_title=_concept(library, offer.concept),
            through_title=_concept(library, offer.through),
        )


def _map_view(offer: Offer, progress: Progress) -> OfferView:
    sitting = open_sitting(progress.diagnoses)
    length = sitting.begun.length if sitting and sitting.begun else QUICK
    done = len(sitting.answers) if sitting else 0
    minutes = max(1, round((length - done) * MINUTES_A_PROBE))
    return OfferView(offer, Text(), Text(), minutes, done, length)


def _minutes(offer: Offer, lesson: Lesson) -> int:
    """What the lesson takes, or the part of it that is proposed."""
    if offer.how == "test":
        return TEST_MINUTES
    return max(1, round(lesson.minutes * EXAMPLE_SHARE)) if offer.how == "example" else lesson.minutes


def _concept(library: Library, name: str) -> Text | None:
    found = (module.concept(name) for module in library.modules) if name else ()
    return next((concept.title for concept in found if concept), None)


def _exam_view(offer: Offer, module: Module, exam: Exam, progress: Progress) -> OfferView:
    sitting = progress.exam((module.id, *module.aliases)).open
    return OfferView(
        offer=offer,
        module_title=module.title,
        lesson_title=Text(),
        minutes=exam.minutes,
        done=len(sitting.given) if sitting else 0,
        steps=len(sitting.begun.questions) if sitting and sitting.begun else exam.questions,
    )


def _asked_of(progress: Progress, module: Module, lesson: Lesson, task: Task, today: date | None) -> bool:
    """Whether it is still time to ask, with all that was done under any name of the task."""
    done = progress.lesson((module.id, *module.aliases), (lesson.id, *lesson.aliases))
    return today is not None and done.work(task).due(today, under_way=done.under_way)
