"""What happens while gaps are filled: a pure value, each act gives the next one."""

from typing import NamedTuple


class Filling(NamedTuple):
    """``words`` is what stands in each gap, typed or a choice's id; ``at`` is the gap that is being filled."""

    words: tuple[str, ...]
    at: int = 0

    @property
    def open(self) -> list[int]:
        """The gaps with nothing in them."""
        return [gap for gap, words in enumerate(self.words) if not words.strip()]

    def fill(self, words: str) -> "Filling":
        """Something else in the gap where one is."""
        return self._replace(words=(*self.words[: self.at], words, *self.words[self.at + 1 :]))

    def go(self, by: int) -> "Filling":
        """The next gap, or the one before."""
        return self._replace(at=(self.at + by) % len(self.words))

    @property
    def next_open(self) -> int | None:
        """The first open gap from here on, or else from the start."""
        return next((gap for gap in self.open if gap >= self.at), self.open[0] if self.open else None)
