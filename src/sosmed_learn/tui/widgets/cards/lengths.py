"""How much can be typed as an answer, and what is said to who wants to type more."""

from sosmed_learn.i18n import _

LONGEST_ANSWER = 200
"""Characters."""


def too_long(words: str, most: int = LONGEST_ANSWER) -> str:
    """A sentence once a line is full, since what is typed or pasted beyond that is left out; empty before."""
    if len(words) < most:
        return ""
    return _("The line is full: no more than {count} characters fit here.").format(count=most)
