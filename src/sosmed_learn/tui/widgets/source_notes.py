"""The quiet notes under a text: which sources its claims rest on, and whether one is past its date."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.widgets import Static

from sosmed_learn.core.fact import Fact
from sosmed_learn.i18n import _
from sosmed_learn.tui.wording import month_of, said


def source_line(fact: Fact, number: int, today: date) -> Content:
    """``[1] Locke & Latham 2002 · dicek Mar 2026``, with a ``~`` behind a stale one."""
    checked = _("checked {month}").format(month=month_of(fact.seen))
    line = Content.styled(f"[{number}] {said(fact.source)} · {checked}", "$text-muted")
    return Content.assemble(line, (" ~", "bold $warning")) if fact.is_stale(today) else line


class SourceNotes(Static):
    """Notes for the facts of one step, numbered as in its text. The notes open with the sources key."""

    def __init__(self, facts: Sequence[Fact], today: date) -> None:
        lines = [source_line(fact, number, today) for number, fact in enumerate(facts, start=1)]
        if any(fact.is_stale(today) for fact in facts):
            lines.append(Content.styled(_("~ due for a new check; rules may have changed"), "$warning"))
        super().__init__(Content("\n").join(lines), markup=False)
