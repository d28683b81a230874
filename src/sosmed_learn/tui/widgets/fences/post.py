"""A post as lines: who, the picture in words, the caption, and the counts."""

from decimal import Decimal

from textual.content import Content

from sosmed_learn.core.fences import Post
from sosmed_learn.core.numbers import grouped
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.wording import safe

WIDEST = 64
_COUNTS = {
    "views": N_("views"),
    "likes": N_("likes"),
    "comments": N_("comments"),
    "shares": N_("shares"),
    "saves": N_("saves"),
}


def post_lines(post: Post, width: int) -> list[Content]:
    """The post in a frame of lines."""
    room = min(WIDEST, width) - 4
    rows: list[Content] = []
    place = post.get("place")
    if post.get("account") or place:
        about = f"  {safe(place)}" if place else ""
        rows += Content.assemble((safe(post.get("account")), "bold"), (about, "$text-muted")).wrap(room)
    if picture := post.get("picture"):
        label = _("picture")
        rows += Content.assemble((f"[{label}] ", "$text-muted"), (safe(picture), "italic")).wrap(room)
    for paragraph in (post.get("caption"), post.get("hashtags")):
        for line in paragraph.split("\n") if paragraph else ():
            rows += Content(safe(line)).wrap(room) or [Content("")]
    counts = [f"{_count(post.get(key))} {_(name)}" for key, name in _COUNTS.items() if post.get(key)]
    if counts:
        rows += Content.styled(" · ".join(counts), "$text-muted").wrap(room)
    edge = "─" * (room + 2)
    return [
        Content.styled(f"┌{edge}┐", "$border"),
        *(_framed(row, room) for row in rows),
        Content.styled(f"└{edge}┘", "$border"),
    ]


def _count(words: str) -> str:
    """A bare number in the reader's language; what an app would write, such as ``4,1 rb``, as it is."""
    return grouped(Decimal(words), in_use()) if words.isascii() and words.isdigit() else safe(words)


def _framed(row: Content, room: int) -> Content:
    return Content.assemble(("│ ", "$border"), row, " " * max(0, room - row.cell_length), (" │", "$border"))
