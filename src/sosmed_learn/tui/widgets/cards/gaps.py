"""A sentence with gaps as styled text: for the card that asks and for the review."""

from collections.abc import Callable, Iterator, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from sosmed_learn.core.question import BLANK, FillQuestion
from sosmed_learn.core.text import Language
from sosmed_learn.tui.widgets.prose import inline

WIDEST = 24
"""Cells that what stands in a gap may take in the sentence."""
GAP = "gap"
"""Under which name a drawn gap says its number to a click."""


def sentence(question: FillQuestion, language: Language, gap: Callable[[int], Content]) -> Content:
    """The sentence, where ``gap`` draws each blank by its position in the question."""
    positions = {blank.id: at for at, blank in enumerate(question.blanks)}
    return Content("").join(_parts(question.sentence.say(language), question.facts, positions, gap))


def _parts(
    words: str, facts: Sequence[str], positions: dict[str, int], gap: Callable[[int], Content]
) -> Iterator[Content]:
    end = 0
    for match in BLANK.finditer(words):
        if match[1] in positions:
            yield _between(words[end : match.start()], facts)
            at = positions[match[1]]
            yield gap(at).stylize(Style.from_meta({GAP: at}))
            end = match.end()
    yield _between(words[end:], facts)


def _between(words: str, facts: Sequence[str]) -> Content:
    """What stands between two gaps; Markdown would take the spaces at its ends away."""
    head, tail = (words[:1].isspace(), words[-1:].isspace()) if words.strip() else (bool(words), False)
    return Content.assemble(" " if head else "", inline(words.strip(), facts), " " if tail else "")


def cut(words: str) -> str:
    """``words`` on one line, with an ellipsis where they would take too much room."""
    line = " ".join(words.split())
    if Content(line).cell_length > WIDEST:
        line = Content(line).truncate(WIDEST, ellipsis=True).plain
    return line


class Sentence(Static):
    """A sentence whose gaps can be clicked."""

    class Clicked(Message):
        """A gap was clicked."""

        def __init__(self, gap: int) -> None:
            super().__init__()
            self.gap = gap

    def on_click(self, event: events.Click) -> None:
        gap = event.style.meta.get(GAP)
        if isinstance(gap, int):
            self.post_message(self.Clicked(gap))
