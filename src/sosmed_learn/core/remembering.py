"""The memory of every question that was ever asked, kept up to date at the price of what has changed."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from msgspec import Struct

from sosmed_learn.core.folding import fold
from sosmed_learn.core.memory import RETENTION, Memory, recalls, remember
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.progress import LessonKey, Progress
from sosmed_learn.core.question import AnyQuestion, NumberQuestion
from sosmed_learn.core.reviews import Reviews

_FAMILY_WORDS = 8
_EPOCH = date(1970, 1, 1).toordinal()


class Reviewable(Struct, frozen=True):
    """A question that can be asked again, with every id that it, its lesson and its module have had, today's first.

    ``family`` is how it begins, without figures: questions of one concept that begin alike are the same case in other
    words, and one gives the other away.
    """

    modules: tuple[str, ...]
    lessons: tuple[str, ...]
    names: tuple[str, ...]
    concept: str
    family: str
    revision: int = 1

    @property
    def place(self) -> tuple[str, str, str]:
        """Module, lesson and question by their ids of today."""
        return self.modules[0], self.lessons[0], self.names[0]

    @property
    def homes(self) -> tuple[LessonKey, ...]:
        """Every lesson, as it is or was called, in which it can have been asked."""
        return tuple((module, lesson) for module in self.modules for lesson in self.lessons)

    @property
    def kin(self) -> frozenset[tuple[str, ...]]:
        """What it shares with its siblings, and with nothing else."""
        module, lesson, _ = self.place
        return frozenset(
            {(module, self.concept, self.family, "family"), *((module, lesson, name) for name in self.names)}
        )


class Remembered(Struct, frozen=True):
    """A question with the memory of it, and the chance to recall it today."""

    what: Reviewable
    memory: Memory
    recall: float


class _Known(Struct, frozen=True):
    """What was worked out of a question, and from which reviews."""

    what: Reviewable
    packed: tuple[Reviews, ...]
    memory: Memory | None


class Memories(Struct, frozen=True, dict=True):
    """What is remembered of all that was asked, on the learner's day ``today`` (counted from 1970).

    ``asked`` and ``undone`` are those parts of the progress from which it follows.
    """

    today: int = 0
    retention: float = RETENTION
    asked: dict[LessonKey, dict[str, Reviews]] = {}
    undone: frozenset[str] = frozenset()
    known: dict[tuple[str, str, str], _Known] = {}

    def up_to(
        self, progress: Progress, questions: Iterable[Reviewable], today: date, retention: float = RETENTION
    ) -> "Memories":
        """These memories after what has happened since. The first time works out everything, which takes a second
        behind a hundred thousand answers; later times only what has changed.
        """
        day = today.toordinal() - _EPOCH
        before = self.known if self.retention == retention else {}
        undone = frozenset[str]() if progress.undone is self.undone else progress.undone - self.undone
        changed = {key for key, lesson in progress.asked.items() if self.asked.get(key) is not lesson}
        known = {}
        for what in questions:
            one = before.get(what.place)
            if one is not None and one.memory and one.memory.latest > min(day, self.today):
                one = None  # a clock was set back since, or what it said comes true
            if one is None or undone or one.what != what or not changed.isdisjoint(what.homes):
                one = _worked_out(one, what, progress, undone, day, retention)
            if one is not None:
                known[what.place] = one
        return Memories(today=day, retention=retention, asked=progress.asked, undone=progress.undone, known=known)

    @cached_property
    def all(self) -> list[Remembered]:
        """Everything that was asked and still has the meaning that it had, what is remembered least first."""
        found = [(known.what, known.memory) for known in self.known.values() if known.memory]
        chances = recalls((memory for _, memory in found), self.today)
        every = [Remembered(what, memory, chance) for (what, memory), chance in zip(found, chances, strict=True)]
        return sorted(every, key=_least_first)

    def of(self, question: Reviewable) -> Memory | None:
        """The memory of one question, or None."""
        known = self.known.get(question.place)
        return known.memory if known else None

    def told(self, place: tuple[str, str, str]) -> Remembered | None:
        """What is remembered of the question that stands there, with what its chance follows from; None if nothing."""
        return next((one for one in self.all if one.what.place == place), None)


def reviewables(module: Module, lesson: Lesson) -> tuple[Reviewable, ...]:
    """The questions of a lesson that can be asked again. A pretest is over when its lesson has taught."""
    return tuple(reviewable(module, lesson, question) for question in lesson.questions if not question.pretest)


def reviewable(module: Module, lesson: Lesson, question: AnyQuestion) -> Reviewable:
    """One question of a lesson."""
    return Reviewable(
        modules=(module.id, *module.aliases),
        lessons=(lesson.id, *lesson.aliases),
        names=(question.id, *question.aliases),
        concept=question.concept,
        family=family(question),
        revision=question.revision,
    )


def family(question: AnyQuestion) -> str:
    """The first words of the prompt, without figures."""
    made = question.template if isinstance(question, NumberQuestion) else None
    prompt = made.prompt if made else question.prompt
    words = [word for word in fold(prompt.say("id")).split() if not word.isdigit()]
    return " ".join(words[:_FAMILY_WORDS])


def _worked_out(  # noqa: PLR0913, PLR0917 - all that a memory follows from
    before: _Known | None,
    what: Reviewable,
    progress: Progress,
    undone: frozenset[str],
    day: int,
    retention: float,
) -> _Known | None:
    """What is known of a question now; None where it was never asked. ``undone`` is what was taken back since."""
    packed = progress.packed_reviews(what.modules, what.lessons, what.names)
    if not packed:
        return None
    if before is not None and _stands(before, what, packed, undone):
        return _Known(what, packed, before.memory)
    reviews = progress.reviews(what.modules, what.lessons, what.names)
    # When its author changes the meaning it starts anew: only answers to what it asks now count.
    memory = remember([one for one in reviews if one.revision == what.revision], day, retention)
    return _Known(what, packed, memory)


def _stands(known: _Known, what: Reviewable, packed: tuple[Reviews, ...], undone: frozenset[str]) -> bool:
    """Whether nothing has happened to it since."""
    same = len(known.packed) == len(packed) and all(a is b for a, b in zip(known.packed, packed, strict=True))
    return (
        same
        and known.what.revision == what.revision
        and not any(one.may_hold(event) for event in undone for one in packed)
    )


def _least_first(one: Remembered) -> tuple[float, tuple[str, str, str]]:
    return one.recall, one.what.place
