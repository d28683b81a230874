"""``python3 tests bench recorded PATH ...``: how well the memory model foretold what real people recalled.

A path is an exported file, a folder of progress, or somebody's review log of Anki (``revlogs``). The first answer to a
question on a day counts, where the question was answered on a day before. Beside the model stand the constant and the
ladder, as with simulated learners (``memory``). Each person is told of beside a constant of their own, known in
hindsight, which nobody has who plans; all together are judged beside one constant, if there are ``ENOUGH`` answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.reviews import Review
from sosmed_learn.storage.rows import to_events
from sosmed_learn.storage.sources import gather
from tests.bench import revlogs
from tests.bench.memory import Foretold, Outcome, foretell, losses

ENOUGH = 1_000
"""Recorded answers from which on they are judged; a few hundred decide nothing."""


def histories(progress: Progress) -> Iterator[list[Review]]:
    """Of each question, the first answer on each day in the meaning that the newest has."""
    for lesson in progress.asked.values():
        for kept in lesson.values():
            every = [one for one in kept.all() if one.counts_for_memory and one.id not in progress.undone]
            same = [one for one in every if one.revision == every[-1].revision]
            yield [next(answers) for _day, answers in groupby(same, key=lambda one: one.day)]


def foretold(lives: Iterable[Sequence[Review]]) -> list[Foretold]:
    """What would have been said before each answer, and what came."""
    return [foretell(reviews[:at], reviews[at].day, reviews[at]) for reviews in lives for at in range(1, len(reviews))]


def people(paths: Iterable[Path]) -> Iterator[tuple[str, list[Foretold]]]:
    """Each review log by itself, since each is another person; all that this app exported together, as one."""
    ours = []
    for path in paths:
        if path.suffix in revlogs.ENDINGS:
            yield path.name, foretold(revlogs.histories(path))
        else:
            ours.append(path)
    if ours:
        rows = [row for source in gather(ours) for row in source.rows]
        yield "this app", foretold(histories(fold(to_events(rows))))


def main(paths: Sequence[str]) -> int:
    """Print the losses; 1 when there is nothing to measure, or the model did worse over all."""
    together: list[Foretold] = []
    try:
        for name, every in people(map(Path, paths)):
            print(f"\n{name}")
            if every:
                losses("one person", Outcome(foretold=every), judged=False)
                together += every
    except ValueError as error:
        print(error)
        return 1
    if not together:
        print("No question was answered on two days in what was given; nothing can be measured.")
        return 1
    print("\nall together")
    return 0 if losses("all", Outcome(foretold=together), judged=len(together) >= ENOUGH) else 1
