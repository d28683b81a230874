"""Chats, posts and charts outside of texts: in what a question asks and explains, and in what a story tells."""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.module import Lesson, QuestionStep, ScenarioStep, TextStep
from sosmed_learn.core.scenario import Message
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary
from tests.tui.course import VANITY, lesson, module
from tests.tui.seeing import sit
from tests.tui.storycourse import RANI, STORY

CHAT = "```chat\nRani 19.38: Belum sampai 😡\n> Toko 19.40 ✓✓: Maaf, Kak.\n```"
POST = "```post\naccount: @sambal.mamaina\ncaption: Baru digoreng\nlikes: 210\n```"
CHART = "```chart\nSenin: 12\nSelasa: 30\n```"

ASKED = replace(
    VANITY,
    prompt=Text.same(f"Baca ini.\n\n{CHAT}\n\nBalasan mana?"),
    explanation=Text.same(f"Lihat lagi.\n\n{CHART}"),
)
TOLD = replace(
    STORY,
    intro=Text.same(f"Postinganmu ramai.\n\n{POST}\n\nApa yang kamu lakukan?"),
    nodes=tuple(
        replace(node, messages=(Message(Text.same(f"Lihat:\n{CHART}"), RANI, "19.38"),), debrief=None)
        if node.id == "ask"
        else replace(node, debrief=Text.same(f"Begini jadinya.\n\n{CHAT}"))
        if node.outcome
        else node
        for node in STORY.nodes
    ),
)


def course(*steps: QuestionStep | ScenarioStep) -> MemoryLibrary:
    made: Lesson = lesson("tour", Text("Percakapan", "Chat"), *steps, TextStep("end", Text.same(f"{CHAT}\n\nSelesai.")))
    return MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): made})


async def test_a_question_shows_its_chat_and_its_explanation_its_chart() -> None:
    async with sit(library=course(QuestionStep(ASKED))) as seat:
        await seat.press("enter")
        assert "```" not in seat.text
        assert "▌ Rani  19.38" in seat.text
        assert "Toko  19.40 · dibaca ▐" in seat.text
        await seat.press("1", "enter")
        seen = await seat.read_all()
        assert "```" not in seen
        assert "Rani 19.38" in seen
        assert "Selasa" in seen


async def test_the_result_and_the_outline_leave_drawings_out_and_keep_the_words() -> None:
    async with sit(library=course(QuestionStep(ASKED)), size=(140, 40)) as seat:
        await seat.press("enter", "1", "enter", "enter")
        assert "```" not in seat.text
        assert "2  Selesai." in seat.text
        await seat.press("enter")
        seen = await seat.read_all()
        assert "Baca ini. Balasan mana?" in seen
        assert "```" not in seen


@pytest.mark.parametrize(
    ("drawing", "name"),
    [(CHAT, "Belum sampai"), (POST, "@sambal.mamaina"), ("```chart\ntitle: Pesanan\nA: 1\n```", "Pesanan")],
)
async def test_a_step_that_is_nothing_but_drawn_has_a_name_in_the_outline(drawing: str, name: str) -> None:
    shown = lesson("tour", Text("Pagar", "Fences"), TextStep("read", Text.same(drawing)))
    library = MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): shown})
    async with sit(library=library, size=(140, 40)) as seat:
        await seat.press("enter")
        assert f"▸  1  {name}" in seat.text


async def test_a_story_shows_them_in_its_opening_its_messages_and_its_end() -> None:
    async with sit(library=course(ScenarioStep(TOLD))) as seat:
        await seat.press("enter")
        seen = await seat.read_all()
        for words in ("@sambal.mamaina", "210 suka", "Lihat:", "Selasa 30", "Apa yang kamu lakukan?"):
            assert words in seen
        assert "```" not in seen
        await seat.press("m")
        assert "Rani: Lihat:" in seat.text
        await seat.press("m", "1", "enter", "2", "enter")
        seen = await seat.read_all()
        assert "Begini jadinya." in seen
        assert "Rani 19.38 Belum sampai" in seen
        assert "```" not in seen


async def test_one_free_line_stands_around_a_drawing() -> None:
    async with sit(library=course(QuestionStep(ASKED))) as seat:
        await seat.press("enter")
        lines = seat.lines
        words, chat = lines.index(" Baca ini."), next(at for at, line in enumerate(lines) if "Rani  19.38" in line)
        after = next(at for at, line in enumerate(lines) if "Maaf, Kak." in line)
        assert chat - words == 2
        assert lines.index(" Balasan mana?") - after == 2


async def test_the_newest_part_of_a_story_is_seen_after_a_long_opening_also_at_its_end() -> None:
    async with sit(library=course(ScenarioStep(TOLD))) as seat:
        await seat.press("enter", "1", "enter", "2", "enter")
        assert "Resinya sudah ada." in seat.text
        assert "Rani pergi" in seat.text


@pytest.mark.parametrize("rows", [17, 20, 25])
async def test_peeking_keeps_the_newest_part_of_a_story_in_sight(rows: int) -> None:
    story = replace(
        TOLD,
        nodes=tuple(
            replace(node, replies=tuple(replace(reply, to="gone") for reply in node.replies))
            if node.id == "ask"
            else replace(node, debrief=None)
            for node in TOLD.nodes
        ),
    )
    async with sit(library=course(ScenarioStep(story)), size=(80, rows)) as seat:
        await seat.press("enter", "1", "enter")
        assert "Itu urusan kurir" in seat.text
        await seat.press("l")
        assert "That is up to the courier." in seat.text
        assert "Rani leaves" in seat.text
        await seat.press("l")
        assert "Itu urusan kurir" in seat.text
