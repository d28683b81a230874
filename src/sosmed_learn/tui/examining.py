"""The part of the app for exams: it draws them, lets them go on where they were left, and tells what came of them."""

import asyncio

from textual import work

from sosmed_learn.core.drawing import seed_for
from sosmed_learn.core.exam import draw
from sosmed_learn.core.examprogress import Sitting
from sosmed_learn.core.examsession import ExamSession, begin_exam
from sosmed_learn.core.settings import EXAM_LIMIT, OFF, ON
from sosmed_learn.i18n import _
from sosmed_learn.tui import messages
from sosmed_learn.tui.exam_opening import ExamMaterial, exam_material
from sosmed_learn.tui.keeping import KeepingApp
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.working import WorkingApp


class ExaminingApp(WorkingApp):
    """What happens in an exam is saved as in a lesson; how it is asked is the business of its screens."""

    async def _replace(self, page: Page) -> None:
        """Show the page in the place of the one on top."""
        raise NotImplementedError

    @work
    async def on_exam_asked(self, message: messages.ExamAsked) -> None:
        await self._catch_up()
        material = await self._exam_material(message.module)
        if material is None:
            self._tell(_("This module has no exam."))
            self._stay()
            return
        from sosmed_learn.tui.screens.exam_start import ExamStartScreen  # noqa: PLC0415

        limited = self.progress.settings.get(EXAM_LIMIT) != OFF
        self._push(ExamStartScreen(material, self._study.clock.stamp(), limited=limited))

    async def _exam_material(self, module: str) -> ExamMaterial | None:
        today = self._study.clock.today()
        return await asyncio.to_thread(exam_material, self._study.library, self.progress, module, today)

    def on_exam_limit_set(self, message: messages.ExamLimitSet) -> None:
        self._set(EXAM_LIMIT, ON if message.limited else OFF)

    @work
    async def on_exam_begun(self, message: messages.ExamBegun) -> None:
        material, clock = message.material, self._study.clock
        sitting = material.done.open
        if sitting is None:
            exam, stamp = material.module.exam, clock.stamp()
            before = material.done.results[0].begun if material.done.results else None
            seed = seed_for(stamp.id, material.module.id)
            lately = before.questions if before else ()
            drawn = draw(material.pool.questions, exam.questions if exam else 0, seed, lately)
            begun = begin_exam(material.module, stamp, drawn, seed, limited=message.limited)
            self._happened(begun)
            sitting = Sitting(begun)
        session = material.session(sitting)
        if session is None or not session.questions:
            self._tell(_("None of the questions of this exam is there any more."))
            self._stay()
            return
        from sosmed_learn.tui.screens.exam import ExamScreen  # noqa: PLC0415

        page = ExamScreen(material, session, clock, self._happened, sitting.elapsed)
        await self._replace(page.data_bind(saving=KeepingApp.saving))

    async def on_exam_handed_in(self, message: messages.ExamHandedIn) -> None:
        page, clock = message.page, self._study.clock
        result = page.material.result(page.session, page.material.stale(page.session, clock.today()))
        finished = page.session.finish(clock.stamp(), page.elapsed, result, late=message.late)
        self._happened(finished)
        module = page.material.module
        done = self.progress.exam((module.id, *module.aliases))
        await self._show_exam_result(page.material, done.sittings[page.session.sitting], page.session, instead=True)

    async def on_exam_result_asked(self, message: messages.ExamResultAsked) -> None:
        session = message.material.session(message.sitting)
        if session is not None:
            await self._show_exam_result(message.material, message.sitting, session)

    async def _show_exam_result(
        self, material: ExamMaterial, sitting: Sitting, session: ExamSession, *, instead: bool = False
    ) -> None:
        from sosmed_learn.tui.screens.exam_result import ExamResultScreen  # noqa: PLC0415

        if sitting.finished is None:
            return
        result = material.result(session, sitting.finished.uncounted)
        page = ExamResultScreen(material, result, sitting.finished, self._study.clock.stamp())
        page.set_reactive(ExamResultScreen.saving, self.saving)
        page.data_bind(saving=KeepingApp.saving)
        if instead:
            await self._replace(page)
        else:
            self._push(page)
