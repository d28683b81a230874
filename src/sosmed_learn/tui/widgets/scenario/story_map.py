"""The map of a story's paths in words: where the learner has been, what was chosen there and what not yet.

What was never chosen is a number without its words, what was never reached an ending without its name.
"""

from collections.abc import Iterator

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from sosmed_learn.core.paths import Fork, Paths
from sosmed_learn.core.scenario import Node, Outcome
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _, ngettext
from sosmed_learn.tui.widgets.prose import has_fence, inline, words_only
from sosmed_learn.tui.widgets.scenario.standing import ending_words
from sosmed_learn.tui.wording import safe

MARKS: dict[Outcome, str] = {"good": "✓", "fair": "~", "poor": "✗"}
_HERE = "▸"
_OPEN = "?"


class PathMap(Widget):
    """The map as a widget; ``language`` is that of the course text."""

    def __init__(self, paths: Paths, language: Language) -> None:
        super().__init__()
        self._paths = paths
        self._language = language
        self._drawn: tuple[int, list[Content]] = (0, [])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> RenderResult:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if self._drawn[0] != width:
            self._drawn = width, list(map_lines(self._paths, self._language, width))
        return self._drawn[1]


def map_lines(paths: Paths, language: Language, width: int) -> Iterator[Content]:
    """The map in ``width`` cells, a line for each place, choice and ending."""
    yield Content.styled(ending_words(len(paths.reached), paths.endings), "bold")
    for node in paths.reached:
        yield _cut(Content(f"  {outcome_mark(node)} {ending_name(node, language)}"), width)
    left = paths.endings - len(paths.reached)
    if left:
        words = ngettext("{count} not found yet", "{count} not found yet", left).format(count=left)
        yield Content.styled(f"  {_OPEN} {words}", "$text-muted")
    for fork in paths.forks:
        yield Content("")
        yield _cut(_place(fork, language), width)
        for number, (reply, tried) in enumerate(fork.replies, start=1):
            if tried:
                yield _cut(Content.assemble(f"  ✓ {number}  ", inline(_first_words(reply.text.say(language)))), width)
            else:
                words = _("not chosen yet")
                yield Content.styled(f"  {_OPEN} {number}  {words}", "$text-muted")


def _place(fork: Fork, language: Language) -> Content:
    """Where it is: the last thing that was said there."""
    mark = f"{_HERE} " if fork.here else "  "
    message = fork.node.messages[-1] if fork.node.messages else None
    if message is None:
        return Content.styled(mark + fork.node.id, "bold")
    who = f"{safe(message.sender.say(language))}: " if message.sender else ""
    words = inline(_first_words(message.text.say(language)))
    return Content.assemble((f"{mark}{who}", "bold $accent" if fork.here else "bold"), words)


def outcome_mark(node: Node) -> str:
    """``✓``, ``~`` or ``✗``."""
    return MARKS[node.outcome] if node.outcome else _OPEN


def ending_name(node: Node, language: Language) -> str:
    """The author's title for an ending, or how well it ended."""
    if node.title is not None:
        return safe(node.title.say(language))
    return {"good": _("a good ending"), "fair": _("a fair ending"), "poor": _("a poor ending")}[node.outcome or "fair"]


def _first_words(markdown: str) -> str:
    """The first line; where a chat, a post or a chart is shown, all that is said around it."""
    return words_only(markdown) if has_fence(markdown) else markdown.strip().partition("\n")[0]


def _cut(line: Content, width: int) -> Content:
    return line.truncate(max(1, width), ellipsis=True)
