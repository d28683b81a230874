"""The part of the app for the blind-spot map: it asks the questions behind it, and keeps the map up to date."""

import asyncio

from textual import work

from sosmed_learn.core.mapping.diagnosis import QUICK
from sosmed_learn.core.mapping.interview import begin_diagnosis
from sosmed_learn.tui import messages
from sosmed_learn.tui.keeping import KeepingApp
from sosmed_learn.tui.map_opening import MapMaterial, map_material
from sosmed_learn.tui.settling import SettlingApp


class DiagnosingApp(SettlingApp):
    """What is answered in a diagnosis is saved as in a lesson. The map is drawn off the event loop."""

    @work
    async def on_map_asked(self) -> None:
        material = await self._map_material()
        if material.open or not material.taken:
            self._show_start(material)
        else:
            self._show_map(material)

    @work
    async def on_diagnosis_asked(self) -> None:
        self._show_start(await self._map_material())

    async def _map_material(self) -> MapMaterial:
        await self._catch_up()
        await self.take_stock_first()
        known, today = self.insight, self._study.clock.today()
        if known is None:
            message = "stock was taken, and yet nothing is known"
            raise RuntimeError(message)
        return await asyncio.to_thread(map_material, self._study.library, known, today)

    def _show_start(self, material: MapMaterial) -> None:
        from sosmed_learn.tui.screens.diagnosis_start import DiagnosisStartScreen  # noqa: PLC0415

        self._push(DiagnosisStartScreen(material))

    def _show_map(self, material: MapMaterial) -> None:
        from sosmed_learn.tui.screens.map import MapScreen  # noqa: PLC0415

        self._push(MapScreen(material))

    async def on_diagnosis_chosen(self, message: messages.DiagnosisChosen) -> None:
        material, clock = message.material, self._study.clock
        if message.length is None and material.open is not None:
            begun = material.open.begun
        else:
            begun = begin_diagnosis(clock.stamp(), message.length or QUICK, material.role)
            self._happened(begun)
        if begun is None:
            self._stay()
            return
        session = await asyncio.to_thread(material.interview, begun)
        from sosmed_learn.tui.screens.diagnosis import DiagnosisScreen  # noqa: PLC0415

        page = DiagnosisScreen(material, session, clock, self._happened)
        page.timebox = self.timebox
        page.set_reactive(DiagnosisScreen.asks_confidence, self.progress.settings.get("confidence") != "off")
        await self._replace(page.data_bind(saving=KeepingApp.saving))

    @work
    async def on_diagnosis_ended(self, message: messages.DiagnosisEnded) -> None:
        """Show the map: the one below if there is one, as it is now."""
        from sosmed_learn.tui.screens.map import MapScreen  # noqa: PLC0415

        self._happened(message.page.session.end(self._study.clock.stamp()))
        material = await self._map_material()
        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(below, MapScreen):
            await below.renew(material)
            await self.pop_screen()
        else:
            await self._replace(MapScreen(material))

    async def on_map_kept(self, message: messages.MapKept) -> None:
        """The map in the place of what leads to it."""
        from sosmed_learn.tui.screens.map import MapScreen  # noqa: PLC0415

        below = self.screen_stack[-2] if len(self.screen_stack) > 1 else None
        if isinstance(below, MapScreen):
            await self.pop_screen()
        else:
            await self._replace(MapScreen(message.material))

    @work(exclusive=True, group="map")
    async def on_map_seen_again(self, message: messages.MapSeenAgain) -> None:
        await message.page.renew(await self._map_material())
