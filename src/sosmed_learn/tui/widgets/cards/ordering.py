"""What happens to an order while it is being made: a pure value, each act gives the next one."""

from typing import NamedTuple


class Ordering(NamedTuple):
    """``order`` are the ids as they stand, ``at`` is the place under the mark, counted from 0.

    ``held`` is the place that the item under the mark was picked up from, if it is picked up. ``moved``: something was.
    """

    order: tuple[str, ...]
    at: int = 0
    held: int | None = None
    moved: bool = False

    def step(self, by: int) -> "Ordering":
        """The mark one further, or with an item in hand that item."""
        if self.held is not None:
            return self.shift(by)
        return self._replace(at=(self.at + by) % len(self.order))

    def shift(self, by: int) -> "Ordering":
        """The item under the mark one further, as far as there are places."""
        return self._put(min(max(self.at + by, 0), len(self.order) - 1))

    def lift(self, place: int | None = None) -> "Ordering":
        """Pick up the item at ``place``, or the one under the mark. With an item in hand, put that there."""
        place = self.at if place is None else place
        if self.held is None:
            return self._replace(at=place, held=place)
        return self._put(place)._replace(held=None)

    def put_back(self) -> "Ordering":
        """What is in hand goes back to where it came from."""
        return self if self.held is None else self._put(self.held)._replace(held=None)

    def _put(self, place: int) -> "Ordering":
        rest = [name for at, name in enumerate(self.order) if at != self.at]
        rest.insert(place, self.order[self.at])
        return self._replace(order=tuple(rest), at=place, moved=self.moved or place != self.at)
