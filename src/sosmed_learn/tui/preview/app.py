"""The app of a preview: it opens where the author's cursor stands, reads the files again, and says where text is from.

Problems come over the page that they keep closed and go away with their cause; the page below is the last good one.
"""

import asyncio
import threading
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message

from sosmed_learn import __version__
from sosmed_learn.core.beginning import begin
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.events import Undone
from sosmed_learn.core.module import Module
from sosmed_learn.core.offers import module_of, offer_view
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.session import Session
from sosmed_learn.core.study import Study
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui import opening
from sosmed_learn.tui.app import LearnApp
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.preview.aiming import aim_at
from sosmed_learn.tui.preview.findings import FindingsScreen
from sosmed_learn.tui.preview.keeping_place import on_new_text, outdated
from sosmed_learn.tui.preview.lesson import PreviewLessonScreen
from sosmed_learn.tui.preview.service import Aim, Finding, Preview, Spot
from sosmed_learn.tui.screens.glossary import GlossaryScreen
from sosmed_learn.tui.screens.home import HomeScreen
from sosmed_learn.tui.screens.lesson import LessonScreen
from sosmed_learn.tui.screens.module import ModuleScreen
from sosmed_learn.tui.screens.result import ResultScreen
from sosmed_learn.tui.widgets.key_bar import active_keys
from sosmed_learn.tui.wording import safe


class PreviewApp(LearnApp):
    """``study`` has the courses as ``preview`` has read them first, and a store that keeps nothing."""

    CSS_PATH = "../styles/app.tcss"
    CSS = "Page #notice { color: $text-muted; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", N_("edit")),
        Binding("w", "findings", N_("problems")),
        Binding("f5", "reload", N_("read again"), show=False, key_display="F5"),
    ]

    class Changed(Message):
        """A file has changed."""

    def __init__(self, study: Study, progress: Progress, preview: Preview, language: Language | None = None) -> None:
        self._preview = preview
        self._findings: tuple[Finding, ...] = ()
        self._spot: Spot | None = None
        self._pending = True  # what the author has named could not be opened yet
        self._reading = self._stale = self._looked = self._checking = False
        self._good: list[bool] = []  # which pages show the courses as they are
        self._stop = threading.Event()
        super().__init__(study, progress, language)
        self._show_saving()

    def on_mount(self) -> None:
        self.screen_change_signal.subscribe(self, lambda _screen: self._look())
        self.action_reload()
        if self._preview.watches:
            watching = (self._say_changed, self._stop)
            threading.Thread(target=self._preview.watch, args=watching, daemon=True, name="watch").start()

    async def on_unmount(self) -> None:
        self._stop.set()

    def _say_changed(self) -> None:
        """From another thread."""
        self.post_message(self.Changed())

    def chance(self) -> str:
        """Always the same, so that drawn values stay while a file is edited; ``r`` draws others."""
        return ""

    # What is told

    def _show_saving(self) -> None:
        """Nothing is saved; where a learner sees whether it is, an author sees what this is."""
        self.saving = _("preview")
        self.notice = self.what_is_told()

    def what_is_told(self) -> str:
        """Where the text on screen stands, and how much is wrong with the files."""
        place = safe(self._spot.shown) if self._spot else ""
        if not isinstance(
            self._shown_page(), LessonScreen | ResultScreen | FindingsScreen
        ):  # these say so at their top
            place = _("Preview of {place}").format(place=place) if place else _("Preview")
        return " · ".join(words for words in (place, self._counted(), self._trouble) if words)

    def _counted(self) -> str:
        if self._checking:  # what was wrong before the files have changed is no news
            return _("checking …")
        warnings = sum(finding.warning for finding in self._findings)
        errors = len(self._findings) - warnings
        parts = [
            ngettext("{count} error", "{count} errors", errors).format(count=errors) if errors else "",
            ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings) if warnings else "",
        ]
        told = ", ".join(part for part in parts if part)
        if not told or isinstance(self._shown_page(), FindingsScreen):
            return told
        return _("{problems} (w)").format(problems=told)

    def on_preview_lesson_screen_shown(self) -> None:
        self._look()

    def on_exam_screen_moved(self) -> None:
        self._look()

    def _look(self) -> None:
        """Say where the page on top comes from."""
        self._spot = self._place()
        self.notice = self.what_is_told()

    def _shown_page(self) -> Page | None:
        """The page on top, below what has opened over it."""
        return next((page for page in reversed(self.screen_stack) if isinstance(page, Page)), None)

    def _place(self) -> Spot | None:
        """Where that stands which is on screen; of a page without a place of its own, what it was opened from."""
        for page in reversed(self.screen_stack):
            if isinstance(page, FindingsScreen):
                return page.spot
            aim = aim_at(page, glossary=isinstance(self.screen, GlossaryScreen))
            if aim is not None:
                return self._preview.spot(aim)
        return self._preview.spot(Aim())

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "edit":
            return self._spot is not None
        if action == "findings":
            return bool(self._findings) and not isinstance(self.screen, FindingsScreen)
        return super().check_action(action, parameters)

    def action_reload(self) -> None:
        """Read the files again, once more if that is going on already."""
        self._stale = True
        if not self._reading:
            self._reading = True
            self._take_in()

    def on_preview_app_changed(self) -> None:
        self.action_reload()

    def action_findings(self) -> None:
        self._push_findings(closed=False)

    async def action_edit(self) -> None:
        """Lend the terminal to the author's editor, or open it beside us."""
        spot = self._place()
        if spot is None:
            return
        editing = await asyncio.to_thread(self._preview.editing, spot)
        if editing.takes_terminal:
            trouble = self._lend(editing)
        else:
            trouble = await asyncio.to_thread(editing.run)
            if not self._preview.watches:
                trouble = trouble or _("Once it is saved, F5 reads it again.")
        self._tell(trouble)
        self.action_reload()

    def action_show_keys(self) -> None:
        from sosmed_learn.tui.screens.keys import KeysScreen  # noqa: PLC0415

        self.push_screen(KeysScreen(active_keys(self.screen, hidden=True), "", __version__))

    # Reading again

    def _lesson_page(self, material: LessonMaterial, session: Session) -> LessonScreen:
        return PreviewLessonScreen(material, session, self._study.clock, self._happened)

    @work
    async def _survey(self) -> None:
        """Reading everything is what a preview does anyway."""
        self.surveyed = True
        await asyncio.to_thread(opening.import_screens)

    @work
    async def _take_in(self) -> None:
        try:
            while self._stale:
                self._stale = False
                await self._read_again()
        finally:
            self._reading = False

    async def _read_again(self) -> None:
        if self._looked:
            await self._renew_all()
        closed = not self._study.library.modules or not all(self._good)
        if self._pending:
            closed = not await self._open_aim()
        self._looked = True
        if not closed:
            await self._close_findings()
            await self._painted()
        self._checking = True
        self._look()
        library = self._study.library
        try:
            self._findings = await asyncio.to_thread(self._preview.findings)
        finally:
            self._checking = False
        self.troubles = await asyncio.to_thread(library.troubles)
        self.offer = await asyncio.to_thread(offer_view, library, self.progress)
        if not self._stale:  # what is half written is no news
            await self._show_findings(closed=closed)
        self._look()
        self.screen.refresh_bindings()

    async def _painted(self) -> None:
        """Wait until the new text can be seen: looking for problems would be felt before it."""
        seen = asyncio.Event()
        self.screen.call_after_refresh(seen.set)
        await seen.wait()

    async def _renew_all(self) -> None:
        library = await asyncio.to_thread(self._preview.read)
        for target in await asyncio.to_thread(outdated, library, self.progress):
            stamp = self._study.clock.stamp()
            self._happened(Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=target))
        self._study = replace(self._study, library=library)
        self._good = [await self._renew(page) for page in tuple(self.screen_stack)]

    async def _renew(self, page: object) -> bool:
        """Let a page show the courses as they are now; whether it does."""
        library = self._study.library
        if isinstance(page, HomeScreen):
            await page.renew(library.modules)
        elif isinstance(page, ModuleScreen):
            module = self._module(page.module.id)
            if module is None:
                return False
            await page.renew(module, await asyncio.to_thread(opening.lesson_entries, library, module))
        elif isinstance(page, LessonScreen | ResultScreen):
            return await self._renew_lesson(page)
        elif isinstance(page, GlossaryScreen):
            module = next((self._module(p.module.id) for p in self.screen_stack if isinstance(p, ModuleScreen)), None)
            page.renew(await asyncio.to_thread(library.glossary, module.id) if module else ())
        return True

    async def _renew_lesson(self, page: LessonScreen | ResultScreen) -> bool:
        module = self._module(page.session.module)
        if module is None:
            return False
        if page.session.lesson.id not in module.lessons:
            while page in self.screen_stack:
                await self.pop_screen()
            return True
        material = await self._material(module.id, page.session.lesson.id)
        if material is None:
            return False
        if isinstance(page, PreviewLessonScreen):
            await page.renew(material)
        elif isinstance(page, ResultScreen):
            await page.renew(material.module, on_new_text(page.session, material.lesson))
        return True

    def _module(self, name: str) -> Module | None:
        """The module of that id; where there is only one, its id may have been changed."""
        modules = self._study.library.modules
        return module_of(self._study.library, name) or (modules[0] if len(modules) == 1 else None)

    async def _material(self, module: str, lesson: str) -> LessonMaterial | None:
        read = opening.lesson_material
        try:
            return await asyncio.to_thread(read, self._study.library, self.progress, module, lesson)
        except LessonUnreadable:
            return None

    async def _open_aim(self) -> bool:
        """Open what the author has named; whether that could be done."""
        library, aim = self._study.library, self._preview.aim()
        module = module_of(library, aim.module)
        if (aim.module and module is None) or not library.modules:
            return False
        material = await self._material(aim.module, aim.lesson) if aim.lesson else None
        if aim.lesson and material is None:
            return False
        await self._close_findings()
        self._pending = False
        if material is not None:
            session = begin(material.module.id, material.lesson, material.done)
            at = min(aim.step, len(material.lesson.steps) - 1)
            page = self._lesson_page(material, replace(session, at=at)).data_bind(saving=LearnApp.saving)
            await self.push_screen(self._bound(page))
        elif module is not None:
            entries = await asyncio.to_thread(opening.lesson_entries, library, module)
            await self.push_screen(self._module_page(module, entries))
            if aim.glossary:
                await self.push_screen(GlossaryScreen(await asyncio.to_thread(library.glossary, module.id)))
        return True

    def _ordered(self) -> tuple[Finding, ...]:
        """Errors first, and those of the file on screen before others."""
        path = self._spot.path if self._spot else ""
        return tuple(sorted(self._findings, key=lambda finding: (finding.warning, finding.spot.path != path)))

    def _push_findings(self, *, closed: bool) -> None:
        self._push(FindingsScreen(self._ordered(), closed=closed, watches=self._preview.watches))

    async def _show_findings(self, *, closed: bool) -> None:
        page = next((page for page in self.screen_stack if isinstance(page, FindingsScreen)), None)
        if page is not None and self._findings:
            await page.renew(self._ordered(), closed=closed)
        elif page is not None:
            await self._close_findings(all_of_them=True)
        elif closed and self._findings:
            self._push_findings(closed=True)

    async def _close_findings(self, *, all_of_them: bool = False) -> None:
        """Take the problems away that kept a page closed."""
        pages = [p for p in self.screen_stack if isinstance(p, FindingsScreen) and (p.closed or all_of_them)]
        while pages and pages[0] in self.screen_stack:
            await self.pop_screen()
