"""A chat as lines: the others on the left, the own side on the right, each message with its name and time."""

from collections.abc import Iterator

from textual.content import Content

from sosmed_learn.core.fences import Bubble, Chat, Day
from sosmed_learn.i18n import N_, _
from sosmed_learn.tui.wording import safe

WIDEST = 52
"""Cells of a message: longer lines are hard to read, and the sides would not be told apart."""
_READ = {1: N_("sent"), 2: N_("read")}


def chat_lines(chat: Chat, width: int) -> list[Content]:
    """All messages, with a bar at their side."""
    return [line for each in chat.lines for line in _one(each, width)]


def _one(each: Bubble | Day, width: int) -> Iterator[Content]:
    if isinstance(each, Day):
        for line in Content.styled(f"── {safe(each.text)} ──", "$text-muted").wrap(width):
            yield Content.assemble(" " * ((width - line.cell_length) // 2), line)
        return
    room = min(WIDEST, width - width // 5)
    about = " · ".join(part for part in (safe(each.time), _(_READ[each.read]) if each.read else "") if part)
    head = Content.assemble((safe(each.name), "bold"), (f"  {about}" if about else "", "$text-muted"))
    words = [head, *(Content(part) for part in safe(each.text).split("\n"))]
    lines = [line for part in words for line in (part.wrap(room - 2) or [Content("")])]
    if not each.own:
        yield from (_left(line) for line in lines)
        return
    widest = max(line.cell_length for line in lines)
    for line in lines:
        yield Content.assemble(" " * (width - widest - 2), line, " " * (widest - line.cell_length), (" ▐", "$accent"))


def _left(line: Content) -> Content:
    return Content.assemble(("▌ ", "$border"), line)
