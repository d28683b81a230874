"""A course that ``check`` passes never makes the app fail: odd but valid courses are walked through, screen by screen.

``SOSMED_LEARN_WALKS=500`` walks through so many courses instead of the few of the gate, other ones each time.
"""

import asyncio
import faulthandler
import os
import shutil
from pathlib import Path
from random import Random
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from sosmed_learn.content.check import check
from sosmed_learn.content.render import as_text
from tests.generated.courses import Size, course, write
from tests.generated.voices import Odd
from tests.generated.walking import walk

SIZE = (
    Size(lessons=(1, 2), steps=(1, 3)) if os.environ.get("SOSMED_LEARN_WALKS") else Size(lessons=(1, 1), steps=(1, 2))
)
WALKS = int(os.environ.get("SOSMED_LEARN_WALKS", "0"))
IN_THE_GATE = 2
ANY_WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@pytest.fixture(autouse=True)
def _undisturbed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sosmed_learn.tui.app.SURVEY_DELAY", 0.001)
    if WALKS:
        faulthandler.cancel_dump_traceback_later()  # all the walks are one test, which may take as long as it likes
    monkeypatch.setattr("textual.app.App.open_url", lambda _app, _url, **_more: None)


# A course is too large to be made smaller step by step: what is shown is the one that failed.
@given(st.integers(0, 2**32), st.data())
@settings(
    max_examples=WALKS or IN_THE_GATE,
    derandomize=not WALKS,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_no_valid_course_makes_the_app_fail(seed: int, data: st.DataObject) -> None:
    chance = Random(seed)
    words = [data.draw(ANY_WORDS) for _ in range(8)]
    note(f"seed {seed}, words {words!r}")
    home = Path(mkdtemp())
    try:
        files = course(chance, Odd(lambda: chance.choice(words)), ["satu"], SIZE, both=False)
        write(home / "courses", files)
        report = check([home / "courses"])
        assert not report.errors, as_text([one for one in report.problems if one.severity == "error"])
        asyncio.run(walk(home / "courses", chance))
    finally:
        shutil.rmtree(home)
