"""Every screen by name, and how to get to it: for tests that visit them all."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sosmed_learn.core.text import Language
from tests.fakes import MemoryLibrary, MemoryStore
from tests.tui.course import done_until
from tests.tui.kinds import kinds_done_until, kinds_library
from tests.tui.seeing import SIZE, Seat, sit


@dataclass(frozen=True)
class Place:
    """A screen in one state: how far the learner is, the keys that lead there from Home, and what is seen there.

    ``kinds``: in the lesson with orders, matches, sorts and gaps.
    """

    name: str
    screen: str
    sees: tuple[str, str]
    until: str = ""
    keys: tuple[str, ...] = ()
    new: bool = False
    before: Callable[[Seat], Awaitable[None]] | None = None
    kinds: bool = False


async def _full(seat: Seat) -> None:
    seat.store.fail()


PLACES = (
    Place("welcome", "Welcome", ("English", "English"), new=True),
    Place("role", "Welcome", ("Apa pekerjaanmu?", "What do you do?"), new=True, keys=("enter",)),
    Place("home", "Home", ("▶", "▶")),
    Place("module", "Module", ("Ringkasan Strategi.", "Summary of Strategy."), keys=("1",)),
    Place("text", "Lesson", ("Mulai dari usaha", "Start from the business"), "reading", ("enter",)),
    Place("single", "Lesson", ("Jadi viral", "Go viral"), "vanity", ("enter",)),
    Place("hint", "Lesson", ("Cari angkanya.", "Look for the number."), "vanity", ("enter", "h")),
    Place("multiple", "Lesson", ("[ ] Laba", "[ ] Profit"), "signals", ("enter",)),
    Place("true-false", "Lesson", ("Omzet sama", "Turnover equals"), "margin", ("enter",)),
    Place("typed", "Lesson", ("kerja sama dua merek", "two brands working"), "term", ("enter",)),
    Place("typed-left", "Lesson", ("25 pesanan", "25 orders"), "revenue", ("enter", "escape")),
    Place("reasons", "Lesson", ("Alasan v-more.", "Reason v-more."), "vanity", ("enter", "1", "enter")),
    Place("result", "Result", ("5", "5"), "closing", ("enter", "enter")),
    Place("note", "Note", ("simpan", "keep"), "vanity", ("enter", "n")),
    Place("sources", "Sources", ("Locke & Latham", "Locke & Latham"), "reading", ("enter", "s")),
    Place("glossary", "Glossary", ("Audiens", "Audience"), "", ("1", "g")),
    Place("keys", "Keys", ("bantuan", "help"), "", ("question_mark",)),
    Place("troubles", "Troubles", ("broken.yaml:3:5", "broken.yaml:3:5"), "", ("x",)),
    Place("rhythm", "Rhythm", ("0 dari 3 hari minggu ini.", "0 of 3 days this week."), "", ("k",)),
    Place("settings", "Settings", ("Batas waktu ujian", "Time limit of exams"), "", ("o",)),
    Place("unsaved", "Unsaved", ("disk penuh", "the disk is full"), "", ("l", "l", "ctrl+q"), before=_full),
)
OF_KINDS = (
    Place("order", "Lesson", ("1  Baca pesannya", "1  Read the message"), "late", ("enter",), kinds=True),
    Place("order-held", "Lesson", ("↕[2]", "↕[2]"), "late", ("enter", "2"), kinds=True),
    Place("match", "Lesson", ("1 → a", "1 → a"), "figures", ("enter", "1", "a", "up"), kinds=True),
    Place("match-held", "Lesson", ("▸[1]→ b", "▸[1]→ b"), "figures", ("enter", "1", "b", "1"), kinds=True),
    Place("sort-held", "Lesson", ("▸[3]→ ?", "▸[3]→ ?"), "triage", ("enter", "3"), kinds=True),
    Place("fill", "Lesson", ("▸1[WA]", "▸1[WA]"), "goal", ("enter", "W", "A"), kinds=True),
    Place("fill-left", "Lesson", ("▸1[WA]", "▸1[WA]"), "goal", ("enter", "W", "A", "escape"), kinds=True),
    Place("fill-picked", "Lesson", ("▸2[____]", "▸2[____]"), "goal", ("enter", "tab"), kinds=True),
)
BY_NAME = {place.name: place for place in (*PLACES, *OF_KINDS)}
SCREENS = tuple(place for place in PLACES if place.name not in {"role", "hint", "true-false", "typed-left"})
"""One place for each screen and each way to answer; the others are these in another state."""


@asynccontextmanager
async def at(
    place: Place,
    *,
    speaking: Language = "id",
    size: tuple[int, int] = SIZE,
    library: MemoryLibrary | None = None,
    store: MemoryStore | None = None,
) -> AsyncIterator[Seat]:
    """Sit before ``place``. A full disk, where that is the point, is empty again when the test ends."""
    done = kinds_done_until if place.kinds else done_until
    history = done(place.until) if place.until else []
    library = kinds_library() if place.kinds and library is None else library
    asked: Language | None = speaking if place.new and place.name != "welcome" else None
    async with sit(
        speaking=speaking, size=size, history=history, new=place.new, library=library, store=store, asked=asked
    ) as seat:
        if place.before:
            await place.before(seat)
        await seat.press(*(place.keys if asked is None else place.keys[1:]))
        if place.name == "unsaved":
            await seat.until(lambda: seat.on == "Unsaved")
        try:
            yield seat
        finally:
            seat.store.recover()
