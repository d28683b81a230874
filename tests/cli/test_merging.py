"""``progress merge``: the union of events, from whatever holds some, in any order and as often as one likes."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.storage import locations, sources
from sosmed_learn.storage.merging import weigh
from sosmed_learn.storage.rows import Row, checksum, to_events, to_line, to_row
from sosmed_learn.storage.segments import write_segments
from tests.cli.keeping import answer, at_home, format_1, ids, journal, reading, saved, seen, store
from tests.cli.running import Run
from tests.core.test_values import EVENTS


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another machine's data folder with ``b1`` and ``b2``; the learner here has ``a1`` and ``b1``."""
    at_home(tmp_path / "other", monkeypatch, ["b1", "b2"])
    at_home(tmp_path / "here", monkeypatch, ["a1", "b1"])
    return tmp_path / "other"


def exported(run: Run, other: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    target = other / "mine.jsonl"
    with monkeypatch.context() as there:
        there.setenv("SOSMED_LEARN_HOME", str(other))
        assert run("progress", "export", "-o", str(target)).code == 0
    return target


def test_a_data_folder(run: Run, other: Path) -> None:
    ran = run("--lang", "en", "progress", "merge", str(other))
    assert (ran.code, ran.out) == (0, "Added: 1 event. Known already: 1 event.\n")
    assert ids() == ["a1", "b1", "b2"]


def test_again_it_changes_nothing_and_makes_no_backup(run: Run, other: Path) -> None:
    run("progress", "merge", str(other))
    before = seen(locations.data_folder())
    ran = run("--lang", "en", "progress", "merge", str(other))
    assert (ran.code, ran.out, ran.err) == (0, "Added: 0 events. Known already: 2 events.\n", "")
    assert seen(locations.data_folder()) == before


def test_before_it_a_backup_is_made(run: Run, other: Path) -> None:
    ran = run("--lang", "en", "progress", "merge", str(other))
    (backup,) = locations.backups_folder().iterdir()
    assert backup.name.startswith("before-merge-")
    assert str(backup) in ran.err
    assert [json.loads(line)["id"] for line in journal(backup).read_text().splitlines()[1:]] == ["a1", "b1"]


def test_a_dry_run_says_the_same_and_changes_nothing(run: Run, other: Path) -> None:
    before = seen(locations.data_folder())
    ran = run("--lang", "en", "progress", "merge", str(other), "--dry-run")
    assert (ran.code, ran.out) == (0, "New: 1 event. Known already: 1 event. Nothing was changed.\n")
    assert seen(locations.data_folder()) == before


def test_both_ways_both_have_the_same(run: Run, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("progress", "merge", str(other))
    at_home(other, monkeypatch)
    run("progress", "merge", str(tmp_path / "here"))
    assert ids() == ["a1", "b1", "b2"]


@pytest.mark.parametrize("kind", ["export", "journal", "sealed", "format 1", "backup", "UTF-16", "cut", "flipped"])
def test_any_file_of_ours(run: Run, other: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    export = exported(run, other, monkeypatch)
    path = tmp_path / "given"
    whole = True
    match kind:
        case "export":
            path = export
        case "journal":
            path = journal(other / "progress")
        case "sealed":
            path.mkdir()
            write_segments(path, [to_row(reading("b1")), to_row(reading("b2"))])
            (path,) = path.iterdir()
        case "format 1":
            format_1(path, [reading("b1"), reading("b2")])
        case "backup":
            with monkeypatch.context() as there:
                there.setenv("SOSMED_LEARN_HOME", str(other))
                run("progress", "backup")
            (path,) = (other / "backups").iterdir()
        case "UTF-16":
            path.write_text(export.read_text(encoding="utf-8"), encoding="utf-16")
        case "cut":
            path.write_bytes(export.read_bytes() + b'{"verb":"read","id":"b')
            whole = False
        case "flipped":
            path.write_bytes(export.read_bytes().replace(b'"step":"b1"', b'"step":"b0"'))
            whole = False
    ran = run("--lang", "en", "progress", "merge", str(path))
    assert ran.out.startswith("Added: 1 event.")
    assert ids() == ["a1", "b1", "b2"]
    assert ran.code == (0 if whole else 1)
    assert ("is damaged" in ran.err) is not whole


def test_what_an_older_app_wrote_in_fewer_words_is_the_same_event(run: Run, tmp_path: Path) -> None:
    saved(answer("x", prompt=""))
    row = {key: value for key, value in to_row(answer("x", prompt="")).items() if key not in {"prompt", "hints"}}
    path = tmp_path / "old.jsonl"
    path.write_bytes(to_line(row | {"check": checksum(row)}))
    assert run("--lang", "en", "progress", "merge", str(path)).out == "Added: 0 events. Known already: 1 event.\n"


def test_events_of_a_newer_app_come_along(run: Run, tmp_path: Path) -> None:
    row: Row = {"id": "n", "verb": "danced", "to": "Kopi Dangdut"}
    path = tmp_path / "new.jsonl"
    path.write_bytes(to_line(row | {"check": checksum(row)}))
    assert run("--lang", "en", "progress", "merge", str(path)).out.startswith("Added: 1 event.")
    assert [kept["to"] for kept in store().rows()] == ["Kopi Dangdut"]


def test_files_of_others_in_a_folder_are_passed_over(run: Run, other: Path) -> None:
    (other / "package.json").write_text('{"name": "x", "id": "y"}', encoding="utf-8")
    (other / "notes.txt").write_bytes(to_line(to_row(reading("t"))))
    (other / ".hidden.jsonl").write_bytes(to_line(to_row(reading("h"))))
    ran = run("progress", "merge", str(other))
    assert ran.code == 0
    assert ids() == ["a1", "b1", "b2"]


def test_the_backups_of_a_data_folder_are_read_only_when_they_are_named(run: Run, other: Path) -> None:
    backup = other / "backups" / "2026-11-01"
    backup.mkdir(parents=True)
    write_segments(backup, [to_row(reading("taken-out"))])
    run("progress", "merge", str(other))
    assert "taken-out" not in ids()
    run("progress", "merge", str(other / "backups"))
    assert "taken-out" in ids()


@pytest.mark.parametrize(("language", "says"), [("id", "tidak berisi peristiwa"), ("en", "holds no events")])
def test_a_file_of_somebody_else_is_said(run: Run, tmp_path: Path, language: str, says: str) -> None:
    path = tmp_path / "song.txt"
    path.write_bytes(b"la la la")
    ran = run("--lang", language, "progress", "merge", str(path))
    assert ran.code == 1
    assert says in ran.err
    assert "Traceback" not in ran.err


def test_a_file_of_a_newer_app_is_left_and_the_rest_is_merged(run: Run, other: Path) -> None:
    newer = other / "progress" / "journal-ffffff.jsonl"
    newer.write_text('{"format":99}\n{"id":"z","verb":"leapt"}\n', encoding="utf-8")
    ran = run("--lang", "en", "progress", "merge", str(other))
    assert ran.code == 1
    assert f"{newer} was made by a newer version" in ran.err
    assert ids() == ["a1", "b1", "b2"]


def test_a_path_that_is_not_there_is_wrong_use(run: Run) -> None:
    ran = run("--lang", "en", "progress", "merge", "nowhere")
    assert (ran.code, ran.out) == (2, "")
    assert "There is nothing at nowhere." in ran.err


def test_a_file_or_folder_without_bounds_is_said(run: Run, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LARGEST", 100)
    ran = run("--lang", "en", "progress", "merge", str(journal(other / "progress")))
    assert (ran.code, ran.out.startswith("Added: 0 events.")) == (1, True)
    assert "is too large" in ran.err
    monkeypatch.undo()
    at_home(other.parent / "here", monkeypatch)
    monkeypatch.setattr(sources, "MOST_FILES", 1)
    (other / "a.json").write_text("{}", encoding="utf-8")
    ran = run("--lang", "en", "progress", "merge", str(other))
    assert ran.code == 1
    assert "has too many files" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_a_link_back_to_the_folder_is_followed_once(run: Run, other: Path) -> None:
    (other / "round").symlink_to(other, target_is_directory=True)
    assert run("--lang", "en", "progress", "merge", str(other)).out == "Added: 1 event. Known already: 1 event.\n"


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_what_cannot_be_compared_is_not_merged(run: Run, other: Path, dry: tuple[str, ...]) -> None:
    (locations.progress_folder() / "journal-0a1b2c.jsonl").mkdir()
    ran = run("--lang", "en", "progress", "merge", str(other), *dry)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert "journal-0a1b2c.jsonl cannot be read (it is a folder)" in ran.err


# Copies by file-sync programs

COPIES = [
    "{stem}.sync-conflict-20261126-201500-ABCDEFG{suffix}",
    "{stem} (conflicted copy 2026-11-26){suffix}",
    "{stem}-LAPTOP{suffix}",
    "{stem} (1){suffix}",
]


@pytest.mark.parametrize("name", COPIES)
def test_copies_are_merged_and_moved_among_the_backups(run: Run, name: str) -> None:
    mine = journal(saved("a1"))
    copy = mine.with_name(name.format(stem=mine.stem, suffix=mine.suffix))
    copy.write_bytes(mine.read_bytes() + to_line(to_row(reading("a2"))))
    content = copy.read_bytes()
    assert "waits to be merged: sosmed-learn progress merge" in run("--lang", "en", "progress", "show").err
    ran = run("--lang", "en", "progress", "merge")
    assert (ran.code, ran.out) == (0, "Added: 1 event. Known already: 1 event.\n")
    assert ids() == ["a1", "a2"]
    assert not copy.exists()
    (folder,) = locations.backups_folder().glob("copies-*")
    assert [path.read_bytes() for path in folder.iterdir()] == [content]
    assert "waits" not in run("--lang", "en", "progress", "show").err
    assert "copies-" not in run("progress", "backup", "--list").out, "they are no backup"


def test_a_dry_run_leaves_the_copies_where_they_are(run: Run) -> None:
    mine = journal(saved("a1"))
    copy = mine.with_name(f"{mine.stem} (1).jsonl")
    copy.write_bytes(mine.read_bytes())
    assert run("progress", "merge", "--dry-run").code == 0
    assert copy.exists()


def test_without_copies_there_is_nothing_to_do(run: Run) -> None:
    ran = run("--lang", "en", "progress", "merge")
    assert ran.code == 0
    assert ran.out.startswith("There is nothing to merge")
    assert not locations.data_folder().exists()


# The union of events as mathematics has it

ROWS = EVENTS.map(to_row)


def union(*parts: list[Row]) -> list[Row]:
    """What stands in the first after the others have been merged into it, one after the other."""
    all_of_them: list[Row] = []
    for part in parts:
        all_of_them += weigh(part, all_of_them).new
    return all_of_them


def facts(rows: list[Row]) -> list[bytes]:
    return sorted(to_line(to_row(event)) for event in to_events(rows))


@given(a=st.lists(ROWS, max_size=5), b=st.lists(ROWS, max_size=5), c=st.lists(ROWS, max_size=5))
def test_merging_may_be_done_in_any_order_and_again(a: list[Row], b: list[Row], c: list[Row]) -> None:
    assert facts(union(a, b)) == facts(union(b, a))
    assert facts(union(union(a, b), c)) == facts(union(a, union(b, c)))
    assert union(a, b, b, a) == union(a, b)


@given(st.lists(ROWS, max_size=6))
def test_what_is_there_is_known(rows: list[Row]) -> None:
    found = weigh(rows, rows)
    assert found.new == ()
    assert found.known == len(union(rows))


@pytest.mark.skipif(os.name == "nt", reason="links need a right that few have on Windows")
def test_a_progress_folder_that_is_a_link_is_read(run: Run, other: Path, tmp_path: Path) -> None:
    home = tmp_path / "linked"
    home.mkdir()
    (home / "progress").symlink_to(other, target_is_directory=True)
    assert run("--lang", "en", "progress", "merge", str(home)).out == "Added: 1 event. Known already: 1 event.\n"
