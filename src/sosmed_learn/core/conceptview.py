"""One concept with everything behind where it stands: each answer, what it changed, what is needed, what helps.

Pure: what is known of the learner comes in.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sosmed_learn.core.events import Answered
from sosmed_learn.core.insight import Insight
from sosmed_learn.core.itembank import Item
from sosmed_learn.core.ledger import Account, Entry, account
from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.core.mapping.picture import Picture
from sosmed_learn.core.module import Concept, Lesson, Module
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.remedy import Remedy


class SeenAnswer(Struct, frozen=True):
    """An answer behind a concept: what it changed, its question, and what was answered as far as that is kept."""

    entry: Entry
    item: Item
    module: Module
    answered: Answered | None = None


class Need(Struct, frozen=True):
    """A concept that has to be known first, or that needs this one, and where it stands."""

    concept: Concept
    place: Class | None
    hatched: bool


class ConceptView(Struct, frozen=True):
    """A concept of ``module`` as the map shows it at ``place``, hatched where that is only a guess.

    ``answers`` are the newest first. It rests on ``needs``, and ``builds`` rest on it. ``lessons`` teach it, with the
    ids of their modules. ``of_map``: the place is that of the newest diagnosis, and all answers together would tell
    another.
    """

    module: Module
    concept: Concept
    place: Class | None
    hatched: bool
    presumed: bool
    account: Account
    answers: tuple[SeenAnswer, ...]
    needs: tuple[Need, ...]
    lessons: tuple[tuple[str, Lesson], ...]
    remedy: Remedy | None = None
    builds: tuple[Need, ...] = ()
    of_map: bool = False


def concept_view(known: Insight, shown: Picture, name: str) -> ConceptView | None:
    """Everything about the concept of that id, or None where no module has it."""
    module = known.bank.module(known.bank.graph.modules.get(name, ""))
    concept = module.concept(name) if module else None
    if module is None or concept is None:
        return None
    spot = shown.drawn.spot(name)
    told = account(known.evidence.get(name, ()), known.now)
    together = known.places.get(name)
    return ConceptView(
        module=module,
        concept=concept,
        place=spot.place if spot else None,
        hatched=bool(spot and spot.hatched),
        presumed=bool(spot and spot.presumed),
        account=told,
        answers=tuple(_seen(known, told)),
        needs=tuple(_beside(known, shown, known.bank.graph.needs[name])),
        builds=tuple(_beside(known, shown, _builders(known, name))),
        lessons=tuple((key[0], known.bank.lessons[key]) for key in known.bank.teaching(name)),
        remedy=known.remedy(name),
        of_map=bool(spot and spot.place and together and together.spot not in {spot.place, "unchecked"}),
    )


def _seen(known: Insight, told: Account) -> Iterator[SeenAnswer]:
    by_name = {"/".join(item.place): item for item in known.bank.items}
    kept = _kept(known.progress)
    for entry in reversed(told.entries):
        item = by_name[entry.evidence.question]
        module = known.bank.module(item.place[0])
        if module is not None:
            yield SeenAnswer(entry, item, module, kept.get(entry.evidence.source))


def _kept(progress: Progress) -> dict[str, Answered]:
    """The answers of which it is still kept what was answered, by their events."""
    found: list[Answered] = []
    for lesson in progress.lessons.values():
        found += (act for act in lesson.acts if isinstance(act, Answered))
    for exam in progress.exams.values():
        found += (answer for sitting in exam.sittings.values() for answer in sitting.answers)
    found += (answer for sitting in progress.diagnoses.values() for answer in sitting.answers)
    return {answer.id: answer for answer in found}


def _builders(known: Insight, name: str) -> Iterator[str]:
    """The concepts that need this one."""
    graph = known.bank.graph
    return (other for other in graph.ids if name in graph.needs[other])


def _beside(known: Insight, shown: Picture, names: Iterable[str]) -> Iterator[Need]:
    for need in names:
        module = known.bank.module(known.bank.graph.modules[need])
        concept, spot = module.concept(need) if module else None, shown.drawn.spot(need)
        if concept is not None:
            yield Need(concept, spot.place if spot else None, bool(spot and spot.hatched))
