"""\"I was right\": what was typed is kept for whoever writes the questions; the verdict stays."""

from sosmed_learn.core.events import Answered, Disputed
from sosmed_learn.core.progress import fold
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit


async def answer_wrongly(seat: Seat) -> None:
    await seat.press("enter")
    await seat.write("kolaborasi")
    await seat.press("enter")


async def test_a_wrong_answer_can_be_disputed_and_the_dispute_taken_back() -> None:
    async with sit(history=done_until("term")) as seat:
        await answer_wrongly(seat)
        await seat.press("x")
        assert "jawabanmu benar" in seat.flat
        answer = seat.saved(Answered)[-1]
        dispute = seat.saved(Disputed)[-1]
        assert (dispute.answer, dispute.typed, dispute.disputed) == (answer.id, "kolaborasi", True)
        assert not answer.correct
        await seat.press("x")
        assert "jawabanmu benar" not in seat.flat
        assert not seat.saved(Disputed)[-1].disputed


async def test_it_is_remembered_until_the_answer_is_another() -> None:
    async with sit(history=done_until("term")) as seat:
        await answer_wrongly(seat)
        await seat.press("x")
        answer = seat.saved(Answered)[-1]
        kept = fold(seat.store.events).lesson(("strategy",), ("tour",))
        assert kept.disputes == {answer.id}
        await seat.press("u")
        await answer_wrongly(seat)
        assert "jawabanmu benar" not in seat.flat, "that was about the answer before"


async def test_a_right_answer_is_not_disputed() -> None:
    async with sit(history=done_until("term")) as seat:
        await seat.press("enter")
        await seat.write("co-branding")
        await seat.press("enter", "x")
        assert not seat.saved(Disputed)
