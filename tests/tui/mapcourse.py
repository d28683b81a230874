"""Two modules whose concepts the blind-spot map asks about, and learners with a map: for the tests of its screens."""

from collections.abc import Sequence
from datetime import timedelta

from msgspec.structs import replace

from sosmed_learn.core.events import Event, Stamp
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.itembank import item_bank
from sosmed_learn.core.mapping.interview import begin_diagnosis, interview, probes_in
from sosmed_learn.core.mapping.sittings import Sitting
from sosmed_learn.core.module import Concept, Diagnostics, Lesson, Module, QuestionStep
from sosmed_learn.core.text import Text
from sosmed_learn.tui.messages import MapAsked
from tests.fakes import NOW, MemoryLibrary, TickingClock
from tests.tui.course import RESULTS, TRUE_FALSE, VANITY, choice, lesson, module
from tests.tui.seeing import Seat

CONCEPTS = {
    "strategy": {
        "goals": Text("Tujuan dan tangga sasaran", "Goals and the goal ladder"),
        "channels": Text("Audit, kanal, dan profil lokal", "Audits, channels and the local profile"),
        "brief": Text("Brief dan anggaran", "Brief and budget"),
    },
    "commerce": {"consent": Text("Izin foto", "Photo consent"), "returns": Text("Retur", "Returns")},
}
NEEDS = {"channels": ("goals",), "brief": ("channels",)}
EACH = 4


def _module(name: str, id_: str, en: str) -> Module:
    concepts = tuple(Concept(key, title, NEEDS.get(key, ())) for key, title in CONCEPTS[name].items())
    made = module(name, id_, en, *(["goals", "channels"] if name == "strategy" else ["consent"]))
    return replace(made, concepts=concepts, diagnosis=Diagnostics(("probes",)))


MODULES = (_module("strategy", "Strategi & rencana", "Strategy & plan"), _module("commerce", "Niaga", "Commerce"))


def _probe(concept: str, number: int) -> QuestionStep:
    """The first choice is right, the second a belief, the third neither."""
    prompt = Text(f"Soal {number} tentang {concept}?", f"Question {number} about {concept}?")
    choices = (
        choice(f"{concept}-yes", "Yang benar", "The right one", right=True),
        choice(f"{concept}-lure", "Yang memikat", "The tempting one", belief=RESULTS.id),
        choice(f"{concept}-no", "Yang lain", "The other one"),
    )
    level = 1 + number % 3
    return QuestionStep(
        replace(VANITY, id=f"{concept}-{number}", concept=concept, level=level, prompt=prompt, facts=(), hints=(),
                choices=choices)
    )  # fmt: skip


def _lesson(concept: str, title: Text) -> Lesson:
    ask = replace(TRUE_FALSE, id=f"{concept}-in", concept=concept)
    return replace(lesson(concept, title, QuestionStep(ask), minutes=8), concepts=(concept,))


LESSONS: dict[tuple[str, str], Lesson | str] = {
    ("strategy", "goals"): _lesson("goals", Text("Tujuan yang bisa diperiksa", "Goals that can be checked")),
    ("strategy", "channels"): _lesson("channels", Text("Memilih kanal", "Choosing channels")),
    ("commerce", "consent"): _lesson("consent", Text("Foto pelanggan", "Customers' photos")),
}
PROBES: dict[tuple[str, str], Lesson | str] = {
    (name, "probes"): lesson(
        "probes", Text("Soal peta", "Probes"), *(_probe(each, n) for each in concepts for n in range(EACH))
    )
    for name, concepts in CONCEPTS.items()
}


def library(*, probes: bool = True, closed: tuple[str, str] | None = None) -> MemoryLibrary:
    """The course; ``closed`` is a lesson with an error in its file."""
    modules = MODULES if probes else [replace(each, diagnosis=None) for each in MODULES]
    broken: dict[tuple[str, str], Lesson | str] = {closed: "courses/x.yaml:1:1"} if closed else {}
    return MemoryLibrary(modules, LESSONS | (PROBES if probes else {}) | broken)


def sat_before(ways: Sequence[str], days: int = 40) -> list[Event]:
    """The events of a diagnosis so many days ago: of each concept in turn, ``yes``, ``lure`` or ``no`` for sure."""
    bank, clock = item_bank(library()), TickingClock()

    def stamp() -> Stamp:
        made = clock.stamp()
        return replace(made, id=f"b-{made.id}", at=NOW - timedelta(days=days) + timedelta(minutes=int(made.id[1:])))

    begun = begin_diagnosis(stamp(), len(ways), "admin")
    session = interview(begun, Sitting(begun), bank, probes_in(bank).keys())
    events: list[Event] = [begun]
    for way in ways:
        assert session.question
        response = Picked((f"{session.question.concept}-{way}",))
        session, answer = session.answer(response, "sure", stamp())
        events.append(answer)
    return events


async def ask_for_map(seat: Seat) -> None:
    """What the key on Home does."""
    seat.app.post_message(MapAsked())
    await seat.settle()
