"""Gathers what the screens of the blind-spot map need. It may read files: call it off the event loop."""

from datetime import date

from msgspec import Struct

from sosmed_learn.core.events import DiagnosisBegun
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.lessonprogress import LessonProgress
from sosmed_learn.core.mapping.interview import Interview, current, interview, probes_in
from sosmed_learn.core.mapping.picture import Picture, picture
from sosmed_learn.core.mapping.sittings import Sitting, open_sitting, taken
from sosmed_learn.core.module import Lesson, Module
from sosmed_learn.core.offers import role_of
from sosmed_learn.core.plan import Role
from sosmed_learn.core.study import Library
from sosmed_learn.core.text import Text


class MapMaterial(Struct, frozen=True):
    """What is known, the map of it, and the questions that may be asked now. ``role`` is the one in the settings."""

    known: Insight
    picture: Picture
    askable: frozenset[str]
    role: Role
    today: date
    remarks: dict[tuple[str, str], LessonProgress] = {}

    @property
    def modules(self) -> tuple[Module, ...]:
        return self.known.bank.modules

    @property
    def open(self) -> Sitting | None:
        """The diagnosis that was left in the middle; one without an answer is none."""
        sitting = open_sitting(self.known.progress.diagnoses)
        return sitting if sitting and sitting.answers else None

    @property
    def taken(self) -> bool:
        """Whether anything was answered in a diagnosis."""
        return bool(taken(self.known.progress.diagnoses))

    def interview(self, begun: DiagnosisBegun) -> Interview:
        """That diagnosis, new or where it was left."""
        earlier = [one for one in taken(self.known.progress.diagnoses) if one.begun and one.begun.id < begun.id]
        sitting = self.known.progress.diagnoses.get(begun.id, Sitting(begun))
        return interview(begun, sitting, self.known.bank, self.askable, earlier[0] if earlier else None)

    def title(self, concept: str) -> Text:
        """How a concept is called."""
        found = (module.concept(concept) for module in self.modules)
        return next((each.title for each in found if each), Text.same(concept))

    def lesson(self, module: str, lesson: str) -> Lesson:
        """A lesson that can be opened."""
        return self.known.bank.lessons[module, lesson]


def map_material(library: Library, known: Insight, today: date) -> MapMaterial:
    """Everything that the map and the diagnosis need."""
    role, progress, bank = role_of(known.progress), known.progress, known.bank
    probes = probes_in(bank)
    homes = {item.place[:2]: item.what for item in probes.values()}
    return MapMaterial(
        known=known,
        picture=picture(known, role),
        askable=current(probes, library.facts(), today),
        role=role,
        today=today,
        remarks={home: progress.lesson(what.modules, what.lessons) for home, what in homes.items()},
    )
