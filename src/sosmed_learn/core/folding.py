"""Typed words compared as people mean them: case, spaces, punctuation and accents do not count."""

import unicodedata
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

    The spaces themselves are ignored too, so "co branding" and "cobranding" are one.
    """
    said = fold(typed[:LONGEST_ANSWER]).replace(" ", "")
    if not said:
        return False
    if accepted.wildcard:
        return _fits(said, fold(accepted.text, keep="*").replace(" ", ""))
    return said == fold(accepted.text).replace(" ", "")


def _fits(said: str, pattern: str) -> bool:
    """Whether ``said`` is ``pattern``, in which each ``*`` stands for anything or nothing.

    Each part is taken where it comes first, so no pattern can make this slow; a regular expression for each answer
    would take longer to make than all the comparing.
    """
    first, *middle = pattern.split("*")
    if not middle:
        return said == first
    last = middle.pop()
    if not (said.startswith(first) and said.endswith(last)):
        return False
    at, end = len(first), len(said) - len(last)
    for part in middle:
        found = said.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return at <= end
