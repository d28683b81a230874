"""The page of settings: all of them are seen, each is changed with one key, is saved, and does what it says."""

from sosmed_learn.core.events import SettingChanged
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

TITLES = (
    "Bahasa",
    "Warna",
    "Pekerjaanmu",
    "Waktu sehari",
    "Target seminggu",
    "Ulasan",
    "Masih diingat",
    "Seberapa yakin",
    "Batas waktu ujian",
)


def value(seat: Seat, title: str) -> str:
    """What stands beside the title of a setting."""
    line = next(line for line in seat.lines if line.strip(" ▸").startswith(title))
    return line.strip(" ▸").removeprefix(title).strip()


def last_saved(seat: Seat) -> tuple[str, str]:
    event = seat.saved(SettingChanged)[-1]
    return event.name, event.value


async def down_to(seat: Seat, title: str) -> None:
    await seat.press("o", *["down"] * TITLES.index(title))


async def test_everything_that_can_be_set_is_seen_with_what_it_is_now() -> None:
    async with sit() as seat:
        await seat.press("o")
        assert [value(seat, title) for title in TITLES] == [
            "Bahasa Indonesia",
            "gelap",
            "mengurus akun media sosial",
            "7 menit",
            "3 hari",
            "aktif",
            "90%",
            "ditanyakan",
            "aktif",
        ]
        await seat.press("escape")
        assert seat.on == "Home"


CHANGES = (
    ("Pekerjaanmu", "enter", ("role", "owner"), "punya usaha sendiri"),
    ("Waktu sehari", "right", ("minutes", "10"), "10 menit"),
    ("Waktu sehari", "left", ("minutes", "7"), "7 menit"),
    ("Target seminggu", "enter", ("goal", "4"), "4 hari"),
    ("Ulasan", "space", ("reviews", "off"), "nonaktif"),
    ("Masih diingat", "right", ("retention", "0.95"), "95%"),
    ("Batas waktu ujian", "enter", ("exam-limit", "off"), "nonaktif"),
)


async def test_one_key_changes_a_setting_and_it_is_saved() -> None:
    async with sit() as seat:
        await seat.press("o")
        at = 0
        for title, key, saved, seen in CHANGES:
            await seat.press(*["down"] * (TITLES.index(title) - at), key)
            at = TITLES.index(title)
            assert last_saved(seat) == saved
            assert value(seat, title) == seen


async def test_every_goal_is_reached_and_none_too() -> None:
    async with sit() as seat:
        await down_to(seat, "Target seminggu")
        seen = []
        for _ in range(8):
            await seat.press("right")
            seen.append(value(seat, "Target seminggu"))
        assert seen == ["4 hari", "5 hari", "6 hari", "7 hari", "tanpa target", "1 hari", "2 hari", "3 hari"]


async def test_what_it_costs_to_remember_more_is_said() -> None:
    async with sit() as seat:
        await down_to(seat, "Masih diingat")
        assert "Saat diulas, satu dari sepuluh terlupa." in seat.flat
        await seat.press("right")
        assert "satu dari dua puluh terlupa. Ulasannya 70% lebih banyak." in seat.flat
        await seat.press("right")
        assert "satu dari lima terlupa. Ulasannya sepertiga lebih sedikit." in seat.flat


async def test_the_language_changes_at_once_and_the_cursor_stays() -> None:
    async with sit() as seat:
        await seat.press("o", "enter")
        assert seat.lines[0].strip() == "Settings"
        assert "▸ Language" in seat.text
        assert value(seat, "Language") == "English"
        assert last_saved(seat) == ("language", "en")
        await seat.press("enter")
        assert value(seat, "Bahasa") == "Bahasa Indonesia"


async def test_the_theme_changes_at_once() -> None:
    async with sit() as seat:
        await seat.press("o", "down", "enter")
        assert value(seat, "Warna") == "terang"
        assert seat.app.theme == "sosmed-light"
        assert last_saved(seat) == ("theme", "sosmed-light")


async def test_how_sure_is_not_asked_any_more() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await down_to(seat, "Seberapa yakin")
        await seat.press("enter")
        assert value(seat, "Seberapa yakin") == "tidak ditanyakan"
        await seat.press("escape", "enter", "3")
        assert seat.on == "Lesson"
        assert "yakin" not in seat.key_line


async def test_less_time_a_day_is_heeded_by_what_is_offered() -> None:
    async with sit() as seat:
        assert "boleh dicicil" in seat.flat, "eight minutes, of seven"
        await down_to(seat, "Waktu sehari")
        await seat.press("right", "escape")
        assert "boleh dicicil" not in seat.flat


async def test_a_value_from_elsewhere_is_shown_as_it_is() -> None:
    strange = [
        SettingChanged(id=f"b{name}", at=event.at, offset=420, name=name, value=value)
        for name, value in {"minutes": "15", "retention": "0.87", "goal": "often", "role": "boss"}.items()
        for event in done_until("vanity")[:1]
    ]
    async with sit(history=strange) as seat:
        await down_to(seat, "Waktu sehari")
        assert [value(seat, title) for title in ("Waktu sehari", "Masih diingat")] == ["15 menit", "87%"]
        assert "boss" in value(seat, "Pekerjaanmu")
        await seat.press("enter")
        assert value(seat, "Waktu sehari") == "7 menit"


async def test_a_click_changes_too_and_the_commands_lead_here() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.write("pengaturan")
        await seat.until(lambda: "Semua yang bisa diatur" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: seat.on == "Settings")
        await seat.click("Ulasan")
        assert value(seat, "Ulasan") == "nonaktif"
