"""Every test starts alike: data in a folder of its own, Indonesian, no settings from the person who runs it."""

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


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for name in ("SOSMED_LEARN_COURSES", "NO_COLOR", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(tmp_path / "learner"))
    spoken = i18n.in_use()
    i18n.use("id")
    yield
    i18n.use(spoken)
