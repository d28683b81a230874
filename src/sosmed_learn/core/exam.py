"""Which questions an exam asks: ``draw(pool, count, seed)``. Pure; the same seed always draws the same exam.

A pool is every scored question of a module's lessons and of its bank for the exam alone, as long as all facts on which
it rests are current. Drawn is what is most balanced: again and again from the concept that has been drawn least, from
its level drawn least, rather what was not asked the last time. That is how a test blueprint works (Haladyna & Rodriguez
2013, *Developing and Validating Test Items*, chapter 2): the share of each area is fixed before any item is picked.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from msgspec import Struct

from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson
from sosmed_learn.core.question import AnyQuestion


class Asked(Struct, frozen=True):
    """A question with the lesson file in which it stands."""

    lesson: str
    question: AnyQuestion

    @property
    def place(self) -> tuple[str, str]:
        """The ids of both, as events name them."""
        return self.lesson, self.question.id


class Pool(Struct, frozen=True):
    """What can be asked, and how many questions wait until their facts have been looked at again."""

    questions: tuple[Asked, ...] = ()
    stale: int = 0


def pool(lessons: Iterable[Lesson], facts: Mapping[str, Fact], today: date) -> Pool:
    """The questions of ``lessons`` that can be asked. First guesses are none: they are asked before any teaching."""
    every = [Asked(lesson.id, asked) for lesson in lessons for asked in lesson.questions if not asked.pretest]
    current = tuple(asked for asked in every if is_current(asked.question, facts, today))
    return Pool(current, len(every) - len(current))


def is_current(question: AnyQuestion, facts: Mapping[str, Fact], today: date) -> bool:
    """Whether all facts on which the question rests are known, and none is past its date."""
    return all(name in facts and not facts[name].is_stale(today) for name in question.facts)


def draw(questions: Sequence[Asked], count: int, seed: int, lately: Collection[tuple[str, str]] = ()) -> list[Asked]:
    """At most ``count`` of ``questions``, in the order in which they are asked.

    ``lately`` are those of the last time. No two have one id, also where two lessons have it.
    """
    left = sorted(questions, key=lambda asked: _rank(seed, "draw", asked))
    chosen: list[Asked] = []
    concepts: Counter[str] = Counter()
    levels: Counter[tuple[str, int]] = Counter()
    used: set[str] = set()

    def standing(asked: Asked) -> tuple[int, bool, int]:
        question = asked.question
        return concepts[question.concept], asked.place in lately, levels[question.concept, question.level]

    while left and len(chosen) < count:
        best = min(left, key=standing)  # of equals the first, which is chance
        chosen.append(best)
        concepts[best.question.concept] += 1
        levels[best.question.concept, best.question.level] += 1
        used.update((best.question.id, *best.question.aliases))
        left = [asked for asked in left if used.isdisjoint((asked.question.id, *asked.question.aliases))]
    return sorted(chosen, key=lambda asked: _rank(seed, "order", asked))


def _rank(seed: int, purpose: str, asked: Asked) -> bytes:
    return blake2b(f"{seed}/{purpose}/{asked.lesson}/{asked.question.id}".encode(), digest_size=8).digest()
