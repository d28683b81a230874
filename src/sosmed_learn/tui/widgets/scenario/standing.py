"""How things stand in a story, in one line: its title, the time of day there, the meters, the minutes left."""

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.scenario import Meter
from sosmed_learn.core.storytime import after_minutes
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _, in_use, ngettext
from sosmed_learn.tui.wording import safe

MOST_DOTS = 10
"""Of a meter with more than that, the number is shown."""
_LEAST_TITLE = 12
_GAP = 3


def clock_words(starts: str, minutes: int) -> str:
    """``19.40`` / ``19:40``: the time of day so many minutes after ``starts``."""
    time = after_minutes(starts, minutes)
    return time.replace(":", ".") if in_use() == "id" else time


def meter_words(meter: Meter, value: int, language: Language) -> Content:
    """``kepercayaan ●●●○○``: readable by shape alone."""
    title = safe(meter.title.say(language))
    if meter.most > MOST_DOTS:
        return Content.assemble((f"{title} ", "$text-muted"), f"{value}/{meter.most}")
    dots = ("●" * value, "bold $accent"), ("○" * (meter.most - value), "$text-muted")
    return Content.assemble((f"{title} ", "$text-muted"), *dots)


def left_words(story: Playthrough) -> str:
    """``12 menit lagi``; empty without a clock."""
    left = story.minutes_left
    return "" if left is None else ngettext("{count} minute left", "{count} minutes left", left).format(count=left)


class Standing(Widget):
    """The line above a story; on as many lines as it needs, the title only where there is room. Nothing without one."""

    story: reactive[Playthrough | None] = reactive(None, layout=True)

    def __init__(self) -> None:
        super().__init__(id="standing")
        self._language: Language = "id"

    def show(self, story: Playthrough | None, language: Language) -> None:
        """Draw ``story`` from now on."""
        self._language = language
        self.story = story
        self.display = story is not None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        story = self.story
        if story is None:
            return []
        clock, scenario = story.scenario.clock, story.scenario
        time = clock_words(clock.starts, story.minutes) if clock else ""
        parts = [meter_words(meter, story.meters[meter.id], self._language) for meter in scenario.meters]
        parts += [Content(left)] if (left := left_words(story)) else []
        right = Content(" " * _GAP).join(parts)
        title = Content(safe(scenario.title.say(self._language)))
        at = Content(f" · {time}" if time else "")
        room = (width - right.cell_length - _GAP if parts else width) - at.cell_length
        if room >= min(_LEAST_TITLE, title.cell_length) or not parts:
            # Of the two the title is cut: what time it is decides something.
            name = Content.assemble(title.truncate(max(1, room), ellipsis=True), at).stylize("bold")
            return [Content.assemble(name, " " * (width - name.cell_length - right.cell_length), right)]
        return _in_rows([*([Content.styled(time, "bold")] if time else []), *parts], width)


def _in_rows(parts: list[Content], width: int) -> list[Content]:
    """The parts one after another, on a new line where the next does not fit."""
    rows: list[Content] = []
    for part in parts:
        if rows and rows[-1].cell_length + _GAP + part.cell_length <= width:
            rows[-1] = Content.assemble(rows[-1], " " * _GAP, part)
        else:
            rows.append(part.truncate(width, ellipsis=True))
    return rows


def ending_words(reached: int, endings: int) -> str:
    """``1 dari 3 akhir ditemukan``."""
    return _("{count} of {all} endings found").format(count=reached, all=endings)
