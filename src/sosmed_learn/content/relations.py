"""Checks over one module.yaml, and over several modules: ids, needs, circles. Reads no file.

Concepts belong to all modules together: a concept may need one of another module, and the same id in two modules is
the same concept.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.names import Place, check_known, check_unique, languages_of
from sosmed_learn.content.texts import check_texts
from sosmed_learn.content.walk import Path

ModuleDocument = Document[shape.ModuleFile]

_MOST_NAMED = 8  # names of a circle that a sentence can bear


def check_module(document: ModuleDocument) -> None:
    """What can be said about a module.yaml alone."""
    module = document.value
    if module is None:
        return
    check_texts(document, languages_of(document))
    check_unique(document, _ids("concepts", [concept.id for concept in module.concepts]), {})
    check_unique(document, _ids("misconceptions", [belief.id for belief in module.misconceptions]), {})
    check_unique(document, _ids("glossary", [term.id for term in module.glossary]), {})
    taken: dict[str, Place] = {}
    check_unique(document, ((("lessons", at), name) for at, name in enumerate(module.lessons)), taken, "E313")
    bank = module.exam.bank if module.exam else ()
    check_unique(document, ((("exam", "bank", at), name) for at, name in enumerate(bank)), taken, "E313")
    probes = module.diagnosis.bank if module.diagnosis else ()
    check_unique(document, ((("diagnosis", "bank", at), name) for at, name in enumerate(probes)), taken, "E313")


def check_glossary(document: Document[shape.GlossaryFile], file: ModuleDocument) -> None:
    """What can be said about a glossary.yaml; its terms share their ids with the glossary of the module.yaml."""
    if document.value is None:
        return
    module = file.value
    if module is not None:
        check_texts(document, languages_of(file))
    taken: dict[str, Place] = {term.id: "module.yaml" for term in module.glossary} if module else {}
    check_unique(document, _ids("terms", [term.id for term in document.value.terms]), taken)


def _ids(key: str, names: Sequence[str]) -> Iterator[tuple[Path, str]]:
    for at, name in enumerate(names):
        yield (key, at, "id"), name


def check_module_ids(documents: Sequence[ModuleDocument]) -> None:
    """No two modules share an id, also not an old one; the later one has the problem."""
    taken: dict[str, Place] = {}
    for document in documents:
        if document.value is not None:
            names: list[tuple[Path, str]] = [(("id",), document.value.id)]
            names += [(("aliases", at), name) for at, name in enumerate(document.value.aliases)]
            check_unique(document, iter(names), taken, "E310")


def check_concepts(documents: Sequence[ModuleDocument]) -> None:
    """A concept of several modules has one title, what it needs exists, and none needs itself in a circle.

    The first declaration counts.
    """
    places: dict[str, tuple[ModuleDocument, int]] = {}
    needs: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if document.value is None:
            continue
        own: set[str] = set()  # twice in one module was said already
        for at, concept in enumerate(document.value.concepts):
            if concept.id and concept.id not in own:
                own.add(concept.id)
                first, there = places.setdefault(concept.id, (document, at))
                needs.setdefault(concept.id, concept.needs)
                if first is not document:
                    _check_title(document, at, first, there)
    # While a module cannot be read, what it would declare is not known: one bad module never blocks another.
    known = needs if all(document.value is not None for document in documents) else None
    for document in documents:
        for at, concept in enumerate(document.value.concepts if document.value else ()):
            for position, name in enumerate(concept.needs):
                path = ("concepts", at, "needs", position)
                check_known(document, "E307", path, name, known)
    said: set[frozenset[str]] = set()
    for document in documents:
        _check_circles(document, needs, said)


def _check_circles(document: ModuleDocument, needs: Mapping[str, Sequence[str]], said: set[frozenset[str]]) -> None:
    """Circles through a concept of this module, whose own needs count here. Those in ``said``, which grows, were named.

    A concept that another module has too may be declared first there, with other needs.
    """
    concepts = document.value.concepts if document.value else ()
    own: dict[str, int] = {}
    for at, concept in enumerate(concepts):
        own.setdefault(concept.id, at)
    seen = {**needs, **{name: concepts[at].needs for name, at in own.items()}}
    for circle in circles(seen, own):
        first = next((place for place, name in enumerate(circle) if name in own), None)
        if first is None or frozenset(circle) in said:
            continue
        said.add(frozenset(circle))
        way = [*circle[first:], *circle[:first], circle[first]]
        names = way if len(circle) <= _MOST_NAMED else [*way[:_MOST_NAMED], "…", way[0]]
        position = seen[way[0]].index(way[1])
        document.report("E308", ("concepts", own[way[0]], "needs", position), cycle=" → ".join(names))


def _check_title(document: ModuleDocument, at: int, first: ModuleDocument, there: int) -> None:
    """The concept ``at`` has the title of its first declaration, which is ``there`` in ``first``."""
    path, other = ("concepts", at, "title"), ("concepts", there, "title")
    if document.value is None or first.value is None or first.is_broken(other):
        return
    concept = document.value.concepts[at]
    if concept.title != first.value.concepts[there].title:
        place = f"{first.sheet.path}:{first.span(other).line}"
        document.report("W507", path, id=concept.id, other=place)


def circles(needs: Mapping[str, Sequence[str]], starts: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Each circle that walks from ``starts`` meet, as the names on it; walks with a list, since chains can be long."""
    done: set[str] = set()
    for start in starts:
        if start in done:
            continue
        way: list[str] = [start]
        place = {start: 0}
        branches = [iter(needs[start])]
        while way:
            name = next(branches[-1], None)
            if name is None:
                branches.pop()
                gone = way.pop()
                del place[gone]
                done.add(gone)
            elif name in place:
                yield tuple(way[place[name] :])
            elif name in needs and name not in done:
                place[name] = len(way)
                way.append(name)
                branches.append(iter(needs[name]))


def known_concepts(documents: Sequence[ModuleDocument]) -> frozenset[str]:
    """The ids of all concepts of the modules that can be read at all."""
    return frozenset(concept.id for document in documents if document.value for concept in document.value.concepts)
