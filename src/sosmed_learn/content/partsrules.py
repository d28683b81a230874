"""Checks over what learners move: items to order or to sort, sides to match. Reads no file.

Ids are used once in a question, nobody sees two things that look the same, each thing fits a row of the screen, and
bins are there and used. Combinations are looked at in ``togetherrules``.
"""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from sosmed_learn.content import format as shape
from sosmed_learn.content.blankrules import check_fill
from sosmed_learn.content.documents import Document
from sosmed_learn.content.names import Known, check_known, check_unique
from sosmed_learn.content.rowrules import Row, check_distinct, check_rows
from sosmed_learn.content.togetherrules import (
    check_matched_together,
    check_ordered_together,
    check_sorted_together,
)
from sosmed_learn.content.walk import Path

LessonDocument = Document[shape.LessonFile]
PartsShape: TypeAlias = shape.OrderShape | shape.MatchShape | shape.SortShape | shape.FillShape


def check_parts(document: LessonDocument, path: Path, question: PartsShape, known: Known) -> None:
    """A question whose answers have parts."""
    match question:
        case shape.OrderShape():
            check_order(document, path, question, known)
        case shape.MatchShape():
            check_match(document, path, question, known)
        case shape.SortShape():
            check_sort(document, path, question, known)
        case shape.FillShape():
            check_fill(document, path, question, known)


def check_order(document: LessonDocument, path: Path, question: shape.OrderShape, known: Known) -> None:
    """Items to bring into order."""
    place = (*path, "items")
    _check_items(document, place, question.items, known)
    rows = [((*place, at, "text"), item.text) for at, item in enumerate(question.items)]
    check_distinct(document, rows, "E431")
    check_rows(document, rows)
    check_ordered_together(document, path, question, known)


def check_match(document: LessonDocument, path: Path, question: shape.MatchShape, known: Known) -> None:
    """Left sides and their right sides. Right sides that fit nothing share their ids with the pairs."""
    pairs, extras = (*path, "pairs"), (*path, "extras")
    for at, pair in enumerate(question.pairs):
        check_known(document, "E305", (*pairs, at, "misconception"), pair.misconception, known.misconceptions)
    ids = [*_ids(pairs, [pair.id for pair in question.pairs]), *_ids(extras, [extra.id for extra in question.extras])]
    check_unique(document, iter(ids), {})
    left: list[Row] = [((*pairs, at, "left"), pair.left) for at, pair in enumerate(question.pairs)]
    right: list[Row] = [((*pairs, at, "right"), pair.right) for at, pair in enumerate(question.pairs)]
    right += [((*extras, at, "text"), extra.text) for at, extra in enumerate(question.extras)]
    for rows in (left, right):
        check_distinct(document, rows, "E432")
        check_rows(document, rows)
    check_matched_together(document, path, question, known)


def check_sort(document: LessonDocument, path: Path, question: shape.SortShape, known: Known) -> None:
    """Items and the bins that they belong into."""
    items, bins = (*path, "items"), (*path, "bins")
    _check_items(document, items, question.items, known)
    names = [each.id for each in question.bins]
    check_unique(document, _ids(bins, names), {})
    if not document.is_broken(bins):
        twice = len(set(names)) < len(names)  # then the one that is missing may have got another's id: that was said
        for at, item in enumerate(question.items):
            check_known(document, "E331", (*items, at, "bin"), item.bin, None if twice else names)
        used = {item.bin for item in question.items}
        for at, name in enumerate(names):
            if name not in used and used <= set(names) and not document.is_broken(items):
                document.report("W531", (*bins, at), id=name)
    things: list[Row] = [((*items, at, "text"), item.text) for at, item in enumerate(question.items)]
    places: list[Row] = [((*bins, at, "title"), each.title) for at, each in enumerate(question.bins)]
    for rows in (things, places):
        check_distinct(document, rows, "E431")
        check_rows(document, rows)
    check_sorted_together(document, path, question, known)


def _check_items(
    document: LessonDocument,
    path: Path,
    items: Sequence[shape.OrderItemShape | shape.SortItemShape],
    known: Known,
) -> None:
    check_unique(document, _ids(path, [item.id for item in items]), {})
    for at, item in enumerate(items):
        check_known(document, "E305", (*path, at, "misconception"), item.misconception, known.misconceptions)


def _ids(path: Path, names: Sequence[str | None]) -> Iterator[tuple[Path, str]]:
    for at, name in enumerate(names):
        if name:
            yield (*path, at, "id"), name
