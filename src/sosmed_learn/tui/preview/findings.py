"""Everything that is wrong with the files: each problem with its place, its line, why it matters, how to mend it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.preview.service import Finding, Spot
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.wording import safe, said

MOST_SHOWN = 50
"""More are counted, not shown: after some were mended, the others are read again anyway."""


class FindingRow(Static, can_focus=True):
    """One problem. Enter or a click opens the editor there."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "app.edit", N_("edit"))]

    def __init__(self, finding: Finding) -> None:
        super().__init__(classes="finding", markup=False)
        self.finding = finding

    def render(self) -> Content:
        finding = self.finding
        style = "$warning" if finding.warning else "bold $error"
        mark = "▸ " if self.has_focus else "  "
        lines = [
            Content.assemble((mark, "bold $accent"), (safe(finding.spot.shown), "bold"), f"  {finding.code}"),
            Content.styled(said(finding.what), style),
        ]
        if finding.excerpt.strip():
            source = Content.assemble(f"{finding.spot.line} │ ", (safe(finding.excerpt), "$text-muted"))
            gutter = " " * len(str(finding.spot.line))
            caret = Content.assemble(f"{gutter} │ ", (safe(finding.caret), style))
            lines += [source.truncate(self.content_size.width), caret.truncate(self.content_size.width)]
        if said(finding.why):
            lines.append(Content.styled(said(finding.why), "$text-muted"))
        lines.append(Content.assemble((_("To mend it:"), "$accent"), f" {said(finding.hint)}"))
        return Content("\n").join(lines)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.focus()


class FindingsScreen(Page):
    """``findings`` in the order in which they are to be read.

    ``closed`` says that they keep a page from opening, ``watches`` that files are read again by themselves.
    """

    CSS_PATH = "../styles/preview.tcss"
    AUTO_FOCUS = "FindingRow"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "app.edit", N_("edit"), show=False),
        Binding("up", "app.focus_previous", N_("up"), show=False),
        Binding("down", "app.focus_next", N_("down"), show=False),
        Binding("escape,left,w", "app.back", N_("back")),
    ]

    def __init__(self, findings: Sequence[Finding], *, closed: bool, watches: bool) -> None:
        super().__init__()
        self._watches = watches
        self._findings = findings
        self.closed = closed

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(
                _("Cannot be opened yet") if self.closed else _("What check has found"), classes="name", markup=False
            ),
            Static(_("preview"), classes="right", markup=False),
            classes="head",
        )
        if self.closed:
            words = _("Mend it and save, then press F5; it comes back where you were.")
            if self._watches:
                words = _("Mend it and save; it comes back by itself, where you were.")
            yield Static(words, classes="quiet", markup=False)
        yield Scroller(*self._rows(), id="findings")

    def _rows(self) -> Iterable[Widget]:
        yield from (FindingRow(finding) for finding in self._findings[:MOST_SHOWN])
        more = len(self._findings) - MOST_SHOWN
        if more > 0:
            words = ngettext(
                "{count} more; sosmed-learn check shows it.", "{count} more; sosmed-learn check shows them.", more
            )
            yield Static(words.format(count=more), classes="quiet", markup=False)

    @property
    def spot(self) -> Spot | None:
        """The place of the problem under the cursor, or of the first one."""
        rows = [self.focused] if isinstance(self.focused, FindingRow) else [*self.query(FindingRow)]
        return rows[0].finding.spot if rows else None

    async def renew(self, findings: Sequence[Finding], *, closed: bool) -> None:
        """Show other problems from now on."""
        if (findings, closed) != (self._findings, self.closed):
            self._findings, self.closed = findings, closed
            await self.retell()
            self.drawn()
