"""Figures, amounts and copies -> lines for people."""

from collections.abc import Iterator, Sequence

from sosmed_learn.core.text import Language
from tests.cues.amounts import Amount
from tests.cues.asking import Asked
from tests.cues.copies import Copy
from tests.cues.figures import ALL, Figure

NAMES: dict[Language, str] = {"id": "Indonesian", "en": "English"}
WIDTH = 40
MEANS = frozenset({"stem words in the key"})
"""What is told in words, not in percent."""


def table(found: Sequence[Figure], language: Language) -> Iterator[str]:
    """One line for each figure, one column for each group; what is over its limit has an exclamation mark."""
    of = [figure for figure in found if figure.language == language]
    columns = list(dict.fromkeys(figure.group for figure in of))
    yield f"{NAMES[language]:{WIDTH}}  chance   limit" + "".join(f"{name:>11}" for name in columns)
    for what in dict.fromkeys(figure.what for figure in of):
        row = {figure.group: figure for figure in of if figure.what == what}
        whole = row[ALL]
        cells = "".join(f"{cell(row.get(name)):>11}" for name in columns)
        yield f"{what:{WIDTH}}  {number(what, whole.chance):>6}  {number(what, whole.limit):>6}{cells}"


def cell(figure: Figure | None) -> str:
    """The value of a figure, marked if it is too high."""
    if figure is None:
        return ""
    return number(figure.what, figure.value) + ("" if figure.fine else " !")


def number(what: str, value: float) -> str:
    """A mean as it is, a share in percent."""
    return f"{value:.2f}" if what in MEANS else f"{100 * value:.1f}"


def orders(asked: Sequence[Asked]) -> Iterator[str]:
    """The places of the keys of each lesson, one after the other: where none ever comes twice, that too is a cue."""
    yield "places of the keys, lesson by lesson"
    for lesson in dict.fromkeys(each.where.partition(":")[0] for each in asked if each.kind == "lesson"):
        keys = [str(each.key + 1) for each in asked if each.where.partition(":")[0] == lesson]
        yield f"    {' '.join(keys):16} {lesson}"


def failing(found: Sequence[Figure]) -> Iterator[str]:
    """What is over its limit, with the questions behind it; those of a part where they were not named with all."""
    named: set[tuple[str, Language]] = set()
    for figure in (each for each in found if not each.fine):
        value, limit = number(figure.what, figure.value), number(figure.what, figure.limit)
        yield f"{NAMES[figure.language]}, {figure.group}: {figure.what}: {value}, at most {limit}"
        if (figure.what, figure.language) not in named:
            yield from (f"    {each.where} {each.name}" for each in figure.behind)
        if figure.group == ALL:
            named.add((figure.what, figure.language))


def counted(found: Sequence[Amount], *, wordy: bool) -> Iterator[str]:
    """What is counted; of each lesson only what it lacks, unless all is wanted."""
    for amount in found:
        if wordy or not amount.fine or "›" not in amount.what:  # so what belongs to one lesson or concept is named
            most = "" if amount.most is None else f" to {amount.most}"
            verdict = "" if amount.fine else "   FAIL"
            yield f"{amount.there:5}  of {amount.least}{most}  {amount.what}{verdict}"
            yield from (f"         {place}" for place in (() if amount.fine else amount.behind))


def repeated(found: Sequence[Copy]) -> Iterator[str]:
    """Each run of words with its places."""
    for copy in found:
        yield f"{len(copy.words):3} words, {copy.language}: {' '.join(copy.words)}"
        yield from (f"    {place}" for place in copy.places)
