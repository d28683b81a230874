"""The README's pictures, exported from the running app: ``python -m tests.screenshots``.

The courses are the bundled ones; the learner is new and the day is fixed, so that the pictures change only when the app
or the lesson does. The fonts that Textual's export would load from the web are left out: a viewer has a monospaced one.
"""

import asyncio
import re
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import bundled
from sosmed_learn.core.events import Stamp
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.study import Study
from sosmed_learn.core.text import LANGUAGES, Language
from sosmed_learn.storage.store import TinyEventStore
from sosmed_learn.tui.app import LearnApp
from sosmed_learn.tui.page import HASTE_SECONDS

FOLDER = Path(__file__).parents[1] / ".readme"
SIZE = (80, 24)


class FixedClock:
    """23 November 2026, with ids that count."""

    def __init__(self) -> None:
        self._count = 0

    def stamp(self) -> Stamp:
        self._count += 1
        return Stamp(id=f"{self._count:09}", at=datetime(2026, 11, 23, 3, tzinfo=UTC), offset=420)

    def after(self, newest: str) -> None:
        """There are no events from elsewhere."""

    def now(self) -> datetime:
        return datetime(2026, 11, 23, 3, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 23)

    def seconds(self) -> float:
        return 0.0


async def take(language: Language, home: Path) -> dict[str, str]:
    """Home and an answered question as SVG, by file name."""
    store = TinyEventStore(home / "progress")
    app = LearnApp(Study(CourseLibrary(bundled()), store, FixedClock()), Progress(), language)
    pictures: dict[str, str] = {}
    async with app.run_test(size=SIZE) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause(HASTE_SECONDS * 2)  # keys in haste answer nothing

        await press("1", "enter")
        pictures[f"home-{language}.svg"] = app.export_screenshot(title="sosmed-learn")
        await press("1", "1", "enter", "1", "enter")
        pictures[f"question-{language}.svg"] = app.export_screenshot(title="sosmed-learn")
    return pictures


def without_web_fonts(svg: str) -> str:
    """``svg`` without its ``@font-face`` rules."""
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


def main() -> int:
    """Write all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as home:
            for name, svg in asyncio.run(take(language, Path(home))).items():
                (FOLDER / name).write_text(without_web_fonts(svg), encoding="utf-8")
                print(FOLDER / name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
