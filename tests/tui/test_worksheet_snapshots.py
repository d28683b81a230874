"""What a task and its worksheet look like, in our two themes; see ``test_snapshots`` for how pictures are kept."""

import pytest
from msgspec.structs import replace
from textual.widgets import TextArea

from sosmed_learn.tui.theme import DARK, LIGHT
from sosmed_learn.tui.widgets.field import Field
from tests.core.worksheets import PLAN
from tests.tui.pictures import compare
from tests.tui.seeing import sit
from tests.tui.taskcourse import WORDS, MemoryDocuments, done, library, typed
from tests.tui.test_snapshots_of_kinds import compare_in_both

PLACES: dict[str, tuple[str, ...]] = {
    "lesson": (),
    "number": ("enter", "tab", "tab"),
    "choice": ("enter", "tab", "tab", "tab"),
    "lines": ("enter", "tab", "tab", "tab", "tab"),
    "rubric": ("enter", "tab", "tab", "tab", "tab", "tab", "space", "down"),
    "document": ("enter", "tab", "tab", "tab", "tab", "tab", "space", "enter"),
    "done": ("enter", "tab", "tab", "tab", "tab", "tab", "space", "enter", "enter"),
}
NAMES = {f"task-{place}" for place in (*PLACES, "again", "documents")}


@pytest.mark.parametrize("place", PLACES)
async def test_a_worksheet(place: str) -> None:
    """Lesson: the task in a box with its minutes and how far it is. Number: warning, label, help, unit before the line,
    what follows below. Choice and lines: the same in their way. Rubric: ticks and a mark. Document: where it is kept,
    then the document. Done: the box with a check mark, and Enter goes on.
    """
    task = replace(PLAN, personal=True)
    async with sit(library=library(task), documents=MemoryDocuments(), history=[typed(0, **WORDS)]) as seat:
        await seat.press("l", "l", "enter", *PLACES[place])
        for field in seat.app.screen.query(Field):
            field.cursor_blink = False
        for area in seat.app.screen.query(TextArea):
            area.cursor_blink = False
        await seat.settle()
        await compare_in_both(seat, f"task-{place}")


async def test_a_worksheet_that_is_asked_about_again() -> None:
    """Three days later: the rubric as it was ticked, below its question."""
    async with sit(library=library(), documents=MemoryDocuments(), history=done(3)) as seat:
        await seat.press("l", "l", "enter")
        await compare_in_both(seat, "task-again")


async def test_the_list_of_documents() -> None:
    """Over Home: the title in bold, the file below it, and Enter opens the worksheet."""
    async with sit(library=library(), documents=MemoryDocuments(), history=done(3)) as seat:
        for theme in (DARK, LIGHT):  # each time anew: what is behind a dialog is not drawn again with it
            seat.app.theme = theme.name
            await seat.settle()
            await seat.press("d")
            compare(seat, "task-documents")
            await seat.press("escape")
