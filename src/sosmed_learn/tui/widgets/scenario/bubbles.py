"""What is said and done in a story as lines of text: bubbles of a chat, public comments, or notes. Draws no widget.

Who speaks is told by name and place, never by colour alone.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from textual.content import Content

from sosmed_learn.core.scenario import Telling
from sosmed_learn.i18n import _

Side = Literal["told", "said", "mine", "remark"]
Paragraph = Content | Callable[[int], list[Content]]
"""Words that are wrapped, or what draws its own lines for a width: a chat, a post or a chart."""

BUBBLE = 60
"""Cells of the widest bubble: a line of chat is shorter than one of prose."""
_FREE = 8  # cells beside a bubble, by which one sees whose it is
_LEAST = 12


class Entry(NamedTuple):
    """One thing in the story: told, said by ``name``, done by the learner (``mine``), or a quiet ``remark`` on that."""

    side: Side
    paragraphs: Sequence[Paragraph]
    name: str = ""
    at: str = ""


def draw(entries: Sequence[Entry], telling: Telling, width: int, *, compact: bool) -> list[Content]:
    """The lines in ``width`` cells. ``compact`` saves the lines of frames, for a window of few rows."""
    lines: list[Content] = []
    for entry in entries:
        if lines and not compact and entry.side in {"told", "said"} and telling != "chat":
            lines.append(Content(""))
        lines += _one(entry, telling, width, compact=compact)
    return lines


def _one(entry: Entry, telling: Telling, width: int, *, compact: bool) -> list[Content]:
    if entry.side == "told":
        if not entry.at:
            return _wrapped(entry.paragraphs, width)
        return _behind(Content.styled(f"{entry.at}  ", "$text-muted"), entry.paragraphs, width, hang=0)
    if entry.side == "remark":
        return _behind(Content("    "), entry.paragraphs, width)
    if telling == "notes":
        return _note(entry, width)
    if telling == "comments":
        return _comment(entry, width)
    return _slim(entry, width) if compact else _bubble(entry, width)


def _bubble(entry: Entry, width: int) -> list[Content]:
    """A frame as wide as its words, with who and when in its upper edge; the learner's stands on the right."""
    room = max(_LEAST, min(BUBBLE, width - _FREE) - 4)
    head = Content(f" {_head(entry)} ").truncate(room, ellipsis=True)
    lines = _wrapped(entry.paragraphs, room)
    inner = max([head.cell_length, *(line.cell_length for line in lines)])
    edge, name = ("$accent", "bold $accent") if entry.side == "mine" else ("$border", "bold")
    rule = Content.styled("─" * (inner + 1 - head.cell_length), edge)
    framed = [Content.assemble(("╭─", edge), head.stylize(name), rule, ("╮", edge))]
    for line in lines:
        gap = " " * (inner - line.cell_length)
        framed.append(Content.assemble(("│ ", edge), line, gap, (" │", edge)))
    framed.append(Content.styled(f"╰{'─' * (inner + 2)}╯", edge))
    return _to_the_right(framed, width) if entry.side == "mine" else framed


def _slim(entry: Entry, width: int) -> list[Content]:
    """The same without a frame."""
    if entry.side == "said":
        return _behind(Content.styled(f"{_head(entry)}: ", "bold"), entry.paragraphs, width, hang=2)
    lines = _wrapped(entry.paragraphs, max(_LEAST, width - _FREE - 2))
    return _to_the_right([Content.assemble(line, (" ◂", "$accent")) for line in lines], width)


def _comment(entry: Entry, width: int) -> list[Content]:
    """A name above its words; the answer hangs below."""
    lead, indent, style = ("└ ", "  ", "bold $accent") if entry.side == "mine" else ("", "", "bold")
    head = Content.styled(f"{lead}{_head(entry)}", style)
    return [head, *_behind(Content(f"{indent}  "), entry.paragraphs, width)]


def _note(entry: Entry, width: int) -> list[Content]:
    """A line of a log: when, who, what; a decision behind an arrow."""
    mark = Content.styled("→ ", "bold $accent") if entry.side == "mine" else Content("  ")
    when = Content.styled(f"{entry.at}  ", "$text-muted") if entry.at else Content("")
    who = Content.styled(f"{entry.name}: ", "bold") if entry.side == "said" else Content("")
    return _behind(Content.assemble(mark, when), _led(who, entry.paragraphs), width)


def _head(entry: Entry) -> str:
    name = _("you") if entry.side == "mine" else entry.name
    return f"{name} · {entry.at}" if entry.at else name


def _wrapped(paragraphs: Sequence[Paragraph], width: int) -> list[Content]:
    return [line for paragraph in paragraphs for line in _lines(paragraph, max(1, width))]


def _lines(paragraph: Paragraph, width: int) -> list[Content]:
    if isinstance(paragraph, Content):
        return paragraph.wrap(width) or [Content("")]
    return paragraph(width)


def _led(lead: Content, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs with ``lead`` before the words of the first, or above it where that is a drawing."""
    first, *rest = paragraphs
    if isinstance(first, Content):
        return [Content.assemble(lead, first), *rest]
    return [lead, *paragraphs] if lead.cell_length else list(paragraphs)


def _behind(lead: Content, paragraphs: Sequence[Paragraph], width: int, *, hang: int | None = None) -> list[Content]:
    """The lines with ``lead`` before the first; the others are ``hang`` cells in, or as far as the first."""
    if hang is not None:
        lines = _wrapped(_led(lead, paragraphs), width - hang)
        return [Content.assemble("" if at == 0 else " " * hang, line) for at, line in enumerate(lines)]
    indent = " " * lead.cell_length
    lines = _wrapped(paragraphs, max(_LEAST, width - lead.cell_length))
    return [Content.assemble(lead if at == 0 else indent, line) for at, line in enumerate(lines)]


def _to_the_right(lines: Sequence[Content], width: int) -> list[Content]:
    return [Content.assemble(" " * max(0, width - line.cell_length), line) for line in lines]
