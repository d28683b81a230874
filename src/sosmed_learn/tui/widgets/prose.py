"""Course Markdown on screen. Links open nothing and fact marks become small numbers."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown

from sosmed_learn.core.fences import KINDS, Part, parts
from sosmed_learn.tui.wording import safe

_FACT_MARK = re.compile(r"[ \u00a0]?\[\^([a-z][a-z0-9-]*)\]")
_STYLES = {"strong_open": "bold", "em_open": "italic"}


def numbered(markdown: str, facts: Sequence[str]) -> str:
    """``markdown`` with each ``[^fact]`` as its number in ``facts``; a mark of no fact there is left out."""

    def number(match: re.Match[str]) -> str:
        return f"\u00a0\\[{facts.index(match[1]) + 1}\\]" if match[1] in facts else ""

    return _FACT_MARK.sub(number, safe(markdown))


def inline(markdown: str, facts: Sequence[str] = ()) -> Content:
    """One paragraph of Markdown as styled text: bold and italic only, everything else as it is written."""
    parts: list[Content] = []
    depth: list[str] = []
    for block in _parser().parseInline(numbered(markdown, facts)):
        for token in block.children or ():
            if token.type in _STYLES:
                depth.append(_STYLES[token.type])
            elif token.type.endswith("_close") and depth:
                depth.pop()
            elif token.type in {"softbreak", "hardbreak"}:
                parts.append(Content(" "))
            else:
                parts.append(Content.styled(token.content, " ".join(depth)))
    return Content("").join(parts)


@cache
def _parser() -> MarkdownIt:
    only = MarkdownIt("commonmark", {"html": False})
    return only.disable(["link", "image", "autolink", "html_inline", "entity", "backticks"])


class Prose(Markdown):
    """A Markdown document of a course. ``facts`` are numbered in their order."""

    def __init__(self, markdown: str, facts: Sequence[str] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(numbered(markdown, facts), open_links=False, parser_factory=_document_parser, id=id)


def blocks(markdown: str, facts: Sequence[str] = (), *, id: str | None = None) -> Iterator[Widget]:  # noqa: A002
    """A course text from top to bottom: Markdown, and the chats, posts and charts in it. The first has the ``id``."""
    if not has_fence(markdown):
        yield Prose(markdown, facts, id=id)
        return
    from sosmed_learn.tui.widgets.fences.view import FenceView  # noqa: PLC0415 - few texts have any

    above: Part | None = None
    for part in parts(markdown):
        block = Prose(part, facts, id=id) if isinstance(part, str) else FenceView(part, id=id)
        block.set_class(isinstance(above, str) and not isinstance(part, str), "-below-words")  # they end in a free line
        above, id = part, None  # noqa: A001
        yield block


def has_fence(markdown: str) -> bool:
    """Whether a text may hold a chat, a post or a chart: a quick look, for most have none."""
    return any(f"{marks}{kind}" in markdown.replace(" ", "") for marks in ("```", "~~~") for kind in KINDS)


def without_fences(markdown: str) -> str:
    """A text without the chats, posts and charts in it, for where there is no room for them."""
    if not has_fence(markdown):
        return markdown
    return "\n\n".join(part for part in parts(markdown) if isinstance(part, str))


def words_only(markdown: str) -> str:
    """The words of a text on one line."""
    return " ".join(without_fences(markdown).split())


def _document_parser() -> MarkdownIt:
    plain = MarkdownIt("commonmark", {"html": False}).enable("table")
    return plain.disable(["link", "image", "autolink", "html_inline", "html_block", "reference", "entity"])
