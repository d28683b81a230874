"""What happens while things are put in places: a pure value, each act gives the next one."""

from typing import NamedTuple


class Placing(NamedTuple):
    """``items`` and ``places`` are ids as they stand on screen, ``put`` says what is where, by their positions.

    ``at`` is the item under the mark. ``held``: it is picked up, and ``target`` is the place that it would go to.
    ``once``: a place holds one thing at a time.
    """

    items: tuple[str, ...]
    places: tuple[str, ...]
    once: bool
    put: frozenset[tuple[int, int]] = frozenset()
    at: int = 0
    held: bool = False
    target: int | None = None

    def place_of(self, item: int) -> int | None:
        return next((place for thing, place in self.put if thing == item), None)

    def things_in(self, place: int) -> list[int]:
        """The items there, by their numbers."""
        return sorted(thing for thing, where in self.put if where == place)

    @property
    def open(self) -> list[int]:
        """The items that are nowhere yet."""
        return [item for item in range(len(self.items)) if self.place_of(item) is None]

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What is where, by ids and in the order on screen."""
        return tuple((self.items[item], self.places[place]) for item, place in sorted(self.put))

    def step(self, by: int) -> "Placing":
        """The mark one item further; with an item in hand one place further."""
        if not self.held:
            return self._replace(at=(self.at + by) % len(self.items))
        count = len(self.places)
        first = 0 if by > 0 else count - 1
        return self._replace(target=first if self.target is None else (self.target + by) % count)

    def lift(self, item: int | None = None) -> "Placing":
        """Pick up an item, or the one under the mark."""
        item = self.at if item is None else item
        return self._replace(at=item, held=True, target=self.place_of(item))

    def leave(self) -> "Placing":
        """The item in hand stays where it was."""
        return self._replace(held=False, target=None)

    def drop(self, place: int) -> "Placing":
        """Put the item under the mark there; the mark goes on to the next one that is nowhere yet."""
        kept = {(thing, where) for thing, where in self.put if thing != self.at and not (self.once and where == place)}
        now = self.leave()._replace(put=frozenset({*kept, (self.at, place)}))
        behind = [item for item in now.open if item > self.at]
        return now._replace(at=(behind or now.open or [self.at])[0])

    def clear(self) -> "Placing":
        """Take the item under the mark out of its place."""
        return self.leave()._replace(put=frozenset(pair for pair in self.put if pair[0] != self.at))
