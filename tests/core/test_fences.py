"""Chats, posts and charts in a text: what is understood, and that nothing an author wrote is ever hidden."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.fences import Bubble, Chart, Chat, Day, Post, Row, parts


def one(kind: str, *lines: str) -> object:
    (fence,) = parts("\n".join([f"```{kind}", *lines, "```"]))
    return fence


def test_a_chat_has_names_times_sides_and_read_marks() -> None:
    chat = one(
        "chat",
        "-- Selasa --",
        "Rani 19.38: Kak, belum sampai: sudah 6 hari",
        "> Toko 19:40 ✓✓: Maaf, Kak.",
        "  Kami cek dulu.",
        "> Toko ✓: Sebentar",
        "Rani:",
    )
    assert chat == Chat(
        (
            Day("Selasa"),
            Bubble("Rani", "Kak, belum sampai: sudah 6 hari", "19.38"),
            Bubble("Toko", "Maaf, Kak.\nKami cek dulu.", "19:40", own=True, read=2),
            Bubble("Toko", "Sebentar", own=True, read=1),
            Bubble("Rani", ""),
        )
    )


def test_a_post_keeps_its_keys_in_order() -> None:
    post = one("post", "account: @sambal", "caption: Pagi ini: siap", "  Stok 40.", "likes: 210")
    assert post == Post((("account", "@sambal"), ("caption", "Pagi ini: siap\nStok 40."), ("likes", "210")))


def test_a_chart_has_rows_axes_and_series() -> None:
    chart = one("chart", "type: line", "x: bulan", "series: 2025 | 2026", "Jan: 1.5 | 2", "Feb: -3 | 4")
    assert chart == Chart(
        "line",
        (Row("Jan", (Decimal("1.5"), Decimal(2))), Row("Feb", (Decimal(-3), Decimal(4)))),
        x="bulan",
        series=("2025", "2026"),
    )


def test_what_cannot_be_shown_is_told() -> None:
    assert one("chat", "Rani tanpa titik dua") == Chat((Day("Rani tanpa titik dua"),), ("Rani tanpa titik dua",))
    assert one("post", "foto: botol") == Post((("caption", "foto: botol"),), ("foto: botol",))
    chart = one("chart", "type: pie", "Jan: banyak", "Feb: 1e400", "Mar: NaN", "Apr: 2 | 3", "Mei: 4")
    assert isinstance(chart, Chart)
    assert (chart.known, chart.odd, chart.rows) == (False, True, (Row("Mei", (Decimal(4),)),))
    assert chart.faults == ("Jan: banyak", "Feb: 1e400", "Mar: NaN")


def test_texts_around_stay_markdown() -> None:
    text = "# Judul\n\n```chat\nRani: Hai\n```\n\nLalu **ini**.\n\n```\nkode\n```"
    assert list(parts(text)) == ["# Judul", Chat((Bubble("Rani", "Hai"),)), "Lalu **ini**.\n\n```\nkode\n```"]


def test_a_fence_that_never_ends_or_is_empty_stays_as_it_is_written() -> None:
    for text in ("```chat\nRani: Hai", "```chart\n\n```"):
        assert list(parts(text)) == [text]


LINES = st.lists(
    st.one_of(
        st.sampled_from(["```chat", "```post", "~~~chart", "```", "~~~", "Rani 19.38: hai", "a: 1 | 2", "-- x --", ""]),
        st.text(max_size=12),
    ),
    max_size=14,
)


@given(LINES)
def test_every_word_of_any_text_is_in_some_part(lines: list[str]) -> None:
    text = "\n".join(lines)
    shown = " ".join(str(part) for part in parts(text))
    for line in lines:
        for word in line.replace("|", " ").split():
            kept = word.strip("`~:>-✓.").removesuffix("chat").removesuffix("post").removesuffix("chart")
            if kept.isalpha():
                assert kept in shown
