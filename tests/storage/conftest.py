"""A learner's folder for each test, and a way to have journals sealed after a few events."""

from pathlib import Path

import pytest

from sosmed_learn.storage import segments
from sosmed_learn.storage import store as store_module


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal is sealed after the fourth event, and no sealed file holds more than four."""
    monkeypatch.setattr(store_module, "SEAL_BYTES", 600)
    monkeypatch.setattr(segments, "SEGMENT_ROWS", 4)
