"""The fact register: the files of ``seeds/facts/`` -> core facts, loaded and checked like courses."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath

from sosmed_learn.content import build
from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_file
from sosmed_learn.content.folders import facts_folders, files_in
from sosmed_learn.content.names import Place, check_known, check_unique
from sosmed_learn.content.texts import check_texts
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.text import LANGUAGES

FactsDocument = Document[shape.FactsFile]

_ALIKE = {"source"}  # names, titles and years are the same for readers of either language


def read_register(seeds: Path) -> list[FactsDocument]:
    """Every file of the register, or of the facts beside courses, by name and not yet checked over several values.

    Raises nothing.
    """
    return [
        read_file(path, folder, shape.FactsFile)
        for folder in facts_folders(seeds)
        for path in files_in(folder, ".yaml")
    ]


def check_register(
    documents: Sequence[FactsDocument],
    background: Sequence[FactsDocument] = (),
    originals: Sequence[FactsDocument] = (),
    today: date | None = None,
) -> None:
    """Checks over the whole register; ``background`` are files that are only referred to.

    So are ``originals``, of which some ``documents`` are another copy: their ids may be used again. So may those of
    another document of the same name: modules that were installed bring their facts along. With ``today``, facts that
    should have been looked at again by then are told.
    """
    taken: dict[str, Place] = {
        fact.id: near.sheet.path for near in background if near.value for fact in near.value.facts
    }
    copied: dict[str, set[str]] = {}
    for document in documents:
        if document.value is not None:
            check_texts(document, LANGUAGES, alike=_ALIKE)
            ids = [(("facts", at, "id"), fact.id) for at, fact in enumerate(document.value.facts)]
            alike = copied.setdefault(PurePath(document.sheet.path).name, set())
            others = {name: place for name, place in taken.items() if name not in alike}
            check_unique(document, iter(ids), others)
            taken.update(others)
            alike.update(name for _, name in ids)
    everything = [*documents, *background, *originals]
    known = fact_ids(everything)
    certain = all(document.value is not None for document in everything)
    for document in documents:
        for at, fact in enumerate(facts_of(document)):
            _check_fact(document, at, fact, known if certain else None)
            if today is not None and is_old(fact, today):
                document.report("W523", ("facts", at, "check-again"), id=fact.id)
            if is_untimely(fact, today):
                document.report("W590", ("facts", at, "changed"))


def facts_of(document: FactsDocument) -> tuple[shape.FactShape, ...]:
    """The facts of a file; none when it could not be read."""
    return document.value.facts if document.value else ()


def is_old(fact: shape.FactShape, today: date) -> bool:
    """Whether the fact should have been looked at again by ``today``."""
    return today > fact.check_again > fact.seen


def is_untimely(fact: shape.FactShape, today: date | None) -> bool:
    """Whether it is said to have changed on a day that has not come, or after it was last looked at."""
    return fact.changed is not None and (fact.changed > fact.seen or (today is not None and fact.changed > today))


def _check_fact(document: FactsDocument, at: int, fact: shape.FactShape, known: frozenset[str] | None) -> None:
    for position, name in enumerate(fact.corrected_by):
        path = ("facts", at, "corrected-by", position)
        if name and name == fact.id:
            document.report("E411", path)
        else:
            check_known(document, "E306", path, name, known)
    if fact.corrected_by and fact.correction is None:
        document.report_key("E410", ("facts", at, "corrected-by"))
    if fact.check_again <= fact.seen and not document.is_broken(("facts", at, "seen")):
        document.report("E409", ("facts", at, "check-again"))


def fact_ids(documents: Sequence[FactsDocument]) -> frozenset[str]:
    """The ids of all facts that can be read at all."""
    return frozenset(fact.id for document in documents if document.value for fact in document.value.facts)


def core_facts(documents: Sequence[FactsDocument]) -> dict[str, Fact]:
    """The facts by id. One that cannot be read is left out, and the others of its file are not; the first one wins."""
    found: dict[str, Fact] = {}
    for document in documents:
        for at, fact in enumerate(document.value.facts if document.value else ()):
            if not document.is_broken(("facts", at)):
                found.setdefault(fact.id, build.fact(fact))
    return found
