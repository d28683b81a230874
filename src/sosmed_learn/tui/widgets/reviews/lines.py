"""How the reasons of all kinds are drawn: a mark and a number in front, the words beside, the reason beneath."""

from collections.abc import Sequence

from textual.content import Content

from sosmed_learn.core.text import Language, Text
from sosmed_learn.i18n import _
from sosmed_learn.tui.widgets.hanging import Hanging
from sosmed_learn.tui.widgets.prose import inline

RIGHT, WRONG, QUIET = "bold $success", "bold $warning", "$text-muted"
STYLES = {"✓": RIGHT, "✗": WRONG, " ": QUIET}
"""A mark says what its colour says."""


def reason(mark: str, number: str, title: Content, *below: Content) -> Hanging:
    """One part of an answer. ``number`` is empty where there is none."""
    head = f"{mark} {number}  " if number else f"{mark}  "
    return Hanging(Content.styled(head, STYLES[mark]), title, *below, classes="reason")


def why_lines(why: Text | None, facts: Sequence[str], language: Language) -> list[Content]:
    """The reason as a paragraph, if there is one."""
    words = why.say(language) if why else ""
    return [inline(words, facts)] if words else []


def quiet(words: str) -> Content:
    """A remark of ours beside the words of a course."""
    return Content.styled(words, QUIET)


def yours() -> Content:
    """What stands behind the learner's own answer."""
    return quiet(_("  (your answer)"))
