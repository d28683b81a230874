"""``progress backup`` and ``restore``: what would change is said first, and nothing is lost on the way."""

import errno
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import Timeout

from sosmed_learn import i18n
from sosmed_learn.cli.commands.progress.words import tally_lines
from sosmed_learn.core.events import ScenarioMoved, SettingChanged
from sosmed_learn.storage import backups, disk, locations
from sosmed_learn.storage.rows import to_row
from sosmed_learn.storage.segments import write_segments
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.keeping import answer, ids, journal, saved, seen, stopped_at_each, store
from tests.cli.running import Run, in_a_process
from tests.fakes import NOW, MemoryLibrary


def backed_up(run: Run) -> str:
    """The name of a backup made now."""
    assert run("progress", "backup").code == 0
    return max(path.name for path in locations.backups_folder().glob("manual-*"))


# backup


def test_a_backup_is_made_and_named(run: Run) -> None:
    saved("a", "b")
    ran = run("--lang", "en", "progress", "backup")
    (made,) = locations.backups_folder().iterdir()
    assert (ran.code, ran.out) == (0, f"Backup made: {made} (2 events)\n")
    assert journal(made).read_bytes() == journal(locations.progress_folder()).read_bytes()


def test_two_within_a_second_are_two(run: Run) -> None:
    saved("a")
    assert [run("progress", "backup").code for _ in range(3)] == [0, 0, 0]
    assert len(backups.listed(locations.backups_folder())) == 3


def test_without_progress_there_is_nothing_to_back_up(run: Run) -> None:
    ran = run("--lang", "en", "progress", "backup")
    assert (ran.code, ran.out) == (0, "There is no progress to back up yet.\n")
    assert not locations.data_folder().exists()


def test_the_list_says_what_is_in_each(run: Run) -> None:
    saved(answer("a"))
    backed_up(run)
    saved(answer("b", days=1))
    store().tend(NOW.date())
    english, indonesian = (run("--lang", language, "progress", "backup", "--list").out for language in ("en", "id"))
    assert [line.split("  ")[-1].strip() for line in english.splitlines()] == [
        "2 events, last on 24 Nov 2026",
        "1 event, last on 23 Nov 2026",
    ]
    assert "2 peristiwa, terakhir 24 Nov 2026" in indonesian
    assert run("--lang", "en", "progress", "restore").out == english, "restore without a name lists them too"


def test_an_empty_list_says_how_to_make_one(run: Run) -> None:
    ran = run("--lang", "en", "progress", "backup", "--list")
    assert (ran.code, ran.out) == (0, "")
    assert "sosmed-learn progress backup" in ran.err


def test_one_that_was_asked_for_is_never_let_go() -> None:
    names = [f"manual-2020-01-{day:02}-120000" for day in range(1, 30)]
    assert backups.too_old(names) == []


def test_of_those_made_before_something_the_newest_stay() -> None:
    names = [f"before-{what}-2026-11-{day:02}-120000" for day, what in enumerate(["merge", "restore"] * 6, start=1)]
    gone = backups.too_old(names)
    assert sorted(gone) == sorted(names[:2])


# restore


def test_what_is_gone_comes_back_and_what_came_since_goes(run: Run) -> None:
    saved("a", "b")
    name = backed_up(run)
    journal(locations.progress_folder()).unlink()
    saved("b", "c")
    ran = run("--lang", "en", "progress", "restore", name)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "Comes back: 1 event (23 Nov 2026)",
        "  Strategy & campaign planning: 1 step read",
        "Goes: 1 event (23 Nov 2026)",
        "  Strategy & campaign planning: 1 step read",
    ]
    assert ids() == ["a", "b"]


@pytest.mark.parametrize(("language", "says"), [("id", "Akan keluar:"), ("en", "Would go:")])
def test_a_dry_run_tells_modules_kinds_and_days_and_changes_nothing(run: Run, language: str, says: str) -> None:
    saved("a")
    name = backed_up(run)
    saved(
        answer("b", days=1),
        answer("c", days=3),
        answer("d", module="service", days=2),
        SettingChanged(id="e", at=NOW, offset=420, name="role", value="owner"),
    )
    before = seen(locations.data_folder())
    ran = run("--lang", language, "progress", "restore", name, "--dry-run")
    first, *rest = ran.out.splitlines()
    assert first.startswith(f"{says} 4 ")
    assert ("23 Nov 2026" in first, "26 Nov 2026" in first) == (True, True)
    assert len(rest) == 3
    assert seen(locations.data_folder()) == before


def test_what_went_can_be_had_back_from_the_backup_made_before(run: Run) -> None:
    saved("a")
    name = backed_up(run)
    saved("b", "c")
    ran = run("--lang", "en", "progress", "restore", name)
    back = ran.err.strip().rpartition(" ")[2]
    assert back.startswith("before-restore-")
    assert run("progress", "restore", back).code == 0
    assert ids() == ["a", "b", "c"]


def test_the_same_events_leave_nothing_to_change(run: Run) -> None:
    saved("a")
    name = backed_up(run)
    before = seen(locations.data_folder())
    ran = run("--lang", "en", "progress", "restore", name)
    assert (ran.code, ran.out.count("\n")) == (0, 1)
    assert "nothing to change" in ran.out
    assert seen(locations.data_folder()) == before


def test_sealed_files_lose_only_what_is_to_go(run: Run) -> None:
    saved("k")
    folder = locations.progress_folder()
    write_segments(folder, [to_row(answer(name)) for name in ("m", "n", "o")])
    name = backed_up(run)
    write_segments(folder, [to_row(answer(name)) for name in ("n2", "n3")])
    run("progress", "restore", name)
    assert ids() == ["k", "m", "n", "o"]


def test_a_folder_will_do(run: Run, tmp_path: Path) -> None:
    saved("a")
    name = backed_up(run)
    (locations.backups_folder() / name).rename(tmp_path / "stick")
    saved("b")
    assert run("progress", "restore", str(tmp_path / "stick")).code == 0
    assert ids() == ["a"]


def test_a_name_that_nothing_has_is_wrong_use(run: Run) -> None:
    ran = run("--lang", "en", "progress", "restore", "yesterday")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no backup yesterday." in ran.err


@pytest.mark.parametrize("content", [None, b"", b"la la la"])
def test_a_folder_without_events_takes_nothing_out(run: Run, tmp_path: Path, content: bytes | None) -> None:
    saved("a")
    (tmp_path / "empty").mkdir()
    if content is not None:
        (tmp_path / "empty" / "journal-0a1b2c.jsonl").write_bytes(content)
    ran = run("--lang", "en", "progress", "restore", str(tmp_path / "empty"))
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was changed" in ran.err
    assert ids() == ["a"]


def test_of_a_damaged_backup_what_can_be_read_comes_back_and_nothing_goes(run: Run) -> None:
    saved("a", "b")
    name = backed_up(run)
    file = journal(locations.backups_folder() / name)
    file.write_bytes(file.read_bytes().replace(b'"step":"b"', b'"step":"B"'))
    journal(locations.progress_folder()).unlink()
    saved("b", "c")
    ran = run("--lang", "en", "progress", "restore", name)
    assert ran.code == 0
    assert "is damaged" in ran.err
    assert ids() == ["a", "b", "c"]


def test_the_shell_completes_the_names(run: Run) -> None:
    saved("a")
    name = backed_up(run)
    for typed in ("", "man"):
        ran = in_a_process(
            COMP_WORDS=f"sosmed-learn progress restore {typed}", COMP_CWORD="3", _SOSMED_LEARN_COMPLETE="bash_complete"
        )
        assert ran.stdout.split() == [f"plain,{name}"]


def test_what_could_not_be_done_is_not_said_to_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    saved("a")
    name = backed_up(run)
    saved("b")

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(locations.progress_folder() / ".x.new"))

    monkeypatch.setattr(disk, "write_whole", full)
    ran = run("--lang", "en", "progress", "restore", name)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert f"{locations.progress_folder()} cannot be read or written (the disk is full)" in ran.err
    assert ids() == ["a", "b"]


@pytest.mark.parametrize(
    ("trouble", "says"),
    [(Timeout("lock"), "is held by another program"), (NotImplementedError("no flock"), "cannot be locked there")],
    ids=["held", "no locks"],
)
def test_a_lock_that_cannot_be_had_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, trouble: Exception, says: str
) -> None:
    saved("a")
    name = backed_up(run)
    saved("b")

    def refuse(_store: object) -> object:
        raise trouble

    monkeypatch.setattr(TinyEventStore, "lock", refuse)
    ran = run("--lang", "en", "progress", "restore", name)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)
    assert says in ran.err


CALLS = ["replace", "remove", "keep_as", "copy", "write", "sync", "sync_folder", "make_folder"]


@pytest.mark.parametrize("call", CALLS)
def test_stopped_anywhere_nothing_is_lost_and_again_it_is_done(
    run: Run, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    saved("a", "b")
    folder = locations.progress_folder()
    write_segments(folder, [to_row(answer(name)) for name in ("m", "n")])
    name = backed_up(run)
    journal(folder).unlink()
    saved("b", "c")
    write_segments(folder, [to_row(answer(name)) for name in ("m", "x", "y")])
    everything = set(ids()) | {"a", "n"}
    for place in stopped_at_each(call, monkeypatch, lambda: run("progress", "restore", name)):
        kept = {event.id for event in store().load()}
        for backup in backups.listed(locations.backups_folder()):
            kept |= _ids_in(backup.path)
        assert everything <= kept, place
        assert {"b", "m"} <= set(ids()), "what is in both is never gone"
    assert ids() == ["a", "b", "m", "n"]


def _ids_in(folder: Path) -> set[str]:
    from sosmed_learn.storage.sources import gather  # noqa: PLC0415 - only here

    return {str(row["id"]) for source in gather([folder]) for row in source.rows}


def test_a_backups_folder_that_cannot_be_written_to_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    saved("a")
    make = disk.make_folder

    def refuse(path: Path) -> None:
        if path.is_relative_to(locations.backups_folder()):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        make(path)

    monkeypatch.setattr(disk, "make_folder", refuse)
    ran = run("--lang", "en", "progress", "backup")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (1, "", 1)


@pytest.mark.parametrize("command", [("backup",), ("restore", "."), ("merge", ".")], ids=" ".join)
def test_a_file_in_the_place_of_the_backups_is_one_sentence(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    saved("a")
    locations.backups_folder().touch()
    (tmp_path / "given").mkdir()
    write_segments(tmp_path / "given", [to_row(answer("x"))])
    monkeypatch.chdir(tmp_path / "given")
    ran = run("--lang", "en", "progress", *command)
    assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert str(locations.backups_folder()) in ran.err
    assert ids() == ["a"]


def test_a_clock_that_was_wrong_for_one_start_takes_no_backup_away() -> None:
    days = [f"2026-11-{day:02}" for day in range(20, 27)]
    assert backups.too_old([*days, "2027-12-31"]) == ["2026-11-20"]


def test_seven_days_and_four_weeks_stay() -> None:
    days = [(date(2026, 9, 1) + timedelta(days=number)).isoformat() for number in range(87)]
    kept = set(days) - set(backups.too_old(days))
    assert sorted(kept) == ["2026-11-08", "2026-11-15", *days[-7:]]


def test_the_choices_of_scenarios_are_counted_in_both_languages() -> None:
    at = answer("m").at
    moves = [
        ScenarioMoved(id=f"m{n}", at=at, offset=0, module="service", lesson="l", scenario="s", path=("a",))
        for n in (1, 2)
    ]
    for language, said in (("id", "2 pilihan skenario"), ("en", "2 scenario choices")):
        i18n.use("id" if language == "id" else "en")
        lines = list(tally_lines("+", [to_row(move) for move in moves], MemoryLibrary([], {})))
        assert lines[1] == f"  service: {said}"
