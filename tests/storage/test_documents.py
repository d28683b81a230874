"""Documents on disk: found again, never written over what somebody changed, and whole whenever we are stopped."""

import json
from pathlib import Path

import pytest

from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.storage import disk
from sosmed_learn.storage.documents import INDEX, DocumentFolder

OWNER = ("strategy/first/plan",)
OTHER = ("analytics/first/plan",)


@pytest.fixture
def folder(tmp_path: Path) -> DocumentFolder:
    return DocumentFolder(tmp_path / "documents")


def names(folder: DocumentFolder) -> list[str]:
    return sorted(path.name for path in folder.place.iterdir() if path.name != INDEX)


def test_a_document_is_a_plain_file_of_its_own_name(folder: DocumentFolder) -> None:
    kept = folder.keep(OWNER, "plan", "# Rencana\n")
    assert kept.path == folder.place / "plan.md"
    assert (folder.place / "plan.md").read_bytes() == b"# Rencana\n"
    assert folder.keep(OWNER, "plan", "# Lagi\n") == kept
    assert (folder.place / "plan.md").read_text() == "# Lagi\n"
    assert names(folder) == ["plan.md"]


def test_what_somebody_changed_is_left_and_ours_goes_on_beside_it(folder: DocumentFolder) -> None:
    path = Path(folder.keep(OWNER, "plan", "a\n").path)
    path.write_text("mine\n")
    kept = folder.keep(OWNER, "plan", "b\n")
    assert (kept.path, kept.beside) == (folder.place / "plan-2.md", path)
    assert path.read_text() == "mine\n"
    again = folder.keep(OWNER, "plan", "c\n")
    assert (again.path, again.beside) == (folder.place / "plan-2.md", None)
    assert names(folder) == ["plan-2.md", "plan.md"]


def test_with_nothing_new_to_say_a_changed_file_is_only_told(folder: DocumentFolder) -> None:
    path = Path(folder.keep(OWNER, "plan", "a\n").path)
    path.write_text("mine\n")
    kept = folder.keep(OWNER, "plan", "a\n")
    assert (kept.path, kept.edited) == (path, True)
    assert folder.keep(OWNER, "plan", "in English\n", ["a\n"]).edited
    assert path.read_text() == "mine\n"
    assert names(folder) == ["plan.md"]


def test_an_unchanged_file_can_change_its_language(folder: DocumentFolder) -> None:
    path = Path(folder.keep(OWNER, "plan", "a\n").path)
    assert not folder.keep(OWNER, "plan", "in English\n", ["a\n"]).edited
    assert path.read_text() == "in English\n"


def test_a_file_that_was_there_before_is_somebody_elses(folder: DocumentFolder) -> None:
    folder.place.mkdir()
    (folder.place / "plan.md").write_text("old notes\n")
    assert Path(folder.keep(OWNER, "plan", "a\n").path).name == "plan-2.md"
    assert (folder.place / "plan.md").read_text() == "old notes\n"


def test_two_tasks_of_one_name_do_not_share_a_file_and_a_renamed_one_keeps_its_own(folder: DocumentFolder) -> None:
    assert Path(folder.keep(OWNER, "plan", "a\n").path).name == "plan.md"
    assert Path(folder.keep(OTHER, "plan", "a\n").path).name == "plan-2.md"
    assert Path(folder.keep(("strategy/first/new", *OWNER), "plan", "b\n").path).name == "plan.md"


def test_a_file_that_was_removed_comes_again(folder: DocumentFolder) -> None:
    Path(folder.keep(OWNER, "plan", "a\n").path).unlink()
    assert Path(folder.keep(OWNER, "plan", "a\n").path).read_text() == "a\n"


@pytest.mark.parametrize("index", ["", "{", "[]", '{"a": 1}', "\udcff"])
def test_without_a_readable_index_nothing_is_written_over(folder: DocumentFolder, index: str) -> None:
    path = Path(folder.keep(OWNER, "plan", "a\n").path)
    (folder.place / INDEX).write_bytes(index.encode("utf-8", "surrogateescape"))
    kept = folder.keep(OWNER, "plan", "b\n")
    assert path.read_text() == "a\n"
    assert Path(kept.path).read_text() == "b\n"


@pytest.mark.parametrize("name", ["../outside", "/etc/x", "", "A b", "x" * 3 + "\n"])
def test_no_name_leads_out_of_the_folder(folder: DocumentFolder, name: str) -> None:
    assert Path(folder.keep(OWNER, name, "a\n").path).parent == folder.place


@pytest.mark.parametrize("stopped_at", [1, 2])
def test_stopped_at_any_write_the_file_is_still_known_as_ours(
    folder: DocumentFolder, stopped_at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder.keep(OWNER, "plan", "a\n")
    calls, real = [0], disk.write_whole

    def stop(path: Path, content: bytes) -> None:
        calls[0] += 1
        if calls[0] == stopped_at:
            raise OSError(28, "No space left on device")
        real(path, content)

    monkeypatch.setattr(disk, "write_whole", stop)
    for words in ("x\n", "b\n"):
        calls[0] = 0
        with pytest.raises(SaveFailed) as failed:
            folder.keep(OWNER, "plan", words)
        assert failed.value.trouble == "full"
    assert (folder.place / "plan.md").read_text() == "a\n"
    monkeypatch.undo()
    kept = folder.keep(OWNER, "plan", "b\n")
    assert (Path(kept.path).name, Path(kept.path).read_text(), kept.edited) == ("plan.md", "b\n", False)
    assert names(folder) == ["plan.md"]
    assert json.loads((folder.place / INDEX).read_text())
