"""The blind-spot map on screen: what it says first, its marks and concepts, the path, and what has changed."""

import pytest

from sosmed_learn.core.events import Answered, DiagnosisBegun, Event
from tests.fakes import finished
from tests.tui.mapcourse import ask_for_map, library, sat_before
from tests.tui.seeing import sit

MIXED = ("yes", "lure", "no", "yes", "lure", "no", "yes", "lure", "no", "yes")


async def test_what_to_do_first_comes_first_with_where_to_begin() -> None:
    async with sit(library=library(), history=sat_before(["lure"] * 10)) as seat:
        await ask_for_map(seat)
        assert seat.on == "Map"
        assert "5 hal yang kamu yakini ternyata lain" in seat.flat
        assert "2 lagi. Mulai dari “Tujuan yang bisa diperiksa”, 8 menit." in seat.flat
        assert "10 soal · Rab 14 Okt" in seat.flat
        assert seat.key_line.startswith("Enter mulai dari sana")
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_space_leads_on_to_the_lessons_that_its_keys_open() -> None:
    async with sit(library=library(), history=sat_before(MIXED)) as seat:
        await ask_for_map(seat)
        assert "Spasi turun" in seat.key_line
        await seat.press("space")
        assert "Jalur terpendek" in seat.flat
        await seat.press("space", "space")
        assert "Spasi turun" not in seat.key_line


async def test_each_place_has_a_mark_of_its_own_and_guesses_have_brackets() -> None:
    async with sit(library=library(), history=sat_before(MIXED[:4])) as seat:
        await ask_for_map(seat)
        for words in ("✓ kuat", "~ ragu", "? belum", "✗! titik buta", "· belum dicek", "( ) perkiraan"):
            assert words in seat.flat
        asked = {event.question.rsplit("-", 1)[0] for event in seat.saved(Answered)}
        assert len(asked) == 4
        marks = [line for line in seat.lines if any(name in line for name in ("Tujuan dan", "Izin foto", "Retur"))]
        assert any("(" in line for line in marks)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_the_arrows_choose_a_concept_and_enter_leads_to_it(size: tuple[int, int]) -> None:
    async with sit(library=library(), history=sat_before(MIXED), size=size) as seat:
        await ask_for_map(seat)
        await seat.press(*(["down"] * (3 if size[0] >= 80 else 4)))  # two abreast, or one below the other
        assert "Izin foto: " in seat.flat
        assert any("▸" in line and "Izin foto" in line for line in seat.lines)
        if size[0] >= 80:
            await seat.press("right")
            assert "Retur: " in seat.flat
            await seat.press("left", "up", "up")
        else:
            await seat.press("up", "up", "up")
        assert "Tujuan dan tangga sasaran: " in seat.flat
        assert "lihat konsepnya" in seat.key_line
        await seat.press("enter")
        assert seat.on == "Concept"
        assert "Tujuan dan tangga" in seat.flat
        await seat.press("escape")
        assert "Tujuan dan tangga sasaran: " in seat.flat, "where one was"
        await seat.press("up")
        assert seat.key_line.startswith("Enter mulai dari sana")


async def test_the_path_says_how_long_and_why_and_leads_there_by_number() -> None:
    closed = ("commerce", "consent")
    history = sat_before(["lure"] * 10)
    async with sit(library=library(closed=closed), history=history, speaking="en", size=(80, 40)) as seat:
        await ask_for_map(seat)
        told = " ".join((await seat.read_all()).split())
        assert "study it, 8 minutes · Goals and the goal ladder: you were sure of something else" in told
        without = told.split("No lesson yet for ")[1].split(".")[0]
        assert sorted(without.split("; ")) == ["brief and budget", "photo consent", "returns"]
        await seat.press("2")
        assert seat.on == "Lesson"


async def test_the_path_leads_into_a_lesson_that_was_done_before_and_back() -> None:
    history = [finished("strategy", "goals"), *sat_before(["lure"] * 10)]
    async with sit(library=library(), history=history) as seat:
        await ask_for_map(seat)
        assert "Mulai dari “Tujuan yang bisa diperiksa”" in seat.flat
        await seat.press("enter")
        assert seat.on == "Lesson"
        await seat.press("escape")
        assert seat.on == "Map"
        await seat.press("escape")
        assert "▶ Tujuan yang bisa diperiksa" in seat.flat
        await seat.press("enter")
        assert seat.on == "Lesson"


async def test_with_nothing_to_study_it_says_so_and_enter_leads_back() -> None:
    history = [*sat_before(["yes"] * 10), *(finished("strategy", name) for name in ("goals", "channels"))]
    history.append(finished("commerce", "consent", number=1))
    async with sit(library=library(), history=history) as seat:
        await ask_for_map(seat)
        assert "Untuk saat ini tidak ada yang perlu dipelajari." in seat.flat
        assert seat.key_line.startswith("Enter kembali")
        await seat.press("enter")
        assert seat.on == "Home"


async def test_what_is_learnt_in_between_changes_it() -> None:
    async with sit(library=library(), history=sat_before(["lure"] * 5)) as seat:
        await ask_for_map(seat)
        await seat.press("enter")
        before = len(seat.saved(Answered))
        await seat.press("2", "y", "escape")
        assert seat.on == "Map"
        assert len(seat.saved(Answered)) == before + 1
        await seat.press("down")
        assert "dari 2 soal" in seat.flat, "the answer in the lesson counts"


async def test_while_another_one_is_asked_home_tells_no_blind_spot() -> None:
    history = sat_before(["lure"] * 4)
    async with sit(library=library(), history=history) as seat:
        assert "titik buta" in seat.flat.split("Modul")[1]
        rows = [line for line in seat.lines if "belum mulai" in line]
        assert len({row.index("belum mulai") for row in rows}) == 1, "the rows stand under each other"
        assert "Petamu sudah berumur sebulan" in seat.flat
        await ask_for_map(seat)
        await seat.press("r", "enter", "1", "y", "escape", "escape")
        assert seat.on == "Home"
        assert "titik buta" not in seat.flat.split("Modul")[1]
        assert "berumur sebulan" not in seat.flat


async def test_another_one_shows_what_has_changed() -> None:
    history: list[Event] = sat_before(["lure"] * 10)
    async with sit(library=library(), history=history, size=(80, 40)) as seat:
        await ask_for_map(seat)
        assert "Sudah sebulan" in await seat.read_all()
        await seat.press("r", "enter")
        for _ in range(3):
            await seat.press("1", "y")
        asked = {event.question for event in seat.saved(Answered)}
        assert len(asked) == 13, "other questions than the last time"
        await seat.press("f")
        told = await seat.read_all()
        assert "Sejak peta sebelumnya" in told
        assert told.count("titik buta → kuat") + told.count("titik buta → ragu") == 3
        await seat.press("escape")
        assert seat.on == "Home", "the map before is not below it"


async def test_a_new_one_can_be_taken_at_any_time_and_it_is_said_from_when_it_tells_most() -> None:
    async with sit(library=library(), history=sat_before(["no"] * 5, days=3)) as seat:
        await ask_for_map(seat)
        assert "paling berguna mulai Min 20 Des" in await seat.read_all()
        await seat.press("r")
        assert "Mulai Min 20 Des" in seat.flat
        await seat.press("2", "enter")
        assert [event.length for event in seat.saved(DiagnosisBegun)] == [5, 30]


async def test_a_click_chooses_a_concept_and_a_second_one_leads_to_it() -> None:
    async with sit(library=library(), history=sat_before(MIXED)) as seat:
        await ask_for_map(seat)
        await seat.click("Retur")
        assert "Retur: " in seat.flat
        await seat.click("Retur")
        assert seat.on == "Concept"
