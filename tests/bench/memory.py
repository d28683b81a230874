"""Measures the memory model on simulated learners who are known to forget: how well it foretells what is recalled, and
what it costs to keep something in mind, against the fixed ladder of 1, 3, 7, 16 and 35 days.

A run gives the same figures every time. The constant and the rungs get their best values in hindsight, which nobody has
who plans. Rows in brackets are told and not judged. What planning costs is measured in ``planning``.
"""

import math
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.memory import RETENTION, recall, remember
from sosmed_learn.core.reviews import Grade, Review, review_of
from tests.bench import planning
from tests.bench.history import BEGUN, answer
from tests.bench.truths import ADMITS, GUESSED_RIGHT, HINT, SLIPS, TRUTHS, Truth

LADDER = (1, 3, 7, 16, 35)
LEARNERS, QUESTIONS, DAYS = 40, 30, 180
LEARNT_WITHIN = 30
"""Days in which the questions are met for the first time."""
COMES = 0.7
"""The chance that a learner comes on a day."""
BREAK = (80, 110)
"""Days on which nobody comes."""
SEED = 20_261_127
FASTER = 3.0
"""Learners who forget in a third of the time are told of and not judged: the weights are those of the average."""
SQUEEZED = (1.0, 0.8, 0.65, 0.5, 0.4, 0.3, 0.2, 0.1)
"""By how much the ladder is shortened until it keeps as much as we do."""

Plan = Callable[[Sequence[Review]], int]
"""The day on which the next review is due."""


class Foretold(Struct):
    """What each way said of one review before it, and what came."""

    ours: float
    ladder: float
    rung: int
    passed: bool


class Outcome(Struct):
    """Of one plan: reviews asked, the chances to recall from the first month's end on, and what was foretold."""

    asked: int = 0
    chances: list[float] = []
    foretold: list[Foretold] = []

    @property
    def kept(self) -> float:
        """The share of what was learnt that could be recalled on an average day."""
        return sum(self.chances) / len(self.chances)

    @property
    def came(self) -> list[bool]:
        return [one.passed for one in self.foretold]


def by_model(retention: float) -> Plan:
    """When our model says so."""

    def due(reviews: Sequence[Review]) -> int:
        memory = remember(reviews, reviews[-1].day, retention)
        assert memory is not None
        return memory.due

    return due


def by_ladder(squeezed: float = 1.0) -> Plan:
    """When the rung says so."""
    return lambda reviews: reviews[-1].day + max(1, round(squeezed * LADDER[rung_of(reviews)]))


def rung_of(reviews: Sequence[Review]) -> int:
    """How many rungs have been climbed since the last lapse."""
    climbed = 0
    for review in reviews[1:]:
        climbed = 0 if review.grade is Grade.AGAIN else min(climbed + 1, len(LADDER) - 1)
    return climbed


def foretell(reviews: Sequence[Review], today: int, came: Review) -> Foretold:
    """A ladder says no chances; its rung is taken as the day on which nine of ten are left."""
    memory, rung = remember(reviews, today), rung_of(reviews)
    assert memory is not None
    ladder = 0.9 ** ((today - reviews[-1].day) / LADDER[rung])
    return Foretold(recall(memory, today), ladder, rung, came.grade is not Grade.AGAIN)


def respond(random: Random, truth: Truth, day: int, number: int) -> Review:
    """One answer, as the learner's memory and luck have it."""
    recalled = random.random() < truth.chance(day)
    right = random.random() > SLIPS if recalled else random.random() < GUESSED_RIGHT
    admits = not recalled and random.random() < ADMITS
    hints = int(right and random.random() < HINT)
    truth.tried(day, recalled=recalled)
    where: dict[str, Any] = {"id": f"{number:08d}", "at": BEGUN + timedelta(days=day), "module": "m", "lesson": "l"}
    given = answer("question", offset=420, **where)
    said = replace(given, correct=right, hints=hints, confidence="guess" if admits else "fairly")
    review = review_of(said)
    assert review is not None
    return review


def lives(kind: str, faster: float, plan: Plan, *, foretold: bool = True) -> Outcome:
    """All learners' half-years with that plan. When they come and what they learn is the same with every plan."""
    outcome = Outcome()
    for learner in range(LEARNERS):
        life = Random(f"{SEED} {kind} {learner}")
        ability = life.gauss(0, 0.5)
        comes = {day for day in range(DAYS) if life.random() < COMES and not BREAK[0] <= day < BREAK[1]}
        for question in range(QUESTIONS):
            nature = Random(f"{SEED} {kind} {learner} {question}")
            live(TRUTHS[kind](nature, ability, faster), nature, comes, plan, outcome, foretold=foretold)
    return outcome


def live(truth: Truth, random: Random, comes: set[int], plan: Plan, outcome: Outcome, *, foretold: bool) -> None:
    """One learner's half-year with one question, all of which goes into ``outcome``."""
    reviews: list[Review] = []
    first, due, begun = random.randrange(LEARNT_WITHIN), 0, 0
    for day in range(first, DAYS):
        if not reviews or (day in comes and begun + day >= due):
            review = respond(random, truth, day, len(reviews))
            if not reviews:
                begun = review.day - day
            elif foretold:
                outcome.foretold.append(foretell(reviews, review.day, review))
            reviews.append(review)
            due = plan(reviews)
        if day >= LEARNT_WITHIN and day % 5 == 0:
            outcome.chances.append(truth.chance(day + 0.5))
    outcome.asked += len(reviews) - 1


def loss(said: Sequence[float], came: Sequence[bool]) -> float:
    """The mean log loss; a chance of 0 or 1 is taken as a hundredth beside it."""
    within = [min(0.99, max(0.01, chance)) for chance in said]
    return -sum(math.log(p if did else 1 - p) for p, did in zip(within, came, strict=True)) / len(came)


def row(what: str, ours: float, theirs: float, *, judged: bool = True) -> bool:
    """Print one row; whether ours is no more than theirs, or not to be judged."""
    fine = ours <= theirs
    verdict = ("pass" if fine else "FAIL") if judged else f"({'less' if fine else 'more'})"
    print(
        f"  {what:52} ours {ours:7.3f}   theirs {theirs:7.3f}   ratio {ours / theirs:5.2f} of 1   {verdict}", flush=True
    )
    return fine or not judged


def losses(name: str, outcome: Outcome, *, judged: bool) -> bool:
    """How well each way foretold the reviews of that plan."""
    came, every = outcome.came, outcome.foretold
    base = sum(came) / len(came)
    by_rung = {rung: [one.passed for one in every if one.rung == rung] for rung in range(len(LADDER))}
    hindsight = [sum(by_rung[one.rung]) / len(by_rung[one.rung]) for one in every]
    ours = loss([one.ours for one in every], came)
    about = f"log loss, {name}"
    fine = row(f"{about}, constant {base:.2f}", ours, loss([base] * len(came), came), judged=judged)
    fine &= row(f"{about}, ladder", ours, loss([one.ladder for one in every], came), judged=judged)
    row(f"{about}, each rung's share", ours, loss(hindsight, came), judged=False)
    expected = sum(one.ours for one in every) / len(every)
    print(f"  {'':4}foretold on average {expected:.2f}, came {base:.2f}, of {len(every):,} reviews")
    return fine


def efforts(kind: str, faster: float, model: Outcome, ladder: Outcome, *, judged: bool) -> bool:
    """Reviews for each question kept: against the ladder as it is, and against one that keeps as much as we do."""
    each = LEARNERS * QUESTIONS
    ours = model.asked / each / model.kept
    fine = row("reviews per question kept, ladder as it is", ours, ladder.asked / each / ladder.kept, judged=judged)
    for told, outcome in (("kept by us", model), ("by the ladder", ladder)):
        print(f"{'':6}{told} {outcome.kept:.3f}, with {outcome.asked / each:.1f} reviews a question")
    for squeezed in SQUEEZED:
        ladder = lives(kind, faster, by_ladder(squeezed), foretold=False)
        if ladder.kept >= model.kept:
            break
    told = f"the same, ladder times {squeezed} that keeps {ladder.kept:.3f}"
    return fine & row(told, ours, ladder.asked / each / ladder.kept, judged=judged)


def of_truth(kind: str, faster: float) -> bool:
    """All rows of learners who forget in that way."""
    judged = faster == 1
    print(f"\n{kind}{'' if judged else f', {faster:g} times as fast'}: ", end="")
    print(f"{LEARNERS} learners, {QUESTIONS} questions, {DAYS} days, {BREAK[1] - BREAK[0]} of them away")
    model, ladder = lives(kind, faster, by_model(RETENTION)), lives(kind, faster, by_ladder())
    fine = losses("our reviews", model, judged=judged)
    fine &= losses("ladder's reviews", ladder, judged=judged)
    return fine & efforts(kind, faster, model, ladder, judged=judged)


def main(bare_key: Callable[[], float]) -> int:
    """Measure everything that belongs to memory; 1 when a row that is judged fails."""
    fine = [of_truth(kind, faster) for faster in (1.0, FASTER) for kind in TRUTHS]
    return 0 if all(fine) and planning.main(bare_key) == 0 else 1
