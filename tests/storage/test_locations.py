"""Where the learner's data is."""

from pathlib import Path

import pytest

from sosmed_learn.storage import locations
from sosmed_learn.storage.locations import data_folder


def test_the_variable_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mine = tmp_path / "my data"
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(mine))
    assert data_folder() == mine
    assert locations.progress_folder() == mine / "progress"
    assert locations.backups_folder() == mine / "backups"
    assert locations.single_file() == mine / "progress.json"
    assert locations.snapshot_file() == mine / "cache" / "progress.msgpack"
    assert not mine.exists()


def test_the_variable_may_begin_with_the_users_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOSMED_LEARN_HOME", "~/belajar")
    assert data_folder() == Path.home() / "belajar"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_without_the_variable_it_is_the_systems_own_place(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    if value is None:
        monkeypatch.delenv("SOSMED_LEARN_HOME")
    else:
        monkeypatch.setenv("SOSMED_LEARN_HOME", value)
    assert data_folder().is_absolute()
    assert data_folder().name == "sosmed-learn"
