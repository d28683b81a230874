"""The part of the app that answers "why is this so?": concepts with the answers behind them, beliefs, numbers."""

import asyncio

from textual import work

from sosmed_learn.core.conceptview import ConceptView, concept_view
from sosmed_learn.core.mapping.picture import picture
from sosmed_learn.core.offers import role_of
from sosmed_learn.i18n import _
from sosmed_learn.tui import messages
from sosmed_learn.tui.diagnosing import DiagnosingApp


class ExplainingApp(DiagnosingApp):
    """What is shown is worked out from the insight of the moment."""

    @work
    async def on_concept_asked(self, message: messages.ConceptAsked) -> None:
        from sosmed_learn.tui.screens.concept import ConceptScreen  # noqa: PLC0415

        await self.take_stock()
        view = await asyncio.to_thread(self._view_of, message.concept)
        if view is None:
            self._tell(_("This concept is not in the courses any more."))
            self._stay()
            return
        self._push(ConceptScreen(view))

    def _view_of(self, concept: str) -> ConceptView | None:
        known = self.insight
        return concept_view(known, picture(known, role_of(known.progress)), concept) if known else None

    def on_answer_asked(self, message: messages.AnswerAsked) -> None:
        from sosmed_learn.tui.screens.answer import AnswerScreen  # noqa: PLC0415

        if message.seen.answered is not None:
            self._push(AnswerScreen(message.seen, message.seen.answered))

    @work
    async def on_beliefs_asked(self) -> None:
        from sosmed_learn.tui.screens.beliefs import BeliefsScreen  # noqa: PLC0415

        await self.take_stock()
        if self.insight is not None:
            self._push(BeliefsScreen(self.insight))

    def on_numbers_asked(self, message: messages.NumbersAsked) -> None:
        from sosmed_learn.tui.screens.numbers import NumbersScreen  # noqa: PLC0415

        known, place = self.insight, message.place
        asked = known.memories.told(place) if known and place else None
        self._push(NumbersScreen(asked, known.memories.today if known else 0))
