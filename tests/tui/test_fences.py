"""Chats, posts and charts as a learner sees them: all that is in them, at every width, also without colour."""

import pytest

from sosmed_learn import i18n
from sosmed_learn.core.fences import parts
from sosmed_learn.core.module import Lesson, TextStep
from sosmed_learn.core.text import Text
from sosmed_learn.tui.widgets.fences.view import fence_lines
from tests.fakes import MemoryLibrary
from tests.tui.course import lesson, module
from tests.tui.seeing import sit

TEXT = """Baca percakapan ini.

```chat
-- Selasa --
Rani 19.38: Kak, pesanan saya sudah 6 hari belum sampai 😡 [/b] [@click=app.quit]diam[/]
> Toko 19.40 ✓✓: Maaf terlambat, Kak.
  Kami cek ke kurir dulu.
```

```post
account: @sambal.mamaina
picture: Botol di sebelah sendok
caption: Sambal pagi ini.
likes: 210
```

```chart
title: Pesanan per minggu
unit: pesanan
x: minggu
Minggu 1: 1200
Minggu 2: 300
```

Lalu jawab."""

SAID = (
    "Baca percakapan ini.", "── Selasa ──", "Rani 19.38", "[/b] [@click=app.quit]diam[/]", "Toko 19.40 · dibaca",
    "Kami cek ke kurir dulu.", "@sambal.mamaina", "[gambar] Botol di sebelah sendok", "210 suka",
    "Pesanan per minggu", "1.200 pesanan", "300 pesanan", "baris: minggu", "Lalu jawab.",
)  # fmt: skip


def library() -> MemoryLibrary:
    shown: Lesson = lesson("tour", Text("Percakapan", "Chat"), TextStep("read", Text.same(TEXT)))
    return MemoryLibrary((module("strategy", "Strategi", "Strategy", "tour"),), {("strategy", "tour"): shown})


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (140, 40)])
async def test_everything_is_told_at_every_size(size: tuple[int, int]) -> None:
    async with sit(library=library(), size=size) as seat:
        await seat.press("enter")
        seen = " ".join((await seat.read_all()).replace("▌", " ").replace("▐", " ").replace("│", " ").split())
        if size[0] >= 60:
            for words in SAID:
                assert words in seen
        assert "1.200" in seen


@pytest.mark.parametrize("width", [30, 38, 72, 120])
def test_no_line_is_wider_than_its_room(width: int) -> None:
    i18n.use("id")
    for part in parts(TEXT):
        if not isinstance(part, str):
            assert all(line.cell_length <= width for line in fence_lines(part, width))


def test_bars_are_as_long_as_their_numbers() -> None:
    i18n.use("en")
    (chart,) = (part for part in parts("```chart\nA: 400\nB: 100\nC: 0\n```"))
    assert not isinstance(chart, str)
    full, quarter, none = (line.plain.count("█") for line in fence_lines(chart, 60))
    assert full == quarter * 4
    assert none == 0


def test_what_is_little_has_a_bar_all_the_same() -> None:
    i18n.use("en")
    (chart,) = (part for part in parts("```chart\nA: 1000000\nB: 1\n```"))
    assert not isinstance(chart, str)
    assert fence_lines(chart, 60)[1].plain == "B ▏ 1"


@pytest.mark.parametrize(
    ("shape", "said"), [("bars", "rows: week · bars: sales"), ("line", "across: week · upwards: sales")]
)
def test_the_axes_are_named_by_where_they_are(shape: str, said: str) -> None:
    i18n.use("en")
    (chart,) = (part for part in parts(f"```chart\ntype: {shape}\nx: week\ny: sales\nA: 2\nB: 1\n```"))
    assert not isinstance(chart, str)
    assert fence_lines(chart, 60)[-1].plain == said


def test_counts_of_a_post_are_written_as_the_reader_writes_numbers() -> None:
    (post,) = (part for part in parts("```post\nviews: 4100\nlikes: 1,2 rb\nshares: 12\n```"))
    assert not isinstance(post, str)
    i18n.use("id")
    assert "4.100 tayangan · 1,2 rb suka · 12 dibagikan" in fence_lines(post, 60)[1].plain
    i18n.use("en")
    assert "4,100 views · 1,2 rb likes · 12 shares" in fence_lines(post, 60)[1].plain


def test_shares_are_told_in_percent_of_the_whole() -> None:
    i18n.use("id")
    (chart,) = (part for part in parts("```chart\ntype: share\nWhatsApp: 3\nShopee: 1\n```"))
    assert not isinstance(chart, str)
    assert [line.plain.split()[-2:] for line in fence_lines(chart, 60)] == [["75%", "(3)"], ["25%", "(1)"]]


def test_a_line_shows_its_lowest_and_highest_number_and_all_others_below() -> None:
    i18n.use("en")
    (chart,) = (part for part in parts("```chart\ntype: line\nseries: old | new\nJan: 1 | 5\nFeb: 9 | 2\n```"))
    assert not isinstance(chart, str)
    lines = [line.plain for line in fence_lines(chart, 60)]
    assert lines[0].startswith("9 │")
    assert lines[5].startswith("1 │")
    assert "Feb  9 · 2" in lines
    assert "● old   ○ new" in lines
    assert lines[7].split() == ["Jan", "Feb"]
    assert lines[7].index("Jan") + 1 == lines[5].index("●"), "a name stands below its dots"
    assert sum(line.count("●") for line in lines[:6]) == 2


@pytest.mark.parametrize("shape", ["bars", "line", "share"])
@pytest.mark.parametrize("width", [30, 72])
def test_a_long_name_is_told_whole(shape: str, width: int) -> None:
    i18n.use("id")
    name = "Minggu 4 (promo tanggal kembar sepanjang hari)"
    (chart,) = parts(f"```chart\ntype: {shape}\nMinggu 1: 5\n{name}: 41\n```")
    assert not isinstance(chart, str)
    told = " ".join(" ".join(line.plain for line in fence_lines(chart, width)).split())
    assert name in told
    assert "41" in told


def test_a_line_of_a_chat_that_is_nobodys_is_told_whole() -> None:
    odd = "Pembeli kembali menulis setelah dua hari tanpa kabar dari siapa pun"
    (chat,) = parts(f"```chat\nRani: Kak?\n{odd}\n```")
    assert not isinstance(chat, str)
    told = " ".join(line.plain.strip().strip("─") for line in fence_lines(chat, 38))
    assert odd in " ".join(told.split())
