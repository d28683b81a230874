"""A dated claim with its source. Lessons and questions cite it by id; knows nothing of the file that it came from."""

from datetime import date
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.text import Text

Confidence = Literal["seen", "secondary", "memory"]
ShelfLife = Literal["stable", "yearly", "quarterly", "legal", "historical"]


class Fact(Struct, frozen=True, kw_only=True):
    """A claim in our own words.

    ``source`` is the citation, which most often is the same in both languages. ``seen`` is the day by which the source
    is known to have said so and ``check_again`` the day from which it must be looked at anew. ``changed`` is the day
    from which it states something else than before. ``article`` marks a claim of the seed article, which is shown as
    the article's, together with ``correction`` where it is known to be wrong or old.
    """

    id: str
    claim: Text
    source: Text
    confidence: Confidence
    shelf_life: ShelfLife
    seen: date
    check_again: date
    changed: date | None = None
    figure: Text | None = None
    addresses: tuple[str, ...] = ()
    article: bool = False
    corrected_by: tuple[str, ...] = ()
    correction: Text | None = None
    note: Text | None = None

    def is_stale(self, today: date) -> bool:
        """Whether the check-again date has passed: it is then marked wherever it is shown."""
        return today > self.check_again
