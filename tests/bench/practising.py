"""Simulated learners who practise a concept for months, with a known truth. Seeded; nothing here knows the app's model.

A concept is a bank of questions, each of which a learner knows or does not. What is known is forgotten, question by
question, some learners along a power curve and some along an exponential one; answering, explanations and lessons teach
the question and sometimes its siblings. People slip, guess, fall for misconceptions, open hints, and say that they are
sure when they are not. The truth is the share of questions of the middle level that would be known right now.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import exp, log
from random import Random

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.evidence import Evidence, Level

BEGUN = datetime(2026, 1, 5, tzinfo=UTC)
BANK: tuple[tuple[Level, int], ...] = ((1, 6), (2, 12), (3, 6))
KINDS = ((0.25, False), (0.33, False), (0.5, False), (0.02, False), (0.2, True), (0.15, True))
"""The score that guessing gets, and whether a part of an answer can be right."""

HARDER: dict[Level, float] = {1: -0.7, 2: 0.0, 3: 0.7}
PAUSE = 40 / 86_400
"""Days from one answer to the next."""

LADDER = (1, 3, 7, 16, 35, 60)


@dataclass
class Question:
    """One question in one learner's head. ``shown`` is the day on which it was last known for sure."""

    name: str
    level: Level
    chance: float
    parts: bool
    tempting: bool
    known: bool
    stability: float = 5.0
    shown: float = 0.0


@dataclass
class Traits:
    """What kind of person it is: all of it hidden from the app."""

    ability: float
    slip: float
    learns: float
    carries: float
    """How often what is learnt from one question helps with another."""
    memory: float
    bravado: float
    says: bool
    """Whether the learner is asked how sure they are."""
    power: bool


@dataclass
class Learner:
    """A person and one concept."""

    chance: Random
    traits: Traits
    bank: list[Question] = field(default_factory=list)

    def recall(self, question: Question, day: float) -> float:
        """How likely the question is known on that day."""
        if not question.known:
            return 0.0
        passed = max(0.0, day - question.shown) / question.stability
        return (1 + 19 / 81 * passed) ** -0.5 if self.traits.power else 0.2 + 0.8 * exp(passed * log(0.875))

    def truth(self, day: float) -> float:
        """The share of questions of the middle level that would be known on that day."""
        middle = [self.recall(question, day) for question in self.bank if question.level == 2]
        return sum(middle) / len(middle)

    def answer(self, question: Question, day: float, *, pretest: bool = False, exam: bool = False) -> Evidence:
        """Answer the question, and learn from its explanation; in an exam there are no hints and there is none."""
        knows = self.chance.random() < self.recall(question, day)
        hints = 1 if not exam and self.chance.random() < (0.02 if knows else 0.25) else 0
        if knows:
            score = self._partly(question, 0.6) if self.chance.random() < self.traits.slip else 1.0
        else:
            luck = question.chance * (0.6 if question.tempting else 1.0)
            helped = hints and self.chance.random() < 0.35
            score = (
                1.0 if helped or self.chance.random() < luck * self._whole(question) else self._partly(question, 0.2)
            )
        told = Evidence(
            concept="c",
            question=question.name,
            level=question.level,
            score=score,
            chance=question.chance,
            at=BEGUN + timedelta(days=day),
            confidence=self._word(knows=knows),
            hints=hints,
            pretest=pretest,
            exam=exam,
        )
        if not exam:
            self._learn(question, day, knows=knows)
        return told

    def lesson(self, day: float) -> None:
        """Read about the concept."""
        for question in self.bank:
            if self.recall(question, day) < self.chance.random() and self.chance.random() < self.traits.learns:
                self._keep(question, day, self.chance.uniform(2, 8))

    def _whole(self, question: Question) -> float:
        return 0.4 if question.parts else 1.0

    def _partly(self, question: Question, most: float) -> float:
        return self.chance.choice((0, most / 2, most, most + 0.2)) if question.parts else 0.0

    def _word(self, *, knows: bool) -> Confidence | None:
        if not self.traits.says:
            return None
        drawn = self.chance.random()
        if knows:
            return "sure" if drawn < 0.6 else "fairly" if drawn < 0.95 else "guess"
        sure = self.traits.bravado
        return "sure" if drawn < sure else "fairly" if drawn < (1 + sure) / 2 else "guess"

    def _learn(self, question: Question, day: float, *, knows: bool) -> None:
        if knows:
            gone = 1 - self.recall(question, day)
            self._keep(question, day, question.stability * (1 + 9 * gone))
        elif self.chance.random() < self.traits.learns:
            self._keep(question, day, max(2.0, question.stability * 0.4))
        for other in self.bank:
            if other is not question and self.chance.random() < self.traits.carries:
                self._keep(other, day, max(other.stability, 3.0))

    def _keep(self, question: Question, day: float, stability: float) -> None:
        question.known, question.shown, question.stability = True, day, stability * self.traits.memory


def learner(seed: int) -> Learner:
    """A person who may know nothing, much or all of the concept before the course."""
    chance = Random(seed)
    traits = Traits(
        ability=chance.gauss(-0.4, 1.6),
        slip=chance.uniform(0.02, 0.14),
        learns=chance.uniform(0.15, 0.6),
        carries=chance.uniform(0.0, 0.05),
        memory=exp(chance.gauss(0, 0.15)),
        bravado=chance.uniform(0, 0.7),
        says=chance.random() < 0.8,
        power=chance.random() < 0.6,
    )
    person = Learner(chance, traits)
    for level, count in BANK:
        for number in range(count):
            kind, parts = chance.choice(KINDS)
            known = chance.random() < 1 / (1 + exp(HARDER[level] - traits.ability))
            old = chance.uniform(30, 400)
            question = Question(f"{level}-{number}", level, kind, parts, chance.random() < 0.4, known, old)
            person.bank.append(question)
    return person


@dataclass(frozen=True)
class Look:
    """One moment at which somebody asks how well the concept is mastered."""

    evidence: tuple[Evidence, ...]
    now: datetime
    truth: float


def months(seed: int) -> Iterator[Look]:
    """What is asked of one learner in some months, looked at before and after each sitting.

    Some take a few questions and leave; the others read the lesson, practise it along a ladder that they keep only
    roughly, and some stay away for long.
    """
    person = learner(seed)
    chance = person.chance
    asked: list[Evidence] = []
    day = 0.5

    def looked(at: float) -> Look:
        return Look(tuple(asked), BEGUN + timedelta(days=at), person.truth(at))

    def sit(count: int, *, pretest: bool = False, exam: bool = False) -> float:
        time = day
        for question in chance.sample(person.bank, count):
            asked.append(person.answer(question, time, pretest=pretest, exam=exam))
            time += PAUSE
        for question in [] if exam or pretest else missed():
            asked.append(person.answer(question, time))
            time += PAUSE
        return time

    def missed() -> list[Question]:
        """What of this sitting is asked again at its end: often what was missed, as the app does."""
        names = {one.question for one in asked if one.missed and one.at >= BEGUN + timedelta(days=day)}
        return [question for question in person.bank if question.name in names and chance.random() < 0.5]

    day = sit(chance.randint(1, 4), pretest=chance.random() < 0.5)
    yield looked(day)
    if chance.random() < 0.25:
        yield looked(day + chance.uniform(1, 120))
        return
    person.lesson(day)
    day = sit(chance.randint(3, 6))
    yield looked(day)
    for gap in LADDER[: chance.randint(1, len(LADDER))]:
        away = chance.uniform(60, 250) if chance.random() < 0.1 else 0.0
        day += gap * chance.uniform(0.6, 1.8) + away
        yield looked(day)
        day = sit(chance.randint(1, 4))
        yield looked(day)
    if chance.random() < 0.4:
        day = sit(6, exam=True)
        yield looked(day)
