"""What is done while nobody waits: the day's backup, and letting go of old ones."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from sosmed_learn.storage import backups, disk
from sosmed_learn.storage.segments import seal
from sosmed_learn.storage.store import TinyEventStore
from tests.storage.building import contents, journal, note, notes, saved, sealed, store_in

DAY = date(2026, 11, 26)


def days(home: Path) -> list[str]:
    return [backup.name for backup in backups.listed(home / "backups")]


def test_the_first_start_of_a_day_makes_a_backup_and_the_others_none(home: Path) -> None:
    sealed(home, notes(3))
    store = saved(home, [note("z")])
    store.tend(DAY)
    first = contents(home / "backups")
    assert first == {f"2026-11-26/{name}": content for name, content in contents(home / "progress").items()}
    store.append(note("zz"))
    store_in(home).tend(DAY)
    assert contents(home / "backups") == first
    store.tend(DAY + timedelta(days=1))
    assert days(home) == ["2026-11-26", "2026-11-27"]


def test_a_backup_opens_as_a_store(home: Path) -> None:
    sealed(home, notes(3))
    store = saved(home, [note("z")])
    store.tend(DAY)
    assert TinyEventStore(home / "backups" / "2026-11-26").load() == store.load()


def test_a_backup_shares_no_file_with_the_store(home: Path) -> None:
    """What spoils the one must not spoil the other."""
    path = sealed(home, notes(3))
    saved(home, [note("z")]).tend(DAY)
    for mine in (path, journal(home)):
        copy = home / "backups" / "2026-11-26" / mine.name
        before = copy.read_bytes()
        mine.write_bytes(b"spoilt")
        assert copy.read_bytes() == before


def test_a_backup_made_while_the_journal_is_sealed_misses_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = saved(home, notes(3))
    really, source = disk.write_whole, journal(home)

    def write_whole(path: Path, content: bytes) -> None:
        if path.name == source.name and source.exists():  # another window seals it just now, and saves on
            monkeypatch.undo()
            seal(source)
            store_in(home).append(note("z"))
        really(path, content)

    monkeypatch.setattr(disk, "write_whole", write_whole)
    store.tend(DAY)
    assert TinyEventStore(home / "backups" / DAY.isoformat()).load() == notes(3), "what came later may be missing"


def test_nothing_to_copy_makes_no_backup(home: Path) -> None:
    store_in(home).tend(DAY)
    assert not home.exists()


def test_seven_days_and_four_weeks_are_kept(home: Path) -> None:
    store = saved(home, [note("a")])
    for number in range(60):
        store.tend(DAY + timedelta(days=number))
    last = DAY + timedelta(days=59)
    week = [(last - timedelta(days=number)).isoformat() for number in range(7)]
    assert days(home)[-7:] == week[::-1]
    older = [date.fromisoformat(name) for name in days(home)[:-7]]
    assert len({day.isocalendar()[:2] for day in [*older, last, last - timedelta(days=6)]}) >= 4
    assert len(days(home)) <= 11
    assert min(older) > last - timedelta(weeks=4)


@pytest.mark.parametrize("day", [date(2028, 2, 29), date(2026, 12, 31), date(2027, 1, 1)])
def test_odd_days_are_days(home: Path, day: date) -> None:
    store = saved(home, [note("a")])
    store.tend(day)
    store.tend(day + timedelta(days=1))
    assert days(home) == [day.isoformat(), (day + timedelta(days=1)).isoformat()]


def test_a_day_that_comes_again_after_the_clock_was_set_back_loses_no_backup(home: Path) -> None:
    store = saved(home, [note("a")])
    store.tend(DAY)
    store.tend(DAY - timedelta(days=30))
    assert DAY.isoformat() in days(home)
