"""Course Markdown on screen. Links open nothing, fact marks become small numbers, and tables are never cut off."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, partial

from markdown_it import MarkdownIt
from markdown_it.token import Token
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Markdown
from textual.widgets.markdown import MarkdownBlock

from sosmed_learn.core.fences import KINDS, Chart, Chat, Part, Post, parts
from sosmed_learn.tui.widgets.drawn import Drawn
from sosmed_learn.tui.widgets.table_lines import Table, table_lines, with_figures
from sosmed_learn.tui.widgets.table_tokens import TABLE, Cells, fold_tables
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
    return Content("").join(_styled(block) for block in _parser().parseInline(numbered(markdown, facts)))


def _styled(block: Token) -> Content:
    """The words of an inline token."""
    parts: list[Content] = []
    depth: list[str] = []
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

    def unhandled_token(self, token: Token) -> MarkdownBlock | None:
        """What Textual does not know: our tables. Its own are cut where they are too wide."""
        return TableBlock(self, token) if token.type == TABLE else None


class TableBlock(MarkdownBlock):
    """A table in a document."""

    DEFAULT_CSS = """
    TableBlock { height: auto; margin: 0 0 1 0; }
    """

    def __init__(self, markdown: Markdown, token: Token) -> None:
        super().__init__(markdown, token)
        cells: Cells = token.meta["cells"]
        head, *rows = (tuple(map(_styled, row)) for row in (cells.head, *cells.rows))
        self._table = with_figures(Table(head, tuple(rows), cells.right))

    def compose(self) -> ComposeResult:
        yield Drawn(partial(table_lines, self._table))


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
    """The words of a text on one line; of one that is nothing but drawn, what it could be called."""
    return " ".join(_words(markdown).split()) or _drawn_name(markdown)


def first_line(markdown: str) -> str:
    """The heading of a text, or its first line."""
    words = _words(markdown).strip()
    return words.splitlines()[0].lstrip("# ") if words else _drawn_name(markdown) or "…"


def _words(markdown: str) -> str:
    """A text without fences and tables."""
    words = without_fences(markdown)
    if "|" not in words:
        return words
    lines = words.split("\n")
    for table in reversed(_tables(words)):
        start, end = table.map or (0, 0)
        del lines[start:end]
    return "\n".join(lines)


def _tables(markdown: str) -> list[Token]:
    return [token for token in _document_parser().parse(markdown) if token.type == TABLE]


def _drawn_name(markdown: str) -> str:
    """The title of a chart, whose post it is, what is said first, or the columns of a table."""
    for part in parts(markdown):
        match part:
            case Chart(title=name):
                return name
            case Post():
                return part.get("account") or part.get("caption")
            case Chat(lines=(first, *_)):
                return first.text
    cells: list[Cells] = [table.meta["cells"] for table in _tables(markdown)[:1]]
    return " · ".join(cell.content for table in cells for cell in table.head)


def _document_parser() -> MarkdownIt:
    plain = MarkdownIt("commonmark", {"html": False}).enable("table")
    return fold_tables(plain).disable(["link", "image", "autolink", "html_inline", "html_block", "reference", "entity"])
