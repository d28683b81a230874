"""The blind-spot map: each concept as strong, unsure, missing or a blind spot, and what changed since the last one.

A map can be drawn after any number of replies. It says no more than was found out: one question about a concept, or
none and only what others tell of it, makes a guess, which is drawn hatched; where not even that holds, the concept was
not checked.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from sosmed_learn.core.mapping.diagnosis import Diagnosis
from sosmed_learn.core.mapping.evidence import CLASSES, Class
from sosmed_learn.core.mapping.probe import ENOUGH
from sosmed_learn.core.plan import Role

RETAKE_DAYS = 30
_CLEAR = 0.6
"""How probable a class must be to be said of a concept that was never asked, or to be final."""

_BETTER: dict[Class, int] = {"blind": 0, "missing": 1, "unsure": 2, "strong": 3}
"""To know that one does not know is a step up from a blind spot."""


class Spot(Struct, frozen=True, kw_only=True):
    """One concept on the map. ``place`` is None where it was not checked.

    ``chance`` is how probable that class is, ``known`` how probably the concept is known at all. ``hatched``: only a
    guess. ``presumed``: never asked, but something that needs it was. ``misconceptions`` are the beliefs that wrong
    answers named.
    """

    concept: str
    place: Class | None
    chance: float
    known: float
    asked: int
    hatched: bool
    presumed: bool = False
    misconceptions: tuple[str, ...] = ()


class BlindSpotMap(Struct, frozen=True):
    """All concepts in the order of the courses, after so many questions."""

    spots: tuple[Spot, ...]
    questions: int
    ended: bool
    role: Role | None = None

    def spot(self, concept: str) -> Spot | None:
        """The place of that concept, or None if it is no concept of the map."""
        return next((spot for spot in self.spots if spot.concept == concept), None)

    def of(self, place: Class) -> tuple[Spot, ...]:
        """All concepts of one class, those that are certain first."""
        return tuple(sorted((spot for spot in self.spots if spot.place == place), key=lambda spot: -spot.chance))


class Said(Struct, frozen=True):
    """What goes into the one sentence under the map, each by concept: the best of what is strong, all blind spots that
    were seen, the gaps that matter most, and how sure the map is (the mean chance of what it shows, 0 without any).

    ``of_modules`` are modules of which every concept that was checked is strong, at least two of them.
    """

    strong: tuple[str, ...]
    of_modules: tuple[str, ...]
    blind: tuple[str, ...]
    missing: tuple[str, ...]
    certainty: float


class Change(Struct, frozen=True):
    """How a concept stands in two maps. ``new`` was checked only the second time."""

    concept: str
    was: Class | None
    now: Class | None
    kind: Literal["better", "worse", "same", "new", "unchecked"]
    hatched: bool


def draw_map(diagnosis: Diagnosis) -> BlindSpotMap:
    """The map as far as the replies go."""
    spots = tuple(_spot(diagnosis, name) for name in diagnosis.plan.graph.ids)
    return BlindSpotMap(spots, len(diagnosis.replies), diagnosis.ended, diagnosis.plan.wanted.role)


def said(drawn: BlindSpotMap, modules: Mapping[str, str], most: int = 3) -> Said:
    """What to say of the map. ``modules`` are those of the concepts; at most ``most`` are named of strong and missing.

    A blind spot that was only presumed is not told: nobody gave a wrong answer there.
    """
    blind = tuple(spot.concept for spot in drawn.of("blind") if spot.asked)
    checked = [spot for spot in drawn.spots if spot.place]
    by_module: dict[str, list[bool]] = {}
    for spot in checked:
        by_module.setdefault(modules.get(spot.concept, ""), []).append(spot.place == "strong")
    whole = tuple(module for module, strong in by_module.items() if module and all(strong) and len(strong) > 1)
    strong = [spot.concept for spot in drawn.of("strong") if modules.get(spot.concept) not in whole]
    certainty = sum(spot.chance for spot in checked) / len(checked) if checked else 0.0
    missing = tuple(spot.concept for spot in drawn.of("missing"))
    return Said(tuple(strong[:most]), whole, blind, missing[:most], certainty)


def retake_from(taken: date) -> date:
    """The first day on which the diagnosis is offered again."""
    return taken + timedelta(days=RETAKE_DAYS)


def changes(before: BlindSpotMap, after: BlindSpotMap) -> tuple[Change, ...]:
    """What changed between two maps, concept by concept as in the second."""
    return tuple(_change(before.spot(spot.concept), spot) for spot in after.spots)


def _change(before: Spot | None, after: Spot) -> Change:
    was, now = before.place if before else None, after.place
    hatched = after.hatched or bool(before and before.hatched)
    kind: Literal["better", "worse", "same", "new", "unchecked"]
    if now is None:
        kind = "unchecked"
    elif was is None:
        kind = "new"
    else:
        step = _BETTER[now] - _BETTER[was]
        kind = "better" if step > 0 else "worse" if step < 0 else "same"
    return Change(after.concept, was, now, kind, hatched)


def _spot(diagnosis: Diagnosis, name: str) -> Spot:
    chances = diagnosis.classes(name)
    asked = diagnosis.asked.count(name)
    chance = max(chances)
    return Spot(
        concept=name,
        place=CLASSES[chances.index(chance)] if asked or chance >= _CLEAR else None,
        chance=chance,
        known=chances.strong + chances.unsure,
        asked=asked,
        hatched=asked < ENOUGH or chance < _CLEAR,
        presumed=diagnosis.presumed(name),
        misconceptions=tuple(_beliefs_named(diagnosis, name)),
    )


def _beliefs_named(diagnosis: Diagnosis, name: str) -> Iterable[str]:
    named = [
        reply.misconception
        for reply, concept in zip(diagnosis.replies, diagnosis.asked, strict=True)
        if concept == name and reply.misconception
    ]
    return dict.fromkeys(named)
