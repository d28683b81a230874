"""An event store that keeps nothing: what happens in a preview is forgotten when it ends. Touches no disk."""

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from sosmed_learn.core.events import Event
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Damage, News


class FleetingStore:
    """Implements ``core.study.EventStore``. ``begun`` is what is known before anything has happened."""

    def __init__(self, begun: Progress) -> None:
        self._begun = begun
        self._events: list[Event] = []

    @property
    def place(self) -> PurePath:
        """Nowhere."""
        return PurePath()

    def progress(self) -> Progress:
        return fold(self._events, self._begun)

    def load(self) -> list[Event]:
        return list(self._events)

    def append(self, event: Event) -> None:
        self._events.append(event)

    def news(self) -> News:
        return News()

    def tend(self, today: date) -> None:
        """There is nothing to back up."""

    def write_elsewhere(self, events: Sequence[Event]) -> PurePath:  # noqa: ARG002 - nothing ever fails to be kept here
        return self.place

    def copies(self) -> Sequence[PurePath]:
        return ()

    def damage(self) -> Damage | None:
        return None
