"""Why is this so? A concept with its answers, beliefs that keep coming back, and where the numbers come from."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.conceptview import concept_view
from sosmed_learn.core.events import Answered, Event
from sosmed_learn.core.insight import READING, USUAL
from sosmed_learn.core.mapping.picture import picture
from sosmed_learn.core.spots import STRONG, SURE, UNSURE
from sosmed_learn.tui.messages import ConceptAsked
from sosmed_learn.tui.screens.concept import ConceptScreen
from tests.core.known import answer, known
from tests.tui import mapcourse
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit
from tests.tui.test_reviews import WRONG, long_ago, tour


async def ask_for(seat: Seat, concept: str) -> None:
    seat.app.post_message(ConceptAsked(concept))
    await seat.settle()


async def test_a_concept_says_where_it_stands_and_why_answer_by_answer() -> None:
    async with sit(history=tour(3, vanity=WRONG), size=(80, 40)) as seat:
        await ask_for(seat, "smart-goals")
        assert seat.on == "Concept"
        assert "Strategi › Tujuan terukur" in seat.flat
        assert "Dari seratus soal tentang ini, sekarang kira-kira" in seat.flat
        assert "Semua orang mulai dari 50" in seat.flat
        assert "Tujuan mana yang bisa diperiksa?" in seat.flat
        assert "yakin · -" in seat.flat


async def test_an_answer_opens_with_its_reasons_and_one_comes_back_to_it() -> None:
    async with sit(history=tour(3, vanity=WRONG), size=(80, 40)) as seat:
        await ask_for(seat, "smart-goals")
        for _row in range(10):
            await seat.press("down")
            if any("▸ ✗!" in line for line in seat.lines):
                break
        await seat.press("enter")
        assert seat.on == "Answer"
        assert "Kamu yakin, tetapi jawabannya lain." in seat.flat
        assert "Naikin followers (jawabanmu)" in seat.flat
        await seat.press("escape")
        assert seat.on == "Concept"


async def test_every_number_can_be_asked_about() -> None:
    async with sit(history=tour(10), size=(80, 60)) as seat:
        await seat.press("w")
        text = await seat.read_all()
        for figure in (STRONG, SURE, UNSURE):
            assert f"{round(100 * figure)} ke atas" in text or f"atau {round(100 * figure)} kalau" in text
        assert f"{READING} detik" in text
        assert f"{READING + USUAL} detik" in text
        assert "FSRS-6" in text
        await seat.press("escape", "enter", "w")
        assert seat.on == "Numbers"
        assert "Soal ini" in seat.flat, "and why the chance of just this question is what it is"
        assert "Sudah ditanyakan 1 kali, terakhir Jum 13 Nov." in seat.flat
        assert "10 hari kemudian, peluangmu masih ingat sekitar" in seat.flat
        await seat.press("escape", "1", "enter", "escape")
        assert seat.on == "ReviewResult"
        await seat.press("w")
        assert seat.on == "Numbers"


async def test_the_numbers_of_the_map_can_be_asked_about() -> None:
    async with sit(library=mapcourse.library(), history=mapcourse.sat_before(["yes", "lure"])) as seat:
        await mapcourse.ask_for_map(seat)
        await seat.press("w")
        assert seat.on == "Numbers"
        assert "Soal ini" not in seat.flat
        await seat.press("escape")
        assert seat.on == "Map"


async def test_a_place_that_other_concepts_gave_says_so_and_shows_them() -> None:
    state = known([answer("u0", right=False)], 1)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    async with sit() as seat:
        seat.app.push_screen(ConceptScreen(replace(view, place="missing", hatched=True)))
        await seat.settle()
        assert "(?) belum, perkiraan" in seat.lines[0]
        assert "Kamu belum pernah ditanya soal ini. Sebutan “belum” hanya perkiraan" in seat.flat
        assert "Yang bertumpu padanya" in seat.flat
        assert "Satuan · " in seat.flat


async def test_where_the_map_and_all_answers_disagree_the_page_says_whose_word_it_is() -> None:
    state = known([answer("g0", right=False)], 1)
    view = concept_view(state, picture(state, "admin"), "goals")
    assert view is not None
    for of_map in (True, False):
        async with sit() as seat:
            seat.app.push_screen(ConceptScreen(replace(view, place="strong", of_map=of_map)))
            await seat.settle()
            assert ("Sebutan “kuat” berasal dari peta terbaru" in seat.flat) == of_map


async def test_a_concept_without_answers_says_so_and_small_windows_show_it() -> None:
    async with sit(size=(60, 20), speaking="en") as seat:
        await ask_for(seat, "smart-goals")
        assert "You were never asked about it" in seat.flat
        await seat.press("escape")
        await ask_for(seat, "gone-by-now")
        assert "This concept is not in the courses any more." in seat.flat


def three_times() -> list[Event]:
    """The same belief shown on three days."""
    events: list[Event] = []
    for day in (9, 8, 7):
        wrong = [one for one in done_until("signals", vanity=WRONG) if isinstance(one, Answered)]
        answers = [one for one in long_ago(wrong, day) if isinstance(one, Answered)]
        events += [replace(one, id=f"Y{9 - day}{one.id}", practice=True) for one in answers]
    return events


async def test_a_belief_that_showed_three_times_has_a_page_and_a_way_to_settle_it() -> None:
    async with sit(history=three_times()) as seat:
        assert "Ada 1 salah kaprah yang berulang di jawabanmu: b melihatnya." in seat.flat
        await seat.press("b")
        for words in ("Banyak pengikut berarti berhasil.", "Hasil dihitung di kasir.", "Sudah muncul 3 kali."):
            assert words in await seat.read_all()
        await seat.press("enter")
        assert seat.on == "Review"
        assert "Buktikan" in seat.flat


@pytest.mark.parametrize("speaking", ["id", "en"])
async def test_without_a_belief_its_key_is_not_offered(speaking: str) -> None:
    async with sit(history=tour(3), speaking="en" if speaking == "en" else "id") as seat:
        await seat.press("b")
        assert seat.on == "Home"
