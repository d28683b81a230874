"""Two modules with questions of the map and a lesson, and learners who answer: for the tests of the interview."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, Literal

from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.events import Confidence, DiagnosisBegun, Event
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.insight import insight
from sosmed_learn.core.itembank import ItemBank, item_bank
from sosmed_learn.core.mapping.interview import Interview, begin_diagnosis, current, interview, probes_in
from sosmed_learn.core.mapping.picture import Picture, picture
from sosmed_learn.core.mapping.sittings import Sitting, taken
from sosmed_learn.core.module import Concept, Diagnostics, Lesson, Module, QuestionStep
from sosmed_learn.core.plan import Role
from sosmed_learn.core.progress import fold
from tests.core.builders import START, Ticks, module, single, words
from tests.fakes import MemoryLibrary

TODAY = date(2026, 11, 23)
CONCEPTS = {"strategy": ("goals", "channels", "calendar"), "commerce": ("consent", "privacy")}
NEEDS = {"channels": ("goals",), "calendar": ("channels",)}
Way = tuple[Literal["right", "wrong", "unknown"], Confidence | None]
WAYS: st.SearchStrategy[Way] = st.one_of(
    st.tuples(st.sampled_from(["right", "wrong"]), st.sampled_from(["sure", "fairly", "guess", None])),
    st.just(("unknown", None)),
)
SURE: Way = ("right", "sure")


def _module(name: str) -> Module:
    concepts = tuple(Concept(each, words(each), NEEDS.get(each, ())) for each in CONCEPTS[name])
    return module(name, ("first",), concepts=concepts, diagnosis=Diagnostics(("probes",)))


def _probes(name: str, each: int) -> Lesson:
    asked = [
        replace(single(f"{concept}-{n}"), concept=concept, level=1 + n % 3)
        for concept in CONCEPTS[name]
        for n in range(each)
    ]
    return Lesson(id="probes", title=words("probes"), minutes=5, steps=tuple(QuestionStep(one) for one in asked))


def _first(name: str) -> Lesson:
    """The lesson of the module, which teaches its first concept."""
    concept = CONCEPTS[name][0]
    steps = tuple(QuestionStep(replace(single(f"{concept}-in-{n}"), concept=concept)) for n in range(4))
    return Lesson(id="first", title=words(name), minutes=5, steps=steps, concepts=(concept,))


def bank(each: int = 4, modules: Sequence[Module] | None = None) -> ItemBank:
    lessons: dict[tuple[str, str], Lesson | str] = {}
    for name in CONCEPTS:
        lessons[name, "first"], lessons[name, "probes"] = _first(name), _probes(name, each)
    return item_bank(MemoryLibrary(modules or [_module(name) for name in CONCEPTS], lessons))


BANK = bank()


def sit_down(events: Sequence[Event], of: ItemBank = BANK) -> Interview:
    """The newest diagnosis, as it follows from the events alone."""
    diagnoses = fold(events).diagnoses
    name, sitting = list(diagnoses.items())[-1]
    before = [one for one in taken(diagnoses) if one.begun and one.begun.id != name]
    assert sitting.begun
    return interview(sitting.begun, sitting, of, current(probes_in(of), {}, TODAY), before[0] if before else None)


def begun(ticks: Ticks, length: int = 15, role: Role | None = "owner") -> DiagnosisBegun:
    return begin_diagnosis(ticks.stamp(), length, role)


def new(event: DiagnosisBegun, of: ItemBank = BANK) -> Interview:
    return interview(event, Sitting(event), of, current(probes_in(of), {}, TODAY))


def give(session: Interview, way: Way, ticks: Ticks) -> tuple[Interview, Event]:
    """Answer what is on screen in that way."""
    verdict, confidence = way
    if verdict == "unknown":
        return session.unknown(ticks.stamp(), 3)
    return session.answer(Picked((verdict,)), confidence, ticks.stamp(), 3)


def walk(session: Interview, ways: Iterable[Way], ticks: Ticks) -> tuple[Interview, list[Event]]:
    """Answer in these ways as long as anything is asked."""
    events: list[Event] = []
    for way in ways:
        if session.over:
            break
        session, event = give(session, way, ticks)
        events.append(event)
    return session, events


def drawn(events: Sequence[Event], of: ItemBank = BANK, role: Role = "admin", days: int = 0) -> Picture:
    """The map that follows from the events, some days later."""
    now = START + timedelta(days=days, hours=8)
    return picture(insight(of, fold(events), now, TODAY + timedelta(days=days)), role)


def shown(of: Picture, concept: str) -> Any:
    found = of.drawn.spot(concept)
    assert found is not None
    return found
