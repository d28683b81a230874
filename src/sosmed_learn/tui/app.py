"""The app: it owns progress, the language, saving and the way between screens. What a screen shows is the screen's."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from sosmed_learn import __version__, i18n
from sosmed_learn.core.beginning import begin, seeds_of
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.events import Undone
from sosmed_learn.core.module import Module
from sosmed_learn.core.offers import module_of, offer_view
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.rehearsing import rehearse
from sosmed_learn.core.session import Session
from sosmed_learn.core.settings import CONFIDENCE, OFF, ON
from sosmed_learn.core.study import Study, Trouble
from sosmed_learn.core.text import Language, other
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui import messages, opening
from sosmed_learn.tui.explaining import ExplainingApp
from sosmed_learn.tui.notices import unreadable_notice
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.screens.home import HomeScreen
from sosmed_learn.tui.theme import DARK, LIGHT
from sosmed_learn.tui.widgets.key_bar import active_keys

if TYPE_CHECKING:
    from sosmed_learn.tui.screens.lesson import LessonScreen
    from sosmed_learn.tui.screens.module import ModuleScreen
    from sosmed_learn.tui.screens.sources import SourcesScreen

PageT = TypeVar("PageT", bound=Page)

SURVEY_DELAY = 0.4
"""Seconds after the first screen before all course files are read, so that the first keys are not kept waiting."""


class LearnApp(ExplainingApp):
    """``progress`` is what is known at the start; ``language`` is a choice made on the command line, if any."""

    TITLE = "sosmed-learn"
    CSS_PATH = "styles/app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", N_("quit"), show=False, priority=True),
        Binding("l", "switch_language", N_("switch language"), show=False),  # where a page has no use of its own for it
        Binding("ctrl+p", "command_palette", N_("commands"), show=False, priority=True),
    ]

    language: var[Language] = var("id")
    troubles: var[tuple[Trouble, ...]] = var(())

    def __init__(self, study: Study, progress: Progress, language: Language | None = None) -> None:
        super().__init__(study, progress)
        self._language_known = language is not None or "language" in progress.settings
        i18n.use(language or ("en" if progress.settings.get("language") == "en" else "id"))
        self.set_reactive(LearnApp.language, i18n.in_use())
        self.set_reactive(LearnApp.offer, offer_view(study.library, progress, study.clock.today()))
        self.set_reactive(LearnApp.today, self.plan_without_insight())
        self.set_reactive(LearnApp.notice, self.what_is_told())
        self.set_reactive(LearnApp.asks_confidence, progress.settings.get(CONFIDENCE) != OFF)
        self._use_theme(progress.settings.get("theme", DARK.name))

    def _use_theme(self, name: str) -> None:
        """Choose the first theme before anything is drawn, so that no style is made twice."""
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.set_reactive(App.theme, name if name in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_default_screen(self) -> HomeScreen:
        home = HomeScreen(self._study.library.modules, self._study.clock.today())
        home.set_reactive(HomeScreen.progress, self.progress)
        home.set_reactive(HomeScreen.today, self.today)
        home.data_bind(progress=LearnApp.progress, today=LearnApp.today, troubles=LearnApp.troubles)
        return self._bound(home)

    def on_mount(self) -> None:
        self.theme_changed_signal.subscribe(self, lambda theme: self._set("theme", theme.name))
        if "role" not in self.progress.settings:
            from sosmed_learn.tui.screens.welcome import WelcomeScreen  # noqa: PLC0415 - first run only

            self._push(WelcomeScreen(ask_language=not self._language_known))
        self._survey()

    def _push(self, page: Page) -> None:
        self._tell("")  # it was about the screen below
        self.push_screen(self._bound(page))

    async def _replace(self, page: Page) -> None:
        await self.switch_screen(self._bound(page))

    def _bound(self, page: PageT) -> PageT:
        """``page`` with what every page shows, as it is now and as it will be."""
        page.set_reactive(Page.language, self.language)
        page.set_reactive(Page.notice, self.notice)
        return page.data_bind(language=LearnApp.language, notice=LearnApp.notice)

    async def on_event(self, event: events.Event) -> None:
        """Drop keys that nobody could mean: with nothing to see, or older than what the screen shows now."""
        if not (isinstance(event, events.Key) and self._is_stray(event)):
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """The same for a key that has come back from the widgets, when another screen may be on top already."""
        if self._is_stray(event):
            event.prevent_default()

    def _is_stray(self, key: events.Key) -> bool:
        page = self.screen_stack[-1] if self.screen_stack else None
        return key.key != "ctrl+q" and isinstance(page, Page) and page.is_stray(key)

    # What screens say

    def on_welcome_ended(self, message: messages.WelcomeEnded) -> None:
        self._set("language", self.language)
        self._set("minutes", str(message.minutes))
        self._set("role", message.role)
        self._refresh_offer()
        self.pop_screen()

    def on_language_chosen(self, message: messages.LanguageChosen) -> None:
        i18n.use(message.language)
        self.language = message.language
        if "role" in self.progress.settings:
            self._set("language", message.language)
        self._show_saving()

    @work
    async def on_module_chosen(self, message: messages.ModuleChosen) -> None:
        module = module_of(self._study.library, message.module)
        if module is None:
            self._stay()
            return
        await self._catch_up()
        entries = await asyncio.to_thread(opening.lesson_entries, self._study.library, module)
        self._tell("")
        self.push_screen(self._module_page(module, entries))

    def _module_page(self, module: Module, entries: Sequence[opening.LessonEntry]) -> "ModuleScreen":
        from sosmed_learn.tui.screens.module import ModuleScreen  # noqa: PLC0415

        page = ModuleScreen(module, entries)
        page.set_reactive(ModuleScreen.progress, self.progress)
        return self._bound(page.data_bind(progress=LearnApp.progress))

    @work
    async def on_lesson_chosen(self, message: messages.LessonChosen) -> None:
        await self._catch_up()
        try:
            material = await asyncio.to_thread(
                opening.lesson_material, self._study.library, self.progress, message.module, message.lesson
            )
        except LessonUnreadable as error:
            self._tell(unreadable_notice(error))
            self._stay()
            return
        done = material.done
        if done.past and done.past.under_way and not done.under_way and not message.again:
            self._show_result(begin(material.module.id, material.lesson, done.past))
            return
        session = begin(material.module.id, material.lesson, done, self.chance(), message.seeds)
        if session.over:
            self._finish(session)
            return
        page = self._lesson_page(material, session)
        if message.instead and len(self.screen_stack) > 1:
            await self.switch_screen(self._bound(page))
        else:
            self._push(page)

    def _lesson_page(self, material: opening.LessonMaterial, session: Session) -> "LessonScreen":
        from sosmed_learn.tui.screens.lesson import LessonScreen  # noqa: PLC0415

        page = LessonScreen(material, session, self._study.clock, self._happened)
        page.timebox = self.timebox
        page.set_reactive(LessonScreen.asks_confidence, self.asks_confidence)
        return page.data_bind(saving=LearnApp.saving, asks_confidence=LearnApp.asks_confidence)

    async def on_lesson_ended(self, message: messages.LessonEnded) -> None:
        if message.session.rehearsal:
            await self._end_rehearsal(message.session)
        else:
            self._finish(message.session, instead=True)

    async def _end_rehearsal(self, rehearsal: Session) -> None:
        from sosmed_learn.tui.screens.result import ResultScreen  # noqa: PLC0415

        await self.pop_screen()
        if isinstance(self.screen, ResultScreen):
            self.screen.rehearsed(rehearsal)
        right, asked = rehearsal.score
        words = _("This time: {right} of {asked} right.").format(right=right, asked=asked)
        self._tell(words if rehearsal.over else "")

    @work
    async def on_rehearsal_asked(self, message: messages.RehearsalAsked) -> None:
        """Ask what went wrong once more, over the result, which stays as it is."""
        session = message.session
        try:
            material = await asyncio.to_thread(
                opening.lesson_material, self._study.library, self.progress, session.module, session.lesson.id
            )
        except LessonUnreadable as error:
            self._tell(unreadable_notice(error))
            self._stay()
            return
        page = self._lesson_page(material, rehearse(session, self.chance(), sure=message.sure))
        self._push(page)

    def on_undo_asked(self, message: messages.UndoAsked) -> None:
        """Take back the finish and the last answer, and stand before that question again."""
        session = message.session
        done = self.progress.lesson((session.module,), (session.lesson.id,))
        clock = self._study.clock
        if done.finished:
            stamp = clock.stamp()
            self._happened(Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=done.finished[-1].id))
        _before, event = session.undo(clock.stamp())
        if event:
            self._happened(event)
        self.pop_screen()
        seeds = seeds_of(session.lesson)
        self.post_message(messages.LessonChosen(session.module, session.lesson.id, seeds=seeds))

    @work
    async def on_sources_asked(self, message: messages.SourcesAsked) -> None:
        from sosmed_learn.tui.screens.sources import SourcesScreen  # noqa: PLC0415

        found = [await asyncio.to_thread(self._study.library.fact, name) for name in message.facts]
        self.push_screen(SourcesScreen([fact for fact in found if fact], self._study.clock.today()))

    @work
    async def on_glossary_asked(self, message: messages.GlossaryAsked) -> None:
        from sosmed_learn.tui.screens.glossary import GlossaryScreen  # noqa: PLC0415

        self.push_screen(GlossaryScreen(await asyncio.to_thread(self._study.library.glossary, message.module)))

    def on_troubles_asked(self) -> None:
        from sosmed_learn.tui.screens.troubles import TroublesScreen  # noqa: PLC0415

        self.push_screen(TroublesScreen(self.troubles))

    def on_sources_screen_opened(self, message: "SourcesScreen.Opened") -> None:
        self.open_url(message.address)

    # Keys that work everywhere

    def action_show_keys(self) -> None:
        from sosmed_learn.tui.screens.keys import KeysScreen  # noqa: PLC0415

        hints = active_keys(self.screen, hidden=True)
        self.push_screen(KeysScreen(hints, str(self._study.store.place), __version__))

    async def action_back(self) -> None:
        """Leave the screen on top; Home is never left."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
            if len(self.screen_stack) == 1:
                self.timebox = None
            self._tell("")
            self._refresh_offer()

    async def action_home(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self.timebox = None
        self._refresh_offer()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in {"focus_next", "focus_previous"}:
            return len(self.screen.focus_chain) > 1
        return super().check_action(action, parameters)

    def action_switch_language(self) -> None:
        self.post_message(messages.LanguageChosen(other(self.language)))

    def action_command_palette(self) -> None:
        from sosmed_learn.tui.screens.palette import Palette  # noqa: PLC0415

        if not any(isinstance(screen, Palette) for screen in self.screen_stack):
            self.push_screen(Palette(_("Search for a command…")))

    def search_themes(self) -> None:
        """Textual's list of themes under our words."""
        from textual.theme import ThemeProvider  # noqa: PLC0415

        from sosmed_learn.tui.screens.palette import Palette  # noqa: PLC0415

        self.push_screen(Palette(_("Search for a theme…"), [ThemeProvider]))

    def action_help_quit(self) -> None:
        """Ctrl+C: many press it to leave; say how."""
        self.notify(_("Ctrl+Q leaves the app; everything saved stays saved."), markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        yield SystemCommand(_("Switch language"), _("Indonesia / English"), self.action_switch_language)
        yield SystemCommand(_("Light or dark"), _("Switch between our light and our dark theme"), self._switch_theme)
        yield SystemCommand(_("All themes"), _("Choose another theme"), self.action_change_theme)
        how_sure = _("Do not ask how sure I am") if self.asks_confidence else _("Ask how sure I am")
        yield SystemCommand(how_sure, _("Whether a question asks it before the verdict"), self._switch_confidence)
        yield SystemCommand(_("Calendar"), _("Your days of the last weeks, and the goal"), self.action_show_rhythm)
        yield SystemCommand(_("Settings"), _("Everything that can be set, on one page"), self.action_show_settings)
        yield SystemCommand(_("Keys"), _("What can be pressed on this screen"), self.action_show_keys)
        yield SystemCommand(_("Go home"), _("To the first screen"), self.action_home)
        yield SystemCommand(_("Quit"), _("Leave; everything saved stays saved"), self.action_quit)

    def _switch_confidence(self) -> None:
        self.asks_confidence = not self.asks_confidence
        self._set(CONFIDENCE, ON if self.asks_confidence else OFF)
        asked, not_asked = _("From the next question on you are asked."), _("You are not asked any more.")
        self.notify(asked if self.asks_confidence else not_asked, markup=False)

    def _switch_theme(self) -> None:
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    # What the app does by itself

    def _finish(self, session: Session, *, instead: bool = False) -> None:
        self._happened(session.finish(self._study.clock.stamp()))
        self._show_end(session, instead=instead)

    @work
    async def _show_end(self, session: Session, *, instead: bool) -> None:
        """Show the result once it is known what comes next, so that it never names the lesson just finished."""
        await self._plan()
        self._show_result(session, instead=instead)

    def _stay(self) -> None:
        """The way to another screen ended here: the one on top takes keys again."""
        if isinstance(self.screen, Page):
            self.screen.drawn()

    def _show_result(self, session: Session, *, instead: bool = False) -> None:
        """Show how a lesson went, ``instead`` of the screen on top or over it."""
        from sosmed_learn.tui.screens.result import ResultScreen  # noqa: PLC0415

        module = module_of(self._study.library, session.module)
        if module is None:
            return
        page = ResultScreen(module, session)
        page.set_reactive(ResultScreen.offer, self.offer)
        page.set_reactive(ResultScreen.saving, self.saving)
        page.data_bind(offer=LearnApp.offer, saving=LearnApp.saving)
        if instead and isinstance(self.screen, Page) and len(self.screen_stack) > 1:
            self.switch_screen(self._bound(page))
        else:
            self._push(page)

    @work(exclusive=True, group="offer")
    async def _refresh_offer(self) -> None:
        await self._catch_up()
        await self._plan()

    async def _plan(self) -> None:
        """What comes next; once the courses were looked through, with all that is known of the learner."""
        if self.insight is not None or (self.surveyed and self.progress.asked):
            await self.take_stock()
            return
        today = self._study.clock.today()
        self.offer = await asyncio.to_thread(offer_view, self._study.library, self.progress, today)
        self.today = self.plan_without_insight()

    @work
    async def _survey(self) -> None:
        # No timer: Textual's skips what it is late for, and one that is to fire once then never does.
        await asyncio.sleep(SURVEY_DELAY)
        if self.progress.asked:  # of who has answered nothing, nothing is known
            await self.take_stock()  # first: until then Home knows only what comes next in the courses
        else:
            self._note_a_free_day()
        self.troubles = await asyncio.to_thread(self._study.library.troubles)
        self.surveyed = True
        self.copies = len(await asyncio.to_thread(self._study.store.copies))
        self.notice = self.what_is_told()
        await asyncio.to_thread(opening.import_screens)
        await asyncio.to_thread(self._study.store.tend, self._study.clock.today())
