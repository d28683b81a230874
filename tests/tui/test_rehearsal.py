"""Only the wrong ones, once more: offered on the result, and nothing that happens there changes it."""

from sosmed_learn.core.events import Answered, LessonFinished
from sosmed_learn.core.grading import Picked
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

WRONG = Picked(("v-more",))


async def to_the_result(seat: Seat) -> None:
    await seat.press("enter", "enter")
    await seat.until(lambda: "Berikutnya" in seat.text)


async def test_the_wrong_ones_are_asked_again_and_the_result_stays() -> None:
    async with sit(history=done_until("closing", vanity=WRONG)) as seat:
        await to_the_result(seat)
        before = seat.flat[seat.flat.index("dari") - 4 :][:20]
        await seat.press("w")
        assert seat.on == "Lesson"
        assert "1 dari 1 belum selesai" in seat.text
        assert "Sekali lagi yang tadi keliru" in seat.flat
        await seat.press("3", "enter", "enter")
        assert seat.on == "Result"
        assert "Kali ini: " in seat.flat
        assert before in seat.flat
        assert [event.practice for event in seat.saved(Answered)][-1]
        assert len(seat.saved(LessonFinished)) == 1


async def test_one_can_leave_in_the_middle_of_it() -> None:
    async with sit(history=done_until("closing", vanity=WRONG)) as seat:
        await to_the_result(seat)
        await seat.press("w", "escape")
        assert seat.on == "Result"
        await seat.press("w", "2", "enter", "u")
        assert "Sekali lagi yang tadi keliru" in seat.flat, "the answer is taken back"


async def test_with_nothing_wrong_it_is_not_offered() -> None:
    async with sit(history=done_until("closing")) as seat:
        await to_the_result(seat)
        assert "hanya yang keliru" not in seat.flat
        await seat.press("w")
        assert seat.on == "Result"
