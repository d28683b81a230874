"""What a front end is handed: a library, a store for events, a clock. It never learns what stands behind them."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import PurePath
from typing import Protocol

from msgspec import Struct

from sosmed_learn.core.events import Event, Stamp
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, Term
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.text import Text


class Trouble(Struct, frozen=True):
    """A lesson, a module, or with an empty ``module`` a whole course folder that cannot be opened.

    The learner needs ``title`` and ``module_title``. The author needs ``where``, which is ``path:line:column``,
    ``what`` is wrong there, how to mend it (``hint``), and the ``folder`` to look in for all ``problems``.
    """

    title: Text
    where: str
    module: str
    lesson: str | None = None
    problems: int = 1
    module_title: Text = Text()
    what: Text = Text()
    hint: Text = Text()
    folder: str = ""


class Library(Protocol):
    """The courses. All but ``modules`` may touch the disk: call them off the event loop."""

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that can be opened, in the order in which they are shown."""

    def lesson(self, module: str, lesson: str) -> Lesson:
        """The lesson. Raises ``LessonUnreadable`` when its file has an error."""

    def glossary(self, module: str) -> tuple[Term, ...]:
        """The module's glossary, sorted by nobody."""

    def fact(self, fact: str) -> Fact | None:
        """The fact of that id, or None."""

    def facts(self) -> dict[str, Fact]:
        """All facts by id."""

    def troubles(self) -> tuple[Trouble, ...]:
        """What cannot be opened, after reading everything."""


class Damage(Struct, frozen=True):
    """A file that could not be read whole. ``kept``: it was put aside as ``name``; else it stands as it was.

    ``gone``: what was saved before is not there any more, because somebody removed it while the app was open.
    """

    name: str
    kept: bool
    gone: bool = False


class News(Struct, frozen=True):
    """``events`` that others have saved, and whether something was taken away: then only ``progress`` tells."""

    events: tuple[Event, ...] = ()
    anew: bool = False


class EventStore(Protocol):
    """Where events are kept. Every call but ``damage`` touches the disk."""

    @property
    def place(self) -> PurePath:
        """The folder to name when something goes wrong."""

    def progress(self) -> Progress:
        """What follows from all events. Raises ``StoreUnusable``."""

    def load(self) -> list[Event]:
        """All events. Raises ``StoreUnusable``."""

    def append(self, event: Event) -> None:
        """Return when the event is on disk. Raises ``SaveFailed``; then nothing on disk has changed."""

    def news(self) -> News:
        """What other windows have saved since this store last looked. Raises nothing."""

    def tend(self, today: date) -> None:
        """Do what is to be done while nobody waits, such as the day's backup. Raises nothing."""

    def write_elsewhere(self, events: Sequence[Event]) -> PurePath:
        """Write events that cannot be saved to some other place; where. Raises ``SaveFailed``."""

    def copies(self) -> Sequence[PurePath]:
        """Files beside ours that a file-sync program made of ours, to be merged. Raises nothing."""

    def damage(self) -> Damage | None:
        """What was found damaged so far, if anything was."""


class Kept(Struct, frozen=True):
    """Where a document was written. ``beside``: the file that it would have gone to, which somebody has changed.

    ``edited``: somebody has changed the file itself since, and as there is nothing new to write, it is left alone.
    """

    path: PurePath
    beside: PurePath | None = None
    edited: bool = False


class Documents(Protocol):
    """The learner's documents as files. Every call but ``place`` touches the disk."""

    @property
    def place(self) -> PurePath:
        """Their folder."""

    def keep(self, owners: Sequence[str], name: str, text: str, same: Sequence[str] = ()) -> Kept:
        """Write a document. ``owners`` are all names that its task has had, today's first.

        ``same`` say the same in other languages. Raises ``SaveFailed``.
        """


class Editing(Protocol):
    """An editor about to be opened."""

    @property
    def takes_terminal(self) -> bool:
        """Whether it needs the terminal for itself, and the app out of it, until ``run`` returns."""

    def run(self) -> str:
        """Open it; a sentence for people when that did not go well, or else empty. Raises nothing."""


class Clock(Protocol):
    """Time and chance from outside."""

    def stamp(self) -> Stamp:
        """A new id with the time of now; ids of one clock only ever grow."""

    def after(self, newest: str) -> None:
        """Let all further ids sort behind ``newest``, an id from elsewhere."""

    def now(self) -> datetime:
        """This moment, in UTC."""

    def today(self) -> date:
        """The learner's own day."""

    def seconds(self) -> float:
        """Seconds since some moment, on a clock that is never set: for how long something takes."""


class Study(Struct, frozen=True):
    """Everything that a front end needs. Without ``documents`` none are written, as in a preview.

    ``editor`` opens a file in the learner's own editor.
    """

    library: Library
    store: EventStore
    clock: Clock
    documents: Documents | None = None
    editor: Callable[[PurePath], Editing] | None = None
