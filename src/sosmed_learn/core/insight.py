"""What is known of a learner by now: memories, mastery, where each concept stands, the beliefs that keep coming back.

Everything follows from the progress and the courses, and is worked out when it is asked for. Some of it takes a second
behind a long history, so a front end asks off its event loop.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from statistics import median

from msgspec import Struct

from sosmed_learn.core.beliefs import Belief, Sighting, beliefs
from sosmed_learn.core.evidence import Evidence, Level
from sosmed_learn.core.itembank import Item, ItemBank
from sosmed_learn.core.mapping.sittings import open_sitting
from sosmed_learn.core.mastery import Mastery
from sosmed_learn.core.memory import desired_retention
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.remedy import LessonPlace, Remedy, remedy
from sosmed_learn.core.remembering import Memories
from sosmed_learn.core.reviews import Review
from sosmed_learn.core.spots import Place, place

MOST_OF_ITEM, MOST_OF_CONCEPT = 30, 120
"""Answers looked at, the newest: what lies behind them has long been outweighed."""

READING = 12
"""Seconds for the reasons behind an answer, which nobody measures."""
USUAL = 25
"""Seconds for an answer, until there are enough to tell."""
_ENOUGH, _LONGEST = 5, 180

_LEVELS: dict[int, Level] = {1: 1, 2: 2, 3: 3}


class Insight(Struct, frozen=True, dict=True):
    """What follows from ``progress`` over ``bank`` at the moment ``now``, on the learner's day ``today``."""

    bank: ItemBank
    progress: Progress
    now: datetime
    today: date
    memories: Memories

    @cached_property
    def _untold(self) -> frozenset[str]:
        """The answers of exams and diagnoses that are under way: nothing is told of them before their end."""
        exams = [exam.open for exam in self.progress.exams.values()]
        under_way = [*(sitting for sitting in exams if sitting), open_sitting(self.progress.diagnoses)]
        return frozenset(answer.id for sitting in under_way if sitting for answer in sitting.answers)

    @cached_property
    def answers(self) -> tuple[tuple[Item, tuple[Review, ...]], ...]:
        """The questions that were answered in the meaning they have now, each with its newest answers."""
        found = ((item, _answers(self.progress, item, self._untold)) for item in self.bank.items)
        return tuple((item, answers) for item, answers in found if answers)

    @cached_property
    def evidence(self) -> Mapping[str, tuple[Evidence, ...]]:
        """By concept, what the newest answers say about it, the oldest of them first."""
        found: dict[str, list[Evidence]] = {}
        for item, answers in self.answers:
            found.setdefault(item.question.concept, []).extend(_evidence(item, one) for one in answers)
        return {
            concept: tuple(sorted(all_of, key=lambda one: (one.at, one.source))[-MOST_OF_CONCEPT:])
            for concept, all_of in found.items()
        }

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """By concept, where it stands, for all that anything was ever asked about."""
        return {concept: place(evidence, self.now) for concept, evidence in self.evidence.items()}

    @property
    def masteries(self) -> Mapping[str, Mastery]:
        """By concept, how well it is mastered."""
        return {concept: found.mastery for concept, found in self.places.items()}

    @cached_property
    def beliefs(self) -> tuple[Belief, ...]:
        """The misconceptions that were met often enough, those that are not settled first."""
        return beliefs(sighting for item, answers in self.answers for sighting in _sightings(item, answers))

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every answer that pointed to a misconception, the newest first."""
        every = (sighting for item, answers in self.answers for sighting in _sightings(item, answers))
        return tuple(sorted((one for one in every if one.held), key=lambda one: one.at, reverse=True))

    def remedy(self, concept: str) -> Remedy | None:
        """What to propose where a concept is missed again and again; misses of one bad question say nothing of it."""
        lessons: dict[str, LessonPlace] = {}
        for name in self.bank.graph.ids:
            for lesson in self.bank.teaching(name)[:1]:
                lessons[name] = lesson
        leeches = {"/".join(one.what.place) for one in self.memories.all if one.memory.leech}
        evidence = [one for one in self.evidence.get(concept, ()) if one.question not in leeches]
        return remedy(concept, evidence, self.bank.graph.needs, self.masteries, lessons)

    @cached_property
    def asked_again(self) -> int:
        """How many questions were asked again today, since a lesson was done with."""
        lessons = self.progress.lessons.values()
        since = max((end.id for done in lessons for end in (*done.finished[-1:], done.passed) if end), default="")
        return sum(
            any(one.occasion == "practice" and one.day == self.memories.today and one.id > since for one in answers)
            for _, answers in self.answers
        )

    @cached_property
    def seconds(self) -> int:
        """What one question takes this learner, from being shown to its reasons being read."""
        took = sorted((one for _, answers in self.answers for one in answers if one.seconds), key=lambda one: one.id)
        newest = [min(one.seconds, _LONGEST) for one in took[-MOST_OF_CONCEPT:]]
        return READING + (round(median(newest)) if len(newest) >= _ENOUGH else USUAL)


def insight(bank: ItemBank, progress: Progress, now: datetime, today: date, before: Insight | None = None) -> Insight:
    """What is known now. With what was known ``before``, only the memories that have changed are worked out again."""
    memories = before.memories if before else Memories()
    kept = memories.up_to(progress, bank.reviewables, today, desired_retention(progress.settings))
    return Insight(bank, progress, now, today, kept)


def _answers(progress: Progress, item: Item, untold: frozenset[str]) -> tuple[Review, ...]:
    what = item.what
    answers = progress.answers(what.modules, what.lessons, what.names)
    return tuple(one for one in answers if one.revision == what.revision and one.id not in untold)[-MOST_OF_ITEM:]


def _evidence(item: Item, answer: Review) -> Evidence:
    return Evidence(
        concept=item.question.concept,
        question="/".join(item.place),
        level=_LEVELS.get(item.question.level, 2),
        score=answer.percent / 100,
        chance=item.chance,
        at=answer.moment,
        confidence=answer.confidence,
        hints=answer.hints,
        pretest=answer.occasion == "pretest",
        exam=answer.occasion in {"exam", "diagnosis"},
        source=answer.id,
    )


def _sightings(item: Item, answers: Iterable[Review]) -> Iterator[Sighting]:
    """Each answer that points to a belief, and each right one where a wrong one could have."""
    module, lesson, question = item.place
    for answer in answers:
        for belief in item.beliefs if answer.right else answer.held:
            yield Sighting(
                misconception=(module, belief), module=module, lesson=lesson, question=question,
                at=answer.moment, held=not answer.right, sure=answer.confidence == "sure", source=answer.id,
            )  # fmt: skip
