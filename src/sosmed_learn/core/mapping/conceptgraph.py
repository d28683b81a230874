"""Which concepts there are and which must be known first, as one web over all modules.

The order "first this, then that" is the surmise relation of knowledge space theory (Doignon & Falmagne 1985, *Spaces
for the assessment of knowledge*): who knows a concept can be surmised to know what it needs. ``beliefs`` takes it as a
tendency only, since people learn on the job and in any order.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property

from sosmed_learn.core.module import Module


class ConceptGraph:
    """Concepts by their ids, each with the module it belongs to and the concepts it ``needs``.

    A need that is no concept here, or that leads back to the concept itself, is left out: a diagnosis of half-written
    courses is better than none.
    """

    def __init__(self, needs: Mapping[str, Iterable[str]], modules: Mapping[str, str] | None = None) -> None:
        self.ids: tuple[str, ...] = tuple(needs)
        self.modules: dict[str, str] = {name: (modules or {}).get(name, "") for name in needs}
        self.order: tuple[str, ...]
        """Every concept behind what it needs."""
        self.needs: dict[str, tuple[str, ...]]
        self.order, self.needs = _without_loops({name: tuple(dict.fromkeys(wanted)) for name, wanted in needs.items()})

    @classmethod
    def of(cls, modules: Iterable[Module]) -> "ConceptGraph":
        """The web of all concepts in ``modules``; of two with one id the first counts."""
        needs: dict[str, tuple[str, ...]] = {}
        owners: dict[str, str] = {}
        for module in modules:
            for concept in module.concepts:
                needs.setdefault(concept.id, concept.needs)
                owners.setdefault(concept.id, module.id)
        return cls(needs, owners)

    @cached_property
    def at(self) -> dict[str, int]:
        """Which number each concept has in ``ids``."""
        return {name: number for number, name in enumerate(self.ids)}

    @cached_property
    def before(self) -> dict[str, frozenset[str]]:
        """Of each concept all that it needs, at first or second hand."""
        found: dict[str, frozenset[str]] = {}
        for name in self.order:
            found[name] = frozenset(self.needs[name]).union(*(found[need] for need in self.needs[name]))
        return found

    @cached_property
    def depth(self) -> dict[str, int]:
        """How long the longest chain of needs below each concept is; 0 for one that needs nothing."""
        found: dict[str, int] = {}
        for name in self.order:
            found[name] = max((found[need] + 1 for need in self.needs[name]), default=0)
        return found


def _without_loops(needs: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The concepts in an order in which needs come first, and the needs that this order fulfils."""
    kept: dict[str, tuple[str, ...]] = {}
    left = {name: [need for need in wanted if need in needs and need != name] for name, wanted in needs.items()}
    while left:
        ready = [name for name, wanted in left.items() if all(need in kept for need in wanted)]
        for name in ready or [next(iter(left))]:  # a loop is cut at its first concept
            kept[name] = tuple(need for need in left.pop(name) if need in kept)
    return tuple(kept), kept
