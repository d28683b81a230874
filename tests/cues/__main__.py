"""Prints what gives keys away in the bundled courses, and what they lack.

``python3 tests cues``: every figure beside its limit, the questions behind those that are over it, and how much there
is of everything; ends with 1 when a limit fails. ``-v`` also names what each lesson and concept has. ``python3 tests
cues --words``: runs of seven words that two lessons have in common, or a lesson and a claim of the register; these are
for a person to judge.
"""

import sys
from collections.abc import Iterator

from sosmed_learn.content.locations import bundled
from tests.cues import copies, guesser, telling
from tests.cues.amounts import amounts
from tests.cues.asking import Asked, singles
from tests.cues.figures import GUESSER, Figure, figures, of_shares


def main(*, wordy: bool = False) -> int:
    """The cues and the amounts."""
    asked = singles(bundled().courses)
    failed: list[Figure] = []
    for language, questions in asked.items():
        guessed = list(of_shares(GUESSER, questions, guesser.scores(questions), language))
        found = [*figures(questions, language), *guessed]
        failed += [figure for figure in found if not figure.fine]
        _print(telling.table(found, language), f"{'':4}it goes by: {_trusted(questions)}")
    _print(telling.orders(next(iter(asked.values()))))
    counted = amounts(bundled().courses)
    _print(telling.counted(counted, wordy=wordy))
    _print(telling.failing(failed))
    lacking = [amount for amount in counted if not amount.fine]
    count = len(next(iter(asked.values())))
    beyond = f"{len(failed)} figures and {len(lacking)} amounts beyond their limits"
    print(f"{count} questions with one right option; {beyond}")
    return 1 if failed or lacking else 0


def words() -> int:
    """The runs of words that stand in two places."""
    places = bundled()
    passages = list(copies.lessons(places.courses))
    print("In a lesson and in a claim of the register")
    _print(telling.repeated(copies.copies(passages, copies.claims(places.seeds))))
    print("In two lessons")
    _print(telling.repeated(copies.copies(passages)))
    return 0


def _trusted(questions: list[Asked]) -> str:
    return ", ".join(f"{name} {weight:+.2f}" for name, weight in guesser.trusted(questions))


def _print(lines: Iterator[str], *more: str) -> None:
    for line in (*lines, *more, ""):
        print(line)


if __name__ == "__main__":
    sys.exit(words() if "--words" in sys.argv[1:] else main(wordy="-v" in sys.argv[1:]))
