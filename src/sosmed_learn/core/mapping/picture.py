"""The blind-spot map as it is shown: what the diagnoses found, kept up with what was answered in lessons since.

Of each concept the newest diagnosis counts that asked about it, so that one which was stopped early wipes nothing out;
the tests of lessons that came after it count in it as well (``carrying``). Where anything was answered elsewhere since
then, or where no diagnosis asked, all answers together tell the place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.evidence import Evidence
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.itembank import ItemBank
from sosmed_learn.core.mapping.blindspots import (
    BlindSpotMap,
    Change,
    Said,
    Spot,
    changes,
    draw_map,
    retake_from,
    said,
)
from sosmed_learn.core.mapping.carrying import carried, untaught
from sosmed_learn.core.mapping.diagnosis import Diagnosis, begin
from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.core.mapping.interview import diagnosis_of, wanted_by
from sosmed_learn.core.mapping.sittings import Sitting, taken
from sosmed_learn.core.mapping.studypath import PathStep, StudyPath, Teaching, study_path
from sosmed_learn.core.plan import Role
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.spots import Place

LOOKED_BACK = 3
"""Diagnoses of which something can still be on the map."""

_PRESSING: tuple[Class, ...] = ("blind", "missing", "unsure")


class Picture(Struct, frozen=True):
    """The map with all that is said about it.

    ``changes`` are those since the diagnosis before, of the concepts that the newest asked about. ``lessonless`` are
    concepts to be learnt for which there is no lesson yet. ``day`` is that of the newest diagnosis, ``questions`` how
    many it asked, and ``whole`` whether it was not stopped early; without one there is no day.
    """

    drawn: BlindSpotMap
    said: Said
    path: StudyPath
    changes: tuple[Change, ...] = ()
    lessonless: tuple[str, ...] = ()
    day: date | None = None
    questions: int = 0
    whole: bool = True

    @property
    def blank(self) -> bool:
        """Whether nothing is known of anything."""
        return not any(spot.place for spot in self.drawn.spots)

    @property
    def way(self) -> tuple[PathStep, ...]:
        """The steps that the map leads to. It leads nowhere until a diagnosis has drawn it: who has not asked for one
        goes through the modules in their order.
        """
        return self.path.steps if self.day else ()

    @property
    def again(self) -> date | None:
        """From when on a new diagnosis makes sense."""
        return retake_from(self.day) if self.day else None


class _Seen(Struct, frozen=True):
    """A place with the diagnosis that found it, None where none did."""

    spot: Spot
    begun: str | None = None


def picture(known: Insight, role: Role) -> Picture:
    """The map that follows from everything. ``role`` counts where the newest diagnosis does not say one."""
    bank, progress = known.bank, known.progress
    sittings = taken(progress.diagnoses)[:LOOKED_BACK]
    newest = sittings[0] if sittings else None
    seen = _found(sittings, bank, known)
    asked = frozenset(answer.id for sitting in progress.diagnoses.values() for answer in sitting.answers)
    spots = [_now(one, known.places, known.evidence, asked) for one in seen.values()]
    said_role = wanted_by(newest.begun).role if newest and newest.begun else None
    questions = len(newest.answers) if newest else 0
    whole = newest is None or newest.begun is None or questions >= newest.begun.length
    drawn = BlindSpotMap(tuple(spots), questions, whole, said_role or role)
    lessons = tuple(_to_take(drawn, bank, progress))
    return Picture(
        drawn=drawn,
        said=said(drawn, bank.graph.modules),
        path=study_path(drawn, bank.graph, lessons),
        changes=_changed(sittings, bank, drawn),
        lessonless=tuple(_lessonless(drawn, bank)),
        day=newest.day if newest else None,
        questions=questions,
        whole=whole,
    )


def _found(sittings: Sequence[Sitting], bank: ItemBank, known: Insight | None = None) -> dict[str, _Seen]:
    """The place of each concept as diagnoses tell it, the newest of them first.

    With what is ``known``, the newest goes on with the tests of lessons that came after it.
    """
    blank = draw_map(begin(bank.graph, ()))
    found = {spot.concept: _Seen(replace(spot, place=None)) for spot in blank.spots}
    for number, sitting in enumerate(sittings):
        diagnosis = diagnosis_of(sitting, bank)
        if diagnosis and known and sitting.begun and not number:
            diagnosis = carried(diagnosis, untaught(known, sitting.begun.id))
        sure = _surely_missed(diagnosis) if diagnosis else frozenset()
        for drawn in draw_map(diagnosis).spots if diagnosis else ():
            spot = _blind_only_of(sure, drawn)
            if _worth(spot) > _worth(found[spot.concept].spot):
                old = replace(spot, hatched=True) if number else spot
                found[spot.concept] = _Seen(old, sitting.begun.id if sitting.begun else None)
    return found


def _surely_missed(diagnosis: Diagnosis) -> frozenset[str]:
    """The concepts about which the learner said to be sure of a wrong answer."""
    replies = zip(diagnosis.replies, diagnosis.asked, strict=True)
    return frozenset(about for reply, about in replies if reply.verdict == "wrong" and reply.confidence == "sure")


def _blind_only_of(sure: frozenset[str], spot: Spot) -> Spot:
    """Nobody is told to be sure and wrong who never said so, or was never asked: that is only not known yet.

    It may be the likelier class all the same, going by how bold the learner is elsewhere; but it would not be believed.
    """
    return replace(spot, place="missing") if spot.place == "blind" and spot.concept not in sure else spot


def _worth(spot: Spot) -> int:
    """What was asked about counts more than what was presumed, and that more than nothing."""
    return 2 if spot.asked else 1 if spot.place else 0


def _now(
    seen: _Seen, places: Mapping[str, Place], evidence: Mapping[str, Sequence[Evidence]], asked: frozenset[str]
) -> Spot:
    """The place with what was answered outside of the diagnoses; ``asked`` are the answers in them."""
    spot = seen.spot
    outside = [one.source for one in evidence.get(spot.concept, ()) if one.source not in asked]
    if outside and (not spot.asked or max(outside) > (seen.begun or "")):
        return _spot_of(spot, places[spot.concept])
    return spot


def _spot_of(spot: Spot, place: Place) -> Spot:
    """As all answers together tell it."""
    known = place.mastery.mean
    where: Class | None = None if place.spot == "unchecked" else place.spot
    return Spot(
        concept=spot.concept,
        place=where,
        chance=max(known, 1 - known),
        known=known,
        asked=place.mastery.questions,
        hatched=place.sketch,
        misconceptions=spot.misconceptions if where == "blind" else (),
    )


def _to_take(drawn: BlindSpotMap, bank: ItemBank, progress: Progress) -> Iterator[Teaching]:
    """The lessons that may be on the path. One that was done is, where a concept of it is still not known."""
    open_gaps = {spot.concept for place in ("blind", "missing") for spot in drawn.of(place)}
    for (name, lesson), found in bank.lessons.items():
        module = bank.module(name)
        names = (name, *module.aliases) if module else (name,)
        done = progress.lesson(names, (lesson, *found.aliases)).done
        if not done or open_gaps.intersection(found.concepts):
            yield Teaching(name, lesson, found.concepts, found.minutes)


def _lessonless(drawn: BlindSpotMap, bank: ItemBank) -> Iterable[str]:
    return (spot.concept for place in _PRESSING for spot in drawn.of(place) if not bank.teaching(spot.concept))


def _changed(sittings: Sequence[Sitting], bank: ItemBank, drawn: BlindSpotMap) -> tuple[Change, ...]:
    """What the newest diagnosis has asked about, and how it stood before."""
    newest = diagnosis_of(sittings[0], bank) if len(sittings) > 1 else None
    if newest is None:
        return ()
    before = replace(drawn, spots=tuple(one.spot for one in _found(sittings[1:], bank).values()))
    return tuple(change for change in changes(before, drawn) if change.concept in newest.asked)
