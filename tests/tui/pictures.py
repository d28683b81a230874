"""A screen as plain text that can be read in a review, to be compared with the one that is kept.

``SOSMED_LEARN_SNAPSHOTS=update`` writes them anew; look at the difference before you keep it. Under the picture stand
the places that are drawn in another way than plain, by the names of our colours: ``row  "words"  accent bold``.
"""

import os
from pathlib import Path

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from sosmed_learn.tui.theme import DARK, LIGHT
from tests.tui.seeing import Seat

FOLDER = Path(__file__).parent / "snapshots"
UPDATE = "SOSMED_LEARN_SNAPSHOTS"


def inks(theme: Theme) -> dict[tuple[int, int, int], str]:
    """The names of a theme's colours; the same in both of ours."""
    named = {"accent": theme.accent, "warning": theme.warning, "error": theme.error}
    values = {**named, "muted": theme.variables["text-muted"]}
    return {Color.parse(value).rgb: name for name, value in values.items() if value}


INKS = {theme.name: inks(theme) for theme in (DARK, LIGHT)}


def manner(style: Style | None, theme: str) -> str:
    """How something is drawn, in words; nothing for plain text."""
    if style is None:
        return ""
    ink = Color.from_rich_color(style.color).rgb if style.color else None
    kinds = [name for name in ("bold", "italic", "underline", "reverse") if getattr(style, name)]
    return " ".join([*([INKS[theme][ink]] if ink in INKS[theme] else []), *kinds])


def picture(seat: Seat) -> str:
    """The screen's text, a rule, and what is not drawn plainly."""
    notes = []
    for number, row in enumerate(seat.segments, start=1):
        runs: list[list[str]] = []
        for segment in row:
            how = manner(segment.style, seat.app.theme)
            if runs and runs[-1][1] == how:
                runs[-1][0] += segment.text
            else:
                runs.append([segment.text, how])
        notes += [f'{number:>2}  "{words.strip()}"  {how}' for words, how in runs if how and words.strip(" ─━╭╮╰╯│")]
    return "\n".join([*seat.lines, "=" * 80, *notes]) + "\n"


def compare(seat: Seat, name: str) -> None:
    """Fail when the screen is not as kept under ``name``."""
    file = FOLDER / f"{name}.txt"
    now = picture(seat)
    if os.environ.get(UPDATE) == "update" and seat.app.theme == DARK.name:
        file.write_text(now, encoding="utf-8")
    kept = file.read_text(encoding="utf-8") if file.exists() else ""
    assert now == kept, f"{name} looks different in {seat.app.theme}; see the head of this file"
