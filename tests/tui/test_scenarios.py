"""A scenario on screen: choosing, going back, the map, the ending, and coming back to the same bubble."""

from typing import get_args

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import LessonFinished, ScenarioMoved, StepRead
from sosmed_learn.core.scenario import Message, Telling
from sosmed_learn.core.text import Text
from tests.fakes import MemoryStore
from tests.tui.seeing import sit
from tests.tui.storycourse import STORY, library, played, told_as

TELLINGS: tuple[Telling, ...] = get_args(Telling)
SIZES = [(40, 12), (60, 20), (80, 24), (160, 50)]


async def test_a_choice_shows_what_it_did_and_what_was_said_then_and_is_saved() -> None:
    async with sit(library=library(), history=played()) as seat:
        await seat.press("enter")
        assert "kepercayaan ●●●○○" in seat.text
        assert "[bold]belum[/] sampai!! 😡" in seat.flat
        assert seat.key_line.startswith("Enter lakukan")
        await seat.press("1", "enter")
        for said in ("kamu · 19.45", "Akibat blame.", "Nada: Nada blame.", "kepercayaan −2 · 5 menit", "25 menit lagi"):
            assert said in seat.text
        assert "kepercayaan ●○○○○" in seat.text
        assert "Salah kaprah: Banyak pengikut berarti berhasil." in seat.flat
        assert seat.text.index("Itu urusan kurir") < seat.text.index("Saya belinya di toko ini")
        assert "▸" not in seat.text
    moves = seat.saved(ScenarioMoved)
    assert [(move.path, move.ending) for move in moves] == [(("x.blame",), None)]


async def test_nothing_is_done_without_a_mark_and_numbers_beyond_the_choices_do_nothing() -> None:
    async with sit(library=library(), history=played()) as seat:
        await seat.press("enter", "enter")
        assert "Pilih dulu satu tindakan" in seat.text
        await seat.press("3")
        assert "▸" not in seat.text
        await seat.press("down", "down")
        assert "▸ 2  Maaf" in seat.text
        await seat.press("right")
        assert "Sambal Dabu" in seat.text
    assert seat.saved(ScenarioMoved) == []


async def test_two_quick_enters_choose_once() -> None:
    async with sit(library=library(), history=played()) as seat:
        await seat.press("enter", "1")
        await seat.burst("enter", "enter", "enter")
        assert "Saya belinya" in seat.text
    assert len(seat.saved(ScenarioMoved)) == 1


async def test_an_ending_says_what_to_take_from_it_and_enter_goes_on() -> None:
    async with sit(library=library(), history=played("sorry")) as seat:
        await seat.press("enter", "1", "enter")
        seen = await seat.read_all()
        for said in ("✓ Rani tenang", "Kabar yang tepat waktu menentukan. [1]", "1 dari 3 akhir ditemukan", "Locke"):
            assert said in seen
        assert seat.key_line.startswith("Enter lanjut")
        await seat.press("enter")
        assert "Sudah selesai." in seat.text
        assert "kepercayaan" not in seat.text
        await seat.press("left")
        assert "✓ Rani tenang" in await seat.read_all()
        await seat.press("enter", "enter")
    assert seat.saved(ScenarioMoved)[-1].ending == "kept"
    assert len(seat.saved(LessonFinished)) == 1
    assert len(seat.saved(StepRead)) == 2


async def test_back_goes_to_the_only_choice_at_once_and_asks_when_there_are_more() -> None:
    async with sit(library=library(), history=played("blame")) as seat:
        await seat.press("enter", "b")
        assert "Itu urusan kurir" in seat.text
        assert "kepercayaan ●●●○○" in seat.text
        assert "pilihan tadi" not in seat.key_line
        await seat.press("1", "enter", "1", "enter", "b")
        assert "Kembali ke pilihan mana?" in seat.text
        assert "▸ 2  Maaf, Kak. Saya cek sekarang." in seat.text
        await seat.press("escape")
        assert "gudang Bitung" in seat.text
        await seat.press("b", "1", "enter")
        assert "kepercayaan ●●●○○" in seat.text
    assert [move.path for move in seat.saved(ScenarioMoved)][-1] == ()


async def test_after_an_ending_another_way_can_be_tried() -> None:
    async with sit(library=library(), history=played("blame", "argue")) as seat:
        await seat.press("enter", "left")
        assert "✗ Rani pergi" in await seat.read_all()
        await seat.press("b", "up", "enter", "2", "enter")
        assert "Kurir: paket di gudang" in seat.text
        await seat.press("m")
        assert "1 dari 3 akhir ditemukan" in seat.text
    async with sit(library=library(), store=MemoryStore(seat.store.events), ticks=900) as again:
        await again.press("enter")
        assert "Kurir: paket di gudang" in again.text


async def test_the_map_shows_what_was_tried_and_hides_the_rest() -> None:
    async with sit(library=library(), history=played("blame")) as seat:
        await seat.press("enter", "m")
        seen = seat.flat
        assert "0 dari 3 akhir ditemukan" in seen
        assert "✓ 1 Itu urusan kurir ya Kak." in seen
        assert "? 2 belum dicoba" in seen
        assert "Resinya" not in "".join(line for line in seat.lines if "belum dicoba" in line)
        assert "Rani tenang" not in seen
        await seat.press("enter")
        assert seat.on == "Lesson"


@pytest.mark.parametrize("path", [(), ("blame",), ("blame", "repair")])
async def test_who_comes_back_stands_at_the_same_bubble(path: tuple[str, ...]) -> None:
    async with sit(library=library(), history=played(*path)) as seat:
        await seat.press("enter")
        before = seat.text
    async with sit(library=library(), store=MemoryStore(seat.store.events), ticks=900) as again:
        await again.press("enter")
        assert again.text == before


async def test_the_other_language_keeps_the_place_and_the_mark() -> None:
    async with sit(library=library(), history=played("blame")) as seat:
        await seat.press("enter", "2", "l")
        assert "▸ 2  You have the number." in seat.text
        assert "trust ●○○○○" in seat.text
        await seat.press("l")
        assert "▸ 2  Resinya sudah ada." in seat.text


async def test_a_choice_can_be_clicked() -> None:
    async with sit(library=library(), history=played()) as seat:
        await seat.press("enter")
        await seat.click("Maaf, Kak. Kami cek")
        assert "▸ 2  Maaf" in seat.text
        await seat.click("Enter lakukan")
        assert "gudang Bitung" in seat.text
        await seat.click("b pilihan tadi")
        assert "Itu urusan kurir" in seat.text


@pytest.mark.parametrize("telling", ["chat", "comments", "notes"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_everything_can_be_read_and_chosen_at_every_size(telling: Telling, size: tuple[int, int]) -> None:
    async with sit(library=told_as(telling), history=played("blame"), size=size) as seat:
        await seat.press("enter")
        seen = await seat.read_all()
        for said in ("Rani", "Itu urusan kurir ya Kak.", "Akibat blame.", "Saya belinya di toko", "Resinya sudah ada."):
            assert said in seen
        assert "kepercayaan ●○○○○" in seat.text
        assert seat.key_line.startswith("Enter lakukan")
        await seat.press("2")
        assert "▸ 2  Resinya sudah ada." in seat.text
        await seat.press("enter")
        assert "Rani pergi" in await seat.read_all()
        assert seat.key_line.startswith("Enter lanjut")
        assert all(len(line) <= size[0] for line in seat.lines)


async def test_a_wide_window_shows_the_map_beside_the_story() -> None:
    async with sit(library=library(), history=played("blame"), size=(160, 50)) as seat:
        await seat.press("enter")
        assert "Peta jalan cerita" in seat.text
        assert "belum dicoba" in seat.text
        await seat.press("left")
        assert "Isi pelajaran ini" in seat.text


async def test_the_time_that_is_over_leads_on_elsewhere() -> None:
    async with sit(library=library(), history=played("sorry", "idle"), size=(80, 40)) as seat:
        await seat.press("enter", "2", "enter")
        assert "waktunya habis" in seat.text
        assert "0 menit lagi" in seat.text
        assert "~ Terlambat" in seat.text
    assert seat.saved(ScenarioMoved)[-1].ending == "too-late"


async def test_what_cannot_be_saved_is_told_and_the_story_goes_on() -> None:
    async with sit(library=library(), history=played()) as seat:
        seat.store.fail()
        await seat.press("enter", "2", "enter", saving=False)
        await seat.until(lambda: "belum tersimpan" in seat.flat)
        assert "gudang Bitung" in seat.text
        seat.store.recover()
        await seat.press("1", "enter")
        await seat.until(lambda: len(seat.saved(ScenarioMoved)) == 2)


async def test_what_is_told_has_its_time_where_the_author_has_written_one() -> None:
    noon = Message(Text("Akun mengunggah tautan hadiah.", "The account posts a prize link."), at="07:55")
    nodes = (replace(STORY.nodes[0], messages=(noon,)), *STORY.nodes[1:])
    for telling in TELLINGS:
        async with sit(library=library(replace(STORY, nodes=nodes, telling=telling)), history=played()) as seat:
            await seat.press("enter")
            assert "07.55  Akun mengunggah tautan" in seat.text


async def test_a_long_title_is_cut_before_the_time_in_the_story() -> None:
    story = replace(STORY, title=Text.same("Sambal Dabu Mama Ina di Manado"))
    async with sit(library=library(story), history=played(), size=(60, 20)) as seat:
        await seat.press("enter")
        assert "… · 19.40   kepercayaan ●●●○○   30 menit lagi" in seat.text


LONG = Text.same("Kamu admin toko sambal di Manado, dan hari ini ramai. " * 6)


@pytest.mark.parametrize("size", [(40, 12), (60, 18), (60, 20)])
async def test_a_story_is_read_from_its_top_and_what_comes_next_from_its_own(size: tuple[int, int]) -> None:
    async with sit(library=library(replace(STORY, intro=LONG)), history=played(), size=size) as seat:
        await seat.press("enter")
        assert "Kamu admin" in "".join(seat.lines[2:6]), "the cursor is below, and the story above is unread"
        await seat.press("1", "enter")
        top = "".join(seat.lines[2:7])
        assert "25 menit lagi" in top
        assert "Itu urusan kurir ya Kak." in top
        await seat.press("enter")
        assert "Pilih dulu satu tindakan" in seat.flat, "also where the choices are far below"


async def test_u_takes_back_a_choice_as_b_does() -> None:
    async with sit(library=library(), history=played()) as seat:
        await seat.press("enter", "u", "1", "enter", "u")
        assert "Saya belinya" not in seat.text
        assert "kepercayaan ●●●○○" in seat.text
    assert [move.path for move in seat.saved(ScenarioMoved)] == [("x.blame",), ()]
