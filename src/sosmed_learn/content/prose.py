"""Course texts as plain lines of a bearable length: Markdown as the author typed it, with long lines broken."""

import re
import textwrap
from collections.abc import Iterator, Sequence

from sosmed_learn.content.format import SLUG
from sosmed_learn.content.harmless import harmless

WIDTH = 78

_CITED = re.compile(rf"\[\^({SLUG})\]")
_FENCE = re.compile(r"\s*(```|~~~)")
_ITEM = re.compile(r"(\s*)([-*+]|[0-9]+[.)])\s+")
_QUOTE = ">"
_AS_IT_IS = ("#", "|")


def numbered(words: str, facts: Sequence[str]) -> str:
    """``words`` with each ``[^fact]`` as its number among ``facts``; others are left out, as in the app."""
    numbers = {name: f"[{number}]" for number, name in enumerate(facts, start=1)}
    return _CITED.sub(lambda match: numbers.get(match[1], ""), words)


def lines_of(words: str, indent: int = 0, first: str = "") -> Iterator[str]:
    """``words`` broken into lines with ``indent`` columns before them; ``first`` stands in the first one's margin."""
    margin = " " * indent
    lead = first.ljust(indent) if first else margin
    for line in _broken(words, WIDTH - indent):
        yield f"{lead}{line}".rstrip()
        lead = margin


def _broken(words: str, width: int) -> Iterator[str]:
    paragraph: list[str] = []
    fenced = False
    for raw in words.split("\n"):
        line = harmless(raw.rstrip())
        fence, item = bool(_FENCE.match(line)), bool(_ITEM.match(line)) or line.startswith(_QUOTE)
        if not (fenced or fence or item) and line and not line.startswith(_AS_IT_IS):
            paragraph.append(line.strip())
            continue
        yield from _wrapped(" ".join(paragraph), width)
        paragraph = []
        yield from _wrapped(line, width) if item and not fenced else [line]
        fenced ^= fence
    yield from _wrapped(" ".join(paragraph), width)


def _wrapped(line: str, width: int) -> list[str]:
    """The line broken between words; of a list, what follows stands under the first word, a quote stays one."""
    item = _ITEM.match(line)
    hang = " " * item.end() if item else f"{_QUOTE} " if line.startswith(_QUOTE) else ""
    return textwrap.wrap(line, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
