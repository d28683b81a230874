"""Where a concept stands on the map, as a word and as a mark that needs no colour."""

from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.i18n import N_, _

PLACES: dict[Class | None, str] = {
    "strong": N_("strong"),
    "unsure": N_("unsure"),
    "missing": N_("not yet"),
    "blind": N_("blind spot"),
    None: N_("not checked"),
}
MARKS: dict[Class | None, str] = {"strong": "✓", "unsure": "~", "missing": "?", "blind": "✗!", None: "·"}
"""Each differs in shape, so that none needs its colour."""


def mark_of(place: Class | None, *, hatched: bool) -> str:
    """The mark, in brackets where it is a guess."""
    return f"({MARKS[place]})" if hatched and place else MARKS[place]


def place_words(place: Class | None, *, hatched: bool) -> str:
    """The word for it; that it is a guess, where it is."""
    word = _(PLACES[place])
    return _("{place}, as a guess").format(place=word) if hatched and place else word
