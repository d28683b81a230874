"""Colours: readable in both our themes, every theme of Textual works, and nothing is said by colour alone."""

from itertools import product

import pytest
from rich.color import Color as Drawn
from textual.color import Color
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme

from sosmed_learn.core.events import SettingChanged
from sosmed_learn.tui.theme import DARK, LIGHT
from tests.fakes import settings
from tests.tui.course import done_until
from tests.tui.seeing import Seat, sit

INKS = ("foreground", "text-muted", "accent", "warning", "error", "success", "primary")
GROUNDS = ("background", "surface")


def luminance(color: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in color.normalized
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: Color, other: Color) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(theme.variables.get(name) or getattr(theme, name))


def test_contrast_is_measured_rightly() -> None:
    assert contrast(Color.parse("white"), Color.parse("black")) == pytest.approx(21)
    assert contrast(Color.parse("#767676"), Color.parse("white")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), list(product(INKS, GROUNDS)))
def test_every_ink_is_readable_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_cursor_is_readable(theme: Theme) -> None:
    assert contrast(colour(theme, "input-cursor-foreground"), colour(theme, "input-cursor-background")) >= 4.5


def faint(seat: Seat, below: float) -> set[tuple[str, str, str]]:
    """Letters that are drawn with less contrast than ``below``; what stands dimmed behind a dialog may."""
    found = set()
    box = next((dialog.region for dialog in seat.app.screen.query(".dialog")), seat.app.screen.region)
    rows = [Strip(row).crop(box.x, box.right) for row in seat.segments[box.y : box.bottom]]
    for segment in (segment for row in rows for segment in row):
        style = segment.style
        if style and style.color and style.bgcolor and any(c.isalnum() for c in segment.text):
            ink, ground = (Color.from_rich_color(part) for part in (style.color, style.bgcolor))
            if contrast(ink, ground) < below:
                found.add((segment.text.strip(), ink.hex, ground.hex))
    return found


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
@pytest.mark.parametrize("step", ["reading", "vanity", "term", "closing"])
async def test_what_is_drawn_is_readable(theme: str, step: str) -> None:
    history = [*settings(role="admin", minutes="7", language="id", theme=theme), *done_until(step)]
    async with sit(new=True, history=history) as seat:
        assert seat.app.theme == theme
        assert faint(seat, 4.5) == set()
        await seat.press("enter")
        assert faint(seat, 4.5) == set()
        if step == "vanity":
            await seat.press("h", "1", "enter")
        elif step == "closing":
            await seat.press("enter")
        else:
            await seat.press("escape", "g")
        assert faint(seat, 4.5) == set()


async def test_every_theme_of_textual_works() -> None:
    async with sit(history=done_until("vanity")) as seat:
        await seat.press("enter", "1", "enter")
        before = seat.text
        themes = set(seat.app.available_themes)
        assert themes >= set(BUILTIN_THEMES)
        for name in sorted(themes):
            seat.app.theme = name
            await seat.settle()
            assert seat.text == before
        assert {event.value for event in seat.saved(SettingChanged) if event.name == "theme"} >= {
            "textual-light",
            "nord",
        }


async def test_the_chosen_theme_is_kept_and_an_unknown_one_is_no_trouble() -> None:
    for name, shown in [("sosmed-light", LIGHT.name), ("nord", "nord"), ("no-such-theme", DARK.name)]:
        async with sit(history=settings(role="admin", language="id", theme=name)) as seat:
            assert seat.app.theme == shown


async def test_light_and_dark_are_a_command_away() -> None:
    async with sit() as seat:
        await seat.press("ctrl+p")
        await seat.write("terang")
        await seat.until(lambda: "Terang atau gelap" in seat.text)
        await seat.press("enter")
        await seat.until(lambda: seat.app.theme == LIGHT.name)
        assert [event.value for event in seat.saved(SettingChanged) if event.name == "theme"] == [LIGHT.name]


def is_grey(color: Drawn | None) -> bool:
    return color is None or color.is_default or len(set(color.get_truecolor())) == 1


async def test_without_colour_every_meaning_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with sit(history=done_until("signals")) as seat:
        await seat.press("enter", "1", "down")
        assert "▸ 2  [ ] Jumlah suka" in seat.text
        assert "1  [x] Pesanan" in seat.text
        await seat.press("2", "enter")
        assert "✓ 1  Pesanan  (jawabanmu)" in seat.text
        assert "✗ 2  Jumlah suka  (jawabanmu)" in seat.text
        assert "✓ 3  Laba" in seat.text
        assert "━" in seat.lines[1]
        assert "─" in seat.lines[1]
        styles = [segment.style for row in seat.segments for segment in row if segment.style]
        assert all(is_grey(style.color) and is_grey(style.bgcolor) for style in styles)
