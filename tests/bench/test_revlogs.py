"""Review logs of Anki become histories that the memory model can be held against."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sosmed_learn.core.reviews import Grade
from tests.bench import recorded, revlogs

HOUR = 3_600_000
DAY = 24 * HOUR
BEGUN = 1_700_006_400_000 + 12 * HOUR
"""Noon of a day in UTC, in the log's milliseconds: answers come by day, so that midnight of UTC lies in the night."""
LEARNT, REVIEWED, BY_HAND = 0, 1, 4
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4

Row = tuple[int, int, int, int]

TWO_CARDS: list[Row] = [
    (BEGUN, 1, AGAIN, LEARNT),
    (BEGUN + 60_000, 1, GOOD, LEARNT),
    (BEGUN + DAY, 1, EASY, REVIEWED),
    (BEGUN + 4 * DAY, 1, HARD, REVIEWED),
    (BEGUN + 2 * DAY, 2, GOOD, REVIEWED),  # its beginning is in no log
]


def as_csv(path: Path, rows: list[Row]) -> Path:
    lines = ["id,cid,usn,ease,ivl,lastIvl,factor,time,type"]
    lines += [f"{at},{card},7,{button},1,1,2500,900,{kind}" for at, card, button, kind in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def as_collection(path: Path, rows: list[Row]) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("create table revlog (id integer, cid integer, ease integer, type integer)")
        database.executemany("insert into revlog values (?, ?, ?, ?)", rows)
    return path


def test_the_first_answer_of_each_day_counts_in_both_kinds_of_file(tmp_path: Path) -> None:
    for path in (as_csv(tmp_path / "revlog.csv", TWO_CARDS), as_collection(tmp_path / "c.anki2", TWO_CARDS)):
        [life] = revlogs.histories(path)
        assert [review.grade for review in life] == [Grade.AGAIN, Grade.GOOD, Grade.HARD]
        assert [review.day - life[0].day for review in life] == [0, 1, 4]


def test_a_card_that_was_moved_by_hand_begins_anew_when_it_is_learnt_again(tmp_path: Path) -> None:
    moved = [(BEGUN + 5 * DAY, 1, 0, BY_HAND), (BEGUN + 6 * DAY, 1, GOOD, LEARNT)]
    [life] = revlogs.histories(as_csv(tmp_path / "revlog.csv", TWO_CARDS + moved))
    assert [review.grade for review in life] == [Grade.GOOD]


def test_a_day_ends_when_the_learner_sleeps(tmp_path: Path) -> None:
    late = [(BEGUN + day * DAY + hour * HOUR, 1, GOOD, LEARNT) for day in range(3) for hour in (8, 10, 13, 15)]
    [life] = revlogs.histories(as_csv(tmp_path / "revlog.csv", late))
    assert len(life) == 3, "who learns from 20.00 to 03.00 UTC has three days, not four"


def test_a_file_without_a_log_is_told_and_not_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.csv").write_text("id,text\n1,a\n", encoding="utf-8")
    (tmp_path / "c.anki2").write_text("no database", encoding="utf-8")
    for name, told in (("notes.csv", "has no column cid, ease, type"), ("c.anki2", "has no review log")):
        assert recorded.main([str(tmp_path / name)]) == 1
        assert told in capsys.readouterr().out


def test_people_are_told_of_one_by_one_and_judged_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    as_foretold = [
        (BEGUN + day * DAY, card, button, kind)
        for card in range(20)
        for day, kind in ((0, LEARNT), (15, REVIEWED), (60, REVIEWED))
        for button in [GOOD if card % 5 else AGAIN]
    ]
    monkeypatch.setattr(recorded, "ENOUGH", 40)
    assert recorded.main([str(as_csv(tmp_path / f"{who}.csv", as_foretold)) for who in ("ana", "budi")]) == 0
    told = capsys.readouterr().out
    assert "\nana.csv\n" in told
    assert "\nbudi.csv\n" in told
    assert told.split("all together")[1].count("of 80 reviews") == 1
