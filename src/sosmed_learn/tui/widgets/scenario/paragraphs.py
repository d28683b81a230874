"""What somebody says in a story as paragraphs: lines of words, and the chats, posts and charts among them."""

from collections.abc import Iterator, Sequence
from functools import partial

from textual.content import Content

from sosmed_learn.core.fences import Fence, parts
from sosmed_learn.tui.widgets.prose import has_fence, inline
from sosmed_learn.tui.widgets.scenario.bubbles import Paragraph

_LEAST = 20


def paragraphs(markdown: str, facts: Sequence[str]) -> list[Paragraph]:
    """The lines as the author has broken them, with an empty one on both sides of what is drawn."""
    words = markdown.strip()
    if not has_fence(words):
        return list(_lines(words, facts))
    found: list[Paragraph] = []
    for part in parts(words):
        found += [Content("")] if found else []
        found += _lines(part.strip(), facts) if isinstance(part, str) else [partial(_drawn, part)]
    return found


def _lines(words: str, facts: Sequence[str]) -> Iterator[Content]:
    return (inline(line, facts) for line in words.split("\n"))


def _drawn(fence: Fence, width: int) -> list[Content]:
    from sosmed_learn.tui.widgets.fences.view import fence_lines  # noqa: PLC0415 - few stories have any

    return fence_lines(fence, max(width, _LEAST))
