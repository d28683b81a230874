"""A diagnosis as a step machine: each act gives the next interview and, where it counts, an event.

Nothing is told about an answer before the map is drawn; until then the newest can be taken back. An interview that was
left is taken up again from its events. Nothing is saved here, and nothing waits.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.core.drawing import drawn_again, seed_for
from sosmed_learn.core.events import Answered, Confidence, DiagnosisBegun, DiagnosisEnded, Stamp, Undone
from sosmed_learn.core.exam import is_current
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.given import answer_to
from sosmed_learn.core.grading import Arranged, Filled, Picked, Placed, Response, Typed
from sosmed_learn.core.itembank import Item, ItemBank
from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.diagnosis import Diagnosis, Wanted, begin, reply
from sosmed_learn.core.mapping.probe import Probe, Reply, probe_of
from sosmed_learn.core.mapping.sittings import Sitting
from sosmed_learn.core.plan import ROLES, Role
from sosmed_learn.core.question import (
    AnyQuestion,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)

Items = Mapping[str, Item]
"""The questions of a diagnosis by the ids of their probes."""


class Interview(Struct, frozen=True):
    """Where the learner is in a diagnosis. ``trail`` is how it stood after each reply, the start first.

    ``events`` are the answers behind it, in the same order, and ``asked`` the probe that is on screen.
    """

    begun: DiagnosisBegun
    items: Items
    trail: tuple[Diagnosis, ...]
    events: tuple[str, ...] = ()
    asked: str | None = None

    @property
    def diagnosis(self) -> Diagnosis:
        return self.trail[-1]

    @property
    def replies(self) -> int:
        """How many questions were replied to."""
        return len(self.trail) - 1

    @property
    def over(self) -> bool:
        """Whether nothing more is asked: what remains is the map."""
        return self.asked is None

    @property
    def item(self) -> Item | None:
        """What is on screen."""
        return self.items[self.asked] if self.asked else None

    @property
    def question(self) -> AnyQuestion | None:
        """The question on screen, with the numbers of this diagnosis."""
        item = self.item
        return drawn_again(item.question, seed_for(str(self.begun.seed), item.question.id)) if item else None

    def answer(
        self, response: Response, confidence: Confidence | None, stamp: Stamp, seconds: int = 0
    ) -> tuple["Interview", Answered]:
        """Answer the question on screen and go on.

        Raises ``ValueError`` when there is none: the front ends do not offer it then.
        """
        question, place = self._on_screen()
        _, event = answer_to(question, response, stamp, place[:2], confidence)
        return self._after(replace(event, diagnosis=self.begun.id, pretest=False, seconds=seconds))

    def unknown(self, stamp: Stamp, seconds: int = 0) -> tuple["Interview", Answered]:
        """Say "belum tahu" to the question on screen and go on. Raises ``ValueError`` when there is none."""
        question, place = self._on_screen()
        _, event = answer_to(question, nothing_for(question), stamp, place[:2])
        event = replace(event, diagnosis=self.begun.id, pretest=False, seconds=seconds, unknown=True)
        return self._after(replace(event, correct=False, score=0.0, misconceptions=()))

    def undo(self, stamp: Stamp) -> tuple["Interview", Undone | None]:
        """Take back the newest reply and stand before its question again."""
        if not self.replies:
            return self, None
        event = Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=self.events[-1])
        asked = self.diagnosis.replies[-1].probe
        return replace(self, trail=self.trail[:-1], events=self.events[:-1], asked=asked), event

    def end(self, stamp: Stamp) -> DiagnosisEnded:
        """The event that ends it, wherever it stands."""
        return DiagnosisEnded(id=stamp.id, at=stamp.at, offset=stamp.offset, diagnosis=self.begun.id)

    def _on_screen(self) -> tuple[AnyQuestion, tuple[str, str, str]]:
        question, item = self.question, self.item
        if question is None or item is None:
            message = f"nothing to answer in the diagnosis {self.begun.id}"
            raise ValueError(message)
        return question, item.place

    def _after(self, event: Answered) -> tuple["Interview", Answered]:
        told = reply(self.diagnosis, reply_of(event, self.asked or ""))
        asked = next_probe(told)
        trail, events = (*self.trail, told), (*self.events, event.id)
        return replace(self, trail=trail, events=events, asked=asked.id if asked else None), event


def begin_diagnosis(stamp: Stamp, length: int, role: Role | None) -> DiagnosisBegun:
    """The event that begins a diagnosis of at most ``length`` questions."""
    seed = seed_for(stamp.id, "diagnosis")
    return DiagnosisBegun(id=stamp.id, at=stamp.at, offset=stamp.offset, length=length, seed=seed, role=role or "")


def probes_in(bank: ItemBank) -> dict[str, Item]:
    """All questions that the diagnosis alone asks."""
    return {"/".join(item.place): item for item in bank.items if item.home == "diagnosis"}


def current(items: Items, facts: Mapping[str, Fact], today: date) -> frozenset[str]:
    """Those of them whose facts are current."""
    return frozenset(name for name, item in items.items() if is_current(item.question, facts, today))


def interview(
    begun: DiagnosisBegun, sitting: Sitting, bank: ItemBank, askable: Collection[str], before: Sitting | None = None
) -> Interview:
    """The diagnosis where it was left. ``askable`` are the probes that may be asked; those asked in the sitting
    ``before`` are not asked again, except where nothing else asks about their concept.
    """
    items = probes_in(bank)
    find = finder(items)
    replies = tuple(_replies(sitting.answers, items, find))
    lately = {name for answer in (before.answers if before else ()) if (name := find(answer))}
    given = {told.probe for _, told in replies}
    kept = given | _fresh({name: items[name] for name in askable if name in items}, lately)
    trail = [begin(bank.graph, _probes(items, kept), wanted_by(begun))]
    events = []
    for name, told in replies:
        after = reply(trail[-1], told)
        if after is not trail[-1]:
            trail.append(after)
            events.append(name)
    asked = None if sitting.over else next_probe(trail[-1])
    return Interview(begun, items, tuple(trail), tuple(events), asked.id if asked else None)


def diagnosis_of(sitting: Sitting, bank: ItemBank) -> Diagnosis | None:
    """What was found in a sitting, None where nobody knows how it began."""
    if sitting.begun is None:
        return None
    return interview(sitting.begun, sitting, bank, ()).diagnosis


def wanted_by(begun: DiagnosisBegun) -> Wanted:
    """What sort of diagnosis was begun."""
    return Wanted(next((role for role in ROLES if role == begun.role), None), begun.length, begun.seed)


def finder(items: Items) -> Callable[[Answered], str | None]:
    """Finds the probe of an answer, under any id that it, its lesson and its module have had."""
    known = {
        (*home, name): probe for probe, item in items.items() for home in item.what.homes for name in item.what.names
    }
    return lambda answer: known.get((answer.module, answer.lesson, answer.question))


def reply_of(event: Answered, probe: str) -> Reply:
    """What an answer to the probe comes to."""
    if event.unknown:
        return Reply(probe, "unknown")
    belief = None if event.correct or not event.misconceptions else event.misconceptions[0]
    return Reply(probe, "right" if event.correct else "wrong", event.confidence, belief)


def nothing_for(question: AnyQuestion) -> Response:
    """An answer of the form that fits, with nothing in it."""
    match question:
        case ChoiceQuestion():
            return Picked(())
        case OrderQuestion():
            return Arranged(())
        case PlaceQuestion():
            return Placed(())
        case FillQuestion():
            return Filled(())
        case TextQuestion() | NumberQuestion():
            return Typed("", "id")


def _replies(
    answers: Iterable[Answered], items: Items, find: Callable[[Answered], str | None]
) -> Iterator[tuple[str, Reply]]:
    """With their events. Those to questions that are gone, or that ask something else by now, say nothing."""
    for answer in answers:
        name = find(answer)
        if name is not None and items[name].what.revision == answer.revision:
            yield answer.id, reply_of(answer, name)


def _fresh(items: Items, lately: Collection[str]) -> set[str]:
    """Those that were not asked lately, and all about a concept of which there are no others."""
    others = {item.question.concept for name, item in items.items() if name not in lately}
    return {name for name, item in items.items() if name not in lately or item.question.concept not in others}


def _probes(items: Items, names: Collection[str]) -> Iterator[Probe]:
    return (probe_of(items[name].question, name) for name in items if name in names)
