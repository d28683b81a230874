"""Checks over rows that learners see together: each can be told from the others, and read at a glance."""

from collections.abc import Sequence
from typing import TypeAlias

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.lint.reading import clean, pieces
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import LANGUAGES

LessonDocument = Document[shape.LessonFile]
Row: TypeAlias = tuple[Path, shape.Text]
"""Something that is moved or that takes what is moved, with the path of its words."""

LONGEST_ROW = 90
"""Characters: two lines of the smallest screen, so that nine rows can be seen together."""


def check_distinct(document: LessonDocument, rows: Sequence[Row], code: str) -> None:
    """No two of the rows say the same in any language, but for capitals and punctuation; told once for each row."""
    first: dict[tuple[str, tuple[str, ...]], Path] = {}
    for path, text in rows:
        for inner, words in said_in(path, text):
            said = tuple(pieces(clean(words))) or (words.strip(),)
            languages = LANGUAGES if isinstance(text, str) else (str(inner[-1]),)
            before = [first[key] for language in languages if (key := (language, said)) in first]
            if before:
                line = document.span(before[0]).line
                document.report(code, inner, other=f"{document.sheet.path}:{line}")
                break
            first.update({(language, said): inner for language in languages})


def check_rows(document: LessonDocument, rows: Sequence[Row]) -> None:
    """Each row can be read at a glance, also on a small screen; told once for each row."""
    for path, text in rows:
        for inner, words in said_in(path, text):
            count = len(clean(words))
            if count > LONGEST_ROW:
                document.report("W532", inner, count=str(count), high=str(LONGEST_ROW))
                break
