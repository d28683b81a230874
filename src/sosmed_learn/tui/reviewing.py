"""The part of the app that knows the learner: what to do with today's minutes, and asking questions again.

What is known is worked out off the event loop, after the first screen and whenever Home comes back.
"""

import asyncio
from collections.abc import Sequence

from textual import work
from textual.reactive import var

from sosmed_learn.core.asks import Ask, passing, settling, waits
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.events import LessonPassed, Looked, Undone
from sosmed_learn.core.insight import Insight, insight
from sosmed_learn.core.itembank import ItemBank, item_bank
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.reviewsession import Purpose, ReviewSession, ask_again
from sosmed_learn.core.rhythm import is_to_come
from sosmed_learn.core.today import Today, minutes_of, todays_plan
from sosmed_learn.i18n import _
from sosmed_learn.tui import messages, opening
from sosmed_learn.tui.examining import ExaminingApp
from sosmed_learn.tui.keeping import KeepingApp
from sosmed_learn.tui.offering import way_to
from sosmed_learn.tui.opening import LessonMaterial
from sosmed_learn.tui.timebox import TimeBox

Materials = dict[tuple[str, str], LessonMaterial]


class ReviewingApp(ExaminingApp):
    """``insight`` is None until the courses were looked through, and ``today`` then says only what comes next."""

    offer: var[OfferView | None] = var(None)
    today: var[Today] = var(Today(minutes=7))

    insight: Insight | None = None
    timebox: TimeBox | None = None
    """The minutes that were taken for now; none when one has only opened something."""
    _bank: ItemBank | None = None
    _materials: Materials
    _passed: tuple[LessonPassed, ...] = ()

    def chance(self) -> str:
        """Something that differs from time to time, from which drawn values follow."""
        return self._study.clock.stamp().id

    async def take_stock(self) -> Insight:
        """Work out anew what is known and what to do today."""
        before, progress, clock = self.insight, self.progress, self._study.clock
        now, today = clock.now(), clock.today()

        def worked_out() -> tuple[Insight, Today]:
            self._bank = self._bank or item_bank(self._study.library)
            known = insight(self._bank, progress, now, today, before)
            return known, todays_plan(known, self._study.library)

        known, planned = await asyncio.to_thread(worked_out)
        self.insight, self.offer, self.today = known, planned.offer, planned
        self._note_a_free_day(known)
        return known

    def _note_a_free_day(self, known: Insight | None = None) -> None:
        """A day on which nothing is due counts in the weekly rhythm like one of learning.

        Without anything ``known`` nothing was ever asked, so nothing can be due.
        """
        if is_to_come(self.progress, self._study.clock.today()) and not (known and waits(known)):
            stamp = self._study.clock.stamp()
            self._happened(Looked(id=stamp.id, at=stamp.at, offset=stamp.offset))

    async def take_stock_first(self) -> Insight:
        """Take stock, and where the lessons have to be read for it, say so meanwhile."""
        if self.insight is None:
            self._tell(_("The lessons are being read; one moment."))
        known = await self.take_stock()
        self._tell("")
        return known

    def plan_without_insight(self) -> Today:
        """What is known at the start, before anything was looked through."""
        settings = self.progress.settings
        unread = bool(self.progress.asked) and settings.get("reviews") != "off"
        return Today(minutes_of(settings), offer=self.offer, day=self._study.clock.today(), unread=unread)

    # What screens say

    def on_minutes_set(self, message: messages.MinutesSet) -> None:
        self._set("minutes", str(message.minutes))
        self._plan_anew()

    @work(exclusive=True, group="plan")
    async def _plan_anew(self) -> None:
        if self.insight is None:
            self.today = self.plan_without_insight()
        else:
            await self.take_stock()

    async def _keep_up(self) -> None:
        """Plan anew where another window has done something meanwhile, or another day has begun."""
        before = self.progress
        await self._catch_up()
        known = self.insight
        if known is not None and (self.progress is not before or known.today != self._study.clock.today()):
            await self.take_stock()

    @work(exclusive=True, group="plan")
    async def on_app_focus(self) -> None:
        """Somebody is back at a window that was left open."""
        if len(self.screen_stack) == 1:
            await self._keep_up()

    @work
    async def on_today_taken(self) -> None:
        if self.insight is None and self.progress.asked:
            # In haste right after the start: what fades comes before the next step all the same.
            await self.take_stock_first()
        await self._keep_up()
        self.timebox = TimeBox.of(self.today.minutes, self._study.clock)
        if self.today.asks:
            self._ask(self.today.asks, "today")
        elif self.today.offer is not None:
            self.post_message(way_to(self.today.offer.offer))
        else:
            self._stay()

    @work
    async def on_settling_asked(self, message: messages.SettlingAsked) -> None:
        known = self.insight or await self.take_stock_first()
        self._ask(settling(known, message.module, message.belief), "settle")

    @work
    async def on_passing_asked(self, message: messages.PassingAsked) -> None:
        known = self.insight or await self.take_stock_first()
        self._ask(passing(known, message.module, message.lesson), "test")

    def on_changes_asked(self) -> None:
        self._ask(self.today.changed, "changed")

    @work
    async def _ask(self, asks: Sequence[Ask], purpose: Purpose) -> None:
        await self._catch_up()
        materials = await asyncio.to_thread(self._read_materials, asks)
        there = [ask for ask in asks if ask.item.place[:2] in materials]
        if not there:
            self._tell(_("There is no question to ask for this yet."))
            self._stay()
            return
        self._materials = materials
        self._show_review(ask_again(there, purpose, self.chance()))

    def _read_materials(self, asks: Sequence[Ask]) -> Materials:
        """The lessons in which the questions stand, as far as they can be opened."""
        found: Materials = {}
        for key in dict.fromkeys(ask.item.place[:2] for ask in asks):
            try:
                found[key] = opening.lesson_material(self._study.library, self.progress, *key)
            except LessonUnreadable:  # told on the module's page; the other questions are asked
                continue
        return found

    def _show_review(self, session: ReviewSession) -> None:
        from sosmed_learn.tui.screens.review import ReviewScreen  # noqa: PLC0415

        page = ReviewScreen(self._materials, session, self._study.clock, self._happened)
        page.timebox = self.timebox
        page.set_reactive(ReviewScreen.asks_confidence, self.progress.settings.get("confidence") != "off")
        self._push(page.data_bind(saving=KeepingApp.saving))

    @work
    async def on_review_ended(self, message: messages.ReviewEnded) -> None:
        from sosmed_learn.tui.screens.review_result import ReviewResultScreen  # noqa: PLC0415

        session, clock = message.session, self._study.clock
        if session.passed:
            self._passed = tuple(session.pass_lesson(place, clock.stamp()) for place in session.tested)
            for passed in self._passed:
                self._happened(passed)
        await self.take_stock()
        left = self.timebox.left(clock) if self.timebox else None
        page = ReviewResultScreen(session, self.timebox, left)
        page.set_reactive(ReviewResultScreen.offer, self.offer)
        page.data_bind(offer=ReviewingApp.offer, saving=KeepingApp.saving)
        await self._replace(page)

    async def on_review_undo_asked(self, message: messages.ReviewUndoAsked) -> None:
        """Take back the last answer, and a lesson that was passed by it, and stand before that question again."""
        clock = self._study.clock
        for passed in self._passed if message.session.passed else ():
            stamp = clock.stamp()
            self._happened(Undone(id=stamp.id, at=stamp.at, offset=stamp.offset, target=passed.id))
        self._passed = ()
        session, event = message.session.undo(clock.stamp())
        if event is not None:
            self._happened(event)
        self.pop_screen()
        self._show_review(session)
