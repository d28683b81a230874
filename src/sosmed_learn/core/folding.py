"""Typed words compared as people mean them: case, spaces, punctuation and accents do not count."""

import unicodedata
from fnmatch import fnmatchcase
from functools import lru_cache

from sosmed_learn.core.question import Accepted

LONGEST_ANSWER = 200
"""Typed answers are cut here before they are compared, so that no paste can make grading slow."""


@lru_cache(maxsize=512)  # an answer is compared with all that a question accepts, and these with every answer
def fold(words: str, keep: str = "") -> str:
    """``words`` in lower case, without accents, each run of spaces or punctuation as one space.

    Characters in ``keep`` survive as they are. ``"Co-Branding  é!"`` becomes ``"co branding e"``.
    """
    # Decomposed on both sides of the case: some signs (``℡``, ``㎒``) hold capitals that come out only then.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", words).casefold())
    letters = (c if c.isalnum() or c in keep else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def matches(typed: str, accepted: Accepted) -> bool:
    """Whether ``typed`` says what ``accepted`` does.

    The spaces themselves are ignored too, so "co branding" and "cobranding" are one. Wildcards go through
    ``fnmatch``, whose translation is atomic and so cannot be made to backtrack without end.
    """
    said = fold(typed[:LONGEST_ANSWER]).replace(" ", "")
    if not said:
        return False
    if accepted.wildcard:
        return fnmatchcase(said, fold(accepted.text, keep="*").replace(" ", ""))
    return said == fold(accepted.text).replace(" ", "")
