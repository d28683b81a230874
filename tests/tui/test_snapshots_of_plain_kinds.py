"""What choices, true or false, words, numbers and drawn numbers look like, and what is drawn in texts.

In light and in dark they are one picture, for the colours are noted by their names.
"""

import pytest
from msgspec.structs import replace

from sosmed_learn.core.drawing import draw
from sosmed_learn.core.module import TextStep
from sosmed_learn.core.question import AnyQuestion, Together
from sosmed_learn.core.text import Text
from tests.fakes import MemoryLibrary
from tests.tui.course import REVENUE as NUMBER
from tests.tui.course import RIGHT, SIGNALS, TERM, TRUE_FALSE, VANITY, lesson, module
from tests.tui.kinds import kinds_library
from tests.tui.seeing import sit
from tests.tui.test_practice import QUESTION as DRAWN
from tests.tui.test_practice import spend
from tests.tui.test_snapshots_of_kinds import compare_in_both, open_at

BOTH = Together(("s-orders", "s-likes"), Text("Yang satu uang, yang satu perhatian.", "One is money, one attention."))
HINTS = (Text("Baca lagi soalnya.", "Read the question again."), Text("Ingat contohnya.", "Remember the example."))
ASKED: dict[str, AnyQuestion] = {
    "single": VANITY,
    "multiple": replace(SIGNALS, combinations=(BOTH,), hints=HINTS),
    "true-false": replace(TRUE_FALSE, hints=HINTS),
    "text": replace(TERM, hints=HINTS),
    "number": NUMBER,
    "given": replace(draw(DRAWN, 0), hints=(Text("Kalikan.", "Multiply."),)),
}
MIDDLE = {"single": "down", "multiple": "1", "true-false": "1", "text": "C", "number": "1", "given": "1"}
"""A key that begins an answer."""
WRONG: dict[str, tuple[str, ...]] = {
    "single": ("1",),
    "multiple": ("1", "2"),
    "true-false": ("1",),
    "text": tuple("endorse"),
    "number": tuple("2000"),
    "given": tuple("7"),
}
DRAWINGS = {
    "chat": "Baca ini.\n\n```chat\n-- Selasa --\nRani 19.38: Belum sampai 😡\n"
    "> Toko 19.40 ✓✓: Maaf, Kak.\n  Kami cek.\n```",
    "post": "```post\naccount: @sambal.mamaina\nplace: Instagram\npicture: Botol di sebelah sendok\n"
    "caption: Baru digoreng\nhashtags: #sambal\nviews: 640\nlikes: 21\n```",
    "bars": "```chart\ntitle: Jangkauan\nunit: akun\nx: minggu\nseries: iklan | bukan\n1: 400 | 210\n2: 90 | 300\n```",
    "line": "```chart\ntype: line\ntitle: Pesanan\nSen: 4\nSel: 9\nRab: 6\n```",
    "share": "```chart\ntype: share\ntitle: Asal pesanan\nWhatsApp: 3\nShopee: 1\n```",
    "table": "| Minggu | Belanja iklan | Pesanan | Catatan admin |\n| --- | --- | --- | --- |\n"
    "| 1 | Rp600.000 | 24 | Iklan dimatikan hari Minggu karena stok sudah habis sejak pagi |\n| 2 | Rp90.000 | 9 | - |",
}
NAMES = {f"{kind}-{state}" for kind in ASKED for state in ("asked", "right", "wrong")}
NAMES |= {f"{kind}-hint" for kind in ASKED}
NAMES |= {f"drawn-{name}" for name in DRAWINGS}


@pytest.mark.parametrize("kind", ASKED)
async def test_a_question_that_is_asked(kind: str) -> None:
    """With an answer begun, and with the first hint open: n of m, below the question."""
    async with sit(library=kinds_library(ASKED[kind])) as seat:
        await open_at(seat)
        await seat.press(MIDDLE[kind])
        await compare_in_both(seat, f"{kind}-asked")
        await seat.press("f2")
        await compare_in_both(seat, f"{kind}-hint")


@pytest.mark.parametrize("kind", ASKED)
async def test_a_question_that_is_answered(kind: str) -> None:
    """What was answered first, then what is right, each with its reason; the last line is for the next time."""
    question = ASKED[kind]
    for state in ("wrong", "right"):
        async with sit(library=kinds_library(question)) as seat:
            await open_at(seat)
            right = RIGHT[question.id] if question.id in RIGHT else tuple(str(spend(seat) * 4))
            await seat.press(*(right if state == "right" else WRONG[kind]), "enter")
            assert ("✓ Benar" in seat.text) == (state == "right")
            await compare_in_both(seat, f"{kind}-{state}")


@pytest.mark.parametrize("name", DRAWINGS)
async def test_what_is_drawn_in_a_text(name: str) -> None:
    """Names in bold, what is said of them muted, and nothing that only a colour would tell."""
    shown = lesson("tour", Text("Gambar", "Drawings"), TextStep("read", Text.same(DRAWINGS[name])))
    library = MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): shown})
    async with sit(library=library) as seat:
        await open_at(seat)
        await compare_in_both(seat, f"drawn-{name}")
