"""The name that was probably meant. Loads the comparison only when something is misspelt."""

from collections.abc import Collection

_LONGEST = 60
_MOST_NAMES = 500  # comparing costs time for each; a hostile file could declare 100,000


def guess(word: str, names: Collection[str]) -> str:
    """The one of ``names`` that is most like ``word``, or an empty string."""
    if not word or len(word) > _LONGEST or len(names) > _MOST_NAMES:
        return ""
    from difflib import get_close_matches  # noqa: PLC0415 - 7 ms that only a misspelt word is worth

    plain = word.lower().replace("_", "-").replace(" ", "-")
    return next(iter(get_close_matches(plain, sorted(names), n=1, cutoff=0.6)), "")
