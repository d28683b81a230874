"""Every test starts alike: data in a folder of its own, Indonesian, no settings from the person who runs it."""

import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from sosmed_learn import i18n

# The gate gives the same verdict on the same code: examples are derived from the test, not drawn anew.
# `--hypothesis-profile=wide` looks further.
settings.register_profile("gate", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile(
    "wide", max_examples=2000, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("gate")


def pytest_configure() -> None:
    """A shell lets what it starts in the background ignore Ctrl+C, and so would every program that a test starts."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What was imported stays; to look for garbage less often, among what is new, takes a fifth off the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("SOSMED_LEARN_COURSES", "NO_COLOR", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(tmp_path / "learner"))
    spoken = i18n.in_use()
    i18n.use("id")
    yield
    i18n.use(spoken)


@pytest.fixture(scope="session")
def used_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the app keeps of the bundled courses after it was used and they were checked, made by itself."""
    home = tmp_path_factory.mktemp("used-before")
    here = {**os.environ, "SOSMED_LEARN_HOME": str(home), "PYTHONPATH": str(Path(__file__).parents[1] / "src")}
    here.pop("SOSMED_LEARN_COURSES", None)
    for command in (["progress", "doctor"], ["check"]):
        subprocess.run([sys.executable, "-m", "sosmed_learn", *command], env=here, check=True, capture_output=True)
    return home / "cache"


@pytest.fixture
def not_the_first_time(used_before: Path, tmp_path: Path) -> None:
    """The learner's app need not read 39 lessons anew: it has done so before."""
    shutil.copytree(used_before, tmp_path / "learner" / "cache")
