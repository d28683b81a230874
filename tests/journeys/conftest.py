"""Journeys begin where the app was used before: what a first start of all is like, ``test_hasty`` looks at."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def courses_known(used_before: Path, tmp_path: Path) -> None:
    """The app whose data is in ``tmp_path`` has read the courses before."""
    shutil.copytree(used_before, tmp_path / "cache")
