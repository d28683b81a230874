"""What to propose when a concept is missed again and again: the lesson of what has to be known first.

Pure: answers, what each concept needs, how well each is mastered, and where each is taught come in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.mastery import Mastery
from sosmed_learn.core.posterior import PRESUMED

REPEATED = 3
"""Misses that make a pattern: one may be a slip, two bad luck."""

RECENT = 5
"""Answers that are looked at: what was missed before has been made up for."""

FIRM = 0.6
"""Mastery from which a prerequisite is no longer the likely cause."""

LessonPlace = tuple[str, str]
"""A module and one of its lessons, by their ids."""


class Remedy(Struct, frozen=True):
    """Go to ``lesson``, which teaches ``through``, because ``concept`` was missed in ``misses``.

    ``path`` leads from the concept to ``through``, each needing the next; it is the concept alone where its own lesson
    is the one to see again.
    """

    concept: str
    through: str
    lesson: LessonPlace
    path: tuple[str, ...]
    misses: tuple[Evidence, ...]


def remedy(
    concept: str,
    evidence: Iterable[Evidence],
    needs: Mapping[str, Sequence[str]],
    masteries: Mapping[str, Mastery],
    lessons: Mapping[str, LessonPlace],
) -> Remedy | None:
    """What to propose for ``concept``, or None: it is not missed that often, or nothing that helps is taught anywhere.

    Of its prerequisites that are not firm, the weakest is followed, and of that one's again, down to where the ground
    is firm: the last one that has a lesson is proposed. Of one that was never asked about, what is presumed of anybody
    counts, which is not firm. When all are firm it is the concept's own lesson.
    """
    misses = repeated_misses(one for one in evidence if one.concept == concept)
    if not misses:
        return None
    path = tuple(_down(concept, needs, masteries))
    for end in range(len(path), 0, -1):
        if path[end - 1] in lessons:
            return Remedy(concept, path[end - 1], lessons[path[end - 1]], path[:end], misses)
    return None


def repeated_misses(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The misses among the newest answers when they make a pattern and the last answer is one of them; else nothing."""
    recent = sorted(evidence, key=lambda one: (one.at, one.score))[-RECENT:]
    misses = tuple(one for one in recent if one.missed)
    return misses if len(misses) >= REPEATED and recent[-1].missed else ()


def _down(concept: str, needs: Mapping[str, Sequence[str]], masteries: Mapping[str, Mastery]) -> Iterator[str]:
    """The concept, and below it the weakest of what is not firm, as deep as that goes; nothing twice."""
    seen: set[str] = set()
    at: str | None = concept
    while at is not None:
        yield at
        seen.add(at)
        loose = [need for need in needs.get(at, ()) if need not in seen and _mean(masteries, need) < FIRM]
        at = min(loose, key=lambda need: _mean(masteries, need), default=None)


def _mean(masteries: Mapping[str, Mastery], concept: str) -> float:
    known = masteries.get(concept)
    return known.mean if known else PRESUMED
