"""The part of the app for tasks: it opens worksheets, writes their documents, and lends the terminal to an editor."""

import asyncio
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported
from textual.content import Content

from sosmed_learn.core.errors import LessonUnreadable, SaveFailed
from sosmed_learn.core.events import TaskChecked, TaskSaved
from sosmed_learn.core.papers import Paper, papers
from sosmed_learn.core.study import Editing, Kept
from sosmed_learn.core.task import Worksheet
from sosmed_learn.core.taskwork import Assignment
from sosmed_learn.core.text import other
from sosmed_learn.i18n import _, in_use
from sosmed_learn.tui import messages, opening
from sosmed_learn.tui.keeping import KeepingApp
from sosmed_learn.tui.notices import reason, unreadable_notice
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.wording import safe, said

if TYPE_CHECKING:
    from sosmed_learn.tui.screens.worksheet import WorksheetScreen


class WorkingApp(KeepingApp):
    """Documents are written when they are shown and when a worksheet is closed; what was typed is safe before that."""

    def _push(self, page: Page) -> None:
        """Show the page."""
        raise NotImplementedError

    def _stay(self) -> None:
        """The way to another screen ended here."""
        raise NotImplementedError

    async def action_back(self) -> None:
        """Leave the screen on top."""
        raise NotImplementedError

    @work
    async def on_worksheet_asked(self, message: messages.WorksheetAsked) -> None:
        await self._catch_up()
        library, progress = self._study.library, self.progress
        assignment = None
        try:
            assignment = await asyncio.to_thread(
                opening.task_material, library, progress, message.module, message.lesson, message.task
            )
        except LessonUnreadable as error:
            self._tell(unreadable_notice(error))
        if assignment is None:
            self._stay()
            return
        from sosmed_learn.tui.screens.worksheet import WorksheetScreen  # noqa: PLC0415

        def record(event: TaskSaved | TaskChecked) -> None:
            self._happened(event)
            if message.told is not None:
                message.told(event)

        editable = self._study.documents is not None and self._study.editor is not None
        again = message.told is None
        page = WorksheetScreen(assignment, self._study.clock, record, again=again, editable=editable)
        self._push(page.data_bind(saving=KeepingApp.saving))

    @work
    async def on_documents_asked(self) -> None:
        from sosmed_learn.tui.screens.documents import DocumentsScreen  # noqa: PLC0415

        await self._catch_up()
        found = await asyncio.to_thread(papers, self._study.library, self.progress)
        if not found:
            self._tell(_("No document yet. Worksheets in lessons become documents."))
            self._stay()
            return

        def go_on(chosen: int | None) -> None:
            if chosen is not None:
                self.post_message(_opening(found[chosen].assigned))

        self.push_screen(DocumentsScreen([await self._named(paper) for paper in found]), go_on)

    async def _named(self, paper: Paper) -> Content:
        """The title of a document, and its file."""
        kept, trouble = await self._keep(paper.assigned, paper.sheet)
        where = trouble or (safe(str(kept.path)) if kept else "")
        return Content.assemble((said(paper.assigned.task.title), "bold"), "\n", (where, "$text-muted"))

    @work
    async def on_document_asked(self, message: messages.DocumentAsked) -> None:
        page = message.page
        kept, trouble = await self._keep(page.assigned, page.sheet)
        if not message.edit:
            await page.show_document(kept, trouble)
            return
        if kept is not None and self._study.editor is not None:
            editing = await asyncio.to_thread(self._study.editor, kept.path)
            trouble = self._lend(editing) if editing.takes_terminal else await asyncio.to_thread(editing.run)
            trouble = trouble or await self._after_editing(page)
        self._tell(trouble)
        self._stay()

    async def _after_editing(self, page: "WorksheetScreen") -> str:
        """Let the page say how things stand with the file by now; or a word, where it does not speak of the file."""
        kept, trouble = await self._keep(page.assigned, page.sheet)
        if page.stage == "document":
            await page.show_document(kept, trouble)
            return ""
        if kept is not None and kept.edited:
            return _("What you wrote in the file stays in the file. The fields here keep what you typed into them.")
        return trouble

    def _lend(self, editing: Editing) -> str:
        try:
            with self.suspend():
                return editing.run()
        except SuspendNotSupported:
            return _("This terminal cannot be lent to an editor. Open the file in a window of its own.")

    @work
    async def on_worksheet_left(self, message: messages.WorksheetLeft) -> None:
        page, told = message.page, ""
        if page.sheet.begun:
            kept, told = await self._keep(page.assigned, page.sheet)
            if kept is not None and kept.beside is not None and page.stage != "document":
                words = _("{name} was changed outside of the app and is left as it is. The document is kept as {path}.")
                told = words.format(name=safe(kept.beside.name), path=safe(str(kept.path)))
        await self.action_back()
        if told:
            self._tell(told)

    async def _keep(self, assigned: Assignment, sheet: Worksheet) -> tuple[Kept | None, str]:
        """Where the document was written; or nowhere, and why."""
        if self._study.documents is None:
            return None, ""
        text, same = sheet.document(in_use()), (sheet.document(other(in_use())),)
        keep = self._study.documents.keep
        try:
            return await asyncio.to_thread(keep, assigned.owners, assigned.task.document, text, same), ""
        except SaveFailed as failure:
            words = _("The document could not be written ({reason}). What you typed is kept; try again later.")
            return None, words.format(reason=reason(failure))


def _opening(assigned: Assignment) -> messages.WorksheetAsked:
    """The message that opens a worksheet outside of its lesson: a check there is a later one, or the first."""
    first = not assigned.work.checks
    told = (lambda _event: None) if first else None
    return messages.WorksheetAsked(assigned.module, assigned.lesson, assigned.task.id, told)
