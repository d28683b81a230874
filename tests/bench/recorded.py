"""``python3 tests bench recorded PATH ...``: how well the memory model foretold what real people recalled.

A path is an exported file or a folder of progress. The first answer to a question on a day counts, where the question
was answered on a day before. Beside the model stand the constant and the ladder, as with simulated learners
(``memory``); nothing is judged, since a person's few hundred answers decide nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.reviews import Review
from sosmed_learn.storage.rows import to_events
from sosmed_learn.storage.sources import gather
from tests.bench.memory import Foretold, Outcome, foretell, losses


def histories(progress: Progress) -> Iterator[list[Review]]:
    """Of each question, the first answer on each day in the meaning that the newest has."""
    for lesson in progress.asked.values():
        for kept in lesson.values():
            every = [one for one in kept.all() if one.counts_for_memory and one.id not in progress.undone]
            same = [one for one in every if one.revision == every[-1].revision]
            yield [next(answers) for _day, answers in groupby(same, key=lambda one: one.day)]


def foretold(progress: Progress) -> list[Foretold]:
    """What would have been said before each answer, and what came."""
    return [
        foretell(reviews[:at], reviews[at].day, reviews[at])
        for reviews in histories(progress)
        for at in range(1, len(reviews))
    ]


def main(paths: Sequence[str]) -> int:
    """Print the losses; 1 when there is nothing to measure."""
    rows = [row for source in gather(map(Path, paths)) for row in source.rows]
    found = foretold(fold(to_events(rows)))
    if not found:
        print("No question was answered on two days in what was given; nothing can be measured.")
        return 1
    losses(f"{len(found):,} recorded answers", Outcome(foretold=found), judged=False)
    return 0
