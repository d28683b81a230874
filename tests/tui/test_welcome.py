"""The first start: three questions, three keys, and never again."""

import pytest

from sosmed_learn.core.events import SettingChanged
from sosmed_learn.core.text import Language
from tests.tui.seeing import Seat, sit


def chosen(seat: Seat) -> dict[str, str]:
    """The settings on disk."""
    return {event.name: event.value for event in seat.saved(SettingChanged)}


@pytest.mark.parametrize(
    ("keys", "speaks", "role", "minutes", "sees"),
    [
        ("111", "id", "admin", "5", "Hari ini"),
        ("123", "id", "owner", "10", "Hari ini"),
        ("222", "en", "owner", "7", "Today"),
        ("234", "en", "lead", "20", "Today"),
    ],
)
async def test_three_keys_lead_to_home(keys: str, speaks: str, role: str, minutes: str, sees: str) -> None:
    async with sit(new=True) as seat:
        assert "Pilih bahasa / Choose a language" in seat.text
        await seat.press(*keys)
        assert seat.on == "Home"
        assert sees in seat.text
        assert chosen(seat) == {"language": speaks, "role": role, "minutes": minutes}


async def test_enter_alone_gives_sensible_answers() -> None:
    async with sit(new=True) as seat:
        await seat.press("enter", "enter", "enter")
        assert seat.on == "Home"
        assert chosen(seat) == {"language": "id", "role": "admin", "minutes": "7"}


async def test_arrows_move_the_mark_and_go_round() -> None:
    async with sit(new=True) as seat:
        assert "▸ 1  Bahasa Indonesia" in seat.text
        await seat.press("down")
        assert "▸ 2  English" in seat.text
        await seat.press("down")
        assert "▸ 1  Bahasa Indonesia" in seat.text
        await seat.press("up", "enter")
        assert "What do you do?" in seat.text


async def test_escape_goes_back_one_question() -> None:
    async with sit(new=True) as seat:
        await seat.press("2", "1")
        assert "20 minutes" in seat.text
        await seat.press("escape")
        assert "What do you do?" in seat.text
        await seat.press("escape")
        assert "Choose a language" in seat.text
        await seat.press("escape")
        assert "Choose a language" in seat.text, "there is nothing before the first question"
        await seat.press("1", "1", "1")
        assert chosen(seat)["language"] == "id"


async def test_the_mouse_answers_too() -> None:
    async with sit(new=True) as seat:
        await seat.click("English")
        await seat.click("I lead a team")
        await seat.click("10 minutes")
        assert seat.on == "Home"
        assert chosen(seat) == {"language": "en", "role": "lead", "minutes": "10"}


async def test_a_number_without_an_answer_does_nothing() -> None:
    async with sit(new=True) as seat:
        await seat.press("4")
        assert "Choose a language" in seat.text


async def test_leaving_is_possible_from_the_first_question() -> None:
    async with sit(new=True) as seat:
        await seat.press("ctrl+q")
        await seat.until(lambda: not seat.app.is_running)
        assert not chosen(seat)


@pytest.mark.parametrize(("asked", "sees"), [("id", "Apa pekerjaanmu?"), ("en", "What do you do?")])
async def test_a_language_from_the_command_line_is_not_asked_for(asked: Language, sees: str) -> None:
    async with sit(new=True, asked=asked) as seat:
        assert sees in seat.text
        await seat.press("1", "1")
        assert seat.on == "Home"
        assert chosen(seat)["language"] == asked


async def test_the_second_start_asks_nothing_and_remembers() -> None:
    async with sit(new=True) as seat:
        await seat.press("2", "2", "3")
        kept = seat.store.events
    async with sit(new=True, history=kept) as again:
        assert again.on == "Home"
        assert "Today" in again.text
        assert "▶ Sales channels" in again.text, "an owner begins with commerce"


async def test_the_command_line_speaks_louder_than_what_was_chosen() -> None:
    async with sit(speaking="id", asked="en") as seat:
        assert "Today" in seat.text
        assert chosen(seat)["language"] == "id", "it holds for this start only"


@pytest.mark.parametrize("keys", [(), ("2",), ("2", "1")])
async def test_every_choice_is_seen_in_the_smallest_window(keys: tuple[str, ...]) -> None:
    async with sit(new=True, size=(40, 12)) as seat:
        await seat.press(*keys)
        rows = [line.strip("▸ ") for line in seat.lines]
        assert [row[0] for row in rows if row[:1].isdigit()] == list("1234"[: len(keys) + 2])
