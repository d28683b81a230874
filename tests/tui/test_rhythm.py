"""The calendar and the goal: what is seen of the weeks, how the goal is changed, and that a missed week is no debt."""

from datetime import date, timedelta
from typing import cast

import pytest

from sosmed_learn.core.events import Answered, Event, Looked, SettingChanged
from sosmed_learn.core.progress import Progress
from sosmed_learn.core.rhythm import rhythm
from sosmed_learn.core.text import Language
from sosmed_learn.tui.widgets.heat_map import LETTERS, heat_map, legend
from tests.core.recalling import answered
from tests.fakes import NOW, finished
from tests.tui.seeing import Seat, sit

TODAY = NOW.date()


def looked(*ago: int) -> list[Event]:
    """The app opened so many days ago."""
    return [Looked(id=f"b{500 - days:03d}-look", at=NOW - timedelta(days=days), offset=420) for days in ago]


def many(count: int, ago: int) -> list[Answered]:
    """So many answers so many days ago."""
    at = NOW - timedelta(days=ago)
    names = (f"b{500 - ago:03d}-{number:02d}" for number in range(count))
    return [answered("q", at=at, id=name, lesson="elsewhere") for name in names]


FOUR_WEEKS: list[Event] = [*looked(0, 4, 17, 19, 20), *many(9, 16), *many(10, 3)]
"""Four days in a week, none in the next, two in the last, and today, a Monday."""


def row(seat: Seat, name: str) -> list[str]:
    """What stands behind a weekday, or below all of them."""
    return next(line.split()[1:] for line in seat.lines if line.split()[:1] == [name])


def goals(seat: Seat) -> list[str]:
    return [event.value for event in seat.saved(SettingChanged) if event.name == "goal"]


@pytest.mark.parametrize(
    ("history", "goal", "head_id", "head_en"),
    [
        ([], "", "Sen 23 Nov · 0 dari 3 hari", "Mon 23 Nov · 0 of 3 days"),
        ([finished("shop", "first")], "", "Sen 23 Nov · 1 dari 3 hari", "Mon 23 Nov · 1 of 3 days"),
        (looked(0), "1", "Sen 23 Nov · 1 dari 1 hari ✓", "Mon 23 Nov · 1 of 1 day ✓"),
        (looked(0, -1), "1", "Sen 23 Nov · 2 hari ✓", "Mon 23 Nov · 2 days ✓"),
        (looked(0), "off", "Sen 23 Nov", "Mon 23 Nov"),
    ],
    ids=["nothing", "nothing due", "reached", "more", "off"],
)
async def test_the_head_of_home_says_how_the_week_goes(
    history: list[Event], goal: str, head_id: str, head_en: str
) -> None:
    async with sit(history=[*history, *wanting(goal)]) as seat:
        assert seat.lines[0].endswith(f"  {head_id}")
        await seat.press("l")
        assert seat.lines[0].endswith(f"  {head_en}")


def wanting(goal: str) -> list[Event]:
    return [SettingChanged(id="b999", at=NOW, offset=420, name="goal", value=goal)] if goal else []


async def test_the_calendar_shows_the_weeks_and_says_this_one() -> None:
    async with sit(history=FOUR_WEEKS) as seat:
        await seat.press("k")
        assert seat.on == "Rhythm"
        assert "1 dari 3 hari minggu ini." in seat.text
        assert "Targetmu tercapai di 1 minggu sejauh ini." in seat.text
        assert "Minggu lalu: 2 hari. Tidak ada yang hilang karenanya." in seat.text
        assert row(seat, "Sen") == ["·", "·", "·", "[▪]"]
        assert row(seat, "Kam") == ["·", "·", "▪"], "days to come are empty"
        assert row(seat, "Jum") == ["▪", "·", "■"], "ten answers"
        assert row(seat, "Sab") == ["▪", "·", "·"], "nine answers"
        assert row(seat, "hari") == ["4✓", "0", "2", "1"]
        await seat.press("enter")
        assert seat.on == "Home"


@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_who_begins_sees_one_week_and_no_debt(speaking: str) -> None:
    async with sit(speaking=cast("Language", speaking)) as seat:
        await seat.press("k")
        assert row(seat, "Sen" if speaking == "id" else "Mon") == ["[·]"]
        assert row(seat, "hari" if speaking == "id" else "days") == ["0"]
        assert "Minggu lalu" not in seat.text
        assert "Last week" not in seat.text


async def test_the_keys_change_the_goal_and_it_is_saved() -> None:
    async with sit(history=FOUR_WEEKS) as seat:
        await seat.press("k", "minus")
        assert "1 dari 2 hari minggu ini." in seat.text
        assert row(seat, "hari") == ["4✓", "0", "2", "1"], "last week had another goal"
        await seat.press("minus", "minus")
        assert "1 dari 1 hari minggu ini. Targetmu tercapai." in seat.text
        assert row(seat, "hari") == ["4✓", "0", "2", "1✓"]
        assert "Targetmu tercapai di 2 minggu sejauh ini." in seat.text
        assert "+ target" in seat.key_line, "it cannot be less"
        await seat.press(*["plus"] * 8)
        assert "1 dari 7 hari minggu ini." in seat.text
        assert "- target" in seat.key_line
        assert goals(seat) == ["2", "1", "2", "3", "4", "5", "6", "7"]


async def test_weeks_in_a_row_are_told_and_never_that_they_ended() -> None:
    history = [*looked(0), *looked(3, 4, 5), *looked(9, 10, 11), *looked(23, 24, 25)]
    async with sit(history=history) as seat:
        await seat.press("k")
        assert "Targetmu tercapai di 3 minggu sejauh ini, 2 minggu terakhir berturut-turut." in seat.flat
    async with sit(history=history[:1] + history[4:]) as seat:
        await seat.press("k")
        assert "Targetmu tercapai di 2 minggu sejauh ini. Minggu lalu: 0 hari. Tidak ada yang hilang" in seat.flat


async def test_without_a_goal_nothing_is_asked_of_anybody() -> None:
    async with sit(history=FOUR_WEEKS) as seat:
        await seat.press("k", "0")
        assert "Minggu ini: 1 hari." in seat.text
        assert row(seat, "hari") == ["4", "0", "2", "1"]
        assert "✓" not in seat.text
        assert "Minggu lalu" not in seat.text
        assert "0 tanpa target" not in seat.key_line
        await seat.press("escape")
        assert seat.lines[0].endswith("Sen 23 Nov")
        await seat.press("k", "plus")
        assert goals(seat) == ["off", "3"]
        assert "1 dari 3 hari minggu ini." in seat.text


async def test_the_list_of_commands_leads_there_too() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.write("kalender")
        await seat.until(lambda: "Hari belajarmu beberapa minggu ini" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: seat.on == "Rhythm")


def test_a_terminal_without_our_marks_gets_plain_ones() -> None:
    days = [(TODAY - date(1970, 1, 1)).days - ago for ago in (0, 1, 2, 3)]
    now = rhythm(Progress(days=frozenset(days), settings={"goal": "1"}), TODAY)
    drawn = heat_map(now, {TODAY: 12}, LETTERS).plain + legend(now, LETTERS)
    assert drawn.isascii()
    assert "[#]" in drawn
    assert "1*" in drawn
