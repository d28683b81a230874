"""Review logs of Anki as histories: what real people recalled over months, measured by ``bench recorded``.

Nobody has used this app for as long yet. People who have used Anki publish their review logs, as the collection itself
(SQLite, ``.anki2`` or ``.anki21``) or its table ``revlog`` as CSV; the log's columns are those of Anki's own manual.
Their cards are words mostly, not decisions, and Anki chose the days: the figures tell of the model, not of our courses.
"""

import csv
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from sosmed_learn.core.reviews import Grade, Review

ENDINGS = (".anki2", ".anki21", ".csv")
LEARNT, SET_BY_HAND = 0, 4
"""What the log says of a row: a card was met for the first time, or moved without having been asked."""
_HOUR, _HOURS_A_DAY = 3600, 24
_GRADES = {1: Grade.AGAIN, 2: Grade.HARD, 3: Grade.GOOD, 4: Grade.GOOD}
"""*Easy* counts as good, as this app never says it."""


class Answer(Struct, frozen=True):
    """One row of a log: ``at`` in seconds since 1970, ``button`` from 1 (again) to 4 (easy), or 0 for none."""

    at: int
    card: int
    button: int
    kind: int


def answers(path: Path) -> list[Answer]:
    """All rows in the order of their time. Raises ``ValueError`` when the file has no review log."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            missing = {"id", "cid", "ease", "type"} - set(rows.fieldnames or ())
            if missing:
                raise ValueError(f"{path.name} has no column {', '.join(sorted(missing))}.")
            found = [(row["id"], row["cid"], row["ease"], row["type"]) for row in rows]
    else:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            try:
                found = database.execute("select id, cid, ease, type from revlog").fetchall()
            except sqlite3.DatabaseError as error:
                raise ValueError(f"{path.name} has no review log: {error}.") from error
    return sorted(
        (Answer(int(at) // 1000, int(card), int(button), int(kind)) for at, card, button, kind in found),
        key=lambda answer: answer.at,
    )


def night(rows: Iterable[Answer]) -> int:
    """The middle hour of the eight with the fewest answers, in UTC: the log tells no time zone, but sleep does."""
    asked = Counter(row.at // _HOUR % _HOURS_A_DAY for row in rows)
    begins = min(range(_HOURS_A_DAY), key=lambda hour: sum(asked[(hour + later) % _HOURS_A_DAY] for later in range(8)))
    return (begins + 4) % _HOURS_A_DAY


def histories(path: Path) -> Iterator[list[Review]]:
    """Of each card whose beginning is known, the first answer on each day; what was moved by hand begins anew.

    Raises ``ValueError`` when the file has no review log.
    """
    rows = answers(path)
    begins = night(rows) * _HOUR
    of_card: dict[int, list[Answer]] = defaultdict(list)
    for row in rows:
        of_card[row.card].append(row)
    for every in of_card.values():
        by_hand = [at for at, row in enumerate(every) if row.kind == SET_BY_HAND or row.button not in _GRADES]
        life = every[by_hand[-1] + 1 :] if by_hand else every
        if life and life[0].kind == LEARNT:
            days = groupby(life, key=lambda row: (row.at - begins) // (_HOURS_A_DAY * _HOUR))
            yield [_review(day, next(asked)) for day, asked in days]


def _review(day: int, row: Answer) -> Review:
    grade = _GRADES[row.button]
    return Review(f"{row.at:012d}", row.at, day, grade, revision=1, right=grade is not Grade.AGAIN)
