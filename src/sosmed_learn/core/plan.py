"""The one obvious next thing, and why. What follows from mastery and the map is proposed to it; it knows lessons."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.mapping.sittings import open_sitting
from sosmed_learn.core.module import Module
from sosmed_learn.core.progress import Progress

Role = Literal["admin", "owner", "lead"]
ROLES: tuple[Role, ...] = ("admin", "owner", "lead")

Reason = Literal[
    "continue", "next", "first", "other", "repeat", "task", "sitting", "exam", "map", "mapping", "remedy", "path"
]

# Who sells sees selling and service first; who leads others starts from the plan and the figures.
_ORDER: dict[Role, tuple[str, ...]] = {
    "admin": ("strategy", "analytics", "community", "service", "commerce"),
    "owner": ("commerce", "service", "strategy", "analytics", "community"),
    "lead": ("strategy", "analytics", "service", "community", "commerce"),
}


class Offer(Struct, frozen=True):
    """What ``Enter`` does on the home screen.

    ``continue`` a lesson under way, ``next`` lesson of the module touched last, ``first`` lesson of the module that
    fits the role, ``other`` the same later on, ``repeat`` the finished lesson that went worst when all are done.
    ``task``: how the document of a task fares, some days later. ``sitting``: an exam that was left, and ``exam`` one to
    be taken when all lessons are done; then ``lesson`` is empty. ``map``: the blind-spot map, for who has done nothing
    yet, and ``mapping`` one under way; then ``module`` is empty too.
    ``path``: what the map leads to, because of ``concept``, which is ``gap``; ``how`` says what of the lesson. And
    ``remedy``: the lesson that teaches ``through``, because ``concept``, which needs it, was missed again and again.
    """

    reason: Reason
    module: str
    lesson: str
    task: str = ""
    concept: str = ""
    through: str = ""
    gap: str = ""
    how: str = ""


class Standing(Struct, frozen=True):
    """How far a module is: lessons finished of those that exist, and whether any is under way."""

    finished: int
    lessons: int
    under_way: bool

    @property
    def complete(self) -> bool:
        return self.lessons > 0 and self.finished >= self.lessons


def standing(module: Module, progress: Progress) -> Standing:
    """How far the learner is in ``module``."""
    done = [_of(progress, module, lesson) for lesson in module.lessons]
    return Standing(
        finished=sum(lesson.done for lesson in done),
        lessons=len(done),
        under_way=any(lesson.under_way for lesson in done),
    )


def next_offer(  # noqa: PLR0913, PLR0917 - all that is weighed
    modules: Sequence[Module],
    progress: Progress,
    role: Role,
    closed: frozenset[tuple[str, str]] = frozenset(),
    today: date | None = None,
    proposals: Sequence[Offer] = (),
) -> Offer | None:
    """The next thing to do, or None when there is no lesson at all.

    ``closed`` are (module, lesson) pairs that cannot be opened and so are never offered. ``today`` is the learner's
    day; without it, no task is asked about. ``proposals`` go before new lessons, the most pressing first.
    """
    rows = [row for row in _lessons(modules, progress) if row[:2] not in closed]
    open_now = {row[:2] for row in rows}
    proposed = [offer for offer in proposals if (offer.module, offer.lesson) in open_now]
    return next(_wishes(modules, rows, progress, role, today, proposed), None)


def _wishes(  # noqa: PLR0913, PLR0917 - all that is weighed
    modules: Sequence[Module],
    rows: Sequence["_Row"],
    progress: Progress,
    role: Role,
    today: date | None,
    proposed: Sequence[Offer],
) -> Iterator[Offer]:
    """What could be done, the most obvious first."""
    if not rows:
        return
    if today:
        yield from _due(rows, today)
    yield from _left(modules, rows, progress)
    yield from _mapping(modules, progress)
    yield from proposed
    unfinished = [row for row in rows if not row[2].done]
    touched = [row for row in rows if _touched(row)]
    last = max(touched, key=_touched)[0] if touched else ""
    yield from (Offer("next", module, lesson) for module, lesson, _ in unfinished if module == last)
    if unfinished:
        order = _ORDER[role]
        module, lesson, _ = min(unfinished, key=lambda row: order.index(row[0]) if row[0] in order else len(order))
        yield Offer("other" if touched else "first", module, lesson)
    if today:
        yield from (Offer("exam", module, "") for module in _exams(modules, progress, today))
    module, lesson, _ = min(rows, key=_share_right)
    yield Offer("repeat", module, lesson)


def _mapping(modules: Sequence[Module], progress: Progress) -> Iterator[Offer]:
    """The map that was left in the middle, or the first one before anything else."""
    if not any(module.diagnosis for module in modules):
        return
    if open_sitting(progress.diagnoses):
        yield Offer("mapping", "", "")
    elif not progress.diagnoses and not progress.lessons:
        yield Offer("map", "", "")


def _left(modules: Sequence[Module], rows: Sequence["_Row"], progress: Progress) -> Iterator[Offer]:
    """What was left in the middle: the exam or the lesson that was touched last."""
    under_way = max((row for row in rows if row[2].under_way), key=_touched, default=None)
    exam = _left_exam(modules, progress)
    if exam and (under_way is None or exam[0] > _touched(under_way)):
        yield Offer("sitting", exam[1], "")
    if under_way is not None:
        yield Offer("continue", under_way[0], under_way[1])


def _left_exam(modules: Sequence[Module], progress: Progress) -> tuple[str, str] | None:
    """What was done last in an exam that is not handed in, and its module; of several the newest."""
    left = [
        (sitting.touched, module.id)
        for module in modules
        if module.exam and (sitting := progress.exam((module.id, *module.aliases)).open)
    ]
    return max(left, default=None)


def _exams(modules: Sequence[Module], progress: Progress, today: date) -> Iterator[str]:
    """The modules whose exam was not passed and can be tried."""
    for module in modules:
        done = progress.exam((module.id, *module.aliases))
        if module.exam and not done.passed and done.can_be_tried(module.exam, today):
            yield module.id


_Row: TypeAlias = tuple[str, str, LessonProgress]


def _due(rows: Sequence[_Row], today: date) -> Iterator[Offer]:
    """The tasks to ask about, in the order of the lessons."""
    for module, lesson, done in rows:
        for task, work in done.tasks.items():
            if work.due(today, under_way=done.under_way):
                yield Offer("task", module, lesson, task)


def _lessons(modules: Sequence[Module], progress: Progress) -> Iterator[_Row]:
    for module in modules:
        for lesson in module.lessons:
            yield module.id, lesson, _of(progress, module, lesson)


def _of(progress: Progress, module: Module, lesson: str) -> LessonProgress:
    return progress.lesson((module.id, *module.aliases), (lesson, *module.lesson_aliases.get(lesson, ())))


def _touched(row: _Row) -> str:
    """The newest thing that was done in the lesson itself. A review of its questions leads nobody back to it."""
    done = row[2]
    acts = (*done.acts[-1:], *done.finished[-1:], *([done.passed] if done.passed else []))
    return max((*(act.id for act in acts), *(work.newest for work in done.tasks.values())), default="")


def _share_right(row: _Row) -> float:
    """How well it went the last time; a lesson that was only tested out of went well."""
    last = row[2].finished[-1] if row[2].finished else row[2].passed
    return last.right / max(1, last.asked) if last else 1.0
