"""``progress doctor``: finds what was broken by hand, changes nothing unasked, and mends it so that nothing is left."""

import json
import os
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from sosmed_learn.core.events import ScenarioMoved, TaskSaved
from sosmed_learn.storage import locations
from sosmed_learn.storage.rows import Row, checksum, to_line, to_row
from sosmed_learn.storage.segments import write_segments
from sosmed_learn.storage.sources import gather
from tests.cli.keeping import answer, format_1, ids, journal, reading, saved, seen, stopped_at_each, store
from tests.cli.running import Ran, Run, course
from tests.fakes import NOW

pytestmark = pytest.mark.usefixtures("not_the_first_time")
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")


@pytest.fixture(autouse=True)
def _for_me_alone() -> Iterator[None]:
    """What a test lays down by hand is as closed to others as what the app writes."""
    before = os.umask(0o077)
    yield
    os.umask(before)


def told(ran: Ran) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(ran.out)
    return value


def kinds(run: Run, part: str = "problems") -> list[str]:
    """What the doctor finds."""
    return sorted({finding["kind"] for finding in told(run("progress", "doctor", "--format", "json"))[part]})


def healthy() -> Path:
    """A learner's folder with a journal, a sealed file, a snapshot and a backup."""
    folder = saved("a1", "a2", "a3")
    write_segments(folder, [to_row(reading(name)) for name in ("s1", "s2", "s3")])
    store().tend(NOW.date())
    return folder


def sealed(folder: Path) -> Path:
    (path,) = folder.glob("events-*.json")
    return path


# Ways to break it: each leaves what the doctor calls by its name


def _cut(folder: Path) -> None:
    path = sealed(folder)
    path.write_bytes(path.read_bytes()[:-40])


def _flip(folder: Path) -> None:
    path = sealed(folder)
    path.write_bytes(path.read_bytes().replace(b'"s2"', b'"s9"'))


def _torn(folder: Path) -> None:
    with journal(folder).open("ab") as file:
        file.write(b'{"id":"a4","ver')


def _renamed(folder: Path) -> None:
    sealed(folder).rename(folder / "events-s1-01234567.json")


def _leftover(folder: Path) -> None:
    (folder / ".events-s1.json.abc.new").write_bytes(b'{"meta"')


def _leftover_backup(folder: Path) -> None:
    growing = folder.parent / "backups" / ".2026-11-26.abc.new"
    growing.mkdir(mode=0o700)
    os.utime(growing, (time.time() - 3600,) * 2)


def _kept(folder: Path) -> None:
    path = journal(folder)
    path.with_name(f"{path.name}.damaged-2026-11-26-201500").write_bytes(b"{" + to_line(to_row(reading("a9"))))


def _copy(folder: Path) -> None:
    path = journal(folder)
    path.with_name(f"{path.stem} (1).jsonl").write_bytes(path.read_bytes() + to_line(to_row(reading("a8"))))


def _twice(folder: Path) -> None:
    write_segments(folder, [to_row(reading("a2")), to_row(reading("a7"))])


def _differ(folder: Path) -> None:
    write_segments(folder, [to_row(reading("a2").__class__(**{**_parts("a2"), "step": "other"}))])


def _parts(name: str) -> dict[str, Any]:
    event = reading(name)
    return {field: getattr(event, field) for field in event.__struct_fields__}


def _snapshot(folder: Path) -> None:
    from sosmed_learn.core.progress import Progress  # noqa: PLC0415 - only this way of breaking needs it
    from sosmed_learn.storage.formats import look  # noqa: PLC0415
    from sosmed_learn.storage.snapshot import write_snapshot  # noqa: PLC0415

    write_snapshot(locations.snapshot_file(), look(folder).segments, Progress(settings={"role": "lead"}))


def _backup(folder: Path) -> None:
    path = sealed(folder.parent / "backups" / NOW.date().isoformat())
    path.write_bytes(path.read_bytes()[:-40])


def _mode(folder: Path) -> None:
    sealed(folder).chmod(0o644)


BREAKS: dict[str, tuple[Callable[[Path], None], str]] = {
    "a sealed file cut": (_cut, "damaged"),
    "a bit flipped": (_flip, "damaged"),
    "a torn line": (_torn, "damaged"),
    "a wrong name": (_renamed, "damaged"),
    "a stopped write": (_leftover, "leftover"),
    "a stopped backup": (_leftover_backup, "leftover"),
    "a damaged file kept": (_kept, "kept"),
    "a sync copy": (_copy, "copy"),
    "an event twice": (_twice, "twice"),
    "an event told in two ways": (_differ, "differ"),
    "a wrong snapshot": (_snapshot, "snapshot"),
    "a damaged backup": (_backup, "backup"),
    "open to others": (_mode, "mode"),
}
broken = pytest.mark.parametrize(("break_it", "kind"), BREAKS.values(), ids=BREAKS.keys())
WHOLE = {"a1", "a2", "a3", "s1", "s2", "s3"}


def test_a_healthy_folder_ends_with_0(run: Run) -> None:
    healthy()
    ran = run("--lang", "en", "progress", "doctor")
    assert (ran.code, ran.err) == (0, "Nothing is wrong.\n")
    assert ran.out.startswith("6 events in 2 files, ")
    assert "Problems" not in ran.out


@pytest.mark.parametrize("arguments", [(), ("--repair",)])
def test_a_newcomer_is_healthy_and_nothing_is_made(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("progress", "doctor", *arguments)
    assert ran.code == 0
    assert not locations.progress_folder().exists()


@POSIX
@broken
def test_what_was_broken_is_found_and_nothing_is_changed(run: Run, break_it: Callable[[Path], None], kind: str) -> None:
    break_it(healthy())
    before = seen(locations.data_folder())
    ran = run("progress", "doctor", "--format", "json")
    assert ran.code == 1
    assert [finding["kind"] for finding in told(ran)["problems"]] == [kind]
    assert not told(ran)["healthy"]
    assert seen(locations.data_folder()) == before


@POSIX
@broken
def test_it_is_mended_and_the_second_time_there_is_nothing_to_do(
    run: Run, break_it: Callable[[Path], None], kind: str
) -> None:
    folder = healthy()
    break_it(folder)
    ran = run("progress", "doctor", "--repair", "--format", "json")
    assert (ran.code, told(ran)["problems"]) == (0, [])
    assert kind in {one["kind"] for one in told(ran)["mended"]}
    assert all(not one["failed"] for one in told(ran)["mended"])
    before = seen(locations.data_folder())
    again = run("progress", "doctor", "--repair", "--format", "json")
    assert (again.code, told(again)["mended"]) == (0, [])
    assert seen(locations.data_folder()) == before
    expected = {"kept": WHOLE | {"a9"}, "copy": WHOLE | {"a8"}, "twice": WHOLE | {"a7"}}.get(kind, WHOLE)
    assert set(ids()) == expected, "a sealed file that was harmed is had back from the backup"


@broken
@pytest.mark.parametrize("language", ["id", "en"])
def test_each_is_said_in_a_line_as_wide_as_a_terminal(
    run: Run, break_it: Callable[[Path], None], kind: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.name == "nt" and kind == "mode":
        return  # Windows has no such modes
    break_it(healthy())
    monkeypatch.chdir(locations.data_folder().parent)
    monkeypatch.setenv("SOSMED_LEARN_HOME", "learner")
    for arguments in ((), ("--repair",)):
        ran = run("--lang", language, "progress", "doctor", *arguments)
        assert ("Masalah" if language == "id" else "Problems", "Perbaikan" if language == "id" else "Repair")[
            bool(arguments)
        ] in ran.out
        assert all(len(line) <= 79 or " " not in line.strip("- ") for line in ran.out.splitlines())


def test_all_at_once_is_mended_too(run: Run) -> None:
    folder = healthy()
    for break_it in (_torn, _leftover, _kept, _copy, _twice, _differ, _backup):
        break_it(folder)
    ran = run("progress", "doctor", "--repair")
    assert ran.code == 0
    assert set(ids()) == WHOLE | {"a7", "a8", "a9"}
    assert run("progress", "doctor").code == 0


@pytest.mark.parametrize("call", ["replace", "remove", "keep_as", "copy", "write", "sync", "sync_folder"])
def test_a_repair_may_be_stopped_anywhere(run: Run, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    folder = healthy()
    for break_it in (_cut, _torn, _kept, _copy, _twice, _differ):
        break_it(folder)
    everything = WHOLE | {"a7", "a8", "a9"}
    for place in stopped_at_each(call, monkeypatch, lambda: run("progress", "doctor", "--repair")):
        kept = {str(row["id"]) for source in gather([folder, locations.backups_folder()]) for row in source.rows}
        assert everything <= kept, place
    assert set(ids()) == everything
    assert kinds(run) == []


def test_of_an_event_told_in_two_ways_the_other_is_kept_elsewhere(run: Run) -> None:
    folder = healthy()
    counted = store().load()
    _differ(folder)
    counts = {event.id: event for event in store().load()}["a2"]
    run("progress", "doctor", "--repair")
    assert {event.id: event for event in store().load()}["a2"] == counts
    (kept,) = locations.backups_folder().glob("damaged-*/differing.jsonl")
    assert json.loads(kept.read_text())["id"] == "a2"
    assert len(counted) == len(ids())


@POSIX
def test_modes_are_closed_to_others(run: Run) -> None:
    folder = healthy()
    folder.chmod(0o755)
    sealed(folder).chmod(0o664)
    run("progress", "doctor", "--repair")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(sealed(folder).stat().st_mode) == 0o600


def test_a_file_of_a_newer_app_remains_a_problem_and_is_left(run: Run) -> None:
    newer = healthy() / "journal-ffffff.jsonl"
    newer.write_text('{"format":99}\n', encoding="utf-8")
    newer.chmod(0o600)
    for arguments in ((), ("--repair",)):
        ran = run("--lang", "en", "progress", "doctor", *arguments)
        assert ran.code == 1
        assert "Update the app" in ran.out
        assert newer.read_text() == '{"format":99}\n'


def test_the_file_of_format_1_is_information_and_is_taken_in(run: Run) -> None:
    path = format_1(locations.single_file(), [reading("old", datetime.now(UTC))])
    path.chmod(0o600)
    ran = run("progress", "doctor", "--format", "json")
    assert (ran.code, [finding["kind"] for finding in told(ran)["information"]]) == (0, ["older"])
    assert path.exists()
    assert run("progress", "doctor", "--repair").code == 0
    assert not path.exists()
    assert ids() == ["old"]
    assert kinds(run, "information") == ["migrated"]


def test_rows_of_a_newer_app_are_information(run: Run) -> None:
    folder = healthy()
    row: Row = {"id": "zz", "verb": "danced"}
    write_segments(folder, [row | {"check": checksum(row)}])
    ran = run("--lang", "en", "progress", "doctor")
    assert ran.code == 0
    assert "danced" in ran.out


def test_a_lock_that_is_held_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = healthy()
    monkeypatch.setattr("sosmed_learn.storage.doctor._LOCK_SECONDS", 0.05)
    with FileLock(folder / "lock"):
        assert kinds(run) == ["lock"]
    assert kinds(run) == []


def test_no_backup_for_days_is_a_problem_and_is_made(run: Run) -> None:
    saved(reading("a", datetime.now(UTC) - timedelta(days=9)))
    ran = run("--lang", "en", "progress", "doctor")
    assert ran.code == 1
    assert "There is no new backup" in " ".join(ran.out.split())
    assert run("progress", "doctor", "--repair").code == 0
    assert len(list(locations.backups_folder().iterdir())) == 1


def test_answers_to_what_is_gone_are_told_and_are_no_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(course(tmp_path / "courses")))
    saved(answer("a1", prompt="How many?"), answer("a2", prompt="How many now?"), answer("a3", module="shop"))
    store().tend(NOW.date())
    ran = run("progress", "doctor", "--format", "json")
    assert ran.code == 0
    assert [(one["module"], one["gone"], one["count"], one["prompt"]) for one in told(ran)["orphans"]] == [
        ("shop", "lesson", 1, "Which one?"),
        ("strategy", "lesson", 2, "How many now?"),
    ]
    assert '"How many now?" · 2 jawaban' in run("--lang", "id", "progress", "doctor").out


def test_scenarios_and_tasks_that_are_gone_are_told_too(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(course(tmp_path / "courses")))
    where: dict[str, Any] = {"at": NOW, "offset": 420, "module": "shop", "lesson": "cases"}
    saved(
        ScenarioMoved(id="m1", scenario="late", path=("sorry",), **where),
        ScenarioMoved(id="m2", scenario="late", path=("sorry", "tell"), ending="kept", ended=True, **where),
        TaskSaved(id="m3", task="plan", fields={"who": "office"}, reader="en", **where),
    )
    out = " ".join(run("--lang", "en", "progress", "doctor").out.split())
    assert "2 moves in scenarios, 1 entry in a task" in out
    assert "shop › cases › late: 2 moves in scenarios" in out
    assert "the lesson is gone" in out


def test_words_in_an_event_do_not_reach_the_terminal_as_they_are(run: Run) -> None:
    saved(answer("a", prompt="\x1b[31mred"))
    assert "\x1b" not in run("progress", "doctor").out


@pytest.mark.parametrize("arguments", [("--format", "xml"), ("--mend",), ("somewhere",)], ids=" ".join)
def test_wrong_use_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run("progress", "doctor", *arguments)
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(("language", "says"), [("id", "menunggu diperiksa"), ("en", "waits to be looked at")])
def test_show_says_that_a_damaged_file_waits(run: Run, language: str, says: str) -> None:
    folder = healthy()
    _torn(folder)
    run("progress", "show")
    ran = run("--lang", language, "progress", "show")
    assert ran.code == 0
    assert says in ran.err
    run("progress", "doctor", "--repair")
    assert says not in run("--lang", language, "progress", "show").err


def test_what_a_backup_has_and_the_progress_has_not_is_good_to_know(run: Run) -> None:
    healthy()
    kept = len(ids())
    shutil.rmtree(locations.progress_folder())
    ran = run("--lang", "en", "progress", "doctor")
    assert ran.code == 0
    assert f"has events that your progress has not: {kept} event" in " ".join(ran.out.split())
